"""Words side by side that are heard as another word: by `data/lexicon/rules/compounds.tsv`."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts.compounds import FILE, Compound, Compounds
from camnang.handbook.pages.attestation import texts
from camnang.handbook.pages.meaning_rules import LineOf, meaning_fault
from camnang.handbook.pages.model import Page


def run_faults(path: str, line_of: LineOf, text: str, compounds: Iterable[Compound]) -> Iterator[Fault]:
    """Say each run of a text that means something else, with its sense and what to write."""
    for compound in compounds:
        for match in compound.pattern.finditer(text):
            found = f"«{match[0]}»: từ điển có mục này, nghĩa là «{compound.sense}» [{compound.source}]"
            repair = f"thay «{match[0]}», ví dụ «{compound.passes}»; bảng {FILE}"
            yield meaning_fault(path, line_of(match[0]), found, compound.instead, repair)


def compound_faults(page: Page, line_of: LineOf, compounds: Compounds) -> Iterator[Fault]:
    """All such runs of a translated page."""
    wrong = compounds.wrong_in(page.language.code, page.folder)
    return run_faults(page.file, line_of, "\n".join(texts(page)), wrong)
