//! `gendered-word`: a pronoun or title of one sex.

use resume::{Fix, Severity};

use crate::job::{JobContext, cased, declare_job_rule};
use crate::rule::Findings;

declare_job_rule! {
    /// A pronoun or title names one sex.
    ///
    /// ## Why
    /// "He will own the ledger" tells half of those who could that somebody else is meant. In
    /// several countries a posting has to be neutral by law.
    ///
    /// ## What to do
    /// Address the reader as "you", or write "they". Titles have a neutral form: chair, staffing,
    /// person-hours.
    ///
    /// ```about,flagged
    /// He will own the settlement ledger.
    /// ```
    /// ```about,flagged
    /// You report to the chairman of the board.
    /// ```
    /// ```duties,flagged
    /// - Work with the guys of the platform team
    /// - Plan the manpower of two squads
    /// - Help the candidate find his feet
    /// ```
    /// ```duties,clean
    /// - Review changes to the HE library, homomorphic encryption for the claims service
    /// - Work with the people of the platform team; they review your first changes
    /// - Rotate the keys that stop a man-in-the-middle between depots
    /// ```
    /// ```about,clean
    /// Questions? Ask Noor Haddad (she/her), who leads the team. You will own the ledger.
    /// ```
    "gendered-word", Severity::Error => check
}

fn check(cx: &JobContext<'_>, findings: &mut Findings<'_>) {
    for text in cx.wording_texts() {
        let mut end_of_pair = 0;
        let list = cx.wording.gendered.find(&text.words);
        for (at, found) in list.iter().enumerate() {
            let range = text.bytes(&found.words);
            if range.start < end_of_pair {
                continue;
            }
            // `he/she`, `his or her`: one word does for both.
            if let Some(next) = list.get(at + 1).map(|next| text.bytes(&next.words))
                && matches!(text.said(&(range.end..next.start)).trim(), "/" | "or" | "and")
            {
                end_of_pair = next.end;
                let range = range.start..next.end;
                let message = format!("\"{}\" stands where one word does", text.said(&range));
                findings.add_said(text, range, message, "write \"you\", or \"they\"").severity =
                    Severity::Warning;
                continue;
            }
            let said = text.said(&range);
            // `HE` is an abbreviation, `Her Campus` a name.
            let is_short = said.len() > 1 && said.chars().all(char::is_uppercase);
            if is_short || text.is_name(&found.words) || text.is_quoted(&range) {
                continue;
            }
            let message = format!("\"{said}\" names one sex");
            let Some(instead) = cx.wording.gendered.instead(found) else {
                findings.add_said(text, range, message, "write \"you\", or \"they\"");
                continue;
            };
            let fix = Fix::replace(
                format!("Write \"{instead}\""),
                text.path.clone(),
                text.offset + range.start..text.offset + range.end,
                cased(said, instead),
            );
            findings.add_said(text, range, message, format!("write \"{instead}\"")).fix = Some(fix);
        }
    }
}
