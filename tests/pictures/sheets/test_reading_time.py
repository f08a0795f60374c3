from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.pictures.sheets.reading_time import (
    FRAMES_A_SECOND,
    MOST_WORDS,
    SECONDS_A_WORD,
    SHORTEST,
    TOTAL,
    lengths,
    missing_words,
    needed,
    words_in,
)

COUNTS = st.lists(st.integers(0, 20), min_size=2, max_size=10).map(tuple)


def test_a_word_is_what_stands_between_blanks() -> None:
    assert words_in("Công an – Đội điều tra") == 5, "a dash is no word"
    assert words_in("113") == 1
    assert words_in("  ? ! ") == 0


@given(COUNTS)
def test_every_frame_can_be_read_and_all_take_fifteen_seconds(words: tuple[int, ...]) -> None:
    if missing_words(words):
        with pytest.raises(ValueError, match="do not fit"):
            lengths(words)
        return
    shares = lengths(words)
    assert sum(shares) == TOTAL, f"{shares} are {sum(shares)} pictures"
    for count, share in zip(words, shares, strict=True):
        assert share / FRAMES_A_SECOND >= SECONDS_A_WORD * count - 1e-9, f"{count} words in {share} pictures"
        assert share >= SHORTEST, f"{share} pictures are gone before one looks"


@given(COUNTS)
def test_cutting_the_missing_words_is_enough(words: tuple[int, ...]) -> None:
    if sum(max(SHORTEST, 0) for _ in words) > TOTAL:
        return
    over, cut = missing_words(words), list(words)
    for _ in range(over):
        longest = max(range(len(cut)), key=lambda place: needed(cut[place]))
        cut[longest] -= 1
    assert missing_words(tuple(cut)) <= len(words), f"{words} without {over} words: {cut}"


def test_the_limit_of_words_fits_however_they_are_shared() -> None:
    for first in range(4, 20):
        rest = MOST_WORDS - first - 4 * 8
        if rest >= 4:
            assert missing_words((first, 8, 8, 8, 8, rest)) == 0, f"{first} and {rest} words beside four times 8"
