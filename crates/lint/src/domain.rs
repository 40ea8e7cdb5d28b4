//! Which field of engineering a page is about, as far as it decides what a list should hold.

use std::collections::BTreeSet;
use std::sync::LazyLock;

use roles::PhraseSet;

use crate::career::title;
use crate::page::Part;
use crate::rule::Context;
use crate::wording::{says, set};

/// Different techniques on a page that shows depth of its own, whatever products it names.
const DEEP: usize = 8;

/// Words for fields where backend products are not the tools of the trade.
static FIELDS: LazyLock<PhraseSet> = LazyLock::new(|| {
    set(&[
        "embedded",
        "sre|devops",
        "site reliability",
        "security|network engineer",
        "firmware",
        "microcontroller*",
        "rtos",
        "bsp",
        "fpga",
        "avionics",
        "robot*",
        "device|devices",
        "drivers",
        "kernel",
        "operating system|systems",
        "hypervisor*",
        "game|games|gameplay",
        "netcode",
        "graphics",
        "rendering|renderer",
        "physics engine",
        "machine learning",
        "ml",
        "deep learning",
        "computer vision",
        "inference",
        "compiler*",
        "toolchain*",
        "interpreter",
        "desktop",
        "audio|video codec*",
        "dsp",
        "network protocol*",
        "packet",
        "router firmware",
        "low latency trading",
        "storage engine",
        "database engine|internals",
        "query engine|planner|optimizer",
        "cryptograph*",
        "simulation*",
        "hpc",
        "scientific computing",
    ])
});

/// The page is of a neighboring field, or deep enough that a missing product proves nothing.
pub(crate) fn works_elsewhere(cx: &Context<'_>) -> bool {
    let top = cx.page.units.iter().filter(|unit| matches!(unit.part, Part::Label | Part::Summary));
    let named = top.into_iter().any(|unit| !FIELDS.find(&unit.facts.words).is_empty());
    let titled = || cx.resume.work.iter().any(|role| says(&FIELDS, title(role)));
    let deep = || {
        let units = cx.page.units.iter();
        let concepts: BTreeSet<&str> = units
            .flat_map(|unit| &unit.facts.concepts)
            .map(|concept| concept.entry(cx.pack).id.as_str())
            .collect();
        concepts.len() >= DEEP
    };
    named || titled() || deep()
}
