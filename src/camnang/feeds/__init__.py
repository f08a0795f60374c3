"""The dated warnings for programs: RSS, Atom and JSON Feed, the same entries in each."""
