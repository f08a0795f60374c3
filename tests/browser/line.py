"""A server on a line that can be cut, under a sub-path as project sites have."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import SimpleHTTPRequestHandler
from pathlib import Path
from typing import Any

from tests.browser.served import QuietServer

SUB_PATH = "/du-an/"


class Line(QuietServer):
    """Serves `folder` until it is cut; marked addresses (?v=…) from `behind`, a cache on the way, if there is one."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        super().__init__(("127.0.0.1", 0), Handler)
        self.folder = folder
        self.behind: Path | None = None
        self.dies_at: str | None = None
        self.dead = False
        self.asked: list[str] = []

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_port}{SUB_PATH}"

    def cut(self, at: str = "") -> None:
        """Cut the line now, or when the path `at` is asked for."""
        self.dies_at, self.dead = at, not at

    def mend(self) -> None:
        self.dies_at, self.dead = None, False

    def gets_through(self, path: str) -> bool:
        asked = path.removeprefix(SUB_PATH).partition("?")[0]
        self.dead = self.dead or asked == self.dies_at
        if not self.dead:
            self.asked.append(asked)
        return not self.dead

    def handle_error(self, *_: Any) -> None:
        """A browser that hangs up is no failure."""


class Handler(SimpleHTTPRequestHandler):
    server: Line

    def parse_request(self) -> bool:
        """Hang up without a word when the line is cut."""
        whole = super().parse_request()
        return whole and self.server.gets_through(self.path)

    def translate_path(self, path: str) -> str:
        marked = "?v=" in path and self.server.behind
        self.directory = str(marked or self.server.folder)
        return super().translate_path("/" + path.removeprefix(SUB_PATH))

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def line_to(folder: Path) -> Iterator[Line]:
    line = Line(folder)
    threading.Thread(target=line.serve_forever, daemon=True).start()
    try:
        yield line
    finally:
        line.shutdown()
        line.server_close()
