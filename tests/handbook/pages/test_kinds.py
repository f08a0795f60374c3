"""The table of kinds holds every kind, and every page of the handbook finds its own."""

from __future__ import annotations

from collections import Counter

import pytest

from camnang.handbook.pages.kinds import KINDS, kind_of_folder
from camnang.handbook.pages.model import Kind
from tests.conftest import ROOT, real_handbook


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_has_a_row_with_a_template(kind: Kind) -> None:
    assert kind in KINDS, f"{kind} has no row"
    assert (ROOT / "overrides" / KINDS[kind].template).is_file(), KINDS[kind].template


def test_no_two_kinds_claim_one_folder() -> None:
    folders = Counter(row.folder for row in KINDS.values() if row.folder is not None)
    below = Counter(row.below for row in KINDS.values() if row.below is not None)
    assert {folder for folder, count in (*folders.items(), *below.items()) if count > 1} == set()


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("", Kind.HOME),
        ("thu-doan", Kind.SCAMS),
        ("thu-doan/goi-la", Kind.SCAM),
        ("khan-cap/dang-bi-goi", Kind.SITUATION),
        ("thu-doan-moi/goi-la", Kind.PLAIN),
        ("tai-ve/van-phong", Kind.OFFICE_FILES),
        ("tai-ve/khac", Kind.PLAIN),
    ],
)
def test_the_folder_decides_the_kind(folder: str, kind: Kind) -> None:
    assert kind_of_folder(folder) is kind


def test_the_real_handbook_has_pages_of_every_kind() -> None:
    missing = set(Kind) - {page.kind for page in real_handbook().pages.values()}
    assert missing == set(), "a kind that no page has is a dead row"
