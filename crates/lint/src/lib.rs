//! Resume and role pack to findings and a grade.
