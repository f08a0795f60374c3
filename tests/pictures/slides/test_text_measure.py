from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.project import Project
from camnang.pictures.drawing.engine import FitError
from camnang.pictures.slides.text_measure import PITCH, Fitted, fits, fitting_size, line_count
from tests.conftest import ROOT

DESIGN = Project(ROOT).design
TEXTS = st.lists(st.text("abcđêghường", min_size=1, max_size=8), min_size=1, max_size=12).map(" ".join)


@given(TEXTS, st.floats(8, 40))
def test_a_wider_box_never_takes_more_lines(text: str, width: float) -> None:
    assert line_count(text, width + 5, DESIGN) <= line_count(text, width, DESIGN)


@given(TEXTS)
def test_the_size_found_fits_and_the_next_does_not(text: str) -> None:
    box = Fitted(text, 300, 120)
    size = fitting_size("thử", [box], 60, 6, DESIGN)
    assert fits(box, size, DESIGN), size
    assert size == 60 or not fits(box, size + 0.5, DESIGN), size


def test_brothers_share_the_size_of_the_longest() -> None:
    short, long = Fitted("Tắt máy.", 200, 40), Fitted("Không chuyển tiền cho người lạ.", 200, 40)
    assert fitting_size("thử", [short, long], 40, 8, DESIGN) == fitting_size("thử", [long], 40, 8, DESIGN)


def test_a_line_is_as_high_as_the_font_says() -> None:
    assert fits(Fitted("Một", 500, 20 * PITCH), 20, DESIGN)
    assert not fits(Fitted("Một", 500, 20 * PITCH - 0.1), 20, DESIGN)


def test_too_long_a_text_is_told_with_its_excess() -> None:
    with pytest.raises(FitError) as raised:
        fitting_size("tiêu đề", [Fitted("m" * 50, 100, 100)], 40, 20, DESIGN)
    assert raised.value.block == "tiêu đề"
    assert 40 < raised.value.excess < 50, raised.value.excess
