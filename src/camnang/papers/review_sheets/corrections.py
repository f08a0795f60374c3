"""A reviewer's decisions written into a translation: the corrected units and four lines of the front matter."""

from __future__ import annotations

import json
import re

from camnang.handbook.pages.front_matter import BLOCK
from camnang.papers.review_sheets.judgement import Judgement
from camnang.papers.review_sheets.units import with_replaced


def state_of(judgement: Judgement) -> str | None:
    """Return the translation's new state: a refused sentence makes a draft again; None leaves it as it is."""
    if judgement.complete:
        return "human"
    return "draft" if judgement.refused else None


def with_field(text: str, name: str, value: str, after: str) -> str:
    """Return a page with a field of its front matter set; a field that is not there goes under `after`."""
    front = BLOCK.match(text)
    end = front.end(1) if front else 0
    for pattern, line in ((name, f"{name}: {value}"), (after, f"\\g<0>\n{name}: {value}")):
        found = re.compile(rf"^{pattern}:[^\r\n]*", re.MULTILINE).search(text, 0, end)
        if found:
            new_line = "\r\n" if text[found.end() :].startswith("\r") else "\n"
            written = line.replace("\\g<0>", found[0]).replace("\n", new_line)
            return text[: found.start()] + written + text[found.end() :]
    return text


def reviewed(text: str, judgement: Judgement) -> str:
    """Return a translation with the reviewer's corrections, name, date and state; the same when nothing is judged."""
    if judgement.date is None:
        return text
    text = with_replaced(text, judgement.corrections)
    text = with_field(text, "reviewer", json.dumps(judgement.reviewer, ensure_ascii=False), "translator")
    text = with_field(text, "reviewed", judgement.date.isoformat(), "reviewer")
    state = state_of(judgement)
    return with_field(text, "translation", state, "translation") if state else text
