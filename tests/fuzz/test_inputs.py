"""Whatever is handed in is taken with a right result, or told with its file: no traceback, no endless run, no flood.

A file is spoilt by chance and handed to the command that people would type. A few dozen spoilt files in every run,
thousands every night (.github/workflows/nightly.yml); what is found there becomes a case of `FOUND` here.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fuzz.doors import DOORS, MOST_MEMORY, PACKAGES, TEXTS, House, built, check, handed_in
from tests.fuzz.mutations import MUTATIONS, Mutation, in_package, spoilt

Thing = TypeVar("Thing")
NIGHTLY: Final = os.environ.get("HYPOTHESIS_PROFILE", "ci") == "nightly"
SHARE: Final = 1 if NIGHTLY else 8  # of what was found before, a door is handed each eighth thing in a quick run
FEW: Final = 2  # spoilt files of a kind in a quick run
SLOW: Final = () if NIGHTLY else ("form", "recording", "workbook")  # these take long, so only every night
LINUX = pytest.mark.skipif(not Path("/proc/self/statm").is_file(), reason="only Linux bounds memory")
FOUND: Final = (
    [Mutation("insert", 0.1, 0, "2026-02-30")],
    [Mutation("insert", 0.5, 0, "<!-- ghi chú -->")],
    [Mutation("recode", put="utf-16")],
    [Mutation("recode", put="cp1258")],
    [Mutation("insert", 0.0, 0, "&a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b]\n")],
    [Mutation("long line", 0.5, 0, "[" * 300)],
    [Mutation("insert", 0.6, 0, "\0")],
    [Mutation("cut", 0.0)],
    [Mutation("cut", 0.01)],
    [Mutation("long line", 0.9, 0, "%s%n{0}{}")],
    [Mutation("replace", 0.95, 0, "[x]: <")],
    [Mutation("recode", put="utf-7")],
)


def examples() -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Let a test be tried a few times, every night as often as the profile says."""
    return settings() if NIGHTLY else settings(max_examples=FEW)


def share(things: Iterable[Thing], name: str) -> list[Thing]:
    """Return those things that a door is handed in this run; each of them is handed to some door in every run."""
    return [thing for place, thing in enumerate(things) if (place + DOORS.index(name)) % SHARE == 0]


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> House:
    """Every way in, each with a file that is taken as it is."""
    return built(tmp_path_factory.mktemp("doors"))


@LINUX
@pytest.mark.parametrize("name", [name for name in DOORS if name not in SLOW])
def test_a_file_as_it_should_be_is_taken(house: House, name: str) -> None:
    code, said = handed_in(house.root, house.doors[name])
    assert code == 0, said


@LINUX
@pytest.mark.parametrize("name", TEXTS)
def test_what_was_found_before_is_taken_or_told(house: House, name: str) -> None:
    for mutations in share(FOUND, name):
        check(house.root, house.doors[name], spoilt(house.doors[name].content, mutations))


@LINUX
@pytest.mark.parametrize("name", [name for name in DOORS if name not in SLOW])
@examples()
@given(mutations=MUTATIONS)
def test_a_spoilt_file_is_taken_or_told(house: House, name: str, mutations: list[Mutation]) -> None:
    door = house.doors[name]
    check(house.root, door, spoilt(door.content, mutations))


@LINUX
@pytest.mark.parametrize("name", [name for name in PACKAGES if name not in SLOW])
@examples()
@given(mutations=MUTATIONS, part=st.integers(0, 20))
def test_a_spoilt_part_of_an_office_file_is_taken_or_told(
    house: House, name: str, mutations: list[Mutation], part: int
) -> None:
    door = house.doors[name]
    check(house.root, door, in_package(door.content, part, mutations))


@LINUX
def test_a_message_of_one_endless_word_is_answered(house: House) -> None:
    check(house.root, house.doors["messages"], b"9" * 100_000)


def no_file(file: Path) -> None:
    """Nothing is there."""


STRANGE: Final[dict[str, Callable[[Path], object]]] = {
    "nothing": no_file,
    "a folder": Path.mkdir,
    "a device": lambda file: file.symlink_to("/dev/zero"),
    "a pipe": os.mkfifo if hasattr(os, "mkfifo") else no_file,
    "a link to itself": lambda file: file.symlink_to(file),
    "a link to nothing": lambda file: file.symlink_to("/khong/co"),
    "100 MB of nothing": lambda file: (file.touch(), os.truncate(file, 100_000_000)),
    "a line of 20 MB": lambda file: file.write_bytes(b"a" * 20_000_000),
}


@LINUX
@pytest.mark.parametrize(("name", "strange"), [(name, strange) for name in DOORS for strange in share(STRANGE, name)])
def test_what_is_no_file_is_told(house: House, name: str, strange: str) -> None:
    door = house.doors[name]
    door.file.unlink()
    try:
        STRANGE[strange](door.file)
        code, said = handed_in(house.root, door)
    finally:
        shutil.rmtree(door.file) if door.file.is_dir() else door.file.unlink(missing_ok=True)
        door.file.write_bytes(door.content)
    assert code in {0, 1}, said
    assert said.strip() != "", f"{strange}: nothing is said"
    assert "Máy hết bộ nhớ" not in said, f"more than {MOST_MEMORY} bytes"
