from __future__ import annotations

from io import BytesIO

import pikepdf
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from camnang.pictures.drawing.imposition import Side, impose, padded, saddle_stitch

A4_WIDE = (841.89, 595.28)


def folded(sides: tuple[Side, ...]) -> list[int | None]:
    """Read the sheets as a hand does: the outermost first, leaf after leaf, then back through their other halves."""
    sheets = list(zip(sides[::2], sides[1::2], strict=True))
    first = [page for front, back in sheets for page in (front.right, back.left)]
    second = [page for front, back in reversed(sheets) for page in (back.right, front.left)]
    return first + second


@given(st.integers(min_value=1, max_value=200))
def test_folded_sheets_give_the_pages_in_their_order(pages: int) -> None:
    read = folded(saddle_stitch(pages))
    assert [page for page in read if page is not None] == list(range(pages)), read
    assert read == padded(pages)


@given(st.integers(min_value=1, max_value=200))
def test_sheets_are_whole_and_the_back_cover_stays_outside(pages: int) -> None:
    sides = saddle_stitch(pages)
    assert len(sides) == 2 * -(-pages // 4), (pages, len(sides))
    assert sides[0].left == pages - 1, sides[0]
    assert sum(side.count(None) for side in sides) == -pages % 4


def test_eight_pages_lie_as_a_printer_knows_it() -> None:
    assert saddle_stitch(8) == ((7, 0), (1, 6), (5, 2), (3, 4))


def book(*words: str) -> bytes:
    """A PDF with one A6 page a word, in Helvetica."""
    with pikepdf.new() as made:
        font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)
        for word in words:
            page = made.add_blank_page(page_size=(298, 420))
            page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
            page.Contents = made.make_stream(f"BT /F1 24 Tf 40 200 Td ({word}) Tj ET".encode())
        made.Root.Lang = "vi"
        out = BytesIO()
        made.save(out)
        return out.getvalue()


def test_sheets_hold_their_pages_and_blanks_are_marked() -> None:
    sheets = impose(book("one", "two", "three", "four", "five"), lambda: book("notes"), *A4_WIDE, "Booklet")
    found = [page.extract_text().split() for page in PdfReader(BytesIO(sheets)).pages]
    assert found == [["five", "one"], ["two", "notes"], ["notes", "three"], ["four", "notes"]], found


def test_whole_sheets_ask_for_no_blank_page() -> None:
    def never() -> bytes:
        raise AssertionError("a blank page was drawn for a book of four pages")

    reader = PdfReader(BytesIO(impose(book("a", "b", "c", "d"), never, *A4_WIDE, "Bản gập")))
    assert (len(reader.pages), reader.root_object["/Lang"]) == (2, "vi")
    assert reader.metadata is not None
    assert reader.metadata.title == "Bản gập"
    assert [round(float(side), 2) for side in reader.pages[0].mediabox[2:]] == list(A4_WIDE)


def test_the_same_book_gives_the_same_bytes() -> None:
    made = [impose(book("a", "b"), lambda: book("notes"), *A4_WIDE, "x") for _ in range(2)]
    assert made[0] == made[1]


def test_sheets_keep_the_keywords_of_their_book() -> None:
    with pikepdf.open(BytesIO(book("a", "b"))) as source:
        source.docinfo[pikepdf.Name.Keywords] = "translation-status: draft"
        marked = BytesIO()
        source.save(marked)
    reader = PdfReader(BytesIO(impose(marked.getvalue(), lambda: book("notes"), *A4_WIDE, "Bản gập")))
    assert reader.metadata is not None
    assert reader.metadata.keywords == "translation-status: draft"
