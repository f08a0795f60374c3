"""Words side by side that the dictionary has as another word are told; each row's own examples show it."""

from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.compounds import COLUMNS, FILE, Compound, read_compounds
from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.facts.lexicon import read_lexicon
from camnang.handbook.pages.compound_rules import run_faults
from tests.conftest import ROOT

COMPOUNDS = read_compounds(ROOT)
AVOIDED = [(each, code) for code, listed in COMPOUNDS.avoided.items() for each in listed]
LEXICON = read_lexicon(ROOT, tuple(each for each in read_all_languages(ROOT) if each.published))


def told(text: str, code: str, folder: str = "") -> list[str]:
    return [fault.found for fault in run_faults("a.md", lambda _: 3, text, COMPOUNDS.wrong_in(code, folder))]


@pytest.mark.parametrize(("compound", "code"), AVOIDED, ids=lambda value: getattr(value, "run", value))
def test_a_run_to_avoid_is_told_and_the_words_instead_are_not(compound: Compound, code: str) -> None:
    assert any(f"«{compound.sense}»" in found for found in told(compound.fails, code)), compound.fails
    assert told(compound.passes, code) == [], compound.passes


@pytest.mark.parametrize("compound", COMPOUNDS.listed, ids=lambda compound: compound.run)
def test_every_listed_run_is_of_words_that_have_a_source(compound: Compound) -> None:
    for code in compound.languages:
        said = compound.run if compound.verdict == "used" else compound.passes
        assert LEXICON.unattested(said, code) == (), compound


@pytest.mark.parametrize("text", ["Mì ảnh nả chá.", "Mì, nả chá.", "mì nảy"])
def test_what_a_sign_or_a_letter_parts_is_no_run(text: str) -> None:
    assert told(text, "tyz") == []


def test_a_line_end_parts_no_run_and_a_folder_may_wait() -> None:
    assert len(told("Mì\nnả chá.", "tyz")) == 1
    (compound,) = (each for each, code in AVOIDED if each.run == "mì nả" and code == "tyz")
    for folder in compound.still:
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
        read_compounds(tmp_path)
    (fault,) = raised.value.faults
    assert (fault.path, fault.line, said in fault.found) == (FILE, 2 + row.count("\n"), True), fault


def test_no_table_no_judgement(tmp_path: Path) -> None:
    assert read_compounds(tmp_path).listed == ()
