"""Words of languages that few can check: each with the source that attests it (`data/lexicon/<code>.tsv`).

A language without such a file is not checked. Vietnamese loans and names of all languages stand in `loans.tsv`.
"""

from __future__ import annotations

import csv
import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from camnang.facts.languages import Language

FOLDER = "data/lexicon"
LOANS = "loans.tsv"
WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True)
class Lexicon:
    """The attested words by language code, and the loans that every language may use."""

    attested: Mapping[str, frozenset[str]]
    loans: frozenset[str]

    def unattested(self, text: str, code: str) -> tuple[str, ...]:
        """Return the words of `text` that nothing attests, each once, in their order."""
        if code not in self.attested:
            return ()
        known = self.attested[code] | self.loans
        words = WORD.findall(unicodedata.normalize("NFC", text).lower())
        return tuple(dict.fromkeys(word for word in words if word not in known))


def first_column(file: Path) -> frozenset[str]:
    """Return the words of a table's column `word`; none when there is no such file."""
    if not file.is_file():
        return frozenset()
    with file.open(encoding="utf-8", newline="") as rows:
        return frozenset(row["word"] for row in csv.DictReader(rows, delimiter="\t", quoting=csv.QUOTE_NONE))


def read_lexicon(root: Path, languages: tuple[Language, ...]) -> Lexicon:
    """Read the words of every language that has a table."""
    folder = root / FOLDER
    codes = [language.code for language in languages if (folder / f"{language.code}.tsv").is_file()]
    return Lexicon({code: first_column(folder / f"{code}.tsv") for code in codes}, first_column(folder / LOANS))
