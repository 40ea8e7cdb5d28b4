//! Resume and template to PDF, through Typst.
