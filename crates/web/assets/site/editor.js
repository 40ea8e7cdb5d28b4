// The text of a resume: what is wrong follows while one writes.
