//! A new variant in the text of a resume.

/// The text of a YAML file with one more variant that leaves values out; `None` where its form has
/// no place for it. Whoever calls it reads the result again.
pub(super) fn with_variant(text: &str, name: &str, omit: &[String]) -> Option<String> {
    let list = omit.join(", ");
    let lines: Vec<&str> = text.split_inclusive('\n').collect();
    let indent = |line: &str| line.len() - line.trim_start_matches(' ').len();
    let is_blank = |line: &str| line.trim().is_empty() || line.trim_start().starts_with('#');
    let Some(top) = lines.iter().position(|line| line.starts_with("vitae:")) else {
        let end = if text.is_empty() || text.ends_with('\n') { "" } else { "\n" };
        return Some(format!(
            "{text}{end}vitae:\n  variants:\n    {name}:\n      omit: [{list}]\n"
        ));
    };
    if lines[top].trim_end() != "vitae:" {
        return None;
    }
    // Lines of the block, up to the next that stands at the left.
    let block = top + 1..;
    let mut own = lines.iter().enumerate().skip(block.start);
    let first = own.find(|(_, line)| !is_blank(line))?.0;
    let step = indent(lines[first]);
    if step == 0 {
        return None;
    }
    let of_block = |line: &&&str| is_blank(line) || indent(line) > 0;
    let end = block.start + lines[block.start..].iter().take_while(of_block).count();
    let key = lines[first..end]
        .iter()
        .position(|line| indent(line) == step && line.trim_start().starts_with("variants:"));
    let pad = |depth: usize| " ".repeat(depth);
    let (at, inserted) = match key.map(|key| first + key) {
        Some(key) if lines[key].trim() == "variants:" => {
            let below = lines[key + 1..end].iter().find(|line| !is_blank(line))?;
            let depth = indent(below);
            let more = format!("{}{name}:\n{}omit: [{list}]\n", pad(depth), pad(depth + 2));
            (key + 1, more)
        }
        Some(_) => return None,
        None => (
            first,
            format!(
                "{}variants:\n{}{name}:\n{}omit: [{list}]\n",
                pad(step),
                pad(2 * step),
                pad(3 * step)
            ),
        ),
    };
    let (before, after) = lines.split_at(at);
    Some(before.concat() + &inserted + &after.concat())
}

#[cfg(test)]
mod tests {
    use super::with_variant;

    #[test]
    fn a_variant_finds_its_place() {
        let check = |text: &str, expected: Option<&str>| {
            let found = with_variant(text, "acme", &["a".to_owned(), "b".to_owned()]);
            assert_eq!(found.as_deref(), expected, "{text:?}");
        };
        check(
            "basics: {}\n",
            Some("basics: {}\nvitae:\n  variants:\n    acme:\n      omit: [a, b]\n"),
        );
        check(
            "vitae:\n  version: 1\nwork: []\n",
            Some("vitae:\n  variants:\n    acme:\n      omit: [a, b]\n  version: 1\nwork: []\n"),
        );
        check(
            "vitae:\n  variants:\n    x:\n      omit: [c]\n",
            Some("vitae:\n  variants:\n    acme:\n      omit: [a, b]\n    x:\n      omit: [c]\n"),
        );
        check("vitae: {version: 1}\n", None);
        check("vitae:\n  variants: {}\n", None);
    }
}
