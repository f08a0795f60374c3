from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.handbook.facts.languages import read_all_languages
from camnang.handbook.facts.translation_scope import TranslationScope, read_translation_scope
from camnang.handbook.pages.pins import pin, with_pin
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.translation.status import State, TranslationStatus, scan, tally
from tests.conftest import ROOT, SCAM, TRANSLATION, edit

SCOPE = TranslationScope(folders=("thu-doan/*",))


def states(project: Project) -> dict[str, State]:
    return {each.path: each.state for each in scan(project, read_all_languages(project.root), SCOPE)}


def repin(project: Project) -> None:
    file, original = project.root / TRANSLATION, project.root / SCAM
    file.write_text(with_pin(file.read_text("utf-8"), original.read_text("utf-8")), encoding="utf-8")


def test_a_translation_goes_through_its_states(project: Project) -> None:
    assert states(project)[TRANSLATION] is State.DRIFTED, "the fixture is pinned to another text"
    repin(project)
    assert states(project)[TRANSLATION] is State.DRAFT
    edit(project, TRANSLATION, "translation: draft", "translation: human")
    assert states(project)[TRANSLATION] is State.HUMAN
    edit(project, SCAM, "Thở một hơi", "Thở hai hơi")
    assert states(project)[TRANSLATION] is State.DRIFTED
    (project.root / TRANSLATION).unlink()
    assert states(project)[TRANSLATION] is State.MISSING


def test_data_files_are_texts_of_the_scope_too(project: Project) -> None:
    assert states(project)["data/translations/tyz/glossary.yml"] is State.MISSING


@pytest.mark.parametrize(
    ("folder", "held"),
    [("", True), ("khan-cap", True), ("khan-cap/dang-bi-goi", True), ("bao-tin", True), ("bao-tin/sau", False)],
)
def test_the_scope_holds_what_its_list_says(folder: str, held: bool) -> None:
    scope = TranslationScope(folders=("", "khan-cap", "khan-cap/*", "bao-tin"))
    assert scope.holds(folder) is held


def test_a_page_that_waits_is_not_held() -> None:
    scope = TranslationScope(folders=("khan-cap/*",), waiting=("khan-cap/moi",))
    assert (scope.holds("khan-cap/cu"), scope.holds("khan-cap/moi")) == (True, False)


def test_what_waits_for_its_translation_is_there_and_has_none() -> None:
    waiting = read_translation_scope(ROOT).waiting
    gone = [folder for folder in waiting if not list((ROOT / "docs").glob(f"{folder}*"))]
    translated = [folder for folder in waiting if list((ROOT / "docs").glob(f"{folder}/index.*.md"))]
    assert (gone, translated) == ([], []), "take the line out of data/translation_scope.yml"


@given(st.lists(st.sampled_from(State)))
def test_a_tally_counts_every_text_once(found: list[State]) -> None:
    counts = tally([TranslationStatus("a", "b", "tyz", state) for state in found], "tyz")
    assert counts.total == len(found)
    assert counts.completeness == (1 - found.count(State.MISSING) / len(found) if found else 1)


def test_what_the_scan_says_is_what_the_reader_says(project: Project) -> None:
    repin(project)
    page = read_handbook(project).pages["thu-doan/goi-la", "tyz"]
    assert (page.translation.state, page.translation.current) == (states(project)[TRANSLATION].value, True)


def test_the_handbook_has_every_text_of_its_scope_in_every_published_language() -> None:
    languages = [language for language in read_all_languages(ROOT) if language.published]
    found = scan(Project(ROOT), languages, read_translation_scope(ROOT))
    assert [each.path for each in found if each.state in {State.MISSING, State.DRIFTED}] == []
    assert len(found) > 2 * 40, len(found)


def test_a_pin_of_the_scan_is_that_of_the_file(project: Project) -> None:
    repin(project)
    assert pin((project.root / SCAM).read_text("utf-8")) in (project.root / TRANSLATION).read_text("utf-8")
