"""The real handbook, built, served on loopback and opened in a real Chromium."""

from __future__ import annotations

import os
import shutil
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect, sync_playwright

from camnang.handbook.project import Project, read_settings
from camnang.made.offer import Offer
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.writing import write_site
from tests.browser.served import QuietHandler, QuietServer, built_with_pages, serving
from tests.conftest import ROOT, real_handbook
from tests.made_once import made_once

PHONE = {"width": 360, "height": 640}
CHROMIUM_OPTIONS = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]
expect.set_options(timeout=20_000)  # ms; a machine with other work is slow, a page that is wrong stays wrong


def build_real_site(folder: Path) -> None:
    """Write the site of the real handbook, without pictures, into `site`."""
    project = Project(ROOT)
    write_site(folder / "site", site_files(project, real_handbook(), read_settings(project), Offer()))


@pytest.fixture(scope="session")
def real_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of the real handbook, without pictures."""
    return made_once(tmp_path_factory, "real-site", build_real_site) / "site"


@pytest.fixture(scope="session")
def address(real_site: Path) -> Iterator[str]:
    """Where the site is served."""
    server = QuietServer(("127.0.0.1", 0), partial(QuietHandler, directory=str(real_site)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="session")
def followed_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tiny handbook with an address, a picture, channels and feeds."""
    return made_once(tmp_path_factory, "followed-site", built_with_pages) / "site"


@pytest.fixture(scope="session")
def followed_address(followed_site: Path) -> Iterator[str]:
    """Where that site is served, under a strict policy."""
    with serving(followed_site) as served:
        yield served


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Chromium, as `run.py thu` found it."""
    path = os.environ.get("CHROMIUM") or shutil.which("chromium")
    if path is None:
        pytest.fail("no Chromium: run `python3 run.py thu`, or set CHROMIUM to its path")
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=path, args=CHROMIUM_OPTIONS)
        yield launched
        launched.close()


@pytest.fixture
def phone(browser: Browser, address: str) -> Iterator[Page]:
    """An old phone's screen; the test fails when the page logs an error or asks another host."""
    context = browser.new_context(viewport=PHONE, base_url=address, service_workers="block")  # see test_offline.py
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on(
        "request", lambda request: None if request.url.startswith((address, "data:")) else wrong.append(request.url)
    )
    yield page
    context.close()
    assert wrong == []
