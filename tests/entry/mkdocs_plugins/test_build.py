"""MkDocs as a door: `mkdocs build --strict` gives the site that is made directly, and stops at the same faults."""

from __future__ import annotations

from importlib.util import find_spec
from itertools import permutations

import pytest

from camnang.entry.commands.pack_site import PLAIN, members
from camnang.handbook.project import Project
from camnang.pictures.jobs import Selection
from camnang.site.assembly.search_worker import search_worker, theme_folder
from tests.bundles.packs.conftest import pack_all
from tests.conftest import ROOT, SCAM, copy_handbook, draw, edit
from tests.entry.mkdocs_plugins.builders import assert_same_site, build_with, files_of
from tests.site.made_up import RECORDED, SITE_URL, build_site, record

ORDERS = list(permutations(("camnang/handbook", "camnang/languages")))
CARRIES_ON = "properdocs"


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook with pictures, packs, a recording in each language and a page that moved."""
    project = copy_handbook(tmp_path_factory.mktemp("rich") / "handbook")
    record(project, RECORDED)
    draw(project, Selection(formats=frozenset({"anh-doc", "ap-phich-a4"})))
    pack_all(project)
    (project.root / "data/moved.yml").write_text("- {old: thu-doan/cu/, new: thu-doan/goi-la/}\n", encoding="utf-8")
    return project


def list_plugins(project: Project, plugins: tuple[str, ...]) -> None:
    """Write the plugins into the settings in this order."""
    settings = project.root / "mkdocs.yml"
    head, _, tail = settings.read_text(encoding="utf-8").partition("plugins:\n")
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    settings.write_text(f"{head}plugins:\n{listed}{tail[tail.index('markdown_extensions') :]}", encoding="utf-8")


@pytest.mark.parametrize(("site_url", "plugins"), list(zip(("", SITE_URL), ORDERS, strict=True)))
def test_mkdocs_gives_the_bytes_that_the_site_has_without_it(
    rich: Project, site_url: str, plugins: tuple[str, ...]
) -> None:
    """In whatever order the plugins are listed."""
    list_plugins(rich, plugins)
    build_site(rich, site_url=site_url)
    done = build_with("mkdocs", rich, "site-by-mkdocs", SITE_URL=site_url)
    assert done.returncode == 0, done.stderr
    assert_same_site(rich.root / "site-by-mkdocs", rich.root / "site")


@pytest.mark.skipif(find_spec(CARRIES_ON) is None, reason=f"{CARRIES_ON} of requirements-test.lock is not installed")
@pytest.mark.parametrize("plugins", ORDERS)
def test_the_program_that_carries_mkdocs_on_gives_the_same_bytes(rich: Project, plugins: tuple[str, ...]) -> None:
    """With the same tree and the same packages; its warnings count as faults too."""
    list_plugins(rich, plugins)
    build_site(rich, site_url=SITE_URL)
    done = build_with(CARRIES_ON, rich, f"site-by-{CARRIES_ON}", SITE_URL=SITE_URL)
    assert done.returncode == 0, done.stderr
    assert_same_site(rich.root / f"site-by-{CARRIES_ON}", rich.root / "site")


def test_of_the_theme_only_the_search_worker_is_on_the_site(project: Project) -> None:
    done = build_with("mkdocs", project, "site")
    assert done.returncode == 0, done.stderr
    theme = theme_folder()
    themes = {file.read_bytes() for file in theme.rglob("*") if file.is_file() and file.stat().st_size}
    assert len(themes) > 100, f"{theme} has {len(themes)} files"
    built = files_of(project.root / "site")
    assert [path for path, content in built.items() if content in themes] == [search_worker(theme)[0]]
    packed = members(project.root / "site", ROOT / "deploy", "")
    assert set(packed) - set(built) == set(PLAIN.values()), "what goes to a server is the site and its settings"


def test_a_fault_stops_the_build_and_the_site_stays(project: Project) -> None:
    site = project.root / "site"
    site.mkdir()
    (site / "old.html").write_text("old", encoding="utf-8")
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    done = build_with("mkdocs", project, "site")
    assert done.returncode != 0
    assert f"{SCAM}:" in done.stderr
    assert [file.name for file in site.iterdir()] == ["old.html"]


def test_a_lost_link_stops_the_build_with_file_and_line(project: Project) -> None:
    page = project.docs / "gioi-thieu/index.md"
    text = page.read_text(encoding="utf-8") + "\n[Không có](../khong-co/index.md)\n"
    page.write_text(text, encoding="utf-8")
    done = build_with("mkdocs", project, "site")
    assert done.returncode != 0
    assert f"docs/gioi-thieu/index.md:{text.count(chr(10))}: đường dẫn ../khong-co/index.md" in done.stderr, (
        done.stderr
    )
    assert not (project.root / "site").exists()
