"""Whether a screen reader can read a PDF aloud (PDF/UA-1, ISO 14289-1), checked by others than the one who wrote it.

`pdfua` decides 16 of the standard's rules on its own; the rest of the machine-checkable core of the Matterhorn
Protocol 1.02 that our files can break is checked here, each under its number there.
"""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO
from pathlib import Path

import pdfua
import pikepdf

from camnang.files.faults import Fault
from camnang.pictures.quality.structure import Element, elements_of
from camnang.pictures.quality.subject import Subject

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
# ISO 32000-1, 14.8.4; PDF/UA-1 keeps to these.
ROLE_NAMES = """
/Document /Part /Art /Sect /Div /BlockQuote /Caption /TOC /TOCI /Index /NonStruct /Private /P /H /H1 /H2 /H3 /H4 /H5
/H6 /L /LI /Lbl /LBody /Table /TR /TH /TD /THead /TBody /TFoot /Span /Quote /Note /Reference /BibEntry /Code /Link
/Annot /Ruby /RB /RT /RP /Warichu /WT /WP /Figure /Formula /Form
"""
STANDARD_ROLES = frozenset(ROLE_NAMES.split())
XMP_PART = "{http://www.aiim.org/pdfua/ns/id/}part"
REPAIR = "vẽ lại bằng Typst; tệp qua công cụ khác thì giữ nguyên thẻ (tags)"
# Crashes with pikepdf 10 on elements whose /K is a list; checked below as 14-001.
REPEATED_BELOW = frozenset({"UA-14-001"})

Rule = Callable[[pikepdf.Pdf, tuple[Element, ...]], Iterable[str]]


def content_marks(pdf: pikepdf.Pdf) -> Iterator[tuple[int, int]]:
    """Yield (page, MCID) of all marked content on the pages."""
    for number, page in enumerate(pdf.pages):
        for step in pikepdf.parse_content_stream(page, "BDC"):
            properties = step.operands[-1]
            if isinstance(properties, pikepdf.Dictionary) and "/MCID" in properties:
                yield number, int(properties.MCID)


def lost_marks(pdf: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """01-005, 09: content is marked, but no element leads to it."""
    reached = {mark for element in elements for mark in element.marks}
    lost = set(content_marks(pdf)) - reached
    if lost:
        yield f"{len(lost)} đoạn không nằm trong cây thẻ (01-005)"


def suspects(pdf: pikepdf.Pdf, _: tuple[Element, ...]) -> Iterator[str]:
    """02-001: the writer is not sure of its own tags."""
    if pdf.Root.get("/MarkInfo", pikepdf.Dictionary()).get("/Suspects", False):
        yield "MarkInfo ghi Suspects (02-001)"


def unknown_roles(pdf: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """02-001 to 02-004: a role that is neither standard nor mapped to a standard one."""
    mapped = pdf.Root.get("/StructTreeRoot", pikepdf.Dictionary()).get("/RoleMap", pikepdf.Dictionary())
    for role in sorted({element.role for element in elements} - STANDARD_ROLES):
        if str(mapped.get(role)) not in STANDARD_ROLES:
            yield f"thẻ lạ {role[1:]} (02-001)"


def heading_order(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """14-002, 14-003: the first heading is H1, and none skips a level."""
    level = 0
    for element in elements:
        if element.role in HEADINGS:
            here = HEADINGS.index(element.role) + 1
            if here > level + 1:
                yield f"tiêu đề nhảy từ H{level} sang H{here} (14-003)"
            level = here


def empty_headings(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """14-001: a heading that says nothing."""
    if any(element.role in HEADINGS and element.empty for element in elements):
        yield "tiêu đề rỗng (14-001)"


def silent_figures(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """13-004: a picture without words for those who do not see it."""
    silent = sum(element.role in {"/Figure", "/Formula"} and not element.alt.strip() for element in elements)
    if silent:
        yield f"{silent} hình thiếu lời tả (13-004)"


def loose_items(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """09-005 and 09-006: items stand in lists, their parts in items."""
    wanted = {"/LI": {"/L"}, "/Lbl": {"/LI", "/TOCI", "/Note"}, "/LBody": {"/LI"}}
    for element in elements:
        if element.role in wanted and (element.above[-1:] or ("",))[0] not in wanted[element.role]:
            yield f"{element.role[1:]} nằm ngoài danh sách (09-005)"


def fonts_without_meaning(pdf: pikepdf.Pdf, _: tuple[Element, ...]) -> Iterator[str]:
    """10-001: letters whose meaning the file does not tell."""
    for font in pdf.objects:
        composite = isinstance(font, pikepdf.Dictionary) and font.get("/Subtype") == "/Type0"
        if composite and "/ToUnicode" not in font:
            yield f"phông {str(font.BaseFont)[1:]} không có bảng ToUnicode (10-001)"


def identification(pdf: pikepdf.Pdf, _: tuple[Element, ...]) -> Iterator[str]:
    """06-002: the file says which standard it keeps."""
    with pdf.open_metadata(set_pikepdf_as_editor=False) as told:
        if str(told.get(XMP_PART, "")) != "1":
            yield "siêu dữ liệu không ghi pdfuaid:part 1 (06-002)"


def tab_order(pdf: pikepdf.Pdf, _: tuple[Element, ...]) -> Iterator[str]:
    """28-008: links are reached in the order of the tags."""
    if any("/Annots" in page.obj and page.obj.get("/Tabs") != "/S" for page in pdf.pages):
        yield "trang có liên kết mà thiếu Tabs /S (28-008)"


RULES: tuple[Rule, ...] = (
    lost_marks,
    suspects,
    unknown_roles,
    heading_order,
    empty_headings,
    silent_figures,
    loose_items,
    fonts_without_meaning,
    identification,
    tab_order,
)


@contextlib.contextmanager
def as_file(pdf: bytes) -> Iterator[Path]:
    """Yield a file with these bytes: the checker opens nothing else."""
    handle, name = tempfile.mkstemp(suffix=".pdf")
    try:
        with os.fdopen(handle, "wb") as out:
            out.write(pdf)
        yield Path(name)
    finally:
        Path(name).unlink()


def outside_findings(pdf: bytes) -> Iterator[str]:
    """Yield what `pdfua` finds; a rule of its own that it could not run is a finding too."""
    with as_file(pdf) as file:
        report = pdfua.validate(str(file))
    yield from (f"{finding.message} ({finding.rule_id})" for finding in report.findings)
    for outcome in report.skipped:
        if outcome.rule_id not in REPEATED_BELOW:
            yield f"{outcome.skipped_reason} ({outcome.rule_id})"


def findings(pdf: bytes) -> Iterator[str]:
    """Yield every breach of PDF/UA-1 that is found in a PDF."""
    yield from outside_findings(pdf)
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = elements_of(opened)
        for rule in RULES:
            yield from rule(opened, elements)


def access_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each breach of PDF/UA-1, and when the document names another language than its page."""
    # Pages put two on a sheet for folding lose their tags; ears have the same book page by page.
    if subject.form.imposition:
        return
    for found in findings(subject.pdf):
        yield subject.fault(
            None, rule="pdf-kho-nghe", found=found, expected="PDF/UA-1 (người khiếm thị nghe đọc được)", repair=REPAIR
        )
    language, wanted = str(subject.opened.Root.get("/Lang", "")), subject.content.language
    if wanted and language != wanted:
        yield subject.fault(
            None,
            rule="pdf-kho-nghe",
            found=f"tệp ghi tiếng «{language}»",
            expected=f"tiếng «{wanted}»",
            repair=REPAIR,
        )
