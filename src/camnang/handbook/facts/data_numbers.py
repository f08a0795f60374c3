"""Telephone numbers in the texts of `data/`: they are printed as pages are, so the same list allows them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault
from camnang.handbook.facts import feedback, hotlines, recordings
from camnang.handbook.facts.data_texts import data_texts
from camnang.handbook.telephone_numbers import telephone_numbers

# The first two judge their numbers themselves; the third holds checksums, which no reader sees.
PASSED_OVER: Final = frozenset({hotlines.FILE, feedback.FILE, recordings.FILE})


def confirmed(allowed: Collection[str]) -> str:
    """Return which numbers may be given, in words."""
    return f"chỉ các số {', '.join(sorted(allowed))} trong {hotlines.FILE}"


def strange_number(path: str, line: int, digits: str, allowed: Collection[str]) -> Fault:
    """Say that a text gives a number that nobody has confirmed."""
    return Fault(
        path=path,
        line=line,
        rule="so-dien-thoai-la",
        found=f"số điện thoại {digits}",
        expected=confirmed(allowed),
        repair=f"bỏ số này; số mới phải được gọi thử và thêm vào {hotlines.FILE} trước",
    )


def data_number_faults(root: Path, allowed: Collection[str]) -> Iterator[Fault]:
    """Yield each telephone number of a data file that is none of `allowed`."""
    for path, text in data_texts(root, PASSED_OVER):
        for number in telephone_numbers(text):
            if number.digits not in allowed:
                yield strange_number(path, number.line + 1, number.digits, allowed)
