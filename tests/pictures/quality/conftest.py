"""Sheets drawn from a few lines of Typst, each with the one defect that a test looks for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import typst

from camnang.handbook.facts.formats import Format
from camnang.pictures.quality.subject import Subject
from camnang.pictures.sheets.values import Sheet
from tests.conftest import ROOT
from tests.pictures.quality.made_up import SILENT

Draw = Callable[..., Subject]

HEAD = """#set document(title: "Thử", date: datetime(year: 2026, month: 11, day: 24))
#set text(font: "Be Vietnam Pro", lang: "vi", size: 20pt, top-edge: "cap-height", bottom-edge: "baseline")
#set page(width: 200mm, height: 100mm, margin: 10mm)
"""


def form(**changes: Any) -> Format:
    """A sheet of 200 × 100 mm that is read from half a metre."""
    usual: dict[str, Any] = {
        "id": "thu",
        "name": {"vi": "Thử"},
        "layout": "thu",
        "width": "200mm",
        "height": "100mm",
        "file_format": "pdf",
        "pages": ("scam",),
        "max_kilobytes": 800,
        "distance": 0.5,
    }
    return Format(**{**usual, **changes})


@pytest.fixture(scope="session")
def typst_pdf(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], bytes]:
    """Draw Typst's text as a tagged PDF with the project's fonts alone."""
    folder = tmp_path_factory.mktemp("typst")
    fonts = typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(ROOT / "design/fonts")]
    )
    compiler = typst.Compiler(root=str(folder), font_paths=fonts)

    def drawn(body: str) -> bytes:
        file: Path = folder / "sheet.typ"
        file.write_text(HEAD + body, encoding="utf-8")
        kept = ["ua-1"] if "cmyk(" in body else ["a-2a", "ua-1"]  # Typst 0.15 has no CMYK in a PDF for archives
        return bytes(compiler.compile(input=str(file), format="pdf", pdf_standards=kept, timestamp=0))

    return drawn


@pytest.fixture(scope="session")
def sheet(typst_pdf: Callable[[str], bytes]) -> Draw:
    """Draw a body and hold it against words and a format."""

    def made(body: str, content: Sheet = SILENT, **changes: Any) -> Subject:
        return Subject("build/tai-ve/thu.pdf", form(**changes), content, typst_pdf(body))

    return made
