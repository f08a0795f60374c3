"""An emergency page sends its reader first to whom its threat asks for (`calls` in `data/hotlines.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from camnang.files.faults import Fault
from camnang.handbook.facts import hotlines
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.model import Handbook, Kind, Page

ACTS = "lam"


def signs_of_calls(facts: Facts) -> dict[str, str]:
    """Return by role or label what a Vietnamese page writes for it: the number, or the name of the place."""
    words = facts.words[facts.original.code]
    numbers = {hotline.role: hotline.number for hotline in facts.hotlines.numbers}
    return numbers | {place.label: words[place.label] for place in facts.hotlines.places}


def first_told(text: str, signs: Mapping[str, str]) -> str | None:
    """Return the role or label of the call that a text names first, None where it names none."""
    patterns = {name: rf"(?<!\w){re.escape(sign)}(?!\w)" for name, sign in signs.items()}
    found = ((re.search(pattern, text, re.IGNORECASE), name) for name, pattern in patterns.items())
    places = [(match.start(), name) for match, name in found if match]
    return min(places)[1] if places else None


def told_calls(page: Page, signs: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Yield line and call of the statement and of each act that names one."""
    said = [(page.title_line + 2, page.statement)]
    said += [(item.line, item.text) for item in page.sections[ACTS].items]
    for line, text in said:
        if name := first_told(text, signs):
            yield line, name


def call_fault(page: Page, line: int, told: str, wanted: str) -> Fault:
    """Say that a page sends its reader elsewhere first."""
    return Fault(
        path=page.file,
        line=line,
        rule="goi-sai-thu-tu",
        found=f"nơi gọi đầu tiên trong các việc phải làm: {told}",
        expected=f"{wanted}, như {hotlines.FILE} xếp cho «threat: {page.details.threat}»",
        repair=f"nhắc gọi {wanted} trước, hoặc sửa dòng «threat» ở đầu trang",
    )


def call_faults(handbook: Handbook) -> Iterator[Fault]:
    """The first call that an emergency page's statement and acts name is the first one of its threat."""
    facts = handbook.facts
    names = {name for order in facts.hotlines.calls.values() for name in order}
    signs = {name: sign for name, sign in signs_of_calls(facts).items() if name in names}
    for page in handbook.of_kind(Kind.SITUATION, facts.original.code):
        if page.details.threat is None:
            continue
        wanted = facts.hotlines.calls[page.details.threat][0]
        line, told = next(told_calls(page, signs), (page.sections[ACTS].line, None))
        if told != wanted:
            yield call_fault(page, line, signs[told] if told else "không có", signs[wanted])
