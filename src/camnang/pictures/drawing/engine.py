"""Typst draws: a layout and a sheet in, PDF or PNG bytes out. Nothing is fetched and nothing depends on today."""

from __future__ import annotations

import json
import threading
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import typst

from camnang.pictures.drawing.finishing import finished
from camnang.pictures.drawing.glyphs import FONT_FOLDER

if TYPE_CHECKING:
    from camnang.handbook.facts.formats import Format

Options = dict[str, Any]  # of typst.Compiler.compile

MAIN, SHEET, ASKED = "main.typ", "sheet.json", "asked.json"  # at the root of design/, in memory only
PDF_STANDARD = "ua-1"  # ISO 14289-1, held by Typst's own checks
ARCHIVAL = "a-2a"  # ISO 19005-2, level A: opened and read aloud many years from now
BARE: Options = {"format": "pdf", "pdf_tags": False}  # to be painted: pixels have no reading order
FIT_MARK = "FIT|"
PART_LABEL = "<part>"  # of what `design/told.typ` tells
REMEMBERED_DRAWINGS = 10  # typst-py calls comemo::evict(10)
POINTS_PER_INCH = 72
LEAST_PPI = 36  # below that a repeat of the border is smaller than a pixel, and typst-render 0.15 stops


class DrawingError(Exception):
    """Typst stopped for a reason that the editor cannot mend."""


class FitError(Exception):
    """A text that does not fit its block at the smallest allowed size; `excess` counts characters."""

    def __init__(self, block: str, text: str, excess: int) -> None:
        self.block, self.text, self.excess = block, text, excess
        super().__init__(block, text, excess)


@cache
def fonts_of(design: Path, thread: int) -> typst.Fonts:  # the thread is but a key
    """Return the campaign's fonts, and no other."""
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(design / FONT_FOLDER)]
    )


@cache
def compiler_of(design: Path, thread: int) -> typst.Compiler:
    """Return a thread's compiler; what Typst drew last is remembered for the whole process."""
    return typst.Compiler(root=str(design), font_paths=fonts_of(design, thread))


def compiler(design: Path) -> typst.Compiler:
    """Return this thread's compiler, which no other thread may use: it keeps the fonts and the layouts."""
    return compiler_of(design, threading.get_ident())


def forget(design: Path) -> None:
    """Let Typst forget what it drew: it keeps what its last ten drawings used, 800 MB for a book of 80 pages."""
    for _ in range(REMEMBERED_DRAWINGS + 1):
        compiler(design).compile(input=b"", format="svg")


def length(size: str) -> str:
    """Return a size in Typst's units: a screen's px are drawn as pt, so that 72 ppi gives that many pixels."""
    return size.replace("px", "pt")


def files_in_memory(
    form: Format, data: str, debug: bool = False, *, tells: bool = False, first_only: bool = False
) -> dict[str, bytes]:
    """Return the file that calls a layout, and those that the layout reads: the sheet, and what it is drawn on.

    With `tells` the layout tells its parts, see `told_parts`; with `first_only` it draws its first page and stops.

    Files and not `sys.inputs`: those belong to Typst's library, and with a new library it forgets all that it drew.
    """
    asked = {
        "width": length(form.width),
        "height": length(form.height),
        "edition": form.edition,
        "bleed": form.bleed,
        "use": form.use,
        "debug": debug,
        "tells": tells,
        "first_only": first_only,
    }
    call = f'#include "/{form.layout}.typ"'
    return {MAIN: call.encode(), SHEET: data.encode(), ASKED: json.dumps(asked).encode()}


def understood(message: str, diagnostic: str) -> Exception:
    """Turn Typst's error into one of ours."""
    _, mark, rest = message.partition(FIT_MARK)
    parts = rest.strip().strip('"').rsplit("|", 1)
    if mark and len(parts) == 2 and parts[1].strip().isdigit():
        block, _, text = parts[0].partition("|")
        return FitError(block, text, int(parts[1]))
    return DrawingError(diagnostic or message)


def layouts_state(design: Path) -> int:
    """Return a number that changes when a layout does, told by sizes and times alone."""
    stats = [(file.as_posix(), file.stat()) for file in sorted(design.rglob("*.typ"))]
    return hash(tuple((path, found.st_size, found.st_mtime_ns) for path, found in stats))


