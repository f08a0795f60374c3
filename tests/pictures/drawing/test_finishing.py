"""Every drawn PDF is finished: no label without a sign in it, the words and the reading order as they were."""

from __future__ import annotations

from collections import Counter
from io import BytesIO

import pikepdf
import pytest
from pypdf import PdfReader

from camnang.handbook.facts.formats import read_formats
from camnang.handbook.project import Project
from camnang.pictures.drawing.engine import compiler, standards
from camnang.pictures.drawing.finishing import finished
from camnang.pictures.quality.structure import elements_of
from tests.conftest import ROOT

FORMS = {each.id: each for each in read_formats(ROOT)}
FORM = FORMS["ap-phich-a4"]
HEAD = '#set document(title: "Thử", date: none)\n#set text(font: "Be Vietnam Pro", lang: "vi")\n'


def typst_pdf(body: str) -> bytes:
    found = compiler(Project(ROOT).design).compile(
        input=(HEAD + body).encode(), format="pdf", pdf_standards="ua-1", timestamp=0
    )
    assert isinstance(found, bytes)
    return found


def roles(pdf: bytes) -> Counter[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        return Counter(element.role for element in elements_of(opened))


@pytest.mark.parametrize(
    ("marker", "labels"),
    [("[]", 0), ("none", 0), ("pdf.artifact(rect(width: 1em))", 0), ("[–]", 2)],
)
def test_a_label_stays_when_something_stands_in_it(marker: str, labels: int) -> None:
    drawn = typst_pdf(f"#list(marker: {marker}, [Một], [Hai])")
    before, after = roles(drawn), roles(finished(drawn, FORM))
    assert after == before - Counter({"/Lbl": 2 - labels}), f"{before} became {after}"
    assert after["/Lbl"] == labels, after


def test_words_and_their_order_stay() -> None:
    drawn = typst_pdf("= Đầu\n#list(marker: [], [Một], [Hai])\nSau")
    texts = [PdfReader(BytesIO(pdf)).pages[0].extract_text() for pdf in (drawn, finished(drawn, FORM))]
    assert texts[0] == texts[1], texts
    assert "Hai" in texts[1], texts


def test_the_same_drawing_gives_the_same_bytes_and_fewer() -> None:
    drawn = typst_pdf("#list(marker: [], ..range(40).map(i => [Dòng #i]))")
    once = finished(drawn, FORM)
    assert once == finished(drawn, FORM)
    assert len(once) < len(drawn), f"{len(drawn)} bytes became {len(once)}"


@pytest.mark.parametrize(
    ("form", "data", "kept"),
    [
        ("ap-phich-a4", '{"reviewed": "2026-11-24"}', ("a-2a", "ua-1")),
        ("ap-phich-a4", "{}", ("ua-1",)),
        ("ap-phich-a4-nha-in", '{"reviewed": "2026-11-24"}', ("ua-1",)),
    ],
)
def test_only_what_is_dated_and_in_colours_of_the_screen_is_for_archives(
    form: str, data: str, kept: tuple[str, ...]
) -> None:
    assert standards(FORMS[form], data) == kept
