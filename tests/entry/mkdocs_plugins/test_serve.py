"""The live preview: an edited page redraws its own picture."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable

from camnang.handbook.project import Project
from tests.conftest import SCAM, edit

PREVIEW = "goi-la/goi-la-anh-doc.png"
OTHER = "goi-la/goi-la-anh-doc.tyz.png"
PATIENCE = 60  # seconds on a slow machine


def free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def wait_for(happened: Callable[[], bool], what: str) -> None:
    deadline = time.monotonic() + PATIENCE
    while not happened():
        assert time.monotonic() < deadline, f"{what} did not happen within {PATIENCE} s"
        time.sleep(0.1)


def answers(port: int) -> bool:
    with socket.socket() as tried:
        return tried.connect_ex(("127.0.0.1", port)) == 0


def test_editing_a_page_redraws_its_own_preview(project: Project) -> None:
    port = free_port()
    command = [sys.executable, "-m", "mkdocs", "serve", "--quiet", "--dev-addr", f"127.0.0.1:{port}"]
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1", "PYTHONUTF8": "1"}
    server = subprocess.Popen(command, cwd=project.root, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_for(lambda: answers(port), "serving")
        before = (project.drawn / PREVIEW).read_bytes()
        untouched = (project.drawn / OTHER).read_bytes()
        assert not list(project.drawn.rglob("*.pdf")), "only previews are drawn while pages are edited"
        edit(project, SCAM, "không gọi video, không đòi tiền.**", "không gọi đêm, không đòi tiền.**")
        wait_for(lambda: (project.drawn / PREVIEW).read_bytes() != before, "redrawing")
        assert (project.drawn / OTHER).read_bytes() == untouched
    finally:
        server.terminate()
        server.wait(timeout=20)
