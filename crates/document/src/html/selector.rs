//! Selectors of CSS: names, classes and ids, one in another.

use super::tree::{Node, Tree};

/// A selector: what it asks of an element and of the elements around it.
#[derive(Debug, PartialEq)]
pub(super) struct Selector {
    /// The element itself first, then outwards.
    compounds: Vec<Compound>,
    /// Ids, classes, names: more is stronger.
    pub specificity: (usize, usize, usize),
}

#[derive(Debug, Default, PartialEq)]
struct Compound {
    name: Option<String>,
    ids: Vec<String>,
    classes: Vec<String>,
    /// True when it must hold the next one directly.
    parent: bool,
}

/// Compounds of a selector that is read.
const MOST_COMPOUNDS: usize = 8;

impl Selector {
    /// Reads one selector; `None` when it asks for something else than names, classes and ids.
    pub(super) fn parse(text: &str) -> Option<Self> {
        let spaced = text.replace('>', " > ");
        let mut compounds = Vec::new();
        let mut parent = false;
        for word in spaced.split_ascii_whitespace() {
            if word == ">" {
                parent = true;
                continue;
            }
            // `parent` tells of this compound how it is held; it is kept with its holder.
            if let Some(last) = compounds.last_mut() {
                let last: &mut Compound = last;
                last.parent = std::mem::take(&mut parent);
            }
            compounds.push(compound(word)?);
        }
        if compounds.is_empty() || compounds.len() > MOST_COMPOUNDS {
            return None;
        }
        compounds.reverse();
        let count = |of: fn(&Compound) -> usize| compounds.iter().map(of).sum();
        let specificity = (
            count(|compound| compound.ids.len()),
            count(|compound| compound.classes.len()),
            count(|compound| usize::from(compound.name.is_some())),
        );
        Some(Self { compounds, specificity })
    }

    /// The rarest thing it asks of the element itself.
    pub(super) fn key(&self) -> String {
        let own = &self.compounds[0];
        if let Some(id) = own.ids.first() {
            return format!("#{id}");
        }
        if let Some(class) = own.classes.first() {
            return format!(".{class}");
        }
        own.name.clone().unwrap_or_else(|| "*".to_owned())
    }

    /// True when it is about the element; counts the elements it looked at.
    pub(super) fn matches(&self, tree: &Tree, at: usize, steps: &mut usize) -> bool {
        *steps += 1;
        self.compounds[0].is(&tree.nodes[at])
            && held(&self.compounds[1..], tree, tree.nodes[at].parent, steps)
    }
}

fn held(outer: &[Compound], tree: &Tree, mut at: usize, steps: &mut usize) -> bool {
    let Some((compound, rest)) = outer.split_first() else { return true };
    while at != 0 {
        *steps += 1;
        let node = &tree.nodes[at];
        if compound.is(node) {
            // The nearest that fits is enough, unless the next one asks for its parent.
            let fits = held(rest, tree, node.parent, steps);
            if fits || !rest.iter().any(|outer| outer.parent) {
                return fits;
            }
        }
        if compound.parent {
            return false;
        }
        at = node.parent;
    }
    false
}

impl Compound {
    fn is(&self, node: &Node) -> bool {
        self.name.as_ref().is_none_or(|name| *name == node.name)
            && self.ids.iter().all(|id| node.attribute("id") == Some(id))
            && self.classes.iter().all(|class| node.classes().any(|own| own == class))
    }
}

fn compound(word: &str) -> Option<Compound> {
    let mut compound = Compound::default();
    let word = if word == ":root" { "html" } else { word };
    if word.contains([':', '[', '+', '~', '(', '\\', '&', '%']) {
        return None;
    }
    let end = word.find(['.', '#']).unwrap_or(word.len());
    let (name, mut rest) = word.split_at(end);
    if !name.is_empty() && name != "*" {
        compound.name = Some(name.to_ascii_lowercase());
    }
    while !rest.is_empty() {
        let (mark, after) = rest.split_at(1);
        let end = after.find(['.', '#']).unwrap_or(after.len());
        let (value, next) = after.split_at(end);
        if value.is_empty() {
            return None;
        }
        let values = if mark == "#" { &mut compound.ids } else { &mut compound.classes };
        values.push(value.to_owned());
        rest = next;
    }
    Some(compound)
}

#[cfg(test)]
mod tests {
    use super::super::tree::parse;
    use super::Selector;

    /// Whether the selector is about the innermost element of a page.
    #[track_caller]
    fn check(selector: &str, expected: bool) {
        let html = "<body class=dark><main id=main><div class='a b'><p><span class=x>";
        let tree = parse(html, 100, 100);
        let found = Selector::parse(selector)
            .is_some_and(|found| found.matches(&tree, tree.nodes.len() - 1, &mut 0));
        assert_eq!(found, expected, "{selector}");
    }

    #[test]
    fn selectors_match() {
        for selector in [
            "span", ".x", "span.x", "*", "p span", "p > span", "#main .x", ".a.b span",
            "body .a p > .x", "main > div span", "body.dark span",
        ] {
            check(selector, true);
        }
        for selector in [
            "div", ".y", "p.x", "div > span", "#main > span", ".a > .b span", "span:hover",
            "[class]", "p + span", "", "> ", "body.light span", "main > p span",
        ] {
            check(selector, false);
        }
    }
}
