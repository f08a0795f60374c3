from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.compounds import NO_BREAK_SPACE, Compounds, read_compounds
from camnang.handbook.project import Project
from tests.conftest import ROOT, faults_of

SOME = Compounds(("ngân hàng", "mã QR"))


def test_a_compound_is_joined_whatever_its_case() -> None:
    assert SOME.joined("Gọi NGÂN HÀNG, quét Mã qr.") == "Gọi NGÂN\u00a0HÀNG, quét Mã\u00a0qr."


def test_a_part_of_another_word_is_no_compound() -> None:
    assert SOME.joined("ngân hàngo, xngân hàng") == "ngân hàngo, xngân hàng"


@given(st.text())
def test_nothing_but_spaces_changes(text: str) -> None:
    assert SOME.joined(text).replace(NO_BREAK_SPACE, " ") == text.replace(NO_BREAK_SPACE, " ")


def test_the_real_lists_have_the_bank_in_every_language() -> None:
    real = read_compounds(ROOT)
    assert [code for code in ("vi", "tyz", "nut") if "ngân hàng" not in real[code].words] == []


def test_a_compound_of_three_words_is_told(project: Project) -> None:
    (project.root / "data/compounds.yml").write_text("vi: [công an xã]\n", encoding="utf-8")
    assert [fault.path for fault in faults_of(project)] == ["data/compounds.yml"]
