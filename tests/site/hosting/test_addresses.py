from __future__ import annotations

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project
from camnang.site.hosting.addresses import (
    LIST_FILE,
    MOVED_FILE,
    Move,
    checked_moves,
    listed,
    read_published,
    redirects,
)

EXISTING = frozenset({"", "thu-doan/", "thu-doan/goi-la/"})


def publish(project: Project, *paths: str) -> None:
    (project.root / LIST_FILE).write_text("\n".join(("# đầu", *paths)), encoding="utf-8")


def move(project: Project, text: str) -> None:
    (project.root / MOVED_FILE).write_text(text, encoding="utf-8")


def test_nothing_ever_leaves_the_list() -> None:
    text = listed(["cu/", "/"], ["moi/", ""])
    assert [line for line in text.splitlines() if not line.startswith("#")] == ["/", "cu/", "moi/"]


def test_a_list_is_read_as_it_was_written(project: Project) -> None:
    publish(project)
    (project.root / LIST_FILE).write_text(listed((), EXISTING), encoding="utf-8")
    assert listed(read_published(project.root), ()) == listed((), EXISTING)


def test_a_lost_address_is_a_fault_that_says_how_to_lead_on(project: Project) -> None:
    publish(project, "/", "thu-doan/mat-roi/")
    with pytest.raises(FaultsError, match=r"thu-doan/mat-roi/ không còn trang") as raised:
        checked_moves(project.root, EXISTING)
    assert MOVED_FILE in raised.value.faults[0].repair


def test_a_moved_page_answers_at_its_old_address(project: Project) -> None:
    publish(project, "thu-doan/mat-roi/")
    move(project, "- {old: thu-doan/mat-roi/, new: thu-doan/goi-la/}")
    assert checked_moves(project.root, EXISTING) == (Move(old="thu-doan/mat-roi/", new="thu-doan/goi-la/"),)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("- {old: thu-doan/goi-la/, new: thu-doan/}", "old: thu-doan/goi-la/"),
        ("- {old: thu-doan/cu/, new: thu-doan/khong-co/}", "new: thu-doan/khong-co/"),
        ("- {old: 'Thủ đoạn', new: thu-doan/}", "old: Thủ đoạn"),
    ],
)
def test_a_wrong_move_is_told(project: Project, text: str, found: str) -> None:
    move(project, text)
    with pytest.raises(FaultsError) as raised:
        checked_moves(project.root, EXISTING)
    assert found in str(raised.value), raised.value


def test_a_redirect_keeps_the_reader_s_language(handbook: Handbook) -> None:
    moved = [Move(old="cu/", new="thu-doan/goi-la/")]
    ((name, html),) = redirects(moved, handbook, handbook.facts.languages[1])
    assert name == "tyz/cu/index.html"
    assert 'url=../../tyz/thu-doan/goi-la/"' in html
