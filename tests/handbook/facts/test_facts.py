from __future__ import annotations

import re
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.facts import read_facts
from camnang.handbook.project import Project
from camnang.handbook.telephone_numbers import phone_numbers
from tests.conftest import ROOT, edit


def test_the_handbooks_own_data_are_sound() -> None:
    facts = read_facts(ROOT)
    assert [language.code for language in facts.languages] == ["vi", "tyz", "nut"]
    assert facts.hotlines.allowed == {"113", "111", "156", "5656", "84981848484"}


def test_every_hotline_speaks_in_words_that_exist() -> None:
    facts = read_facts(ROOT)
    words = facts.words["vi"].original
    keys = [line.label for line in facts.hotlines.numbers] + [place.detail for place in facts.hotlines.places]
    assert [key for key in keys if key not in words] == []


def test_every_source_of_a_hotline_exists() -> None:
    facts = read_facts(ROOT)
    named = {source for line in (*facts.hotlines.numbers, *facts.hotlines.places) for source in line.sources}
    assert named - set(facts.sources) == set()


SPOILT = {
    "two default languages": (
        "data/languages.yml",
        "  description: tiếng Tày",
        "  description: tiếng Tày\n  default: true",
    ),
    "a code of four letters": ("data/languages.yml", "code: tyz", "code: tayz"),
    "a strange tag of speech": ("data/languages.yml", "speech: vi-VN", "speech: tiếng Việt"),
    "a word that Vietnamese lacks": ("data/interface/tyz.yml", "search: Xa", "serch: Xa"),
    "a number with letters": ("data/hotlines.yml", 'number: "113"', 'number: "một"'),
    "a source with a strange id": ("data/sources.yml", "X01:", "nguon:"),
    "a group without a title": ("data/groups.yml", "title: {vi: Có người gọi}", "name: Có người gọi"),
    "a size in inches": ("data/formats.yml", "height: 297mm", "height: 11in"),
}


@pytest.mark.parametrize(("file", "old", "new"), SPOILT.values(), ids=SPOILT.keys())
def test_spoilt_data_are_told(project: Project, file: str, old: str, new: str) -> None:
    edit(project, file, old, new)
    with pytest.raises(FaultsError) as raised:
        read_facts(project.root)
    assert {fault.path for fault in raised.value.faults} == {file}


def test_a_missing_file_is_told(project: Project) -> None:
    Path(project.root / "data/groups.yml").unlink()
    with pytest.raises(FaultsError, match="không có tệp này"):
        read_facts(project.root)


def test_words_fall_back_to_vietnamese(project: Project) -> None:
    words = read_facts(project.root).words["tyz"]
    assert words["search"] == "Xa"
    assert words["home"] == "Trang chủ"
    assert not words.has("home")


def test_interface_words_name_only_known_numbers() -> None:
    facts = read_facts(ROOT)
    for code, words in facts.words.items():
        for key, word in words.own.items():
            assert phone_numbers(word) <= facts.hotlines.allowed, f"{code}.yml {key}: {word}"


def test_no_address_of_a_source_prints_a_telephone_number() -> None:
    for name, source in read_facts(ROOT).sources.items():
        digits = re.findall(r"(?<!\d)0\d{9,10}(?!\d)", source.url or "")
        assert digits == [], f"{name}: {source.url}"
