//! Seeds of the formats that are text themselves.

use crate::{PAGE, Seed};

/// Plain text: marks of lists, columns, ends of lines, encodings.
pub(crate) fn text() -> Vec<Seed> {
    let listed = |mark: &str| {
        let line = |(at, line): (usize, &&str)| match at {
            2 | 7 => format!("\n{line}\n"),
            4..=6 => format!("{mark} {line}\n"),
            _ => format!("{line}\n"),
        };
        PAGE.iter().enumerate().map(line).collect::<String>()
    };
    let plain = listed("-");
    let utf16 = |bom: [u8; 2], unit: fn(u16) -> [u8; 2]| {
        bom.into_iter().chain(plain.encode_utf16().flat_map(unit)).collect()
    };
    let columns = PAGE.map(|line| format!("{line:<60}        {}\n", line.to_lowercase())).concat();
    vec![
        ("page", plain.clone().into_bytes()),
        ("bullets", listed("•").into_bytes()),
        ("numbered", listed("1.").into_bytes()),
        ("dos", plain.replace('\n', "\r\n").into_bytes()),
        ("old-mac", plain.replace('\n', "\r").into_bytes()),
        ("form-feed", plain.replace("\n\n", "\n\x0c\n").into_bytes()),
        ("mark", format!("\u{feff}{plain}").into_bytes()),
        ("latin1", plain.replace('–', "\u{96}").chars().map(|c| c as u8).collect()),
        ("utf16-le", utf16([0xff, 0xfe], u16::to_le_bytes)),
        ("utf16-be", utf16([0xfe, 0xff], u16::to_be_bytes)),
        ("columns", columns.into_bytes()),
        ("tabs", plain.replace("    ", "\t").into_bytes()),
        ("underlined", plain.replace("EXPERIENCE", "Experience\n==========").into_bytes()),
        ("zero-width", plain.replace("Go", "G\u{200b}o\u{e0041}\u{ad}").into_bytes()),
        ("wrapped", plain.replace(" by ", "\n  by ").into_bytes()),
    ]
}

/// Markdown: every block and most inlines.
pub(crate) fn markdown() -> Vec<Seed> {
    let page = format!(
        "# {}\n\n{}\n\n## {}\n\n### {}\n\n- {}\n- {}\n  - {}\n\n## {}\n\n{}\n",
        PAGE[0], PAGE[1], PAGE[2], PAGE[3], PAGE[4], PAGE[5], PAGE[6], PAGE[7], PAGE[8]
    );
    let with = |tail: &str| format!("{page}\n{tail}\n").into_bytes();
    vec![
        ("page", page.clone().into_bytes()),
        (
            "inlines",
            with("**Go** and *Rust*, `SQL`, ~~PHP~~, [site](https://a.example \"t\"), ![p](q)"),
        ),
        ("references", with("[site][1] <https://a.example>\n\n[1]: https://a.example")),
        ("table", with("| Skill | Years |\n|:--|--:|\n| Go | 4 |\n| SQL \\| PL | 9 |")),
        ("code", with("```go\nfunc main() {}\n```\n\n    indented\n")),
        ("quote", with("> one\n> > two\n>\n> three")),
        ("ordered", with("1. one\n2. two\n   1. deep\n3) three")),
        ("html", with("<div hidden>secret</div>\n\n<!-- note --> a<br>b &amp; &#8212;")),
        ("front-matter", [b"---\ntitle: Ada\n---\n".as_slice(), page.as_bytes()].concat()),
        ("setext", with("Skills\n======\n\nMore\n----\n\n***")),
        ("tasks", with("- [x] done\n- [ ] open")),
        ("nested", format!("{}x", "> - ".repeat(60)).into_bytes()),
    ]
}

