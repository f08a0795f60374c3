"""Translations out to a native speaker on paper, and back."""
