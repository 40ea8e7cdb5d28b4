//! Complete pages as experts would sort them: three qualities at two stages, of different fields.

use resume::{Resume, Stage};

use crate::page::resume;

/// How good a page is at its stage. Ordered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Quality {
    Weak,
    Middling,
    Strong,
}

/// A page with what an expert says of it.
pub(crate) struct Complete {
    pub(crate) name: &'static str,
    pub(crate) stage: Stage,
    pub(crate) quality: Quality,
    pub(crate) resume: Resume,
}

/// All of them.
pub(crate) fn complete() -> Vec<Complete> {
    let page = |name, stage, quality, yaml| Complete { name, stage, quality, resume: resume(yaml) };
    macro_rules! pages {
        ($($stage:ident $quality:ident $file:literal)*) => {
            vec![$(page($file, Stage::$stage, Quality::$quality, include_str!(concat!("complete/", $file, ".yaml")))),*]
        };
    }
    pages! {
        Mid Weak "mid-weak-travel"
        Mid Weak "mid-weak-retail"
        Mid Middling "mid-middling-telecom"
        Mid Middling "mid-middling-games"
        Mid Strong "mid-strong-insurance"
        Mid Strong "mid-strong-energy"
        Senior Weak "senior-weak-bank"
        Senior Weak "senior-weak-ads"
        Senior Middling "senior-middling-warehouse"
        Senior Middling "senior-middling-media"
        Senior Strong "senior-strong-payments"
        Senior Strong "senior-strong-embedded"
    }
}
