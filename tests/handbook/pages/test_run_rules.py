"""Words side by side that the dictionary has as another word are told; each row's own examples show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.facts.lexicon import read_lexicon
from camnang.handbook.facts.word_runs import COLUMNS, FILE, WordRun, read_word_runs
from camnang.handbook.pages.run_rules import run_faults
from tests.conftest import ROOT

RUNS = read_word_runs(ROOT)
AVOIDED = [(each, code) for code, listed in sorted(RUNS.avoided.items()) for each in listed]
LEXICON = read_lexicon(ROOT, tuple(each for each in read_all_languages(ROOT) if each.published))


def told(text: str, code: str, folder: str = "") -> list[str]:
    return [fault.found for fault in run_faults("a.md", lambda _: 3, text, RUNS.wrong_in(code, folder))]


@pytest.mark.parametrize(("word_run", "code"), AVOIDED, ids=lambda value: getattr(value, "run", value))
def test_a_run_to_avoid_is_told_and_the_words_instead_are_not(word_run: WordRun, code: str) -> None:
    assert any(f"«{word_run.sense}»" in found for found in told(word_run.fails, code)), word_run.fails
    assert told(word_run.passes, code) == [], word_run.passes


@pytest.mark.parametrize("word_run", RUNS.listed, ids=lambda word_run: word_run.run)
def test_every_listed_run_is_of_words_that_have_a_source(word_run: WordRun) -> None:
    for code in word_run.languages:
        said = word_run.run if word_run.verdict == "used" else word_run.passes
        assert LEXICON.unattested(said, code) == (), word_run


@pytest.mark.parametrize("text", ["Mì ảnh nả chá.", "Mì, nả chá.", "mì nảy"])
def test_what_a_sign_or_a_letter_parts_is_no_run(text: str) -> None:
    assert told(text, "tyz") == []


def test_a_line_end_parts_no_run_and_a_folder_may_wait() -> None:
    assert len(told("Mì\nnả chá.", "tyz")) == 1
    (word_run,) = (each for each, code in AVOIDED if each.run == "mì nả" and code == "tyz")
    for folder in word_run.still:
        assert told("Mì nả chá.", "tyz", f"{folder}/tuyen-truyen") == told("Mì nả chá.", "tyz", folder) == []
        assert told("Mì nả chá.", "tyz", f"{folder}-ba") != []


ROWS = {
    "unknown verdict": ("tyz\tmì nả\tmạnh dạn\tLB#3434\tkhông", "lời xét «không»"),
    "no words instead": ("tyz\tmì nả\tmạnh dạn\tLB#3434\tavoid", "ô trống: instead, fails, passes"),
    "no sense": ("tyz\tmì nả\t\tLB#3434\tused", "ô trống: sense"),
    "no reason": ("tyz\tmì nả\tmạnh dạn\tLB#3434\tapart", "ô trống: why"),
    "twice": ("tyz\tmì nả\tmạnh dạn\tLB#3434\tused\ntyz nut\tmì nả\tmạnh dạn\tLB#3434\tused", "«mì nả» đã có"),
}


@pytest.mark.parametrize(("row", "said"), list(ROWS.values()), ids=list(ROWS))
def test_a_wrong_row_is_told_with_its_line(tmp_path: Path, row: str, said: str) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    file.write_text("\t".join(COLUMNS) + f"\n{row}\n", encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_word_runs(tmp_path)
    (fault,) = raised.value.faults
    assert (fault.path, fault.line, said in fault.found) == (FILE, 2 + row.count("\n"), True), fault


def test_no_table_no_judgement(tmp_path: Path) -> None:
    assert read_word_runs(tmp_path).listed == ()
