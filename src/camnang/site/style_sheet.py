"""The style sheet as it is served: small, and with what old phones need beside the short ways of writing."""

from __future__ import annotations

from lightningcss import process_stylesheet

FILE = "assets/handbook.css"
# The last browsers of phones from about 2018 (browserslist); newer ways of writing are put beside older ones for them.
BROWSERS = ["chrome >= 64", "safari >= 12", "firefox >= 68"]


def minified(sheet: str) -> str:
    """Return a style sheet without comments and blanks that says the same to `BROWSERS`."""
    return process_stylesheet(sheet, filename=FILE, browsers_list=BROWSERS)
