from __future__ import annotations

from io import StringIO

import pytest

from camnang.entry.progress import Lines, by_kind, duration, left, progress


class Clock:
    """A clock that goes only when it is told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


class Terminal(StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("seconds", "said"),
    [(0, "0 giây"), (40.4, "40 giây"), (89, "89 giây"), (90, "2 phút"), (600, "10 phút"), (3900, "1 giờ 5 phút")],
)
def test_a_time_is_told_as_people_say_it(seconds: float, said: str) -> None:
    assert duration(seconds) == said


def test_the_rest_is_reckoned_from_what_is_done() -> None:
    assert left(0, 10, 30) == ""
    assert left(312, 1081, 16) == "còn khoảng 40 giây"
    assert left(9, 10, 27) == "còn khoảng 3 giây"
    assert left(10, 10, 27) == "còn khoảng 0 giây"


def test_kinds_are_counted_the_most_first() -> None:
    assert by_kind(["ảnh", "phim", "ảnh"]) == "2 ảnh, 1 phim"
    assert by_kind([]) == ""


def test_a_log_gets_a_line_every_ten_seconds_and_not_one_a_thing() -> None:
    clock, out = Clock(), StringIO()
    with progress("Vẽ", 40, out, clock=clock) as tick:
        for number in range(40):
            clock.now = number + 1.0
            tick(f"goi-la-{number}")
    assert out.getvalue().splitlines() == [
        "Vẽ: 10/40, còn khoảng 30 giây",
        "Vẽ: 20/40, còn khoảng 20 giây",
        "Vẽ: 30/40, còn khoảng 10 giây",
        "Vẽ: 40/40, còn khoảng 0 giây",
    ]


def test_a_log_is_not_silent_while_one_thing_takes_long() -> None:
    clock, out = Clock(), StringIO()
    lines = Lines("Vẽ", 3, out, clock)
    for now in (5.0, 12.0, 15.0, 25.0):
        clock.now = now
        lines.beat()
    assert out.getvalue().splitlines() == ["Vẽ: 0/3", "Vẽ: 0/3"]


def test_what_ends_soon_says_nothing() -> None:
    out = StringIO()
    with progress("Vẽ", 1, out, clock=Clock()) as tick:
        tick("goi-la")
    assert out.getvalue() == ""


def test_a_terminal_shows_a_bar_that_goes_at_the_end() -> None:
    clock, out = Clock(), Terminal()
    with progress("Vẽ", 4, out, clock=clock) as tick:
        clock.now = 20.0
        tick("goi-la-ap-phich-a4")
    assert "1/4" in out.getvalue(), repr(out.getvalue())
    assert "còn khoảng 60 giây" in out.getvalue(), repr(out.getvalue())
    assert "\x1b[2K" in out.getvalue(), "the bar is not wiped away"


@pytest.mark.parametrize("stream", [StringIO, Terminal])
def test_what_stops_the_job_is_not_swallowed(stream: type[StringIO]) -> None:
    with pytest.raises(KeyboardInterrupt), progress("Vẽ", 2, stream()) as tick:
        tick("goi-la")
        raise KeyboardInterrupt
