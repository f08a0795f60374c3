"""Whether every font travels with the file, and only the letters that it needs."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pikepdf

from camnang.files.faults import Fault
from camnang.pictures.quality.subject import Subject

FONT_FILES = ("/FontFile", "/FontFile2", "/FontFile3")
SUBSET = re.compile(r"^/[A-Z]{6}\+")  # ISO 32000-1, 9.6.4


def fonts_of(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Object]:
    """Yield every font that holds glyphs: a composite one stands for its descendant."""
    for found in pdf.objects:
        if (
            isinstance(found, pikepdf.Dictionary)
            and found.get("/Type") == "/Font"
            and "/DescendantFonts" not in found
        ):
            yield found


def font_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each font that is not in the file or is there with all its letters."""
    for font in fonts_of(subject.opened):
        name = str(font.get("/BaseFont", "/?"))
        descriptor = font.get("/FontDescriptor", pikepdf.Dictionary())
        if not any(key in descriptor for key in FONT_FILES):
            yield subject.fault(
                None,
                rule="phong-trong-tep-sai",
                found=f"phông {name[1:]} không nhúng",
                expected="phông nhúng trong tệp",
                repair="vẽ lại bằng Typst",
            )
        elif not SUBSET.match(name):
            yield subject.fault(
                None,
                rule="phong-trong-tep-sai",
                found=f"phông {name[1:]} nhúng cả bộ",
                expected="chỉ nhúng chữ đã dùng",
                repair="vẽ lại bằng Typst",
            )
