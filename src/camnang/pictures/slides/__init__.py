"""Slides that can be edited (PPTX)."""
