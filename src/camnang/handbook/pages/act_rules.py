"""What the Vietnamese page tells its reader to do, its translation tells too: by `data/lexicon/rules/acts.yml`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts.acts import FILE, Act, Acts
from camnang.handbook.pages.model import Page, Section

LEAD: Final = "mo-dau"


def act_fault(path: str, line: int, act: Act, place: str) -> Fault:
    """Say which act a translation does not name, and what it can write."""
    words = ", ".join(f"«{each}»" for each in (*act.both, *act.tyz)[:3])
    left = f'để câu tiếng Việt trong <span lang="vi">…</span>, hoặc ghi vào left_out của {FILE} kèm lý do'
    return Fault(
        path=path,
        line=line,
        rule="ban-dich-thieu-viec",
        found=f"{place}: bản tiếng Việt dặn «{act.name}», bản dịch không có",
        expected=f"chữ của việc ấy, ví dụ {words}" if words else "câu tiếng Việt của việc ấy",
        repair=f"thêm việc ấy; chưa dịch được thì {left}",
    )


def text_of(page: Page, section: Section | None) -> str:
    """Return what a section says, or what stands above the first one."""
    return section.text if section else page.lead


def act_faults(original: Page, page: Page, acts: Acts | None) -> Iterator[Fault]:
    """All acts that a translated page does not name where its Vietnamese page names them, section by section."""
    if acts is None:
        return
    code = page.language.code
    for name, section in ((LEAD, None), *page.sections.items()):
        if section and (name not in original.sections or name in acts.not_in):
            continue
        wanted = text_of(original, original.sections[name] if section else None)
        for act in acts.missing(wanted, text_of(page, section), code):
            if not acts.is_left_out(act, page.folder, name, code):
                place = f"mục «{section.title}» {{#{name}}}" if section else "lời mở đầu"
                yield act_fault(page.file, section.line if section else page.title_line, act, place)
