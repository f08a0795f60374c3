"""Titles and acts of warnings in other languages: held against the Vietnamese pages."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.translated_data import file_of
from camnang.handbook.facts.translated_warnings import NAME, WarningWords
from camnang.handbook.pages.act_rules import TranslatedEntry, entry_act_faults
from camnang.handbook.pages.data_translations import number_faults, spoken_faults
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Project


def line_with(text: str, entry: str, words: str = "") -> int:
    """Return the line of an entry's key, or that of `words` after it; 0 where they are not written so."""
    found = 0
    for number, line in enumerate(text.splitlines(), 1):
        if line.strip().startswith(f"{entry}:"):
            found = number
        if found and words in line:
            return number
    return found


def stranger(path: str, line: int, entry: str) -> Fault:
    """Say that no warning has this id."""
    return Fault(
        path=path,
        line=line,
        rule="khong-co-ten-nay",
        found=f"mục lạ «{entry}»",
        expected="mã của một cảnh báo, như tên thư mục trong docs/canh-bao",
        repair="sửa mã, hoặc bỏ mục",
    )


def stale_faults(path: str, text: str, page: Page, words: WarningWords) -> Iterator[Fault]:
    """Yield the Vietnamese words that the page no longer has."""
    pairs = (("of_title", words.of_title, page.title), ("of_act", words.of_act, page.statement))
    for name, then, now in pairs:
        if then != now:
            yield Fault(
                path=path,
                line=line_with(text, page.details.id, then),
                rule="ban-dich-lech-y",
                found=f"{page.details.id}, {name}: «{then}»",
                expected=f"lời của {page.file} lúc này: «{now}»",
                repair=f"xem lại bản dịch, rồi chép lời mới vào {name}",
            )


def words_faults(entry: TranslatedEntry, text: str, words: WarningWords, facts: Facts) -> Iterator[Fault]:
    """A warning's words have the numbers and the acts of the Vietnamese ones, and are sound in their own language."""
    for name, own, original in (("title", words.title, words.of_title), ("act", words.act, words.of_act)):
        line = line_with(text, entry.name, own)
        yield from number_faults(entry.path, line, f"{entry.name}, {name}", own, original)
    yield from spoken_faults(entry, f"{words.title}\n{words.act}", facts)
    yield from entry_act_faults(entry, words.of_act, words.act, facts.acts)


def file_faults(handbook: Handbook, code: str, text: str) -> Iterator[Fault]:
    """Every entry belongs to a warning, says what it says now, and is sound in its own words."""
    facts, path = handbook.facts, file_of(code, NAME)
    pages = {page.details.id: page for page in handbook.of_kind(Kind.WARNING, facts.original.code)}
    for entry, words in facts.translated_warnings[code].entries.items():
        line = line_with(text, entry)
        if entry not in pages:
            yield stranger(path, line, entry)
            continue
        yield from stale_faults(path, text, pages[entry], words)
        yield from words_faults(TranslatedEntry(path, line, entry, code), text, words, facts)


def warning_translation_faults(handbook: Handbook, project: Project) -> Iterator[Fault]:
    """All faults of the translated warnings."""
    for code in handbook.facts.translated_warnings:
        yield from file_faults(handbook, code, project.text(file_of(code, NAME)))
