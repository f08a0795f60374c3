"""Typst, fonts, pixels, page boxes, folding: how a sheet becomes a file."""
