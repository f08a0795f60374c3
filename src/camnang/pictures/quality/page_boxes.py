"""Sizes of pages: the sheet's own size, and for a printing house the boxes round it (ISO 32000-1, 14.11.2)."""

from __future__ import annotations

from collections.abc import Iterator

import pikepdf

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import Format
from camnang.made.pictures import Picture
from camnang.pictures.quality.glyph_boxes import Box
from camnang.pictures.quality.subject import Subject

POINTS_PER_MM = 72 / 25.4
TOLERANCE = 0.1  # mm: a cutter is no better than that


def box(page: pikepdf.Page, name: str) -> Box:
    """Return a box of the page in pt; a missing one is the next larger."""
    edges = [float(edge) for edge in page.obj.get(name, page.mediabox).as_list()]
    return Box(min(edges[0], edges[2]), min(edges[1], edges[3]), max(edges[0], edges[2]), max(edges[1], edges[3]))


def trim(page: pikepdf.Page) -> Box:
    """Return what is left of a page when it is cut."""
    return box(page, "/TrimBox")


def points(form: Format) -> tuple[float, float]:
    """Return a format's width and height in pt; px are drawn as pt."""
    width, height = form.size
    scale = POINTS_PER_MM if form.width.endswith("mm") else 1
    return width * scale, height * scale


def told(width: float, height: float) -> str:
    """Return a size in pt as people know it."""
    return f"{width / POINTS_PER_MM:.1f} × {height / POINTS_PER_MM:.1f} mm"


def same(one: float, other: float) -> bool:
    """Tell whether two lengths in pt are the same to a cutter."""
    return abs(one - other) <= TOLERANCE * POINTS_PER_MM


def size_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each page that is not as large as its format."""
    width, height = points(subject.form)
    for number, page in enumerate(subject.opened.pages):
        cut = trim(page)
        found = cut.right - cut.left, cut.top - cut.bottom
        if not (same(found[0], width) and same(found[1], height)):
            expected = f"{told(width, height)} như cỡ {subject.form.id} trong data/formats.yml"
            yield subject.fault(number, rule="hinh-sai-co", found=f"khổ giấy {told(*found)}", expected=expected)


def press_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each page of a press file whose boxes are missing or do not leave the bleed."""
    bleed = int(subject.form.bleed[:-2]) * POINTS_PER_MM
    for number, page in enumerate(subject.opened.pages):
        missing = [name for name in ("/MediaBox", "/BleedBox", "/TrimBox") if name not in page.obj]
        if missing:
            yield subject.fault(
                number,
                rule="nha-in-sai-khung",
                found=f"thiếu {', '.join(missing)}",
                expected="đủ MediaBox, BleedBox, TrimBox cho nhà in",
            )
            continue
        media, bled, cut = (box(page, name) for name in ("/MediaBox", "/BleedBox", "/TrimBox"))
        widths = cut.left - bled.left, cut.bottom - bled.bottom, bled.right - cut.right, bled.top - cut.top
        if not all(same(width, bleed) for width in widths):
            found = ", ".join(f"{width / POINTS_PER_MM:.1f}" for width in widths)
            yield subject.fault(
                number,
                rule="nha-in-sai-khung",
                found=f"chừa xén bốn cạnh {found} mm",
                expected=f"{subject.form.bleed} mỗi cạnh",
            )
        if not (media.left <= bled.left and media.bottom <= bled.bottom):
            yield subject.fault(
                number,
                rule="nha-in-sai-khung",
                found="BleedBox ra ngoài MediaBox",
                expected="BleedBox nằm trong MediaBox",
            )


def page_count_faults(subject: Subject, row: Picture) -> Iterator[Fault]:
    """Yield a fault when the manifest counts other pages than the file has."""
    pages = len(subject.opened.pages)
    if pages != row.pages:
        yield subject.fault(
            None, rule="hinh-sai-co", found=f"{pages} trang", expected=f"{row.pages} trang như manifest.json ghi"
        )


def box_faults(subject: Subject) -> Iterator[Fault]:
    """Yield every fault of the pages' sizes and boxes."""
    yield from size_faults(subject)
    if subject.form.edition == "press":
        yield from press_faults(subject)
