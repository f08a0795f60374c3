"""Whether a PDF can be read aloud (PDF/UA-1, ISO 14289-1) and opened in many years (PDF/A-2a, ISO 19005-2).

`page` decides 104 rules of the one standard and 154 of the other, and has no part in writing the file. What it lets
through is checked here, each rule under its number in the Matterhorn Protocol 1.02.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from io import BytesIO

import pikepdf
from page import ValidationProfile, validate_pdf_bytes

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import Format
from camnang.pictures.quality.glyph_boxes import Glyph, text_of, words_of
from camnang.pictures.quality.structure import Element, elements_of
from camnang.pictures.quality.subject import Subject

HEADINGS = tuple(f"/H{level}" for level in range(1, 7))
REPAIR = "vẽ lại bằng Typst; tệp qua công cụ khác thì giữ nguyên thẻ (tags)"
UNHEARD = "trong design/ bỏ pdf.artifact quanh những chữ ấy"
LEAST_LETTERS = 3
READ_ALOUD, ARCHIVED = ValidationProfile.PDF_UA_1, ValidationProfile.PDF_A_2A
# `page` 0.11 takes a CR with which a stream's data happen to end for a part of the end of line that qpdf writes after
# them. Whether lengths are right is asked of qpdf, see `wrong_lengths`.
NOT_ASKED = frozenset({"PDFA2A-STREAM-LENGTH-001"})

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


def empty_headings(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """14-001: a heading that says nothing."""
    if any(element.role in HEADINGS and element.empty for element in elements):
        yield "tiêu đề rỗng (14-001)"


def empty_labels(_: pikepdf.Pdf, elements: tuple[Element, ...]) -> Iterator[str]:
    """A list item with a label that says nothing: no rule forbids it, but some readers stop there."""
    count = sum(element.role == "/Lbl" and element.empty for element in elements)
    if count:
        yield f"{count} dấu đầu dòng rỗng (Lbl)"


def wrong_lengths(pdf: pikepdf.Pdf, _: tuple[Element, ...]) -> Iterator[str]:
    """ISO 19005-2, 6.1.7.1: streams are as long as they say, and the file as a whole is sound."""
    yield from (f"qpdf: {problem}" for problem in pdf.check_pdf_syntax())


RULES: tuple[Rule, ...] = (lost_marks, empty_headings, empty_labels, wrong_lengths)


def outside_findings(pdf: bytes, profile: ValidationProfile) -> Iterator[str]:
    """Yield each rule of a standard that `page` finds broken, once."""
    failures = validate_pdf_bytes(pdf, profile=profile).failures
    told = {each.rule_id: each.message for each in failures if each.rule_id not in NOT_ASKED}
    yield from (f"{message} ({rule_id})" for rule_id, message in told.items())


def findings(pdf: bytes, *profiles: ValidationProfile) -> Iterator[str]:
    """Yield every breach of these standards that is found in a PDF."""
    for profile in profiles:
        yield from outside_findings(pdf, profile)
    with pikepdf.open(BytesIO(pdf)) as opened:
        elements = elements_of(opened)
        for rule in RULES:
            yield from rule(opened, elements)


def profiles_of(form: Format) -> tuple[ValidationProfile, ...]:
    """Return which standards a format keeps: inks of a printing house need a profile that Typst 0.15 cannot carry."""
    return (READ_ALOUD,) if form.edition == "press" else (READ_ALOUD, ARCHIVED)


def heard(glyphs: Iterable[Glyph]) -> frozenset[str]:
    """Return the words of glyphs as they are compared, without signs; shorter ones are specimens of letters."""
    words = (re.findall(r"[^\W\d_]+", text_of(word).casefold()) for word in words_of(glyphs))
    return frozenset(part for parts in words for part in parts if len(part) >= LEAST_LETTERS)


def unheard_words(glyphs: Iterable[Glyph]) -> frozenset[str]:
    """Return the words that are only painted as art (01-002).

    Cards of a sheet to be cut and heads of a book's pages say again what the tags say: art is what layout repeats
    (ISO 32000-1, 14.8.2.2.2), and nobody wants to hear a card ten times.
    """
    every = tuple(glyphs)
    return heard(each for each in every if each.artifact) - heard(each for each in every if not each.artifact)


def access_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each breach of a standard, and when the document names another language than its page."""
    # Pages put two on a sheet for folding lose their tags; ears have the same book page by page.
    if subject.form.imposition:
        return
    profiles = profiles_of(subject.form)
    expected = "PDF/UA-1 (người khiếm thị nghe đọc được)" + (
        ", PDF/A-2a (lưu lâu dài)" if ARCHIVED in profiles else ""
    )
    for found in findings(subject.pdf, *profiles):
        yield subject.fault(None, rule="pdf-kho-nghe", found=found, expected=expected, repair=REPAIR)
    if unheard := unheard_words(subject.glyphs):
        found = f"chỉ được vẽ, không được đọc: {', '.join(sorted(unheard))} (01-002)"
        yield subject.fault(None, rule="pdf-kho-nghe", found=found, expected=expected, repair=UNHEARD)
    language, wanted = str(subject.opened.Root.get("/Lang", "")), subject.content.language
    if wanted and language != wanted:
        yield subject.fault(
            None,
            rule="pdf-kho-nghe",
            found=f"tệp ghi tiếng «{language}»",
            expected=f"tiếng «{wanted}»",
            repair=REPAIR,
        )
