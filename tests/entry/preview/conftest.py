"""A preview of a handbook that the test may spoil, on a free port."""

from __future__ import annotations

import threading
import urllib.error
import urllib.request
from collections.abc import Iterator
from dataclasses import dataclass

import pytest

from camnang.entry.preview.previewed_site import PreviewedSite
from camnang.entry.preview.serving import PreviewServer
from camnang.entry.preview.watching import Watch
from camnang.handbook.project import Project


@dataclass(frozen=True)
class Preview:
    """A running preview."""

    project: Project
    watch: Watch
    address: str

    def get(self, path: str) -> tuple[int, str, bytes]:
        """Return status, media type and content of an address."""
        try:
            with urllib.request.urlopen(self.address + path) as answer:
                return answer.status, answer.headers["Content-Type"], answer.read()
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.headers["Content-Type"], error.read()

    def text(self, path: str) -> str:
        """Return a page that must be there."""
        status, _, content = self.get(path)
        assert status == 200, f"{path}: {status} {content.decode()}"
        return content.decode()


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    watch = Watch(project)
    server = PreviewServer(0, PreviewedSite(project, watch))
    threads = [threading.Thread(target=each, daemon=True) for each in (watch.run, server.serve_forever)]
    for thread in threads:
        thread.start()
    yield Preview(project, watch, f"http://127.0.0.1:{server.server_port}/")
    watch.end()
    server.shutdown()
    server.server_close()
    for thread in threads:
        thread.join()
