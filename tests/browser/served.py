"""A made-up site of the tiny handbook with an address, served under the policy that real hosts send."""

from __future__ import annotations

import shutil
import sys
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from camnang.handbook.project import Project
from camnang.pictures.jobs import Selection
from camnang.site.hosting.content_policy import content_policy
from camnang.site.hosting.server_files import ANYBODY, FRAMED, NOBODY
from tests.conftest import ROOT, copy_handbook, draw
from tests.site.made_up import SITE_URL, build_site

PAGES = ("y-kien", "gioi-thieu/nhung-canh-bao")


CHANNELS = 'email: hop-thu@noi.example\nform: "https://phieu.example/moi?loi={text}&trang={page}"\nsms: "5656"\n'


class QuietHandler(SimpleHTTPRequestHandler):
    """Serves without a line for every request."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class StrictHandler(QuietHandler):
    """Sends the policy with every file."""

    def end_headers(self) -> None:
        frames = ANYBODY if f"/{FRAMED}" in self.path else NOBODY
        self.send_header("Content-Security-Policy", f"{content_policy()}; {frames}")
        super().end_headers()


class QuietServer(ThreadingHTTPServer):
    """Serves without a word about a browser that left before a file was whole."""

    def handle_error(self, request: object, client_address: object) -> None:
        """Print what went wrong, unless the browser hung up."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


@contextmanager
def serving(folder: Path, handler: type[QuietHandler] = StrictHandler) -> Iterator[str]:
    """Serve a folder; yield its address."""
    server = QuietServer(("127.0.0.1", 0), partial(handler, directory=str(folder)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()


def built_with_pages(target: Path) -> Project:
    """Build the tiny handbook with a picture to send, channels, and the pages of opinions and of the box."""
    project = copy_handbook(target)
    for page in PAGES:
        shutil.copytree(ROOT / "docs" / page, project.docs / page)
    opinions = project.docs / "y-kien/index.md"
    text = opinions.read_text(encoding="utf-8")
    opinions.write_text(text.replace("[Báo tin](../bao-tin/index.md)", "trang Báo tin"), encoding="utf-8")
    (project.root / "data/feedback.yml").write_text(CHANNELS, encoding="utf-8")
    draw(project, Selection(languages=frozenset({"vi"}), formats=frozenset({"anh-doc"})), SITE_URL)
    build_site(project, site_url=SITE_URL)
    return project
