"""What a word of the lexicon cites is declared, and a word of the Tày dictionary has the number of the Tày table."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.facts.word_sources import DICTIONARY, FILE, word_source_faults
from tests.conftest import ROOT

LANGUAGES = tuple(each for each in read_all_languages(ROOT) if each.published)
HEAD = "word\tkind\tmeaning\tsource\n"
TAY_WORDS = "rườn hàng\tword\tcửa hàng\tLB#5552\ncần rườn\tword\tngười nhà\tLB#519\nau\tword\tlấy\tLB#31ex\n"
NUNG = "data/lexicon/nut.tsv"


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Path]:
    (tmp_path / FILE).parent.mkdir(parents=True)
    (tmp_path / FILE).write_bytes((ROOT / FILE).read_bytes())
    (tmp_path / DICTIONARY).write_text(HEAD + TAY_WORDS, encoding="utf-8")
    yield tmp_path


def told(folder: Path, word: str, source: str) -> list[tuple[str, int, str]]:
    (folder / NUNG).write_text(f"{HEAD}a\tword\tnhé\tVOV\n{word}\tword\tnghĩa\t{source}\n", encoding="utf-8")
    return [(fault.path, fault.line, fault.found) for fault in word_source_faults(folder, LANGUAGES)]


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("hàng", "TAY:LB#5552"),
        ("au", "TAY:LB#31ex"),
        ("cần lườn", "VOV + TAY:LB#519"),
        ("lóa", "TAY:LB#3311ex"),
        ("mọi", "TN43"),
        ("nỉ", "WP-N"),
        ("tắm", "người duyệt: Nông Thị A, 2026-12-01"),
        ("trống", ""),
    ],
)
def test_what_is_declared_is_passed(folder: Path, word: str, source: str) -> None:
    assert told(folder, word, source) == []


@pytest.mark.parametrize(
    ("word", "source"),
    [
        ("hàng", "TAY:LB#5553"),
        ("au", "TAY:LB#31"),
        ("rừ", "TAY:LB#519"),
        ("cần lườn", "VOV + TAY:LB#520"),
        ("mọi", "TN44"),
        ("mọi", "TN"),
        ("mọi", "VOV2"),
        ("mọi", "LB"),
        ("mọi", "bạn kể"),
        ("mọi", "người duyệt"),
    ],
)
def test_another_source_or_number_is_told_with_its_line(folder: Path, word: str, source: str) -> None:
    ((path, line, found),) = told(folder, word, source)
    assert (path, line) == (NUNG, 3)
    assert f"«{word}»" in found


def test_no_table_of_sources_no_question(folder: Path) -> None:
    (folder / FILE).unlink()
    assert told(folder, "mọi", "bạn kể") == []
