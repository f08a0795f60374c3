"""Style sheets and scripts as they are served: small, and readable by the browsers of old phones."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path

from lightningcss import process_stylesheet

from camnang.handbook.facts.palette import PLACE, rules

# Phones of about 2018 (browserslist); for them older ways of writing are put beside newer ones.
BROWSERS = ["chrome >= 64", "safari >= 12", "firefox >= 68"]


@cache
def served_sheet(text: str) -> str:
    """Return a style sheet with the campaign's colours, without comments, that says the same to `BROWSERS`."""
    return process_stylesheet(text.replace(PLACE, rules(text)), browsers_list=BROWSERS)


@cache
def served_script(text: str) -> str:
    """Return a script without comments, with short local names; one that is newer than ES5 as it was written."""
    # Scripts are made small once; a run in which none was edited must not wait for the parser.
    from calmjs.parse import es5  # noqa: PLC0415
    from calmjs.parse.exceptions import ECMASyntaxError  # noqa: PLC0415
    from calmjs.parse.unparsers.es5 import minify_print  # noqa: PLC0415

    try:
        small: str = minify_print(es5(text), obfuscate=True)
    except ECMASyntaxError:
        return text
    return small


KINDS: Mapping[str, Callable[[str], str]] = {".css": served_sheet, ".js": served_script}


def served_bytes(file: Path) -> bytes:
    """Return an asset's bytes as they are served."""
    kind = KINDS.get(file.suffix)
    return kind(file.read_text(encoding="utf-8")).encode() if kind else file.read_bytes()
