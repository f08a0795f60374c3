from __future__ import annotations

from camnang.handbook.facts.languages import FILE, Language, read_all_languages
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.handbook.translation.skeleton import new_files, with_entry

LANGUAGE = Language(code="qaa", name="Thử", short_name="Thử", description="tiếng thử", status="can-nguoi-dich")


def begin(project: Project) -> None:
    listed = project.root / FILE
    listed.write_text(with_entry(listed.read_text("utf-8"), LANGUAGE), encoding="utf-8")
    for path, text in new_files(project, LANGUAGE).items():
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text(text, encoding="utf-8")


def test_a_language_that_waits_is_listed_but_not_read(project: Project) -> None:
    before = read_handbook(project)
    begin(project)
    after = read_handbook(project)
    assert [language.code for language in after.facts.wanted] == ["qaa"]
    assert after.facts.languages == before.facts.languages
    assert after.pages.keys() == before.pages.keys()


def test_a_skeleton_becomes_pages_once_the_status_line_is_gone(project: Project) -> None:
    begin(project)
    listed = project.root / FILE
    listed.write_text(listed.read_text("utf-8").replace('  status: "can-nguoi-dich"\n', ""), encoding="utf-8")
    handbook = read_handbook(project)
    folders = sorted(folder for folder, code in handbook.pages if code == "qaa")
    assert folders == ["", "khan-cap", "khan-cap/dang-bi-goi"]
    assert all(handbook.pages[folder, "qaa"].translation.current for folder in folders)


def test_nothing_that_exists_is_made_again(project: Project) -> None:
    begin(project)
    assert new_files(project, LANGUAGE) == {}
    assert read_all_languages(project.root)[-1] == LANGUAGE.model_copy()
