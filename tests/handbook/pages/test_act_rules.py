"""What the Vietnamese tells its reader to do and a translation does not is told; each act's own example shows it."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.acts import FILE, Act, Acts, LeftOut, read_acts
from camnang.handbook.facts.facts import read_facts
from camnang.handbook.pages.act_rules import needless
from camnang.handbook.pages.data_translations import data_translation_faults
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, TRANSLATION


def rules() -> Acts:
    found = read_acts(ROOT)
    assert found is not None
    return found


ACTS = rules()


def missing(original: str, translation: str, code: str = "tyz") -> list[str]:
    return [act.id for act in ACTS.missing(original, translation, code)]


@pytest.mark.parametrize("act", ACTS.acts, ids=lambda act: act.id)
def test_an_act_tells_its_own_example(act: Act) -> None:
    example = act.example
    assert act.id in missing(example.says, example.fails, example.language)
    assert act.id not in missing(example.says, example.passes, example.language)


@pytest.mark.parametrize("act", ACTS.acts, ids=lambda act: act.id)
def test_the_name_of_an_act_is_heard_in_its_own_words(act: Act) -> None:
    for phrase in act.vi:
        assert act.named.search(phrase.replace("*", "cho")), phrase


@pytest.mark.parametrize(
    ("original", "translation"),
    [
        ("Đừng gọi ngân hàng bằng số ấy.", "Dá đảy roọng slổ tỉ."),
        ("Gọi ngân hàng ngay.", '<span lang="vi">Gọi ngân hàng ngay.</span>'),
        ("**Gọi** **ngân hàng** ngay.", "Roọng **ngân hàng** ngay."),
        ("Gọi lại. Ngân hàng mình mở lúc tám giờ.", ""),
        ("Xin khoá luôn cả tài khoản ấy.", "Xo khoả tài khoản."),
    ],
)
def test_what_is_said_in_other_ways_is_not_told(original: str, translation: str) -> None:
    assert missing(original, translation) == []


def test_some_words_may_stand_between_and_no_more_than_five() -> None:
    assert missing("Khoá ngay cả hai tài khoản.", "") == ["khoa-tai-khoan"]
    assert missing("Khoá một hai ba bốn năm sáu tài khoản.", "") == []
    assert missing("Khoá cửa. Tài khoản còn.", "") == []


def test_what_is_left_out_is_left_out_there_alone() -> None:
    act = ACTS.acts[0]
    left = LeftOut(page="thu-doan/a", section="hay", acts=(act.id,), languages=("tyz",), reason="chưa dịch")
    acts = ACTS.model_copy(update={"left_out": (left,)})
    assert acts.is_left_out(act, "thu-doan/a", "hay", "tyz")
    for place in (("thu-doan/b", "hay", "tyz"), ("thu-doan/a", "khong", "tyz"), ("thu-doan/a", "hay", "nut")):
        assert not acts.is_left_out(act, *place), place
    whole = acts.model_copy(update={"left_out": (left.model_copy(update={"section": ""}),)})
    assert whole.is_left_out(act, "thu-doan/a", "khong", "tyz")


def test_an_unknown_act_left_out_is_told(tmp_path: Path) -> None:
    file = tmp_path / FILE
    file.parent.mkdir(parents=True)
    text = (ROOT / FILE).read_text(encoding="utf-8")
    row = "  - {page: bao-tin, acts: [goi-ngan-han], languages: [tyz], reason: chưa dịch}\n"
    file.write_text(text + row, encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_acts(tmp_path)
    assert "goi-ngan-han»" in raised.value.faults[0].found


def test_every_page_left_out_exists() -> None:
    for each in ACTS.left_out:
        assert (ROOT / "docs" / each.page).parent.is_dir() or (ROOT / each.page).is_file(), each


def test_a_page_is_told_with_its_section(project: Project) -> None:
    file = project.root / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    act = (
        "  - {id: goi-bo-doi, name: gọi bộ đội, vi: [gọi bộ đội], own: {tyz: [roọng], nut: [roọng]},"
        " example: {language: tyz, says: a, fails: b, passes: c}}\n"
    )
    file.write_text(f"languages: [tyz, nut]\nnegations: [đừng]\nacts:\n{act}", encoding="utf-8")
    for name, said in ((SCAM, "Gọi bộ đội ngay."), (TRANSLATION, "Dá đảy phác chèn.")):
        page = project.root / name
        text = page.read_text(encoding="utf-8")
        page.write_text(re.sub(r"(\{#hay\}\n\n- \*\*)[^*]+\*\*[^\n]*", rf"\1{said}**", text), encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_handbook(project)
    (fault,) = (fault for fault in raised.value.faults if fault.rule == "ban-dich-thieu-viec")
    assert (fault.path, "{#hay}, ý 1:" in fault.found, "«roọng»" in fault.expected) == (TRANSLATION, True, True), (
        fault
    )
    lines = (project.root / TRANSLATION).read_text(encoding="utf-8").split("\n")
    assert "Dá đảy phác chèn" in lines[fault.line - 1]


def test_what_is_left_out_and_there_by_now_is_said(project: Project) -> None:
    file = project.root / FILE
    file.parent.mkdir(parents=True, exist_ok=True)
    example = "example: {language: tyz, says: a, fails: b, passes: c}"
    file.write_text(
        "languages: [tyz, nut]\nnegations: [đừng]\nacts:\n"
        f"  - {{id: goi-113, name: gọi 113, vi: [gọi 113], both: [roọng 113], {example}}}\n"
        f"  - {{id: goi-bo-doi, name: gọi bộ đội, vi: [công an xã], {example}}}\n"
        "left_out:\n  - {page: thu-doan/goi-la, section: bi-lua, acts: [goi-113, goi-bo-doi],"
        " languages: [tyz], reason: chưa dịch}\n"
        "  - {page: thu-doan/goi-la, acts: [goi-bo-doi], languages: [tyz], reason: chưa dịch}\n",
        encoding="utf-8",
    )
    (said,) = needless(read_handbook(project))
    assert said == f"{TRANSLATION} {{#bi-lua}}: «goi-113»"


def test_data_is_held_against_its_original() -> None:
    facts = read_facts(ROOT)
    key = ("tyz", "quiz")
    data = facts.translated_data[key]
    poor = {name: dict.fromkeys(words, "Bấu.") for name, words in data.entries.items()}
    changed = replace(facts, translated_data={key: data.model_copy(update={"entries": poor})})
    told = [fault.found for fault in data_translation_faults(changed) if fault.rule == "ban-dich-thieu-viec"]
    assert any("cong-an-goi-hoc-sinh" in found and "cúp máy" in found for found in told), told
