//! Style sheets of a page: rules, and the elements they are about.

use std::collections::HashMap;

use super::media;
use super::property::{Declaration, declarations};
use super::selector::Selector;
use super::tree::Tree;

/// The rules of a page.
#[derive(Debug, Default)]
pub(super) struct Sheet {
    rules: Vec<Rule>,
    /// Rules by the rarest thing their selector asks of the element itself: `#id`, `.class`, name
    /// or `*`.
    by_key: HashMap<String, Vec<usize>>,
    /// Values of custom properties.
    variables: HashMap<String, String>,
    /// True when other rules stand in files that are not here.
    pub incomplete: bool,
}

#[derive(Debug)]
struct Rule {
    selector: Selector,
    declarations: Vec<Declaration>,
    /// Holds for printing alone: what it hides is still seen on a screen.
    print: bool,
}

/// Rules that are kept.
const MOST_RULES: usize = 4000;
/// Steps that comparing selectors may take in one page.
const MOST_STEPS: usize = 2_000_000;

impl Sheet {
    /// Adds the rules of a `<style>` element.
    pub(super) fn add(&mut self, css: &str) {
        let css = without_comments(css);
        self.incomplete |= css.contains("@import");
        self.block(&css, false, 0);
    }

    fn block(&mut self, css: &str, print: bool, depth: usize) {
        let mut rest = css;
        while let Some(open) = rest.find(['{', ';']) {
            let head = rest[..open].trim();
            if rest.as_bytes()[open] == b';' {
                rest = &rest[open + 1..];
                continue;
            }
            let body_start = open + 1;
            let body_end =
                closing_brace(&rest[body_start..]).map_or(rest.len(), |n| body_start + n);
            let body = &rest[body_start..body_end];
            rest = rest.get(body_end + 1..).unwrap_or_default();
            if let Some(rule) = head.strip_prefix('@') {
                let name = rule.split([' ', '(', '\n']).next().unwrap_or_default();
                let holds = match name {
                    "media" => media::holds(&rule[name.len()..]),
                    "supports" | "layer" | "container" => media::Holds::Always,
                    _ => media::Holds::Never,
                };
                if holds != media::Holds::Never && depth < 8 {
                    self.block(body, print || holds == media::Holds::InPrint, depth + 1);
                }
                continue;
            }
            self.rule(head, body, print);
        }
    }

    fn rule(&mut self, selectors: &str, body: &str, print: bool) {
        let mut found = declarations(body);
        found.retain(|declaration| {
            if let Some(name) = declaration.name.strip_prefix("--")
                && !print
            {
                self.variables.insert(name.to_owned(), declaration.value.clone());
            }
            declaration.matters()
        });
        if found.is_empty() {
            return;
        }
        for selector in selectors.split(',') {
            if self.rules.len() >= MOST_RULES {
                return;
            }
            if let Some(selector) = Selector::parse(selector) {
                let at = self.rules.len();
                self.by_key.entry(selector.key()).or_default().push(at);
                self.rules.push(Rule { selector, declarations: found.clone(), print });
            }
        }
    }

    /// What the rules and the element's own `style` say of it, the stronger later.
    pub(super) fn declared<'a>(
        &'a self,
        tree: &Tree,
        at: usize,
        own: &'a [Declaration],
        steps: &mut usize,
    ) -> Vec<(&'a Declaration, String)> {
        let node = &tree.nodes[at];
        let mut keys = vec!["*".to_owned(), node.name.clone()];
        keys.extend(node.classes().take(32).map(|class| format!(".{class}")));
        keys.extend(node.attribute("id").map(|id| format!("#{id}")));
        let mut found = Vec::new();
        for rule in keys.iter().filter_map(|key| self.by_key.get(key)).flatten() {
            let Rule { selector, declarations, print } = &self.rules[*rule];
            if *steps > MOST_STEPS || !selector.matches(tree, at, steps) {
                continue;
            }
            for declaration in declarations {
                // Shown on paper is shown; not shown on paper says nothing of the screen.
                let shows = declaration.name == "display" && declaration.value != "none";
                if !print || shows {
                    let weight = (declaration.important, 0, selector.specificity, *rule);
                    found.push((weight, declaration));
                }
            }
        }
        let style = own.iter().map(|own| ((own.important, 1, (0, 0, 0), 0), own));
        found.extend(style);
        found.sort_by_key(|(weight, _)| *weight);
        found
            .into_iter()
            .map(|(_, declaration)| (declaration, self.resolved(declaration)))
            .collect()
    }

    /// The value with custom properties put in; what is unknown stays.
    fn resolved(&self, declaration: &Declaration) -> String {
        let mut value = declaration.value.clone();
        for _ in 0..4 {
            let Some(start) = value.find("var(--") else { break };
            let Some(end) = value[start..].find(')').map(|n| start + n) else { break };
            let inside = &value[start + "var(--".len()..end];
            let (name, fallback) = inside.split_once(',').unwrap_or((inside, ""));
            let known = self.variables.get(name.trim()).map_or(fallback.trim(), String::as_str);
            if known.is_empty() || known.len() > 200 {
                break;
            }
            value = format!("{}{known}{}", &value[..start], &value[end + 1..]);
        }
        value
    }
}

/// Comments and the marks that once hid style sheets from old browsers become spaces.
fn without_comments(css: &str) -> String {
    let mut kept = String::with_capacity(css.len());
    let mut rest = css;
    while let Some(start) = rest.find("/*") {
        kept.push_str(&rest[..start]);
        kept.push(' ');
        rest = rest[start + 2..].split_once("*/").map_or("", |(_, after)| after);
    }
    kept.push_str(rest);
    kept.replace("<!--", " ").replace("-->", " ")
}

/// Where the brace that closes a block stands.
fn closing_brace(body: &str) -> Option<usize> {
    let mut open = 0;
    for (at, byte) in body.bytes().enumerate() {
        match byte {
            b'{' => open += 1,
            b'}' if open == 0 => return Some(at),
            b'}' => open -= 1,
            _ => {}
        }
    }
    None
}
