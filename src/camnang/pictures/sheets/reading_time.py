"""How long each key frame stays: long enough to read, fifteen seconds in all.

A text counts as seen from the middle of its entrance to the middle of its exit. 0.3 s a word is the campaign's own
floor; a word is what stands between two blanks, which in Vietnamese, Tày and Nùng is a syllable.
"""

from __future__ import annotations

import math

FRAMES_A_SECOND = 20  # a third of what screens show, so that every picture stays equally long; 6 of them a word
SECONDS = 15
TOTAL = FRAMES_A_SECOND * SECONDS
SECONDS_A_WORD = 0.3
SHORTEST = FRAMES_A_SECOND  # a second, however few the words
MOST_WORDS = 50


def words_in(text: str) -> int:
    """Count the words of a text; signs alone are none."""
    return sum(any(letter.isalnum() for letter in word) for word in text.split())


def needed(words: int) -> int:
    """Return how many pictures of the film a frame with so many new words must stay."""
    return max(SHORTEST, math.ceil(words * SECONDS_A_WORD * FRAMES_A_SECOND - 1e-9))


def missing_words(words: tuple[int, ...]) -> int:
    """Return how many words must go before all can be read in time, 0 when they can."""
    over = sum(needed(each) for each in words) - TOTAL
    return max(0, math.ceil(over / (SECONDS_A_WORD * FRAMES_A_SECOND)))


def lengths(words: tuple[int, ...]) -> tuple[int, ...]:
    """Share the film's pictures among frames: what each needs, and what is left evenly.

    Raise `ValueError` when the words need more than fifteen seconds.
    """
    wanted = [needed(each) for each in words]
    left = TOTAL - sum(wanted)
    if left < 0:
        raise ValueError(f"{sum(words)} words do not fit {SECONDS} s")
    share, rest = divmod(left, len(wanted))
    return tuple(each + share + (place < rest) for place, each in enumerate(wanted))
