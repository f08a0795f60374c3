"""A site's folder is brought up to date: what changed is made anew, nothing else, and it is whole or as before."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Page
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.copies import Copy
from camnang.made.offer import Offer
from camnang.site.assembly import site_files as site_files_module
from camnang.site.assembly import up_to_date
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.template_uses import COPIES, uses
from camnang.site.assembly.up_to_date import FILE, Changed, bring_up_to_date
from camnang.site.assembly.writing import write_site
from camnang.site.context import SiteContext
from camnang.site.views.page import PageView
from tests.conftest import ROOT, SCAM, edit

ABOUT = "docs/gioi-thieu/index.md"
LISTS, SHEET = {"index.html", "thu-doan/index.html"}, "assets/handbook.css"
ABOUT_PAGES = {"gioi-thieu/index.html", "tyz/gioi-thieu/index.html"}
# They name the bytes of every page, so they change with any.
NAMING = {"offline/vi.json", "offline/tyz.json", "sw.js"}


def renew(project: Project, offer: Offer | None = None) -> Changed:
    handbook, settings = read_handbook(project), read_settings(project)
    return bring_up_to_date(project.root / "site", project, handbook, settings, offer or Offer())


def tree(folder: Path) -> dict[str, bytes]:
    return {file.relative_to(folder).as_posix(): file.read_bytes() for file in folder.rglob("*") if file.is_file()}


def times(project: Project) -> dict[str, int]:
    site = project.root / "site"
    return {file.relative_to(site).as_posix(): file.stat().st_mtime_ns for file in site.rglob("*") if file.is_file()}


def made_afresh(project: Project) -> dict[str, bytes]:
    handbook, folder = read_handbook(project), project.root / "afresh"
    write_site(folder, site_files(project, handbook, read_settings(project), Offer()))
    return tree(folder)


def touched(project: Project, change: Callable[[], object]) -> set[str]:
    """Return the files that are new or were written again after a change."""
    before = times(project)
    change()
    renew(project)
    return {path for path, time in times(project).items() if before.get(path) != time}


def test_the_first_time_everything_is_made_then_nothing(project: Project) -> None:
    first = renew(project)
    assert (first.kept, first.gone) == (0, 0)
    assert renew(project) == Changed(0, first.made, 0)
    assert tree(project.root / "site") == made_afresh(project)


def test_another_run_of_python_knows_what_was_made(project: Project) -> None:
    """Sets and hashes have another order there."""
    renew(project)
    program = (
        "import sys; from pathlib import Path; from camnang.handbook.pages.reader import read_handbook\n"
        "from camnang.handbook.project import Project, read_settings; from camnang.made.offer import Offer\n"
        "from camnang.site.assembly.up_to_date import bring_up_to_date\n"
        "p = Project(Path(sys.argv[1]))\n"
        "print(bring_up_to_date(p.root / 'site', p, read_handbook(p), read_settings(p), Offer()).made)"
    )
    command = [sys.executable, "-c", program, str(project.root)]
    assert subprocess.run(command, capture_output=True, text=True, check=True).stdout == "0\n"


def test_an_edited_text_makes_its_own_pages_and_the_lists(project: Project) -> None:
    renew(project)
    found = touched(project, lambda: edit(project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ."))
    assert found == ABOUT_PAGES | NAMING | {"search/vi.json", "search/tyz.json"}
    assert tree(project.root / "site") == made_afresh(project)


@pytest.mark.parametrize(
    ("file", "old", "new", "some"),
    [
        (
            SCAM,
            "# Người lạ gọi, xưng công an",
            "# Người rất lạ gọi, xưng công an",
            {"index.html", "thu-doan/index.html"},
        ),
        (
            "overrides/components/base/base.css",
            ":root {\n",
            ":root {\n  --x: 1px;\n",
            {"assets/handbook.css", "index.html"},
        ),
        ("overrides/components/footer/footer.html", "<footer", "<footer data-x", {"index.html", "404.html"}),
        ("data/interface/vi.yml", "\nsearch: ", "\nsearch: Mau ", {"index.html", "404.html"}),
        ("data/hotlines.yml", "\n", "\n# xem\n", set()),
    ],
    ids=["title", "style sheet", "template", "word", "comment"],
)
def test_whatever_changes_the_site_is_that_of_the_change(
    project: Project, file: str, old: str, new: str, some: set[str]
) -> None:
    renew(project)
    text = (project.root / file).read_text(encoding="utf-8")
    found = touched(project, lambda: (project.root / file).write_text(text.replace(old, new, 1), encoding="utf-8"))
    assert some <= found, sorted(found)
    assert tree(project.root / "site") == made_afresh(project)


def test_a_copy_to_carry_away_changes_the_centre_alone(project: Project) -> None:
    renew(project)
    before = times(project)
    row = Copy(
        path="a.zip",
        language="vi",
        bytes=1,
        sha256="",
        reviewed="2026-11-24",
        fingerprint="",
        use="usb",
        pages=1,
        draft=False,
    )
    project.carried.mkdir(parents=True)
    (project.carried / "a.zip").write_bytes(b"a")
    renew(project, Offer(copies=(row,)))
    changed = {path for path, time in times(project).items() if before.get(path) != time}
    assert changed - NAMING == {"tai-ve/index.html", "tyz/tai-ve/index.html", "tai-ve/mang-di/a.zip"}


def test_what_is_gone_leaves_the_site(project: Project) -> None:
    renew(project)
    (project.docs / "gioi-thieu/sua-loi/index.md").unlink()
    assert renew(project).gone == 2
    assert not (project.root / "site/gioi-thieu/sua-loi").exists()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda project: (project.root / "site/index.html").write_text("hỏng", encoding="utf-8"),
        lambda project: (project.root / "site/index.html").unlink(),
        lambda project: (project.root / "site/thua.html").write_text("thừa", encoding="utf-8"),
        lambda project: (project.root / "build" / FILE).write_bytes(b"rac"),
        lambda project: (project.root / "build" / FILE).unlink(),
    ],
    ids=["a file was edited", "a file is missing", "a strange file", "the state is rubbish", "the state is missing"],
)
def test_what_others_did_to_the_folder_is_mended(project: Project, spoil: Callable[[Project], object]) -> None:
    renew(project)
    spoil(project)
    renew(project)
    assert tree(project.root / "site") == made_afresh(project)


def test_another_code_trusts_nothing(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    first = renew(project)
    monkeypatch.setattr(up_to_date, "code_print", lambda: "khác")
    assert renew(project) == Changed(first.made, 0, 0)


def test_a_fault_leaves_the_site_as_it_was(project: Project) -> None:
    renew(project)
    before, state = tree(project.root / "site"), (project.root / "build" / FILE).read_bytes()
    edit(project, ABOUT, "../thu-doan/goi-la/index.md", "../khong-co/index.md")
    with pytest.raises(FaultsError, match="khong-co"):
        renew(project)
    assert tree(project.root / "site") == before
    assert (project.root / "build" / FILE).read_bytes() == state


def test_an_interruption_leaves_the_site_as_it_was(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    renew(project)
    before = tree(project.root / "site")
    edit(project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ.")

    def interrupted(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(up_to_date, "linked_files", interrupted)
    with pytest.raises(KeyboardInterrupt):
        renew(project)
    assert tree(project.root / "site") == before
    assert sorted(file.name for file in project.root.iterdir() if "site" in file.name) == ["site"]


def test_a_template_tells_what_it_uses_of_the_handbook() -> None:
    overrides = ROOT / "overrides"
    files = [file for file in overrides.rglob("*") if file.suffix in {".html", ".xml"}]
    sources = {file.relative_to(overrides).as_posix(): file.read_text(encoding="utf-8") for file in files}
    assert {"situations", "sightings", "warnings", "approved_by"} <= uses(sources, "home.html")
    assert {"centre", COPIES} <= uses(sources, "downloads.html")
    assert "centre" not in uses(sources, "scam.html"), "a scam page would be printed anew for every drawn file"
    assert uses(
        {"a": '{% include "b" ~ x %}', "b1": "{{ handbook.warnings }}", "c": "{{ handbook.centre }}"}, "a"
    ) == {"warnings"}
    assert uses({"a": "{{ f(handbook) }}"}, "a") == {"*"}


def test_the_state_is_small_and_names_no_place_of_this_machine(project: Project) -> None:
    renew(project)
    text = (project.root / "build" / FILE).read_text(encoding="utf-8")
    rows = json.loads(text.partition("\n")[2])
    assert "index.html" in rows, sorted(rows)
    assert str(project.root) not in text


def test_the_views_of_pages_that_nobody_touched_are_not_made(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    renew(project)
    edit(project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ.")
    asked: set[str] = set()
    outline = site_files_module.page_outline

    def noting(page: Page, language: Language, context: SiteContext) -> PageView:
        asked.add(page.path_in(language))
        return outline(page, language, context)

    monkeypatch.setattr(site_files_module, "page_outline", noting)
    renew(project)
    homes = {"", "tyz/"}  # the list of what a phone keeps begins with the home page
    assert asked - homes == {"gioi-thieu/", "tyz/gioi-thieu/"}


def test_any_edits_one_after_the_other_give_the_site_of_a_fresh_start(project: Project) -> None:
    """A page, a new page, a title that others show, a word, data, a template, and the new page is gone again."""
    new = project.docs / "gioi-thieu/moi/index.md"
    page = (
        (project.docs / "gioi-thieu/sua-loi/index.md").read_text(encoding="utf-8").replace("id: sua-loi", "id: moi")
    )
    edits: tuple[Callable[[], object], ...] = (
        lambda: edit(project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ."),
        lambda: (new.parent.mkdir(), new.write_text(page, encoding="utf-8")),
        lambda: edit(project, SCAM, "# Người lạ gọi, xưng công an", "# Người rất lạ gọi, xưng công an"),
        lambda: edit(project, "data/interface/vi.yml", "\nsearch: ", "\nsearch: Mau "),
        lambda: edit(project, "data/sightings.yml", "Có người gọi", "Có kẻ gọi"),
        lambda: edit(project, "overrides/components/footer/footer.html", "<footer", "<footer data-x"),
        new.unlink,
    )
    renew(project)
    for number, change in enumerate(edits):
        change()
        renew(project)
        shutil.rmtree(project.root / "afresh", ignore_errors=True)
        assert tree(project.root / "site") == made_afresh(project), f"after edit {number}"
