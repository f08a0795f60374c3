"""Words side by side that are heard as another word: by `data/lexicon/rules/word_runs.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts.word_runs import FILE, WordRun, WordRuns
from camnang.handbook.pages.attestation import texts
from camnang.handbook.pages.meaning_rules import LineOf, meaning_fault
from camnang.handbook.pages.model import Page


def run_faults(path: str, line_of: LineOf, text: str, word_runs: Iterable[WordRun]) -> Iterator[Fault]:
    """Say each run of a text that means something else, with its sense and what to write."""
    for word_run in word_runs:
        for match in word_run.pattern.finditer(text):
            found = f"«{match[0]}»: từ điển có mục này, nghĩa là «{word_run.sense}» [{word_run.source}]"
            repair = f"thay «{match[0]}», ví dụ «{word_run.passes}»; bảng {FILE}"
            yield meaning_fault(path, line_of(match[0]), found, word_run.instead, repair)


def word_run_faults(page: Page, line_of: LineOf, word_runs: WordRuns) -> Iterator[Fault]:
    """All such runs of a translated page."""
    wrong = word_runs.wrong_in(page.language.code, page.folder)
    return run_faults(page.file, line_of, "\n".join(texts(page)), wrong)