def drawn_from(design: Path, files: dict[str, bytes], options: Options) -> list[bytes]:
    """Draw what files in memory ask for: a PDF, or PNGs, one a page. Raise `FitError` or `DrawingError`."""
    try:
        found = compiler(design).compile(input=files, timestamp=0, **options)
    except typst.TypstError as error:
        raise understood(error.message, error.diagnostic) from error
    pages = [bytes(page) for page in (found if isinstance(found, list) else [found]) if page is not None]
    if not pages:
        raise DrawingError(f"{files[MAIN].decode()} drew nothing")
    return pages


def drawn(design: Path, form: Format, data: str, options: Options, debug: bool = False) -> list[bytes]:
    """Draw one sheet: a PDF, or PNGs, one a page. Raise as above."""
    return drawn_from(design, files_in_memory(form, data, debug), options)


def told_parts(design: Path, form: Format, data: str) -> str:
    """Return as JSON what a layout tells of the parts that it draws (`design/told.typ`). Raise as above."""
    fonts = fonts_of(design, threading.get_ident())
    asked: Options = {"field": "value", "root": str(design), "font_paths": fonts}
    try:
        return typst.query(input=files_in_memory(form, data, tells=True), selector=PART_LABEL, **asked)
    except RuntimeError as error:  # typst-py's query has no error of its own
        raise understood(str(error), "") from error


def draw_pages(design: Path, form: Format, data: str, ppi: float, debug: bool = False) -> list[bytes]:
    """Return a PNG of each page. Raise as above."""
    return drawn(design, form, data, {"format": "png", "ppi": ppi}, debug)


def standards(form: Format, data: str) -> tuple[str, ...]:
    """Return which standards a PDF keeps.

    One for archives needs a date, so only what has a day of review is one; and Typst 0.15 has no CMYK in it.
    """
    archival = form.edition != "press" and "reviewed" in json.loads(data)
    return (ARCHIVAL, PDF_STANDARD) if archival else (PDF_STANDARD,)


def tagged(kept: tuple[str, ...]) -> Options:
    """Return how a PDF is drawn that keeps these standards."""
    return {"format": "pdf", "pdf_standards": list(kept)}


def draw_pdf(design: Path, form: Format, data: str, debug: bool = False) -> bytes:
    """Return a tagged PDF of the format's size."""
    return finished(drawn(design, form, data, tagged(standards(form, data)), debug)[0], form)


@lru_cache(maxsize=1)
def last_book(design: Path, state: int, files: tuple[tuple[str, bytes], ...], kept: tuple[str, ...]) -> bytes:
    """Draw a book and let Typst forget it; `state` and the names of `files` are but keys of what is remembered."""
    (book,) = drawn_from(design, dict(files), tagged(kept))
    forget(design)
    return book


def draw_book(design: Path, form: Format, data: str, debug: bool = False) -> bytes:
    """Return a tagged PDF of many pages: the same one again, as a booklet wants it, is not drawn twice.

    Its bytes are remembered, not what Typst keeps of it, which takes 800 MB for a book of 80 pages.
    """
    files = tuple(files_in_memory(form, data, debug).items())
    return finished(last_book(design, layouts_state(design), files, standards(form, data)), form)


def draw_bare(design: Path, form: Format, data: str, debug: bool = False) -> bytes:
    """Return a PDF without tags, to be painted: a pt for each px of the format (px formats)."""
    return drawn(design, form, data, BARE, debug)[0]


def draw_thumbnail(design: Path, form: Format, data: str, width: int, *, first_only: bool = False) -> bytes:
    """Return a PNG of the first page at least `width` px wide, to be made smaller.

    With `first_only` layouts of many pages draw no other.
    """
    drawn_width, _ = form.size
    inches = drawn_width / 25.4 if form.width.endswith("mm") else drawn_width / POINTS_PER_INCH
    options: Options = {"format": "png", "ppi": max(2 * width / inches, LEAST_PPI)}
    return drawn_from(design, files_in_memory(form, data, first_only=first_only), options)[0]
