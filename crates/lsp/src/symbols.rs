//! `textDocument/documentSymbol`: sections, their entries, and bullets.

use lsp_types::{
    DocumentSymbol, DocumentSymbolParams, DocumentSymbolResponse, Location, SymbolInformation,
    SymbolKind,
};
use resume::FieldPath;
use resume::model::Texts;

use crate::documents::Document;
use crate::markdown::clip;
use crate::reading::{Page, Reading};
use crate::schema::Place;
use crate::server::World;

/// Keys an entry is known by; the first two that say something make its name.
const NAMES: [&str; 9] = [
    "position", "studyType", "area", "title", "name", "institution", "organization", "language",
    "network",
];
/// Most characters of a name.
const MOST: usize = 80;

/// The outline of a document.
pub(crate) fn symbols(
    world: &World<'_>,
    params: &DocumentSymbolParams,
) -> Option<DocumentSymbolResponse> {
    let document = world.resume(&params.text_document.uri)?;
    let page = world.reading(document).and_then(Reading::page)?;
    let texts = Texts::of(&page.parsed.resume);
    let tree = Outline { world, document, page, texts }.sections();
    if world.client.symbol_tree {
        return Some(DocumentSymbolResponse::Nested(tree));
    }
    let mut flat = Vec::new();
    flatten(document, tree, None, &mut flat);
    Some(DocumentSymbolResponse::Flat(flat))
}

/// What an outline is made from.
struct Outline<'a> {
    world: &'a World<'a>,
    document: &'a Document,
    page: &'a Page,
    texts: Texts,
}

impl Outline<'_> {
    fn sections(&self) -> Vec<DocumentSymbol> {
        let root = FieldPath::root();
        let keys = Place::root().keys().into_iter().map(|(key, _)| key);
        let mut sections: Vec<_> = keys
            .filter_map(|key| {
                let path = root.key(key);
                let detail = self.texts.get(&path.key("name")).unwrap_or_default();
                let entries = self.items(&path, Self::entry);
                self.symbol(&path, key, detail, SymbolKind::MODULE, entries)
            })
            .collect();
        sections.sort_by_key(|section| section.range.start);
        sections
    }

    /// The symbols of the items of a list, as far as the list goes.
    fn items(
        &self,
        list: &FieldPath,
        symbol: fn(&Self, &FieldPath, usize) -> Option<DocumentSymbol>,
    ) -> Vec<DocumentSymbol> {
        let exists = |path: &FieldPath| self.page.parsed.source_map.get(path).is_some();
        let paths = (0..).map(|index| (list.index(index), index));
        let paths = paths.take_while(|(path, _)| exists(path));
        paths.filter_map(|(path, index)| symbol(self, &path, index)).collect()
    }

    fn entry(&self, path: &FieldPath, index: usize) -> Option<DocumentSymbol> {
        let names = NAMES.iter().filter_map(|key| self.texts.get(&path.key(*key)));
        let names: Vec<_> = names.filter(|name| !name.trim().is_empty()).take(2).collect();
        let name = match names.as_slice() {
            [] => format!("entry {}", index + 1),
            names => names.join(", "),
        };
        let date = |key| self.texts.get(&path.key(key));
        let dates = match (date("startDate"), date("endDate")) {
            (None, None) => String::new(),
            (None, Some(end)) => end.to_owned(),
            (Some(start), end) => format!("{start} – {}", end.unwrap_or("present")),
        };
        let bullets = self.items(&path.key("highlights"), Self::bullet);
        self.symbol(path, &name, &dates, SymbolKind::CLASS, bullets)
    }

    fn bullet(&self, path: &FieldPath, _: usize) -> Option<DocumentSymbol> {
        let grades = &self.page.outcome.grade.bullets;
        let score = grades.iter().find(|bullet| bullet.path == *path).map(|bullet| bullet.score);
        let score = score.map(|score| score.floor().to_string()).unwrap_or_default();
        self.symbol(path, self.texts.get(path)?, &score, SymbolKind::STRING, Vec::new())
    }

    /// A symbol over a key with its value; `None` when nothing of it stands in the file.
    #[expect(deprecated, reason = "the type has a field that newer clients leave out")]
    fn symbol(
        &self,
        path: &FieldPath,
        name: &str,
        detail: &str,
        kind: SymbolKind,
        children: Vec<DocumentSymbol>,
    ) -> Option<DocumentSymbol> {
        let span = self.page.parsed.source_map.get(path)?;
        let start = span.key.as_ref().map_or(span.value.start, |key| key.start);
        let source = self.document.text.as_str();
        let end = span.value.end.max(start);
        let end = start + source.get(start..end)?.trim_end().len();
        let text = &self.document.text;
        let range = text.range(start..end, self.world.client.encoding);
        let first_line = source[start..end].lines().next().map_or(0, str::len);
        let first = span.key.clone().unwrap_or(start..start + first_line);
        let name = clip(name, MOST);
        Some(DocumentSymbol {
            name: if name.is_empty() { "(empty)".to_owned() } else { name },
            detail: (!detail.is_empty()).then(|| clip(detail, MOST)),
            kind,
            tags: None,
            deprecated: None,
            range,
            selection_range: text.range(first, self.world.client.encoding),
            children: (!children.is_empty()).then_some(children),
        })
    }
}

/// The tree as the list that older clients understand.
fn flatten(
    document: &Document,
    tree: Vec<DocumentSymbol>,
    container: Option<&str>,
    out: &mut Vec<SymbolInformation>,
) {
    for symbol in tree {
        #[expect(deprecated, reason = "the type has a field that newer clients leave out")]
        out.push(SymbolInformation {
            name: symbol.name.clone(),
            kind: symbol.kind,
            tags: None,
            deprecated: None,
            location: Location { uri: document.uri.clone(), range: symbol.range },
            container_name: container.map(str::to_owned),
        });
        flatten(document, symbol.children.unwrap_or_default(), Some(&symbol.name), out);
    }
}
