"""Every letter of every language, drawn in every weight, and a check that the fonts have them all."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import office_sheet
from camnang.handbook.facts.languages import FILE, Language
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.drawing.glyphs import FONT_FOLDER, coverage

FORMAT = office_sheet("mau-chu", "Mẫu chữ", "specimen")


def both_cases(letters: str) -> str:
    """Return the letters and their capitals, each once, in their order."""
    return "".join(dict.fromkeys([*letters, *letters.upper()]))


def specimen(languages: Iterable[Language]) -> str:
    """Return what the layout draws, as JSON."""
    shown = [
        {"name": language.name, "description": language.description, "letters": both_cases(language.letters)}
        for language in languages
    ]
    return json.dumps({"languages": shown}, ensure_ascii=False)


def draw_specimen(design: Path, languages: Iterable[Language]) -> bytes:
    """Return the specimen as a tagged A4 PDF."""
    return draw_pdf(design, FORMAT, specimen(languages))


def letter_faults(design: Path, languages: tuple[Language, ...]) -> Iterator[Fault]:
    """Return a fault for each font that lacks letters of a language, and for each language without a list."""
    for language in languages:
        if not language.letters:
            expected = "dòng «letters» kê đủ chữ cái của tiếng ấy"
            yield Fault(
                path=FILE,
                rule="phong-thieu-chu",
                found=f"tiếng «{language.code}» thiếu «letters»",
                expected=expected,
                repair="thêm dòng ấy",
            )
    for font in sorted((design / FONT_FOLDER).glob("*.ttf")):
        for language in languages:
            missing = [letter for letter in both_cases(language.letters) if letter not in coverage(font)]
            if missing:
                found = f"{font.name} thiếu chữ {' '.join(missing)} của {language.description}"
                yield Fault(
                    path=FILE,
                    rule="phong-thieu-chu",
                    found=found,
                    expected="phông có đủ chữ",
                    repair="đổi phông, hoặc sửa dòng «letters»",
                )
