"""Numbers in a page's text: every language of a page must say the same ones."""

from __future__ import annotations

import re

NUMBER = re.compile(r"\d+(?:[.,/]\d+)*")


def numbers(text: str) -> set[str]:
    """Return every number in `text` as it is written: amounts, dates, telephone numbers."""
    return set(NUMBER.findall(text))
