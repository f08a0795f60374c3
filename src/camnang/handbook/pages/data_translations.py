"""Glossary and quiz in other languages: held against their originals like pages."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from camnang.files.faults import Fault
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.translated_data import FIELDS, TranslatedData, file_of
from camnang.handbook.pages.act_rules import TranslatedEntry, entry_act_faults
from camnang.handbook.pages.attestation import unattested_fault
from camnang.handbook.pages.meaning_rules import text_faults
from camnang.handbook.pages.numbers import numbers
from camnang.handbook.pages.run_rules import run_faults


def originals(facts: Facts, name: str) -> Mapping[str, Mapping[str, str]]:
    """Return the Vietnamese words of a data file by entry id and field."""
    entries: Mapping[str, tuple[object, ...]] = {"glossary": facts.glossary, "quiz": facts.quiz}
    return {
        getattr(entry, "id"): {field: getattr(entry, field) for field in FIELDS[name]}  # noqa: B009
        for entry in entries[name]
    }


def number_faults(path: str, line: int, place: str, own: str, original: str) -> Iterator[Fault]:
    """A translated text has the numbers of the Vietnamese one."""
    have, need = sorted(numbers(own)), sorted(numbers(original))
    if have != need:
        yield Fault(
            path=path,
            line=line,
            rule="ban-dich-lech-so",
            found=f"{place}: các số {', '.join(have) or 'không có'}",
            expected=f"như bản tiếng Việt: {', '.join(need) or 'không có'}",
            repair="sửa các số cho khớp",
        )


def entry_faults(path: str, entry: str, words: Mapping[str, str], wanted: Mapping[str, str]) -> Iterator[Fault]:
    """The same fields, each with the same numbers."""
    if words.keys() != wanted.keys():
        found, expected = ", ".join(words), ", ".join(wanted)
        yield Fault(
            path=path,
            rule="ban-dich-lech-y",
            found=f"{entry}: các trường {found}",
            expected=f"đúng các trường {expected}",
            repair="thêm hoặc bớt trường",
        )
    for field in words.keys() & wanted.keys():
        yield from number_faults(path, 0, f"{entry}, {field}", words[field], wanted[field])


def spoken_faults(entry: TranslatedEntry, spoken: str, facts: Facts) -> Iterator[Fault]:
    """Every word of a data file's text is attested and none is heard the wrong way round, as on every page."""
    path, line, code = entry.path, entry.line, entry.code
    for word in facts.lexicon.unattested(spoken, code):
        yield unattested_fault(path, line, word, code, facts.lexicon)
    yield from run_faults(path, lambda _: line, spoken, facts.word_runs.wrong_in(code))
    if facts.meaning:
        yield from text_faults(path, lambda _: line, spoken, code, facts.meaning)


def file_faults(facts: Facts, code: str, name: str, data: TranslatedData) -> Iterator[Fault]:
    """Every entry has an original and differs from it in words only; every word is attested."""
    path, wanted = file_of(code, name), originals(facts, name)
    for entry, words in data.entries.items():
        if entry not in wanted:
            yield Fault(
                path=path,
                rule="khong-co-ten-nay",
                found=f"mục lạ «{entry}»",
                expected=f"một mã có trong data/{name}.yml",
                repair="sửa mã, hoặc bỏ mục",
            )
            continue
        yield from entry_faults(path, entry, words, wanted[entry])
        place = TranslatedEntry(path, 0, entry, code)
        yield from entry_act_faults(place, " ".join(wanted[entry].values()), " ".join(words.values()), facts.acts)
    spoken = "\n".join(text for words in data.entries.values() for text in words.values())
    yield from spoken_faults(TranslatedEntry(path, 0, name, code), spoken, facts)


def data_translation_faults(facts: Facts) -> Iterator[Fault]:
    """All faults of the translated data files."""
    for (code, name), data in facts.translated_data.items():
        yield from file_faults(facts, code, name, data)
