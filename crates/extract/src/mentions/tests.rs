//! Cases of mentions.
