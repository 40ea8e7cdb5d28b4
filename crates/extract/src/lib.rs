//! Bytes to a resume with a map back to the source; total for any input.
