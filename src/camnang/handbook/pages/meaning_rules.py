"""Sentences of translations that can be heard the wrong way round: by `data/lexicon/rules/meaning.yml`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts.meaning import FILE, Meaning
from camnang.handbook.pages.attestation import texts
from camnang.handbook.pages.model import Page

SENTENCE_END: Final = re.compile(r"(?<=[.!?…])[\s»\"]+|\n|[«»]|(?<=:)\s")
LineOf = Callable[[str], int]


def sentences(text: str) -> Iterator[str]:
    """Yield the sentences of a text; what stands between « and » is one of its own."""
    yield from (said.strip() for said in SENTENCE_END.split(text) if said.strip())


def meaning_fault(path: str, line: int, found: str, expected: str, repair: str) -> Fault:
    """Say what can be heard in a sentence, and what says it rightly."""
    return Fault(path=path, line=line, rule="nghe-nguoc", found=found, expected=expected, repair=repair)


def phrase_faults(path: str, line_of: LineOf, text: str, code: str, meaning: Meaning) -> Iterator[Fault]:
    """Words side by side that mean something else."""
    for phrase in meaning.by_language.get(code, ()):
        for match in phrase.pattern.finditer(text):
            found = f"«{match[0]}»: {phrase.why} [{phrase.source}]"
            yield meaning_fault(path, line_of(match[0]), found, phrase.instead, f"thay «{match[0]}», theo {FILE}")


def sentence_faults(path: str, line_of: LineOf, sentence: str, code: str, meaning: Meaning) -> Iterator[Fault]:
    """An act behind a prohibition has its own sign; a word that asks stands in a question."""
    if clause := meaning.prohibition.unsigned(sentence, code):
        sign = meaning.prohibition.signs[code][0]
        found = f"vế «{clause.strip(' .')}» sau lời cấm nghe thành lời bảo làm"
        yield meaning_fault(
            path,
            line_of(clause.strip(" .")),
            found,
            f"«{sign}» trước mỗi việc cấm",
            f"thêm «{sign}»; việc phải làm thì viết thành câu riêng",
        )
    if clause := meaning.questions.asked(sentence):
        found = f"«{clause.strip(' .')}» nghe thành câu hỏi [{meaning.questions.source}]"
        yield meaning_fault(path, line_of(clause.strip(" .")), found, meaning.questions.instead, "đổi chữ đầu vế")


def text_faults(path: str, line_of: LineOf, text: str, code: str, meaning: Meaning) -> Iterator[Fault]:
    """All that can be heard the wrong way round in a text of the language `code`."""
    yield from phrase_faults(path, line_of, text, code, meaning)
    for sentence in sentences(text):
        yield from sentence_faults(path, line_of, sentence, code, meaning)


def heading_faults(page: Page, line_of: LineOf, meaning: Meaning) -> Iterator[Fault]:
    """A heading that names a swindler does not stand over what is seen in the reader's own family."""
    rule = meaning.danger_heading
    for section in page.sections.values():
        victim = next((item.lead for item in section.items if rule.is_victim(item.lead)), "")
        if victim and rule.is_heading(section.title):
            found = f"đầu mục «{section.title}» đứng trên «{victim}»: gọi người nhà mình là kẻ xấu"
            yield meaning_fault(page.file, line_of(section.title), found, rule.instead, "đổi đầu mục")


def meaning_faults(page: Page, line_of: LineOf, meaning: Meaning | None) -> Iterator[Fault]:
    """All faults of a translated page; none without rules."""
    if meaning is None:
        return
    yield from text_faults(page.file, line_of, "\n".join(texts(page)), page.language.code, meaning)
    yield from heading_faults(page, line_of, meaning)
