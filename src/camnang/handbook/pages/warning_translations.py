"""Titles and acts of warnings in other languages: held against the Vietnamese pages."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts.acts import Acts
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.translated_data import file_of
from camnang.handbook.facts.translated_warnings import NAME, WarningWords
from camnang.handbook.pages.act_rules import act_fault
from camnang.handbook.pages.attestation import unattested_fault
from camnang.handbook.pages.meaning_rules import text_faults
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.numbers import numbers
from camnang.handbook.pages.run_rules import run_faults
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


def number_faults(path: str, text: str, entry: str, words: WarningWords) -> Iterator[Fault]:
    """Yield the words whose numbers are not those of the Vietnamese ones."""
    for name, original, own in (("title", words.of_title, words.title), ("act", words.of_act, words.act)):
        have, need = sorted(numbers(own)), sorted(numbers(original))
        if have != need:
            yield Fault(
                path=path,
                line=line_with(text, entry, own),
                rule="ban-dich-lech-so",
                found=f"{entry}, {name}: các số {', '.join(have) or 'không có'}",
                expected=f"như bản tiếng Việt: {', '.join(need) or 'không có'}",
                repair="sửa các số cho khớp",
            )


def word_faults(path: str, line: int, code: str, words: WarningWords, facts: Facts) -> Iterator[Fault]:
    """Yield what is wrong with the words themselves, as on every page of the language."""
    spoken = f"{words.title}\n{words.act}"
    for word in facts.lexicon.unattested(spoken, code):
        yield unattested_fault(path, line, word, code, facts.lexicon)
    yield from run_faults(path, lambda _: line, spoken, facts.word_runs.wrong_in(code))
    if facts.meaning:
        yield from text_faults(path, lambda _: line, spoken, code, facts.meaning)


def acts_left_out(entry: str, line: int, code: str, words: WarningWords, acts: Acts) -> Iterator[Fault]:
    """Yield the acts that the Vietnamese act names and the translated one does not."""
    path = file_of(code, NAME)
    for act in acts.missing(words.of_act, words.act, code):
        if not acts.is_left_out(act, path, entry, code):
            yield act_fault(path, line, act, entry, code)


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
        yield from number_faults(path, text, entry, words)
        yield from word_faults(path, line, code, words, facts)
        if facts.acts:
            yield from acts_left_out(entry, line, code, words, facts.acts)


def warning_translation_faults(handbook: Handbook, project: Project) -> Iterator[Fault]:
    """All faults of the translated warnings."""
    for code in handbook.facts.translated_warnings:
        yield from file_faults(handbook, code, project.text(file_of(code, NAME)))