/// HTML: structure, look, and ways to hide.
pub(crate) fn html() -> Vec<Seed> {
    let page =
        |head: &str, tail: &str| {
            format!(
            "<!doctype html><html lang=en><head><meta charset=utf-8><title>{}</title>{head}</head>\
             <body><h1>{}</h1><p>{}</p><h2>{}</h2><h3>{}</h3><ul><li>{}<li>{}<li>{}</ul>\
             <h2>{}</h2><p>{}</p>{tail}</body></html>",
            PAGE[0], PAGE[0], PAGE[1], PAGE[2], PAGE[3], PAGE[4], PAGE[5], PAGE[6], PAGE[7], PAGE[8]
        )
        .into_bytes()
        };
    let style = "<style>.a,#b>i{color:#fff;background:white}@media print{.c{display:none}}\
                 p:first-child{font-size:1px}/* c */</style>";
    vec![
        ("page", page("", "")),
        ("style", page(style, "<p class=a>white</p><div id=b><i>x</i></div><p class=c>print")),
        (
            "inline",
            page("", "<p style='display:none'>a</p><p style=\"opacity:0;font-size:.1em\">b"),
        ),
        ("hidden", page("", "<p hidden>a</p><template>b</template><noscript>c</noscript>")),
        ("table", page("", "<table><tr><th>Go<td colspan=2>4<tr><td rowspan=0>x</table>")),
        (
            "link",
            page("", "<a href='mailto:a@b.example'>m</a><a href=//x>y</a><img alt='z' src=q>"),
        ),
        ("entities", page("", "&amp;&lt;&#x2014;&#8212;&nbsp;&copy;&bogus;&#xfffffff;")),
        (
            "script",
            page("<script>if (a < b) document.write('</p>')</script>", "<!--[if x]>y<![endif]-->"),
        ),
        ("flex", page("", "<div style='display:flex;flex-direction:row-reverse'><p>1<p>2</div>")),
        (
            "word",
            page("", "<p class=MsoNormal><o:p>&nbsp;</o:p><span style='mso-hide:all'>h</span>"),
        ),
        ("unclosed", b"<html><b><i><p>a<table><td><ul><li>b</b>".to_vec()),
        ("deep", [b"<html>".to_vec(), b"<div>".repeat(200), b"x".to_vec()].concat()),
        ("latin1", b"<html><meta charset=iso-8859-1><p>r\xe9sum\xe9".to_vec()),
    ]
}

/// RTF: groups, character sets, fields, tables, destinations to skip.
pub(crate) fn rtf() -> Vec<Seed> {
    let page = |tail: &str| {
        format!(
            "{{\\rtf1\\ansi\\ansicpg1252\\deff0{{\\fonttbl{{\\f0\\fswiss Arial;}}{{\\f1\\fcharset2 Symbol;}}}}\
             {{\\colortbl;\\red0\\green0\\blue0;\\red255\\green255\\blue255;}}{{\\info{{\\author Ada}}}}\
             \\f0\\fs32\\b {}\\b0\\fs22\\par {}\\par\\b {}\\b0\\par {}\\par\
             {{\\pntext\\'b7\\tab}}{}\\par {{\\listtext\\f1 \\u8226 ?\\tab}}{}\\par {}\\par {}\\par {}\\par {tail}}}",
            PAGE[0], PAGE[1], PAGE[2], PAGE[3].replace('–', "\\endash "), PAGE[4], PAGE[5], PAGE[6], PAGE[7],
            PAGE[8]
        )
        .into_bytes()
    };
    vec![
        ("page", page("")),
        ("unicode", page("\\uc1\\u8212 ?\\u-10179 ?\\u-8704 ?r\\'e9sum\\'e9")),
        ("hidden", page("{\\v secret}\\cf2 white\\cf1 {\\fs1 tiny}")),
        ("field", page("{\\field{\\*\\fldinst HYPERLINK \"https://a.example\"}{\\fldrslt site}}")),
        ("table", page("\\trowd\\cellx1000\\cellx2000\\intbl a\\cell b\\cell\\row\\pard")),
        ("header", page("{\\header head}{\\footer foot}{\\footnote note}")),
        (
            "skipped",
            page("{\\*\\generator x;}{\\pict\\pngblip 89504e47}{\\object{\\*\\objdata 00}}"),
        ),
        ("binary", page("{\\pict\\bin4 \\}}{}")),
        ("shape", page("{\\shp{\\*\\shpinst{\\shptxt box\\par}}}")),
        ("changes", page("{\\revised\\revauth1 new}{\\deleted old}")),
        (
            "cyrillic",
            b"{\\rtf1\\ansi\\ansicpg1251{\\fonttbl{\\f0\\fcharset204 A;}}\\f0 \\'cf\\'f0}".to_vec(),
        ),
        ("deep", [b"{\\rtf1".to_vec(), b"{\\b ".repeat(300), b"x".to_vec()].concat()),
        ("cut", page("")[..200].to_vec()),
    ]
}
