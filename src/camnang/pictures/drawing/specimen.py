"""Every letter of every language, drawn in every weight, and a check that the fonts have them all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from camnang.files.faults import Fault
from camnang.handbook.facts.formats import office_sheet
from camnang.handbook.facts.languages import FILE, Language
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.drawing.glyphs import FONT_FOLDER, coverage
from camnang.pictures.sheets.values import Sheet, as_json

FORMAT = office_sheet("mau-chu", "Mẫu chữ", "specimen")


@dataclass(frozen=True)
class Alphabet:
    """A language's letters, small and large."""

    name: str
    description: str
    letters: str


@dataclass(frozen=True, kw_only=True)
class Specimen(Sheet):
    """The letters of every language, for the eye of a speaker."""

    languages: tuple[Alphabet, ...]


def both_cases(letters: str) -> str:
    """Return the letters and their capitals, each once, in their order."""
    return "".join(dict.fromkeys([*letters, *letters.upper()]))


def specimen(languages: Iterable[Language]) -> Specimen:
    """Return what the specimen shows."""
    shown = tuple(Alphabet(each.name, each.description, both_cases(each.letters)) for each in languages)
    return Specimen(language="vi", title="Mẫu chữ", author="Cẩm nang chống lừa đảo Cao Bằng", languages=shown)


def draw_specimen(design: Path, languages: Iterable[Language]) -> bytes:
    """Return the specimen as a tagged A4 PDF."""
    return draw_pdf(design, FORMAT, as_json(specimen(languages)))


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
