"""Plain objects that templates read, by subject."""
