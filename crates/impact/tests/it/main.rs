//! Impact tables: known cases, properties, and tables that cannot be used.

mod figures;
mod properties;
mod reading;
