"""What was read last time is used again, and never when anything that decides how it is read has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.pages import page_memory, reader
from camnang.handbook.pages.body import Body, read_body
from camnang.handbook.pages.page_memory import FILE
from camnang.handbook.pages.reader import read_handbook, read_handbook_again
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit

ABOUT = "docs/gioi-thieu/index.md"


@pytest.fixture
def bodies(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files whose bodies were read, in their order."""
    read: list[str] = []

    def counted(source: object, *rest: object) -> Body:
        read.append(source.path)  # type: ignore[attr-defined]
        return read_body(source, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(reader, "read_body", counted)
    return read


def memory_of(project: Project) -> Path:
    return project.root / "build" / FILE


def test_a_second_reading_reads_no_page_and_gives_the_same_handbook(project: Project, bodies: list[str]) -> None:
    first = read_handbook_again(project)
    assert bodies, "the first reading read nothing"
    bodies.clear()
    assert read_handbook_again(project) == first
    assert bodies == []
    assert first == read_handbook(project)


def test_only_an_edited_page_is_read_again_with_its_translations(project: Project, bodies: list[str]) -> None:
    read_handbook_again(project)
    bodies.clear()
    edit(project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ.")
    again = read_handbook_again(project)
    assert bodies == [ABOUT]
    assert again == read_handbook(project)
    bodies.clear()
    edit(project, SCAM, "co-do: Doạ cho mình sợ", "co-do: Doạ cho mình run")
    read_handbook_again(project)
    assert sorted(bodies) == sorted([SCAM, SCAM.replace("index.md", "index.tyz.md")])


def test_a_fault_is_told_each_time_and_does_not_cost_the_other_pages(project: Project, bodies: list[str]) -> None:
    read_handbook_again(project)
    edit(project, ABOUT, "Cẩm nang nhỏ.", "Gọi 114.")
    told = []
    for _ in range(2):
        bodies.clear()
        with pytest.raises(FaultsError) as raised:
            read_handbook_again(project)
        assert bodies == [ABOUT]
        told.append(raised.value.faults)
    with pytest.raises(FaultsError) as afresh:
        read_handbook(project)
    assert told == [afresh.value.faults] * 2


def test_rules_between_pages_are_held_however_little_was_read(project: Project) -> None:
    read_handbook_again(project)
    edit(project, "data/sightings.yml", "scams: [goi-la]", "scams: [goi-la, khong-co]")
    with pytest.raises(FaultsError, match="khong-co"):
        read_handbook_again(project)


@pytest.mark.parametrize(
    "change",
    [
        lambda project: edit(project, "data/hotlines.yml", "\n", "\n# xem lại\n"),
        lambda project: edit(project, "mkdocs.yml", "  - sane_lists\n", ""),
        lambda project: (project.design / "icons" / "moi.svg").write_text("<svg/>", encoding="utf-8"),
    ],
    ids=["data", "settings", "drawings"],
)
def test_what_decides_how_pages_are_read_makes_all_be_read(
    project: Project, bodies: list[str], change: Callable[[Project], object]
) -> None:
    read_handbook_again(project)
    every = sorted(bodies)
    bodies.clear()
    change(project)
    read_handbook_again(project)
    assert sorted(bodies) == every


def test_another_code_trusts_nothing(project: Project, bodies: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    read_handbook_again(project)
    every = sorted(bodies)
    bodies.clear()
    monkeypatch.setattr(page_memory, "shaped_by", lambda *_: "khác")
    read_handbook_again(project)
    assert sorted(bodies) == every


@pytest.mark.parametrize("damage", [b"", b"rac", b"\x80\x05"], ids=["empty", "rubbish", "cut"])
def test_a_damaged_memory_is_no_memory(project: Project, bodies: list[str], damage: bytes) -> None:
    first = read_handbook_again(project)
    every = sorted(bodies)
    bodies.clear()
    head, _, content = memory_of(project).read_bytes().partition(b"\n")
    memory_of(project).write_bytes(damage if damage != b"\x80\x05" else head + b"\n" + content[:-9])
    assert read_handbook_again(project) == first
    assert sorted(bodies) == every


def test_a_disk_that_refuses_costs_only_time(project: Project) -> None:
    (project.root / "build").write_text("no folder", encoding="utf-8")
    assert read_handbook_again(project) == read_handbook(project)


def test_reading_alone_leaves_nothing_behind(project: Project) -> None:
    read_handbook(project)
    assert not (project.root / "build").exists()
