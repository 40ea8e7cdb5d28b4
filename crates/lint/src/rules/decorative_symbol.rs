//! `decorative-symbol`: emoji, icons and bullet marks inside the text.

use std::ops::Range;

use resume::{Edit, Fix, Severity};

use crate::rule::{Context, Findings, Topic, declare_rule};

declare_rule! {
    /// A text has emoji, icons, invisible characters or a bullet mark of its own.
    ///
    /// ## Why
    /// Programs that import resumes drop such characters, sometimes with the word beside them, and
    /// people see a box where their font has no picture. Characters that nobody sees look like
    /// something to hide.
    ///
    /// ## What to do
    /// Remove them. Arrows between two figures may stay, as may signs of units and currencies.
    ///
    /// ```bullets,flagged
    /// - 🚀 Built the fare cache for 40 carriers
    /// - Built the fare cache ★★★ for 40 carriers
    /// - • Built the fare cache for 40 carriers
    /// - ✓ Moved the ledger to PostgreSQL 16
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   label: "\uE0B0 Backend engineer"
    /// ```
    /// ```yaml,flagged
    /// basics:
    ///   label: "Backend engi\u200Bneer"
    /// ```
    /// ```bullets,clean
    /// - Cut p99 from 480 → 92 ms at ≥ 40k rps, ±3 %, on 14 µs clocks
    /// - Wrote the tariff parser in C++ and C#; 100 % of branches
    /// - Sold seats in €, £ and ₹ for Café Ångström™
    /// - Moved – without downtime – 40 tables · 3 hours
    /// ```
    "decorative-symbol", Severity::Warning, Topic::Format => check
}

fn check(cx: &Context<'_>, findings: &mut Findings<'_>) {
    for leaf in cx.leaves() {
        if leaf.text.is_ascii() && !leaf.text.starts_with(['*', '-', '>', '+']) {
            continue;
        }
        let places = symbols(leaf.text);
        let Some(first) = places.first() else { continue };
        let said = leaf.text[first.clone()].trim();
        let invisible = said.chars().all(is_invisible);
        let message = if invisible {
            "the text has characters that nobody sees".to_owned()
        } else {
            format!("\"{said}\" may be dropped by a program that reads the page, or shown as a box")
        };
        let edits = places.iter().map(|range| Edit::Replace {
            path: leaf.path.clone(),
            range: Some(range.clone()),
            text: String::new(),
        });
        let fix = Fix { title: "Remove the symbols".to_owned(), edits: edits.collect() };
        findings.add_at(leaf.path.clone(), first.clone(), message, "remove it").fix = Some(fix);
    }
}

/// Runs of symbols, each with the blanks that become needless.
fn symbols(text: &str) -> Vec<Range<usize>> {
    let mut found: Vec<Range<usize>> = Vec::new();
    let marker = text.strip_prefix(['*', '-', '>', '+']).is_some_and(|rest| rest.starts_with(' '));
    if marker {
        found.push(0..text.len() - text[1..].trim_start().len());
    }
    for (at, c) in text.char_indices() {
        let mark = at == 0 && is_bullet_mark(c);
        if !(mark || is_decorative(c) || is_invisible(c)) {
            continue;
        }
        let end = at + c.len_utf8();
        match found.last_mut() {
            Some(last) if last.end >= at => last.end = last.end.max(end),
            _ => found.push(at..end),
        }
    }
    for range in &mut found {
        // A blank goes with the symbol where one remains, or none is needed.
        let opens = range.start == 0 || text[..range.start].ends_with(' ');
        let seen = !text[range.clone()].chars().all(is_invisible);
        if seen && opens && text[range.end..].starts_with(' ') {
            range.end += 1;
        } else if seen && range.end == text.len() {
            range.start = text[..range.start].trim_end().len();
        }
    }
    found
}

/// Marks that a list adds by itself.
fn is_bullet_mark(c: char) -> bool {
    matches!(c, '•' | '‣' | '▪' | '●' | '◦' | '·' | '–' | '—' | '→' | '⇒' | '►' | '»')
}

/// Emoji, dingbats, geometric shapes, box drawing and private-use icons.
fn is_decorative(c: char) -> bool {
    matches!(u32::from(c),
        0x231A..=0x231B | 0x23E9..=0x23FF | 0x2500..=0x25FF | 0x2600..=0x27BF | 0x2B00..=0x2BFF
        | 0xE000..=0xF8FF | 0xFE0E..=0xFE0F | 0x1_F000..=0x1_FAFF | 0xF_0000..=0x10_FFFD)
        && !matches!(c, '⟨' | '⟩')
}

/// Zero-width characters, direction marks and tags. Joiners belong to scripts that need them, so
/// only those between Latin letters count elsewhere.
fn is_invisible(c: char) -> bool {
    matches!(u32::from(c), 0x200B | 0x200E..=0x200F | 0x202A..=0x202E | 0x2060..=0x2064 | 0xFEFF | 0xE_0000..=0xE_007F)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, expected: &str) {
        let mut rest = text.to_owned();
        for range in symbols(text).into_iter().rev() {
            rest.replace_range(range, "");
        }
        assert_eq!(rest, expected);
    }

    #[test]
    fn what_remains_reads_well() {
        check("🚀 Built it", "Built it");
        check("Built ★★★ it", "Built it");
        check("Built it 🚀", "Built it");
        check("• Built it", "Built it");
        check("- Built it", "Built it");
        check("engi\u{200B}neer", "engineer");
        check("480 → 92 ms", "480 → 92 ms");
        check("-40 degrees", "-40 degrees");
    }
}
