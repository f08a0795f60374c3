from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.pictures.motion.flashes import MOST, SIZE, flashes, luminance, most_in_a_second, redness, turns
from camnang.pictures.sheets.reading_time import FRAMES_A_SECOND

BLACK, WHITE, RED, GREY = (0, 0, 0), (255, 255, 255), (255, 0, 0), (60, 60, 60)
Colour = tuple[int, int, int]


def film(colours: list[Colour]) -> bytes:
    """Return raw pictures of one colour each."""
    return b"".join(bytes(colour) * (SIZE[0] * SIZE[1]) for colour in colours)


def blinking(one: Colour, other: Colour, times_a_second: int, seconds: int = 2) -> bytes:
    """Return a film that goes from `one` to `other` and back so many times a second."""
    half = FRAMES_A_SECOND / (2 * times_a_second)
    return film([(one, other)[int(place / half) % 2] for place in range(FRAMES_A_SECOND * seconds)])


@pytest.mark.parametrize(("rate", "allowed"), [(1, True), (2, True), (3, True), (5, False), (10, False)])
def test_more_than_three_flashes_a_second_are_too_many(rate: int, allowed: bool) -> None:
    found = flashes(blinking(BLACK, WHITE, rate))
    assert (found <= MOST) is allowed, f"{rate} a second were counted as {found}"


def test_a_saturated_red_counts_however_dark_it_is() -> None:
    assert luminance(120, 0, 0) < 0.1
    assert flashes(blinking(BLACK, (120, 0, 0), 6)) > MOST


def test_small_changes_are_no_flashes() -> None:
    assert flashes(blinking(BLACK, GREY, 10)) == 0


def test_changes_between_bright_pictures_are_no_flashes() -> None:
    assert flashes(blinking(WHITE, (240, 240, 240), 10)) == 0, "the darker picture is above 0.8"


def test_a_flash_in_one_spot_is_found() -> None:
    quiet = bytes(BLACK) * (SIZE[0] * SIZE[1] - 1)
    spots = [WHITE if place // 2 % 2 else BLACK for place in range(FRAMES_A_SECOND)]
    assert flashes(b"".join(bytes(spot) + quiet for spot in spots)) > MOST


def test_a_slow_fade_is_one_turn() -> None:
    assert len(turns([place / 100 for place in range(100)], 0.1, 0.8)) == 1


@given(st.lists(st.floats(0, 1), min_size=1, max_size=60))
def test_turns_alternate_and_each_is_a_real_change(values: list[float]) -> None:
    places = turns(values, 0.1)
    assert places == sorted(set(places)), places
    assert most_in_a_second(places) <= (len(places) + 1) // 2


def test_redness_is_zero_without_red() -> None:
    assert redness(*WHITE) == redness(*BLACK) == 0
    assert redness(*RED) == pytest.approx(320)
