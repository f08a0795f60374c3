from __future__ import annotations

from pathlib import Path

from camnang.facts.languages import Language
from camnang.facts.lexicon import WORD, Lexicon, read_lexicon
from camnang.handbook.reader import read_handbook
from camnang.project import Project
from tests.conftest import ROOT, TRANSLATION, edit, faults_of


def write_lexicon(project: Project, words: set[str], loans: set[str]) -> None:
    folder = project.root / "data/lexicon"
    folder.mkdir()
    rows = "".join(f"{word}\tLB#1\t-\n" for word in sorted(words))
    (folder / "tyz.tsv").write_text(f"word\tsource\tgloss\n{rows}", encoding="utf-8")
    (folder / "loans.tsv").write_text("word\tkind\n" + "".join(f"{word}\tloan\n" for word in loans), encoding="utf-8")


def words_of(file: Path) -> set[str]:
    return set(WORD.findall(file.read_text(encoding="utf-8").lower()))


def test_a_word_that_nothing_attests_is_told_with_its_line(project: Project) -> None:
    file = project.root / TRANSLATION
    write_lexicon(project, words_of(file) - {"lao"}, set())
    (fault,) = faults_of(project)
    assert fault.found == "chữ «lao» chưa có nguồn"
    assert "Bấu lao" in file.read_text(encoding="utf-8").splitlines()[fault.line - 1]


def test_a_loan_needs_no_attestation(project: Project) -> None:
    write_lexicon(project, words_of(project.root / TRANSLATION) - {"công", "an"}, {"công", "an"})
    read_handbook(project)


def test_a_vietnamese_passage_is_not_held_against_the_lexicon(project: Project) -> None:
    write_lexicon(project, words_of(project.root / TRANSLATION), set())
    edit(project, TRANSLATION, "hàng xóm báo,", "láng giềng báo,")
    read_handbook(project)


def test_a_language_without_a_lexicon_is_not_checked() -> None:
    assert Lexicon({}, frozenset()).unattested("bất cứ chữ gì", "qaa") == ()


def test_every_interface_word_of_the_drafts_is_attested() -> None:
    handbook = read_handbook(Project(ROOT))
    for code, words in handbook.facts.words.items():
        for key, text in words.own.items():
            assert handbook.facts.lexicon.unattested(text.replace("{n}", ""), code) == (), f"{code}.yml {key}"


def test_every_word_of_the_lexicon_names_its_source() -> None:
    languages = read_handbook(Project(ROOT)).facts.languages
    assert set(read_lexicon(ROOT, languages).attested) == {"tyz", "nut"}
    for file in sorted((ROOT / "data/lexicon").glob("*.tsv")):
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines()[1:], start=2):
            assert all(line.split("\t")[:2]), f"{file.name}:{number}: {line!r}"


def test_languages_are_data() -> None:
    made_up = Language(code="qaa", name="Thử", short_name="Thử", description="tiếng thử")
    assert read_lexicon(ROOT, (made_up,)).attested == {}


def test_every_title_of_a_sighting_is_attested() -> None:
    handbook = read_handbook(Project(ROOT))
    for sighting in handbook.facts.sightings:
        for code, title in sighting.title.items():
            assert handbook.facts.lexicon.unattested(title, code) == (), title
