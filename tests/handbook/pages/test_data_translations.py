from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.pages.pins import pin
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import edit, faults_of
from tests.handbook.pages.made_up import HEAD

FILE = "data/translations/tyz/glossary.yml"
ENTRIES = 'entries:\n  otp: {meaning: "Dá đảy toọc mã."}\n'


def translate(project: Project, entries: str = ENTRIES) -> None:
    source = pin((project.root / "data/glossary.yml").read_text(encoding="utf-8"))
    file = project.root / FILE
    file.parent.mkdir(parents=True)
    front = f'translation: draft\nsource: "{source}"\ntranslator: ""\nreviewer: ""\n'
    file.write_text(front + entries, encoding="utf-8")


def test_a_translated_meaning_is_read(project: Project) -> None:
    translate(project)
    found = read_handbook(project).facts.translated_data["tyz", "glossary"]
    assert found.entries == {"otp": {"meaning": "Dá đảy toọc mã."}}


# What the entries say: (their text, what the fault must say it found).
SPOILT = {
    "unknown entry": ('entries:\n  opt: {meaning: "Dá đảy toọc."}\n', "mục lạ «opt»"),
    "unknown field": ('entries:\n  otp: {text: "Dá đảy toọc."}\n', "otp: các trường text"),
    "another number": ('entries:\n  otp: {meaning: "Roọng 113."}\n', "otp, meaning: các số 113"),
    "no entries": ("", "thiếu trường «entries»"),
}


@pytest.mark.parametrize(("entries", "found"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_file_is_told(project: Project, entries: str, found: str) -> None:
    translate(project, entries)
    (fault,) = faults_of(project)
    assert (fault.path, fault.found) == (FILE, found)


def test_a_word_that_nothing_attests_is_told(project: Project) -> None:
    translate(project)
    lexicon = project.root / "data/lexicon"
    lexicon.mkdir()
    page = Path(project.root / "docs/thu-doan/goi-la/index.tyz.md").read_text(encoding="utf-8")
    words = sorted({word.strip('.,:?*"«»') for word in page.lower().split()} | {"dá", "đảy", "toọc"})
    rows = "".join(f"{word}\tword\tnghĩa\tLB#1\n" for word in words if word.isalpha())
    (lexicon / "tyz.tsv").write_text(HEAD + rows, encoding="utf-8")
    assert [fault.found for fault in faults_of(project)] == ["chữ «mã» chưa có nguồn"]
    edit(project, FILE, "toọc mã", "toọc")
    read_handbook(project)
