//! Resume to open formats: JSON Resume, plain text.
