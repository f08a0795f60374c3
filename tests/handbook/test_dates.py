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
        ("2025-12-10..13", "10–13/12/2025"),
    ],
)
def test_dates_are_written_as_readers_write_them(date: str, wanted: str) -> None:
    assert written(date) == wanted


@pytest.mark.parametrize(
    ("found", "shown"),
    [
        ("2026-01-06 / 2025-09-01", "6/1/2026; 1/9/2025"),
        ("2025-11-13–14", "13–14/11/2025"),
        ("2025-09..10", "9–10/2025"),
        ("2026-03-07 / 2025–2026 / 2022", "7/3/2026; 2025–2026; 2022"),
        ("khoảng 10/2025", "khoảng 10/2025"),
        ("không rõ", "không rõ"),
        ("18/8", "18/8"),
    ],
)
def test_every_date_of_a_source_is_written_as_readers_write_it(found: str, shown: str) -> None:
    assert written(found) == shown
