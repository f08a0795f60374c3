"""MkDocs as a door: `mkdocs build --strict` gives the site that is made directly, and stops at the same faults."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from camnang.handbook.project import Project
from camnang.pictures.jobs import Selection
from tests.bundles.packs.conftest import pack_all
from tests.conftest import SCAM, copy_handbook, draw, edit
from tests.site.made_up import RECORDED, SITE_URL, build_site, record

PLUGINS = ("camnang/handbook", "camnang/languages")


def mkdocs_build(project: Project, folder: str, **environment: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--site-dir", folder]
    env = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1", **environment}
    return subprocess.run(command, cwd=project.root, env=env, capture_output=True, text=True, check=False)


def files_of(site: Path) -> dict[str, bytes]:
    return {file.relative_to(site).as_posix(): file.read_bytes() for file in site.rglob("*") if file.is_file()}


@pytest.fixture(scope="module")
def rich(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A handbook with pictures, packs, a recording in each language and a page that moved."""
    project = copy_handbook(tmp_path_factory.mktemp("rich") / "handbook")
    record(project, RECORDED)
    draw(project, Selection(formats=frozenset({"anh-doc", "ap-phich-a4"})))
    pack_all(project)
    (project.root / "data/moved.yml").write_text("- {old: thu-doan/cu/, new: thu-doan/goi-la/}\n", encoding="utf-8")
    return project


@pytest.mark.parametrize(("site_url", "plugins"), [("", PLUGINS), (SITE_URL, PLUGINS[::-1])])
def test_mkdocs_gives_the_bytes_that_the_site_has_without_it(
    rich: Project, site_url: str, plugins: tuple[str, ...]
) -> None:
    """In whatever order the plugins are listed."""
    settings = rich.root / "mkdocs.yml"
    head, _, tail = settings.read_text(encoding="utf-8").partition("plugins:\n")
    listed = "".join(f"  - {plugin}\n" for plugin in plugins)
    settings.write_text(f"{head}plugins:\n{listed}{tail[tail.index('markdown_extensions') :]}", encoding="utf-8")
    build_site(rich, site_url=site_url)
    done = mkdocs_build(rich, "site-by-mkdocs", SITE_URL=site_url)
    assert done.returncode == 0, done.stderr
    direct, handed = files_of(rich.root / "site"), files_of(rich.root / "site-by-mkdocs")
    assert sorted(handed) == sorted(direct)
    assert [path for path, content in handed.items() if content != direct[path]] == []


def test_a_fault_stops_the_build_and_the_site_stays(project: Project) -> None:
    site = project.root / "site"
    site.mkdir()
    (site / "old.html").write_text("old", encoding="utf-8")
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    done = mkdocs_build(project, "site")
    assert done.returncode != 0
    assert f"{SCAM}:" in done.stderr
    assert [file.name for file in site.iterdir()] == ["old.html"]


def test_a_lost_link_stops_the_build_with_file_and_line(project: Project) -> None:
    page = project.docs / "gioi-thieu/index.md"
    text = page.read_text(encoding="utf-8") + "\n[Không có](../khong-co/index.md)\n"
    page.write_text(text, encoding="utf-8")
    done = mkdocs_build(project, "site")
    assert done.returncode != 0
    assert f"docs/gioi-thieu/index.md:{text.count(chr(10))}: đường dẫn ../khong-co/index.md" in done.stderr, (
        done.stderr
    )
    assert not (project.root / "site").exists()
