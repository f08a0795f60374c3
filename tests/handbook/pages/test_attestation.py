from __future__ import annotations

import re
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.lexicon import WORD, Entry, Lexicon, read_lexicon
from camnang.handbook.pages.attestation import spoken_words, word_count
from camnang.handbook.pages.model import Kind
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import ROOT, TRANSLATION, edit, faults_of, real_handbook
from tests.handbook.pages.made_up import HEAD


def write_lexicon(project: Project, words: set[str], loans: set[str]) -> None:
    folder = project.root / "data/lexicon"
    folder.mkdir()
    for name, kind, listed in (("tyz", "word", words), ("loans", "loan", loans)):
        rows = "".join(f"{word}\t{kind}\tnghĩa\tLB#1\n" for word in sorted(listed))
        (folder / f"{name}.tsv").write_text(f"{HEAD}{rows}", encoding="utf-8")


def words_in(file: Path) -> set[str]:
    return set(WORD.findall(file.read_text(encoding="utf-8").lower()))


def test_a_word_that_nothing_attests_is_told_with_its_line(project: Project) -> None:
    file = project.root / TRANSLATION
    write_lexicon(project, words_in(file) - {"lao"}, set())
    (fault,) = faults_of(project)
    assert fault.found == "chữ «lao» chưa có nguồn"
    assert "Bấu lao" in file.read_text(encoding="utf-8").splitlines()[fault.line - 1]


def test_the_nearest_attested_forms_are_told(project: Project) -> None:
    write_lexicon(project, words_in(project.root / TRANSLATION), set())
    edit(project, TRANSLATION, "lao", "laao")
    (fault,) = faults_of(project)
    assert "chữ gần nhất: «lao»" in fault.repair, fault.repair


def test_a_loan_is_a_whole_word_and_its_syllables_attest_nothing(project: Project) -> None:
    write_lexicon(project, words_in(project.root / TRANSLATION) - {"công", "an"}, {"công an"})
    read_handbook(project)
    edit(project, TRANSLATION, "Bấu lao", "Bấu an")
    assert [fault.found for fault in faults_of(project)] == ["chữ «an» chưa có nguồn"]


def test_a_vietnamese_passage_is_not_held_against_the_lexicon(project: Project) -> None:
    write_lexicon(project, words_in(project.root / TRANSLATION), set())
    edit(project, TRANSLATION, "hàng xóm báo,", "láng giềng báo,")
    read_handbook(project)


def test_a_language_without_a_lexicon_is_not_checked() -> None:
    assert Lexicon({}).unattested("bất cứ chữ gì", "qaa") == ()


def test_every_interface_word_of_the_drafts_is_attested() -> None:
    handbook = real_handbook()
    for code, words in handbook.facts.words.items():
        for key, text in words.own.items():
            said = re.sub(r"\{\w+\}", "", text)  # what the page puts in is no word
            assert handbook.facts.lexicon.unattested(said, code) == (), f"{code}.yml {key}"


def test_a_word_without_meaning_or_source_and_a_word_twice_are_told_together(project: Project) -> None:
    write_lexicon(project, {"bấu"}, set())
    file = project.root / "data/lexicon/tyz.tsv"
    file.write_text(f"{HEAD}bấu\tword\tkhông\tLB#145\nlao\tword\t\t\nbấu\tchữ\tkhông\tLB#145\n", encoding="utf-8")
    found = [fault.found for fault in faults_of(project)]
    assert found == ["ô trống: meaning, source", "chữ «bấu» đã có", "loại «chữ»"]


def test_languages_are_data() -> None:
    made_up = Language(code="qaa", name="Thử", short_name="Thử", description="tiếng thử")
    assert read_lexicon(ROOT, (made_up,)).entries == {}


def small_lexicon(*words: str) -> Lexicon:
    return Lexicon({"tyz": {word: Entry(word, "word", "nghĩa", "LB#1") for word in words}})


def test_the_longest_known_word_is_taken_first() -> None:
    tokens = small_lexicon("pỉ", "pỉ noọng", "ơi").tokens("Pỉ  noọng ơi, pỉ!", "tyz")
    assert [(token.text, token.entry and token.entry.word) for token in tokens] == [
        ("Pỉ  noọng", "pỉ noọng"),
        ("ơi", "ơi"),
        ("pỉ", "pỉ"),
    ]


def test_a_word_of_two_syllables_is_not_found_across_a_comma() -> None:
    tokens = small_lexicon("pỉ noọng").tokens("pỉ, noọng", "tyz")
    assert [token.entry for token in tokens] == [None, None]


@given(st.text(alphabet="abđăê ,.1", max_size=40))
def test_words_stand_where_they_are_found_and_none_is_lost(text: str) -> None:
    tokens = small_lexicon("a", "a b", "đ ă ê").tokens(text, "tyz")
    assert [text[token.start : token.end] for token in tokens] == [token.text for token in tokens]
    assert " ".join(token.text for token in tokens).split() == WORD.findall(text)


def test_every_title_of_a_sighting_is_attested() -> None:
    handbook = real_handbook()
    for sighting in handbook.facts.sightings:
        for code, title in sighting.title.items():
            assert handbook.facts.lexicon.unattested(title, code) == (), title


def test_a_translated_scam_page_is_at_most_a_quarter_loans() -> None:
    handbook = real_handbook()
    translated = [page for page in handbook.pages.values() if page.kind is Kind.SCAM and page.language.code != "vi"]
    shares = {page.file: page.words.loan_share for page in translated}
    assert len(shares) == 2 * 28, len(shares)
    for page in translated:
        assert page.words == word_count(spoken_words(page, handbook.facts.lexicon)), page.file
    assert [f"{file}: {share:.1%}" for file, share in shares.items() if share > 0.25] == []


def test_what_readers_see_first_is_named_in_attested_words() -> None:
    facts = real_handbook().facts
    for sighting in facts.sightings:
        for code, title in sighting.title.items():
            assert facts.lexicon.unattested(title, code) == (), f"{code}: {title}"


def test_words_are_counted_by_kind() -> None:
    entries = {"bấu": "word", "công an": "loan", "zalo": "name"}
    lexicon = Lexicon({"tyz": {word: Entry(word, kind, word, "LB#1") for word, kind in entries.items()}})  # type: ignore[arg-type]
    found = word_count(lexicon.tokens("Công an bấu Zalo, laao 113.", "tyz"))
    assert (found.own, found.loans, found.names, found.unattested) == (1, 1, 1, 1)
    assert (found.loan_share, found.attested_share) == (0.25, 0.75)
