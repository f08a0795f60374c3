"""The one loop: what is made, what stays, what goes, and that it is all or nothing."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.made import workshop
from camnang.made.register import Key, MadeFile, digest
from camnang.made.workshop import MadeBytes, Plan, Shelf


@dataclass(frozen=True)
class Cake:
    """A product of two files where `double` is set."""

    name: str
    fingerprint: str = "a"

    @property
    def key(self) -> Key:
        return (self.name,)


def baked(cake: Cake) -> tuple[MadeBytes[MadeFile], ...]:
    if cake.name == "burnt":
        raise FaultsError([Fault(path="oven", rule="hinh-hong", found="burnt", expected="baked", repair="less heat")])
    content = f"{cake.name} {cake.fingerprint}".encode()
    row = MadeFile(
        path=cake.name,
        language="vi",
        bytes=len(content),
        sha256=digest(content),
        reviewed="2026-01-01",
        fingerprint=cake.fingerprint,
    )
    return (MadeBytes(row, content),)


def make(shelf: Shelf[MadeFile], *cakes: Cake) -> tuple[str, ...]:
    """Bake what is wanted; return the names of what was baked."""
    work = workshop.plan(shelf, cakes)
    workshop.carry_out(work, workshop.one_by_one(baked))
    return tuple(cake.name for cake in work.to_make)


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf[MadeFile]:
    return Shelf(tmp_path / "shelf", "list.json", MadeFile)


def names(shelf: Shelf[MadeFile]) -> list[str]:
    return sorted(file.name for file in shelf.folder.iterdir()) if shelf.folder.exists() else []


def test_what_stands_is_not_made_again(shelf: Shelf[MadeFile]) -> None:
    assert make(shelf, Cake("x"), Cake("y")) == ("x", "y")
    assert make(shelf, Cake("x"), Cake("y")) == ()
    assert make(shelf, Cake("x"), Cake("y", "b"), Cake("z")) == ("y", "z")
    assert names(shelf) == ["list.json", "x", "y", "z"]


def test_what_nobody_wants_goes(shelf: Shelf[MadeFile]) -> None:
    make(shelf, Cake("x"), Cake("y"))
    make(shelf, Cake("x"))
    assert names(shelf) == ["list.json", "x"]


def test_what_is_not_wanted_now_stays_as_it_is(shelf: Shelf[MadeFile]) -> None:
    make(shelf, Cake("x"), Cake("y"))
    work: Plan[Cake, MadeFile] = workshop.plan(
        shelf, (Cake("x", "b"), Cake("y", "b")), wanted=lambda cake: cake.name == "x"
    )
    assert [cake.name for cake in work.to_make] == ["x"]
    workshop.carry_out(work, workshop.one_by_one(baked))
    assert (shelf.folder / "y").read_text(encoding="utf-8") == "y a"
    offered = [row.path for row in workshop.current(shelf, (Cake("x", "b"), Cake("y", "b")))]
    assert offered == ["x"], "an old file is never offered"


def test_a_damaged_file_is_made_again(shelf: Shelf[MadeFile]) -> None:
    make(shelf, Cake("x"))
    (shelf.folder / "x").write_bytes(b"? a")
    assert make(shelf, Cake("x")) == ("x",)


def test_faults_of_all_are_told_and_nothing_is_written(shelf: Shelf[MadeFile]) -> None:
    make(shelf, Cake("x"))
    before = (shelf.folder / "list.json").read_bytes()
    told: list[str] = []
    work = workshop.plan(shelf, (Cake("x"), Cake("burnt"), Cake("y")))
    with pytest.raises(FaultsError, match="burnt"):
        workshop.carry_out(work, workshop.one_by_one(baked), lambda cake: told.append(cake.name))
    assert told == ["burnt", "y"], "the faults of one do not stop the next"
    assert names(shelf) == ["list.json", "x"]
    assert (shelf.folder / "list.json").read_bytes() == before


@pytest.mark.parametrize("error", [KeyboardInterrupt(), OSError(28, "No space left on device")])
def test_an_interruption_leaves_the_old_shelf(shelf: Shelf[MadeFile], error: BaseException) -> None:
    make(shelf, Cake("x"))

    def fail(_: Cake) -> tuple[MadeBytes[MadeFile], ...]:
        raise error

    with pytest.raises(type(error)):
        workshop.carry_out(workshop.plan(shelf, (Cake("x"), Cake("y"))), workshop.one_by_one(fail))
    assert names(shelf) == ["list.json", "x"]
    assert [entry.name for entry in shelf.folder.parent.iterdir()] == ["shelf"]
