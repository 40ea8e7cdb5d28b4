//! Text to typed facts with spans: quantities, verbs, objects, mechanisms, concepts.
