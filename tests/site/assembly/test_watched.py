"""What a page shows of others is noted while its view is made; nothing that was not noted changes its key."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.offer import Offer
from camnang.site.assembly.site_file import Outlook
from camnang.site.assembly.site_files import Site, page_steps
from camnang.site.assembly.templates import Templates
from camnang.site.assembly.watched import FACE, TEXT, TRANSLATIONS, noted, watched

PROSE, SCAM = "docs/gioi-thieu/sua-loi/index.md", "docs/thu-doan/goi-la/index.md"


def outlooks(project: Project, handbook: Handbook) -> Mapping[str, Outlook]:
    site = Site(project, handbook, read_settings(project), Offer())
    templates = Templates(site.overrides, site.context, {}, site.preview)
    return {step.path: step.outlook for step in page_steps(site, templates) if step.outlook}


def with_other_text(page: Page) -> Page:
    """Return the page with another text in every part, and the same face."""
    sections = {
        name: replace(each, title=f"{each.title} mới", html=f"{each.html}<p>Mới.</p>", text=f"{each.text} Mới.")
        for name, each in page.sections.items()
    }
    changed = replace(page, sections=sections, statement=f"{page.statement} Mới.", intro=f"{page.intro} Mới.")
    return replace(changed, translation=replace(page.translation, current=not page.translation.current))


def with_page(handbook: Handbook, page: Page) -> Handbook:
    return replace(handbook, pages={**handbook.pages, (page.folder, page.language.code): page})


def page_of(handbook: Handbook, file: str) -> Page:
    return next(page for page in handbook.pages.values() if page.file == file)


@pytest.mark.parametrize("fixture", ["project", "campaign"])
def test_whatever_text_changes_no_view_changes_that_did_not_note_it(
    fixture: str, request: pytest.FixtureRequest
) -> None:
    project: Project = request.getfixturevalue(fixture)
    handbook = read_handbook(project)
    before = {path: (look, *look.key()) for path, look in outlooks(project, handbook).items()}
    assert before, "no page has an outlook"
    for page in handbook.pages.values():
        after = outlooks(project, with_page(handbook, with_other_text(page)))
        wrong = [
            path
            for path, (look, key, read) in before.items()
            if look.ground(read) == after[path].ground(read) and key != after[path].key()[0]
        ]
        assert wrong == [], f"{page.file} changes these, and nobody noted that they read it: {wrong}"


def test_the_text_of_a_page_changes_its_own_pages_and_the_list_that_it_stands_in(project: Project) -> None:
    handbook = read_handbook(project)
    before = outlooks(project, handbook)
    after = outlooks(project, with_page(handbook, with_other_text(page_of(handbook, PROSE))))
    read = {path: look.key()[1] for path, look in before.items()}
    changed = {path for path, look in before.items() if look.ground(read[path]) != after[path].ground(read[path])}
    own, parent = "gioi-thieu/sua-loi/index.html", "gioi-thieu/index.html"
    assert changed == {own, parent, f"tyz/{own}", f"tyz/{parent}"}


def test_another_title_is_asked_of_every_page(project: Project) -> None:
    handbook = read_handbook(project)
    before = outlooks(project, handbook)
    page = page_of(handbook, PROSE)
    after = outlooks(project, with_page(handbook, replace(page, title="Khác")))
    same = [path for path, look in before.items() if look.ground(()) == after[path].ground(())]
    assert same == [], f"a title may stand anywhere, and these were not asked: {same}"


@pytest.mark.parametrize("name", sorted(TEXT | set(FACE)))
def test_a_page_is_noted_when_its_text_is_read_not_its_face(handbook: Handbook, name: str) -> None:
    page = page_of(watched(handbook), SCAM)
    with noted() as read:
        getattr(page, name)
    assert read == ({SCAM} if name in TEXT else set()), name


def test_a_watched_page_says_what_the_page_says(handbook: Handbook) -> None:
    page, other = page_of(handbook, SCAM), page_of(watched(handbook), SCAM)
    assert {name: getattr(other, name) for name in (*TEXT, *FACE)} == vars(page)
    assert (other.lead, other.path) == (page.lead, page.path)


def test_who_shows_how_far_translations_are_notes_it(project: Project) -> None:
    handbook = read_handbook(project)
    site = Site(project, handbook, read_settings(project), Offer())
    with noted() as read:
        assert site.context.translation_tables is not None
    assert TRANSLATIONS in read, read
