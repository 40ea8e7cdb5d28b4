//! LaTeX source of a page: one file that `pdflatex`, `lualatex` and `xelatex` set alike, with
//! commands named after what they show. A resume with letters beyond Latin says that it needs one
//! of the latter two.

mod escape;

use resume::Resume;
use resume::model::Paper;
use resume::outline::{Contact, Entry, Outline, Position, Section};

use self::escape::{plain, text};
use crate::Options;
use crate::address::href;
use crate::line::{Row, has_body, is_one_line, reach_and_pages, where_and_when};
use crate::look::{self, hex, tag};
use crate::script::{East, east};

/// Between things of equal rank on one line.
const DOT: &str = r" \middot{} ";
/// Between a name and what it is.
const DASH: &str = r" \aside{\textendash{}} ";
/// Characters of a way to reach the person that surely fit on one line.
const UNBROKEN: usize = 60;

/// The source, ending with a newline.
pub(crate) fn write(resume: &Resume, options: &Options) -> String {
    let outline = Outline::of(resume);
    let mut tex = preamble(&outline, options);
    tex += "\n\\begin{document}\n\\thispagestyle{empty}\n\n";
    let mut page = Page(tex);
    page.head(&outline);
    for section in &outline.sections {
        page.section(section);
    }
    page.0 + "\n\\end{document}\n"
}

fn preamble(outline: &Outline, options: &Options) -> String {
    let (paper, size) = match options.paper {
        Paper::A4 => ("a4paper", "a4paper"),
        Paper::Letter => ("letterpaper", "letterpaper"),
    };
    let accent = look::accent(options);
    let mut tex = include_str!("preamble.tex")
        .replace("$papersize", size)
        .replace("$paper", paper)
        .replace("$accent", &hex(accent))
        .replace("$hairline", &hex(accent.map(look::paler)))
        .replace("$language", &tag(options.language));
    if outline.leaves().iter().any(|leaf| !leaf.chars().all(escape::is_narrow)) {
        let eastern = match east(options.language, outline.leaves()) {
            East::Chinese => "Noto Serif CJK SC,Source Han Serif SC,Songti SC,SimSun,FandolSong",
            East::Japanese => "Noto Serif CJK JP,Source Han Serif,Hiragino Mincho ProN,Yu Mincho",
            East::Korean => "Noto Serif CJK KR,Source Han Serif K,AppleMyungjo,Batang",
        };
        tex += &include_str!("wide.tex").replace("$eastern", eastern);
    }
    // Texts of the person come last, so that nothing in them is taken for a place to fill.
    let author = plain(outline.name.as_deref().unwrap_or_default());
    let (before, after) = tex.split_once("$title").unwrap_or((&tex, ""));
    let after = after.replacen("$author", &author, 1);
    format!("{before}{}{after}", plain(&outline.title()))
}

/// The page while it is written.
struct Page(String);

impl Page {
    /// One command with its text on a line of its own; nothing for an empty text.
    fn say(&mut self, command: &str, tex: &str) {
        if !tex.is_empty() {
            self.0.extend(["\\", command, "{", tex, "}\n"]);
        }
    }

    fn head(&mut self, outline: &Outline) {
        self.say("person", &text(outline.name.as_deref().unwrap_or_default()));
        self.say("headline", &text(outline.label.as_deref().unwrap_or_default()));
        let (reach, pages) = reach_and_pages(&outline.contact);
        for contacts in [reach, pages] {
            let contacts: Vec<String> = contacts.iter().map(contact).collect();
            self.say("contact", &contacts.join(DOT));
        }
        self.say("profile", &text(outline.summary.as_deref().unwrap_or_default()));
    }

    fn section(&mut self, section: &Section) {
        self.0.push('\n');
        self.say("section", &text(section.title));
        let close = section.entries.iter().all(is_one_line);
        for entry in &section.entries {
            if section.id == "work" {
                self.employer(entry);
            } else {
                self.item(entry, close);
            }
        }
        for rows in section.rows.chunk_by(|one, next| one.items.is_empty() && next.items.is_empty())
        {
            let rows: Vec<String> = rows.iter().map(|it| row(&Row::of(it))).collect();
            self.say("row", &rows.join(DOT));
        }
    }

    /// An employer, and below it each role with a line of its own.
    fn employer(&mut self, entry: &Entry) {
        let name = name(entry);
        self.say("entry", &name);
        for (at, position) in entry.positions.iter().enumerate() {
            let title = position.title.iter().map(|title| format!("\\emph{{{}}}", text(title)));
            let role: Vec<String> = title.chain(where_and_when(position).map(aside)).collect();
            let first = at == 0 && !name.is_empty();
            self.say(if first { "firstrole" } else { "role" }, &role.join(DOT));
            self.position(position);
        }
    }

    /// A school, project or prize: all that is said of it by name and date on one line.
    fn item(&mut self, entry: &Entry, close: bool) {
        for (at, position) in entry.positions.iter().enumerate() {
            let name = if at == 0 { name(entry) } else { String::new() };
            let title = position.title.as_deref().map(text);
            let mut parts: Vec<String> = Vec::new();
            parts.extend((!name.is_empty()).then_some(name));
            parts.extend(title);
            parts.extend(where_and_when(position).map(aside));
            self.say(if close { "oneline" } else { "entry" }, &parts.join(DOT));
            self.position(position);
        }
    }

    /// What is said of a position.
    fn position(&mut self, position: &Position) {
        if !has_body(position) {
            return;
        }
        self.say("summary", &text(position.summary.as_deref().unwrap_or_default()));
        if !position.bullets.is_empty() {
            self.0 += "\\begin{itemize}\n";
            for bullet in &position.bullets {
                self.0.extend(["  \\item ", &text(bullet), "\n"]);
            }
            self.0 += "\\end{itemize}\n";
        }
        self.say("keywords", &text(&position.keywords.join(", ")));
    }
}

fn aside(part: &str) -> String {
    format!("\\aside{{{}}}", text(part))
}

fn linked(tex: String, address: Option<&str>) -> String {
    match address.and_then(href) {
        Some(uri) => format!("\\href{{{}}}{{{tex}}}", escape::address(&uri)),
        None => tex,
    }
}

fn contact(contact: &Contact) -> String {
    let shown = linked(text(&contact.text), contact.url.as_deref());
    let tex = match &contact.label {
        Some(label) => format!("{} {shown}", aside(label)),
        None => shown,
    };
    let length = contact.text.chars().count() + contact.label.as_ref().map_or(0, String::len);
    if length <= UNBROKEN && tex.contains(' ') { format!("\\mbox{{{tex}}}") } else { tex }
}

/// `Name – context – address`
fn name(entry: &Entry) -> String {
    let url = entry.url.as_deref();
    let mut parts: Vec<String> = Vec::new();
    let bold = |heading: &String| format!("\\textbf{{{}}}", text(heading));
    parts.extend(entry.heading.as_ref().map(|heading| linked(bold(heading), url)));
    parts.extend(entry.context.as_deref().map(text));
    parts.extend(entry.address.as_deref().map(|address| linked(text(address), url)));
    parts.join(DASH)
}

fn row(row: &Row) -> String {
    let label = Some(&row.label).filter(|label| !label.is_empty());
    let label = label.map_or(String::new(), |label| format!("\\textbf{{{}}}", text(label)));
    label + &text(&row.rest)
}
