from __future__ import annotations

import subprocess
from collections.abc import Callable
from functools import cache, partial

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.papers.review_sheets.round_trip import read_sheet
from camnang.pictures.catalogue import carry_out
from tests.conftest import draw, load_script
from tests.quick_half import found_from


def starts_a_program() -> None:
    subprocess.run(["true"], check=True)


def imports_a_tool() -> object:
    import typst  # noqa: PLC0415 (as a test may)

    return typst


@cache
def in_a_wrapper() -> None:
    starts_a_program()


TABLE = {"one": [partial(in_a_wrapper)]}


def through_a_table() -> object:
    return TABLE["one"]


def in_a_lambda() -> Callable[[], object]:
    return lambda: draw


class Maker:
    def make(self) -> None:
        starts_a_program()


def makes_an_object() -> object:
    return Maker


def only_says_so() -> str:
    return "typst, subprocess, playwright"


@pytest.mark.parametrize(
    "function",
    [
        starts_a_program,
        imports_a_tool,
        through_a_table,
        in_a_lambda,
        makes_an_object,
        carry_out,
        draw,
    ],
)
def test_what_reaches_a_tool_is_slow(function: Callable[..., object]) -> None:
    assert found_from(function), f"{function.__qualname__} is told to be quick"  # type: ignore[arg-type]


@pytest.mark.parametrize("function", [only_says_so, read_handbook, read_sheet, load_script])
def test_what_reaches_none_is_quick(function: Callable[..., object]) -> None:
    assert not found_from(function), f"{function.__qualname__} is told to be slow"  # type: ignore[arg-type]


def test_every_test_is_in_one_half(request: pytest.FixtureRequest) -> None:
    marks = {
        item.name: {mark.name for mark in item.iter_markers()} & {"quick", "slow"} for item in request.session.items
    }
    assert {name: found for name, found in marks.items() if len(found) != 1} == {}
