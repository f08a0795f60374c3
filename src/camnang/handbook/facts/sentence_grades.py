"""How sure each composed sentence of a translation is (`data/lexicon/sentences/*.tsv`)."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Literal, get_args

from camnang.files.faults import Fault, raise_if_any
from camnang.files.tab_table import numbered_rows
from camnang.files.text_file import open_text
from camnang.handbook.facts.lexicon import FOLDER as LEXICON

FOLDER: Final = f"{LEXICON}/sentences"
COLUMNS: Final = ("language", "sentence", "grade", "model", "note")

Grade = Literal["high", "mid", "low"]
GRADES: Final[tuple[Grade, ...]] = get_args(Grade)


@dataclass(frozen=True)
class SentenceGrade:
    """A sentence without its final mark, how sure it is, what it was built after, what a speaker should judge."""

    language: str
    sentence: str
    grade: Grade
    model: str
    note: str


def grade_fault(path: str, line: int, found: str) -> Fault:
    """Say that a sentence has no grade of the three."""
    expected = f"một trong {', '.join(GRADES)}"
    return Fault(
        path=path,
        line=line,
        rule="gia-tri-sai",
        found=f"độ chắc «{found}»",
        expected=expected,
        repair="sửa cột grade",
    )


def grades_in(text: str, path: str) -> Iterator[SentenceGrade | Fault]:
    """Yield the grades of one table, a fault for each row without one."""
    for line, row in numbered_rows(text):
        language, sentence, grade, model, note = (row.get(name, "") for name in COLUMNS)
        known = next((each for each in GRADES if each == grade), None)
        if known:
            yield SentenceGrade(language, unicodedata.normalize("NFC", sentence), known, model, note)
        else:
            yield grade_fault(path, line, grade)


def read_sentence_grades(root: Path) -> tuple[SentenceGrade, ...]:
    """Read the grades of all tables together, none without the folder; raise `FaultsError`."""
    files = sorted((root / FOLDER).glob("*.tsv"))
    found = [
        each
        for file in files
        for each in grades_in(open_text(file, f"{FOLDER}/{file.name}"), f"{FOLDER}/{file.name}")
    ]
    raise_if_any(each for each in found if isinstance(each, Fault))
    return tuple(each for each in found if isinstance(each, SentenceGrade))
