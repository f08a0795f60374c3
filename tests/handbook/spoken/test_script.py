from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from camnang.handbook.facts.recordings import RECORDING_NAMES, RecordingName
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.spoken.lengths import LENGTHS
from camnang.handbook.spoken.pieces import Piece, closing, page_pieces
from camnang.handbook.spoken.script import Script, chosen, script_of
from camnang.handbook.spoken.spoken_text import has_digits
from tests.conftest import TRANSLATION, edit, real_handbook
from tests.handbook.kits.made_up import KIT, write
from tests.sound.conftest import SCAM_FOLDER


def script(handbook: Handbook, code: str, name: RecordingName = "loa-30") -> Script:
    found = script_of(handbook.pages[SCAM_FOLDER, code], handbook, name)
    assert found is not None
    return found


def test_the_act_comes_before_the_signs(handbook: Handbook) -> None:
    said = script(handbook, "vi").sentences
    assert said[:2] == ("Người lạ gọi, xưng công an.", "Công an không gọi video, không đòi tiền.")
    assert said[-3:] == ("Tắt máy.", "Hỏi người nhà.", "Đến công an xã.")
    order = [said.index(each) for each in ("Không chuyển tiền.", "Kể cho người nhà.")]
    signs = [place for place, each in enumerate(said) if each.startswith("Dấu hiệu: ")]
    assert order == sorted(order)
    assert signs, said
    assert max(order) < signs[0], said


def test_a_kit_of_the_scam_is_what_is_read(project: Project) -> None:
    write(project, KIT)
    handbook = read_handbook(project)
    said = script(handbook, "vi").sentences
    rule = ("Tắt máy.", "Hỏi người nhà.", "Đến công an xã.")
    assert said == (*["Bà con ơi tắt máy rồi hỏi người nhà nhé."] * 6, "Nhớ nhé bà con mình ơi.", *rule)
    assert script(handbook, "tyz").sentences[-1] == "Pây công an xạ."


def test_numbers_are_words_in_vietnamese_and_stay_in_tay(handbook: Handbook) -> None:
    said = {
        code: [piece.text for piece in page_pieces(handbook.pages[SCAM_FOLDER, code], handbook.facts)]
        for code in ("vi", "tyz")
    }
    assert "Bị ép thì gọi một một ba." in said["vi"]
    assert "Roọng 113." in said["tyz"]


def test_vietnamese_words_are_left_out_of_a_tay_text(project: Project) -> None:
    edit(project, TRANSLATION, "- **Cỏi dằng hết.**", '- **Chậm lại.** Thở một hơi.\n  {: lang="vi" }')
    handbook = read_handbook(project)
    said = " ".join(piece.text for piece in page_pieces(handbook.pages[SCAM_FOLDER, "tyz"], handbook.facts))
    assert "Lẩn hẩư cần rườn chắc." in said
    assert "Chậm" not in said
    assert "Thở" not in said


def test_a_language_without_the_rule_does_not_borrow_the_vietnamese_words(handbook: Handbook) -> None:
    words = handbook.facts.words["tyz"]
    own = {key: word for key, word in words.own.items() if key != "rule_ask_family"}
    facts = replace(handbook.facts, words={**handbook.facts.words, "tyz": replace(words, own=own)})
    assert closing(handbook.pages[SCAM_FOLDER, "tyz"], facts) == ("Đắp máy.", "Pây công an xạ.")


def test_a_list_of_pages_and_a_short_page_have_no_script(handbook: Handbook) -> None:
    for folder in ("", "thu-doan", "khan-cap", "thu-tai", "giai-nghia", "gioi-thieu/nguon-tin"):
        assert script_of(handbook.pages[folder, "vi"], handbook, "loa-30") is None, folder
    assert script_of(handbook.pages[SCAM_FOLDER, "tyz"], handbook, "loa-60") is None


def test_the_pin_changes_with_the_words_and_only_with_them(project: Project) -> None:
    before = script(read_handbook(project), "vi")
    edit(project, "docs/thu-doan/goi-la/index.md", "aliases: [công an dởm,", "aliases: [công an rởm,")
    assert script(read_handbook(project), "vi").pin == before.pin
    edit(project, "docs/thu-doan/goi-la/index.md", "**Không sợ.**", "**Không lo.**")
    assert script(read_handbook(project), "vi").pin != before.pin


@pytest.mark.parametrize("name", RECORDING_NAMES)
def test_every_page_of_the_handbook_keeps_to_the_budget(name: RecordingName) -> None:
    handbook, length, count = real_handbook(), LENGTHS[name], 0
    for page in handbook.pages.values():
        found = script_of(page, handbook, name)
        if found:
            count += 1
            assert length.least <= found.syllables <= length.limit, f"{page.file}: {found.syllables} syllables"
            assert length.shortest <= found.seconds <= length.longest, f"{page.file}: {found.seconds} s"
            figures = [each for each in found.sentences if has_digits(each)]
            assert figures == [] or page.language.code != "vi", f"{page.file}: {figures}"
    assert count > 20, f"only {count} pages have {name}"


@st.composite
def made_pieces(draw: st.DrawFn) -> list[Piece]:
    """Sentences of any length and rank, some of which need an earlier one."""
    made: list[Piece] = []
    for place in range(draw(st.integers(0, 40))):
        text = " ".join(["lời"] * draw(st.integers(1, 30))) + f" x{'y' * place}."
        after = draw(st.none() | st.integers(0, place - 1)) if place else None
        made.append(Piece(text, draw(st.integers(0, 2)), after))
    return made


@given(made_pieces(), st.integers(0, 20), st.sampled_from(RECORDING_NAMES))
def test_whole_sentences_never_pass_the_limit(pieces: list[Piece], used: int, name: RecordingName) -> None:
    length, texts = LENGTHS[name], [piece.text for piece in pieces]
    taken = chosen(pieces, used, length)
    places = [texts.index(text) for text in taken]
    total = used + sum(pieces[place].cost for place in places)
    assert places == sorted(set(places)), "whole sentences, each once, in the page's order"
    assert total <= length.limit, f"{total} syllables"
    needed = {pieces[place].after for place in places} - {None}
    assert needed <= set(places), f"taken without what they need: {needed - set(places)}"


@given(made_pieces(), st.sampled_from(RECORDING_NAMES))
def test_nothing_that_fits_is_left_out_below_the_aim(pieces: list[Piece], name: RecordingName) -> None:
    length, texts = LENGTHS[name], [piece.text for piece in pieces]
    places = {texts.index(text) for text in chosen(pieces, 0, length)}
    total = sum(pieces[place].cost for place in places)
    assume(total < length.aim_least)
    for place, piece in enumerate(pieces):
        allowed = piece.rank == 0 and piece.after is None and place not in places
        assert not allowed or total + piece.cost > length.aim_most, f"{piece.text!r} fits beside {total} syllables"
