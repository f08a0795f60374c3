"""The index of each language."""
