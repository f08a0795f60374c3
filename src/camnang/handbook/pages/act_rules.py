"""What the Vietnamese page tells its reader to do, its translation tells too: by `data/lexicon/rules/acts.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts.acts import FILE, OF_THE_PAGE, Act, Acts
from camnang.handbook.pages.model import Handbook, Page

LEAD: Final = "mo-dau"


@dataclass(frozen=True)
class Part:
    """A part of a page in both languages, how a fault names it, and where it begins."""

    section: str
    place: str
    line: int
    original: str
    translation: str


@dataclass(frozen=True)
class TranslatedEntry:
    """An entry of a data file in the language `code`, and where it stands; line 0 where nobody looked for it."""

    path: str
    line: int
    name: str
    code: str


def act_fault(path: str, line: int, act: Act, place: str, code: str) -> Fault:
    """Say which act a translation does not name, and what it can write."""
    words = ", ".join(f"«{each}»" for each in act.words(code)[:3])
    left = f'để câu tiếng Việt trong <span lang="vi">…</span>, hoặc ghi vào left_out của {FILE} kèm lý do'
    return Fault(
        path=path,
        line=line,
        rule="ban-dich-thieu-viec",
        found=f"{place}: bản tiếng Việt dặn «{act.name}», bản dịch không có",
        expected=f"chữ của việc ấy, ví dụ {words}" if words else "câu tiếng Việt của việc ấy",
        repair=f"thêm việc ấy; chưa dịch được thì {left}",
    )


def entry_act_faults(entry: TranslatedEntry, original: str, translation: str, acts: Acts | None) -> Iterator[Fault]:
    """All acts that an entry of a data file names in Vietnamese and its translation does not; none without acts."""
    for act in acts.missing(original, translation, entry.code) if acts else ():
        if acts and not acts.is_left_out(act, entry.path, entry.name, entry.code):
            yield act_fault(entry.path, entry.line, act, entry.name, entry.code)


def parts(original: Page, page: Page, acts: Acts) -> Iterator[Part]:
    """Yield what is held against each other: the lead, each section, each item where both lists are as long."""
    yield Part(LEAD, "lời mở đầu", page.title_line, original.lead, page.lead)
    for name, section in page.sections.items():
        wanted = original.sections.get(name)
        if wanted is None or name in acts.not_in:
            continue
        place = f"mục «{section.title}» {{#{name}}}"
        if len(wanted.items) == len(section.items):
            for number, (old, new) in enumerate(zip(wanted.items, section.items, strict=True), start=1):
                yield Part(name, f"{place}, ý {number}", new.line, old.text, new.text)
        yield Part(name, place, section.line, wanted.text, section.text)


def act_faults(original: Page, page: Page, acts: Acts | None) -> Iterator[Fault]:
    """All acts that a translated page does not name where its Vietnamese page names them, each section's once."""
    if acts is None:
        return
    code, told = page.language.code, set[tuple[str, str]]()
    for part in parts(original, page, acts):
        for act in acts.missing(part.original, part.translation, code):
            if (part.section, act.id) in told or acts.is_left_out(act, page.folder, part.section, code):
                continue
            told.add((part.section, act.id))
            yield act_fault(page.file, part.line, act, part.place, code)


def missing_acts(original: Page, page: Page, acts: Acts, section: str) -> set[str]:
    """Return the ids of the acts that a section of a translation does not name, '' for the whole page."""
    return {
        act.id
        for part in parts(original, page, acts)
        if section in {OF_THE_PAGE, part.section}
        for act in acts.missing(part.original, part.translation, page.language.code)
    }


def needless(handbook: Handbook) -> Iterator[str]:
    """Say each act that is listed as left out and is there by now."""
    acts = handbook.facts.acts
    for left in acts.left_out if acts else ():
        for code in left.languages:
            page = handbook.pages.get((left.page, code))
            if acts and page:
                original = handbook.pages[left.page, handbook.facts.original.code]
                there = set(left.acts) - missing_acts(original, page, acts, left.section)
                yield from (f"{page.file} {{#{left.section}}}: «{name}»" for name in sorted(there))
