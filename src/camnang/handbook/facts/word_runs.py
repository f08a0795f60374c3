"""Words side by side that the dictionary has as one entry, judged (`data/lexicon/rules/word_runs.tsv`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Final, Literal, get_args

from camnang.files.faults import Fault, raise_if_any
from camnang.files.tab_table import numbered_rows
from camnang.files.text_file import character_faults, open_text
from camnang.handbook.facts.lexicon import FOLDER as LEXICON

FILE: Final = f"{LEXICON}/rules/word_runs.tsv"
COLUMNS: Final = (
    "languages",
    "run",
    "sense",
    "source",
    "verdict",
    "why",
    "instead",
    "fails",
    "passes",
    "still",
)

# «used»: the texts mean the entry's sense; «apart»: a word ends inside the run; «avoid»: it is heard as the entry
Verdict = Literal["used", "apart", "avoid"]
NEEDED: Final[Mapping[str, tuple[str, ...]]] = {
    "used": COLUMNS[:4],
    "apart": (*COLUMNS[:4], "why"),
    "avoid": (*COLUMNS[:4], "instead", "fails", "passes"),
}


@dataclass(frozen=True)
class WordRun:
    """Words side by side with a sense of their own; `still` are the folders where they may stand until mended."""

    languages: tuple[str, ...]
    run: str
    sense: str
    source: str
    verdict: Verdict
    why: str
    instead: str
    fails: str
    passes: str
    still: tuple[str, ...]

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """What finds the words with nothing but space between them, whatever their case."""
        words = r"\s+".join(map(re.escape, self.run.split()))
        return re.compile(rf"(?<!\w){words}(?!\w)", re.IGNORECASE)


@dataclass(frozen=True)
class WordRuns:
    """All judged words side by side."""

    listed: tuple[WordRun, ...] = ()

    @cached_property
    def avoided(self) -> Mapping[str, tuple[WordRun, ...]]:
        """Those that no text may say, by language."""
        codes = {code for each in self.listed for code in each.languages}
        return {
            code: tuple(each for each in self.listed if each.verdict == "avoid" and code in each.languages)
            for code in sorted(codes)
        }

    def wrong_in(self, code: str, folder: str = "") -> Iterator[WordRun]:
        """Yield those that may not stand in a language's pages of a folder: they wait nowhere above it."""
        for each in self.avoided.get(code, ()):
            if not any(f"{folder}/".startswith(f"{waiting}/") for waiting in each.still):
                yield each


NO_RUNS: Final = WordRuns()


def row_fault(path: str, line: int, found: str, expected: str, repair: str) -> Fault:
    """Say what is wrong in a row."""
    return Fault(path=path, line=line, rule="gia-tri-sai", found=found, expected=expected, repair=repair)


def verdict_of(row: Mapping[str, str]) -> Verdict | None:
    """Return the verdict of a row, None where it has none of the three."""
    return next((each for each in get_args(Verdict) if each == row["verdict"]), None)


def word_run_of(row: Mapping[str, str], line: int) -> WordRun | Fault:
    """Return what a row says, or what is wrong in it."""
    verdict = verdict_of(row)
    if verdict is None:
        expected = f"một trong {', '.join(get_args(Verdict))}"
        return row_fault(FILE, line, f"lời xét «{row['verdict']}»", expected, "sửa cột verdict")
    empty = [name for name in NEEDED[verdict] if not row[name]]
    if empty:
        expected = f"dòng {verdict} có đủ {', '.join(NEEDED[verdict])}"
        return row_fault(FILE, line, f"ô trống: {', '.join(empty)}", expected, "điền ô, hoặc bỏ dòng")
    languages, still = tuple(row["languages"].split()), tuple(row["still"].split())
    words = {name: row[name] for name in ("run", "sense", "source", "why", "instead", "fails", "passes")}
    return WordRun(languages=languages, verdict=verdict, still=still, **words)


def rows_in(text: str) -> Iterator[WordRun | Fault]:
    """Yield the rows of the table; a run that a language has twice is a fault."""
    seen: set[tuple[str, str]] = set()
    for line, row in numbered_rows(text):
        found = word_run_of({name: row.get(name, "").strip() for name in COLUMNS}, line)
        yield found
        for code in found.languages if isinstance(found, WordRun) else ():
            if (code, row["run"]) in seen:
                yield row_fault(FILE, line, f"«{row['run']}» đã có", "mỗi tiếng một dòng", "bỏ một dòng")
            seen.add((code, row["run"]))


def read_word_runs(root: Path) -> WordRuns:
    """Read the judged words, none without the file; raise `FaultsError` with the faults of all rows."""
    if not (root / FILE).is_file():
        return NO_RUNS
    text = open_text(root / FILE, FILE)
    found = list(rows_in(text))
    raise_if_any([*character_faults(text, FILE), *(each for each in found if isinstance(each, Fault))])
    return WordRuns(tuple(each for each in found if isinstance(each, WordRun)))
