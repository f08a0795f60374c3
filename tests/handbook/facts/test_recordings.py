from __future__ import annotations

import pytest

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.languages import read_languages
from camnang.handbook.facts.recordings import FILE, read_recordings
from camnang.handbook.project import Project
from tests.conftest import ROOT, faults_of

ENTRY = """\
- page: thu-doan/goi-la
  language: tyz
  name: loa-30
  speaker: Bà Thử
  date: 2026-11-20
  script: "0123456789ab"
  seconds: 30
  consent: true
"""
PLACED = "docs/thu-doan/goi-la/loa-30.tyz.mp3"


def listed(project: Project, text: str, place: bool = True) -> None:
    (project.root / FILE).write_text(text, encoding="utf-8")
    if place:
        (project.root / PLACED).write_bytes(b"ID3")


def only_fault(project: Project) -> Fault:
    (fault,) = faults_of(project)
    return fault


def test_the_handbook_has_no_recording_that_is_none() -> None:
    """Its own file is read; a recording that stands there has its sound and its consent."""
    read_recordings(ROOT, read_languages(ROOT))


def test_a_recording_is_read(project: Project) -> None:
    listed(project, ENTRY)
    (recording,) = read_recordings(project.root, read_languages(project.root))
    assert recording.path == PLACED
    assert recording.speaker == "Bà Thử"


def test_without_the_file_there_is_none(project: Project) -> None:
    (project.root / FILE).unlink(missing_ok=True)
    assert read_recordings(project.root, read_languages(project.root)) == ()


SPOILT = {
    "no such page": ("thu-doan/goi-la", "thu-doan/khong-co", "docs/thu-doan/khong-co/index.tyz.md"),
    "no such language": ("language: tyz", "language: xyz", "«xyz»"),
    "no consent": ("consent: true", "consent: false", "chưa đồng ý"),
    "another name": ("loa-30", "loa-45", "loa-45"),
    "no pin": ('"0123456789ab"', '"mới"', "mới"),
}


@pytest.mark.parametrize(("old", "new", "told"), SPOILT.values(), ids=SPOILT.keys())
def test_what_is_wrong_is_told_with_its_line(project: Project, old: str, new: str, told: str) -> None:
    listed(project, f"# Đầu tệp.\n{ENTRY.replace(old, new)}")
    found = [fault for fault in faults_of(project) if fault.path == FILE]
    assert len(found) == 1, found
    assert told in found[0].found
    assert found[0].line >= 2, found


def test_a_page_that_is_not_translated_has_no_recording_in_that_language(project: Project) -> None:
    listed(project, ENTRY.replace("thu-doan/goi-la", "khan-cap/dang-bi-goi"), place=False)
    assert "docs/khan-cap/dang-bi-goi/index.tyz.md" in only_fault(project).found


def test_a_file_that_is_missing_is_told(project: Project) -> None:
    listed(project, ENTRY, place=False)
    assert only_fault(project).found == f"không có tệp {PLACED}"


def test_a_file_that_nobody_agreed_to_is_told(project: Project) -> None:
    listed(project, "[]\n")
    fault = only_fault(project)
    assert (fault.path, fault.found) == (PLACED, f"không có mục nào trong {FILE}")


def test_the_same_recording_twice_is_told(project: Project) -> None:
    listed(project, ENTRY + ENTRY)
    assert "hai mục" in only_fault(project).found
    with pytest.raises(FaultsError):
        read_recordings(project.root, read_languages(project.root))
