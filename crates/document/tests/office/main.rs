//! Word files and OpenDocument texts, each made of a few lines of XML.

mod containers;
mod docx;
mod docx_hidden;
mod docx_tables;
mod make;
mod odt;
