from __future__ import annotations

import pytest

from camnang.handbook.dates import written


@pytest.mark.parametrize(
    ("date", "wanted"),
    [
        ("2025-08-12", "12/8/2025"),
        ("2025-10", "10/2025"),
        ("2026", "2026"),
        ("khoảng 10/2025", "khoảng 10/2025"),
        ("2025-12-10..13", "2025-12-10..13"),
    ],
)
def test_dates_are_written_as_readers_write_them(date: str, wanted: str) -> None:
    assert written(date) == wanted
