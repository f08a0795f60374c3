"""The style sheet as it is served: small, and with what old phones need beside the short ways of writing."""

from __future__ import annotations

from lightningcss import process_stylesheet

FILE = "assets/handbook.css"
# Phones of about 2018 (browserslist); for them older ways of writing are put beside newer ones.
BROWSERS = ["chrome >= 64", "safari >= 12", "firefox >= 68"]


def minified(sheet: str) -> str:
    """Return a style sheet without comments and blanks that says the same to `BROWSERS`."""
    return process_stylesheet(sheet, filename=FILE, browsers_list=BROWSERS)
