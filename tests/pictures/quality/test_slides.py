from __future__ import annotations

import zipfile
from io import BytesIO

import pytest

from camnang.made.pictures import Picture
from camnang.pictures.quality.slides import NAMES, deck_faults

SPACES = " ".join(f'xmlns:{short}="{uri}"' for short, uri in NAMES.items() if short != "rel")
TITLE = """<p:sp><p:nvSpPr><p:nvPr><p:ph type="title"/></p:nvPr></p:nvSpPr>
<p:txBody><a:p><a:r><a:t>Tắt máy</a:t></a:r></a:p></p:txBody></p:sp>"""
PICTURE = '<p:pic><p:nvPicPr><p:cNvPr id="2" name="x" descr="Điện thoại"/></p:nvPicPr></p:pic>'


def relations(*targets: str) -> str:
    listed = "".join(f'<Relationship Id="r{n}" Target="{target}"/>' for n, target in enumerate(targets, start=1))
    return f'<Relationships xmlns="{NAMES["rel"]}">{listed}</Relationships>'


def deck(slide: str = TITLE + PICTURE, notes: str = "../notesSlides/notesSlide1.xml") -> bytes:
    """The least that PowerPoint's own reader walks through."""
    ids = '<p:sldIdLst><p:sldId id="256" r:id="r1"/></p:sldIdLst>'
    parts = {
        "ppt/presentation.xml": f"<p:presentation {SPACES}>{ids}</p:presentation>",
        "ppt/_rels/presentation.xml.rels": relations("slides/slide1.xml"),
        "ppt/slides/slide1.xml": f"<p:sld {SPACES}><p:cSld><p:spTree>{slide}</p:spTree></p:cSld></p:sld>",
        "ppt/slides/_rels/slide1.xml.rels": relations(notes),
    }
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as package:
        for name, text in parts.items():
            package.writestr(name, text)
    return out.getvalue()


def told(content: bytes, slides: int = 1) -> list[str]:
    names = dict.fromkeys(("path", "page", "language", "format", "sha256", "reviewed", "fingerprint"), "")
    row = Picture(**names, role="main", pages=slides, width=1, height=1, bytes=0)
    return [fault.found for fault in deck_faults("a.pptx", row, content)]


def test_a_sound_deck_has_no_faults() -> None:
    assert told(deck()) == []


def test_a_picture_marked_as_decoration_needs_no_words() -> None:
    mark = '<a:extLst><a:ext><adec:decorative val="1"/></a:ext></a:extLst></p:cNvPr>'
    decoration = PICTURE.replace("Điện thoại", "").replace("/></p:nvPicPr>", f">{mark}</p:nvPicPr>")
    assert told(deck(TITLE + decoration)) == []


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (deck(PICTURE), "slide 1 không có tiêu đề"),
        (deck(TITLE.replace("Tắt máy", " ")), "slide 1 không có tiêu đề"),
        (deck(TITLE + PICTURE.replace("Điện thoại", "")), "slide 1: 1 hình thiếu lời tả"),
        (deck(notes="../slideLayouts/slideLayout1.xml"), "slide 1 không có lời người nói"),
        (deck()[:-40], "không mở được tệp trình chiếu"),
    ],
)
def test_each_defect_is_told(content: bytes, expected: str) -> None:
    found = told(content)
    assert len(found) == 1, found
    assert found[0].startswith(expected), found


def test_a_slide_that_is_missing_is_told() -> None:
    assert told(deck(), 2) == ["1 slide"]
