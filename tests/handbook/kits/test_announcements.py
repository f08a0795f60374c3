from __future__ import annotations

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.kits.announcements import announcement_faults
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import real_handbook

PAGE = """---
id: loa-cho
reviewed: 2026-11-28
---

# Loa chợ

**Tắt máy trước, hỏi người nhà sau.** Đọc chậm.

## Loa 15 giây {#loa-15}

> QUOTED

## Cách đọc {#cach-doc}

> Câu này không đọc lên loa, 113 cũng được.
"""
SENTENCE = "Bà con ơi tắt máy rồi hỏi người nhà nhé. "  # 10 syllables


def told(project: Project, quoted: str) -> list[Fault]:
    folder = project.docs / "tuyen-truyen" / "loa-cho"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(PAGE.replace("QUOTED", quoted), encoding="utf-8")
    return list(announcement_faults(read_handbook(project)))


def test_an_announcement_of_its_length_passes(project: Project) -> None:
    assert told(project, SENTENCE * 4) == []


@pytest.mark.parametrize("sentences", [3, 5])
def test_one_that_is_too_short_or_too_long_is_told_with_its_syllables(project: Project, sentences: int) -> None:
    (fault,) = told(project, SENTENCE * sentences)
    assert f"có {sentences * 10} tiếng" in fault.found
    assert fault.expected == "38 đến 40 tiếng"
    assert fault.path == "docs/tuyen-truyen/loa-cho/index.md"


def test_digits_are_told_in_announcements_only(project: Project) -> None:
    (fault,) = told(project, SENTENCE * 3 + "Đang bị ép thì gọi số 113 ngay nhé.")
    assert "chữ số «1»" in fault.found


def test_checking_the_kits_checks_announcements_too(project: Project) -> None:
    assert told(project, SENTENCE)
    with pytest.raises(FaultsError, match="loa-cho"):
        checked_kits(project.root, read_handbook(project))


def test_the_handbook_has_announcements_that_are_checked() -> None:
    handbook = real_handbook()
    announced = {page.folder for page in handbook.originals if "loa-15" in page.sections}
    assert announced >= {"tuyen-truyen/xay-dung/loa-ben-xe", "tuyen-truyen/xay-dung/loa-tren-xe"}
    assert [str(fault) for fault in announcement_faults(handbook)] == []
