"""The way without MkDocs: `trang` and `xem` import nothing of it, and `trang` gives the site that MkDocs gives."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from camnang.entry.commands.frame import STOPPED
from camnang.handbook.project import Project
from tests.entry.mkdocs_plugins.builders import assert_same_site, build_with

BUILDERS = {"mkdocs", "material", "mkdocs_static_i18n", "properdocs"}
TYPED = "import sys; from camnang.entry.commands.frame import main; sys.exit(main(sys.argv[1:]))"


@contextmanager
def started(project: Project, said: Path, imports: Path, *words: str) -> Iterator[subprocess.Popen[str]]:
    """Start what would be typed; it and all its workers write down what they import (PYTHONPROFILEIMPORTTIME)."""
    command = [sys.executable, "-c", TYPED, "--root", str(project.root), *words]
    environment = {**os.environ, "PYTHONPROFILEIMPORTTIME": "1", "PYTHONUTF8": "1"}
    with said.open("w") as to_say, imports.open("w") as to_write:
        running = subprocess.Popen(command, env=environment, stdout=to_say, stderr=to_write, text=True)
        try:
            yield running
        finally:
            running.kill()
            running.wait()


def assert_no_builder(imports: Path, door: str) -> None:
    """Fail when a builder was imported, or when not even the module is written down that every such run needs."""
    lines = imports.read_text(encoding="utf-8").splitlines()
    modules = {line.rpartition("|")[2].strip() for line in lines if line.startswith("import time:")}
    assert door in modules, f"{len(modules)} modules are written down, {door} is not among them: {lines[-20:]}"
    assert sorted(name for name in modules if name.partition(".")[0] in BUILDERS) == []


def address_of(server: subprocess.Popen[str], said: Path) -> str:
    """Return where a preview says that it is, once it says so."""
    while "http://" not in (text := said.read_text(encoding="utf-8")):
        assert server.poll() is None, f"the preview ended with {server.returncode}"
        time.sleep(0.1)
    return text[text.index("http://") :].split()[0]


def test_trang_imports_nothing_of_mkdocs_and_gives_the_same_site(project: Project, tmp_path: Path) -> None:
    with started(project, tmp_path / "said", tmp_path / "imports", "trang") as running:
        assert running.wait() == 0, (tmp_path / "imports").read_text(encoding="utf-8")[-2000:]
    assert_no_builder(tmp_path / "imports", "camnang.site.assembly.site_files")
    done = build_with("mkdocs", project, "site-by-mkdocs")
    assert done.returncode == 0, done.stderr
    assert_same_site(project.root / "site-by-mkdocs", project.root / "site")


def test_xem_imports_nothing_of_mkdocs(project: Project, tmp_path: Path) -> None:
    """After pages, a search index and a picture were asked for."""
    with started(project, tmp_path / "said", tmp_path / "imports", "xem", "--cong", "0", "--khong-mo") as server:
        address = address_of(server, tmp_path / "said")
        for path in ("", "thu-doan/goi-la/", "tyz/", "search/vi.json", "tai-ve/goi-la/goi-la-anh-doc.png"):
            with urllib.request.urlopen(address + path) as answer:
                assert answer.status == 200, path
        server.send_signal(signal.SIGINT)
        assert server.wait() == STOPPED
    assert_no_builder(tmp_path / "imports", "camnang.entry.preview.serving")
