//! What a file is called that somebody takes away.

use resume::Resume;

use super::percent::encoded;

/// What a file is called: the person, otherwise the title of the resume, then the variant.
pub(crate) fn stem(resume: &Resume, title: &str, variant: Option<&str>) -> String {
    let name = resume.basics.as_ref().and_then(|basics| basics.name.as_deref());
    let mut stem = as_file_name(name.unwrap_or_default());
    if stem.is_empty() {
        stem = as_file_name(title);
    }
    if stem.is_empty() {
        "resume".clone_into(&mut stem);
    } else if name.is_some() {
        stem += "-resume";
    }
    let variant = variant.map(as_file_name).filter(|variant| !variant.is_empty());
    if let Some(variant) = variant {
        stem.push('-');
        stem += &variant;
    }
    stem
}

/// Letters and digits, in words joined by one dash each; no longer than a file system takes.
fn as_file_name(text: &str) -> String {
    const LONGEST: usize = 60;
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let mut name = String::new();
    for word in words {
        if !name.is_empty() {
            name.push('-');
        }
        name += word;
        if name.len() > LONGEST {
            break;
        }
    }
    name.chars().take(LONGEST).collect()
}

/// The header that names a file: letters of ASCII for old programs, all letters for others
/// (RFC 6266, RFC 8187).
pub(crate) fn disposition(stem: &str, extension: &str) -> String {
    let plain = deunicode::deunicode(stem);
    let plain: String =
        plain.chars().map(|c| if c.is_ascii_alphanumeric() { c } else { '-' }).collect();
    let mut header = format!("attachment; filename=\"{plain}.{extension}\"");
    if plain != stem {
        header += "; filename*=UTF-8''";
        header += &encoded(stem);
        header.push('.');
        header += extension;
    }
    header
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(name: Option<&str>, title: &str, variant: Option<&str>, expected: &str) {
        let basics = resume::model::Basics { name: name.map(str::to_owned), ..Default::default() };
        let resume = Resume { basics: Some(basics), ..Resume::default() };
        assert_eq!(disposition(&stem(&resume, title, variant), "pdf"), expected);
    }

    #[test]
    fn a_file_is_called_by_its_person() {
        check(Some("Ada Byron"), "x", None, "attachment; filename=\"Ada-Byron-resume.pdf\"");
        check(
            Some("Ada Byron"),
            "x",
            Some("payments"),
            "attachment; filename=\"Ada-Byron-resume-payments.pdf\"",
        );
        check(
            Some("Zoë Kovač"),
            "x",
            None,
            "attachment; filename=\"Zoe-Kovac-resume.pdf\"; \
             filename*=UTF-8''Zo%C3%AB-Kova%C4%8D-resume.pdf",
        );
        check(None, "For Pine", None, "attachment; filename=\"For-Pine.pdf\"");
        check(None, "", None, "attachment; filename=\"resume.pdf\"");
    }

    #[test]
    fn no_name_leads_elsewhere_or_breaks_the_header() {
        let odd = "../../etc/passwd\"\r\nSet-Cookie: a=b; \u{202e}fdp";
        let expected = "attachment; filename=\"etc-passwd-Set-Cookie-a-b-fdp-resume.pdf\"";
        check(Some(odd), "", None, expected);
        let long = disposition(&as_file_name(&"a ".repeat(500)), "pdf");
        assert!(long.len() < 120, "{long}");
        let wide = disposition(&as_file_name(&"名".repeat(500)), "pdf");
        assert!(wide.is_ascii() && wide.len() < 1500, "{wide}");
    }
}
