"""The site behind a real nginx with the settings of `deploy/nginx.conf`."""

from __future__ import annotations

import gzip
import os
import re
import shutil
import socket
import subprocess
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from email.message import Message
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import read_languages
from camnang.site.hosting.compression import compressed_copies
from camnang.site.hosting.server_files import HEADERS, server_files, styles_of
from tests.browser.waiting import SECONDS
from tests.conftest import ROOT

MAIN = """daemon off;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
events {{}}
http {{
    include /etc/nginx/mime.types;
    access_log off;
    client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""

INLINE_SCRIPT = re.compile(r"<script(?![^>]*\bsrc=)[^>]*>(.*?)</script>", re.DOTALL)


class Answer(NamedTuple):
    status: int
    headers: Message
    body: bytes


def listening() -> socket.socket:
    """Listen on a free port, which nobody else gets before nginx has it; nginx takes the socket over."""
    found = socket.socket()
    found.bind(("127.0.0.1", 0))
    found.listen()
    return found


def wait_for(port: int, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS
    while time.monotonic() < end:
        assert server.poll() is None, log.read_text(encoding="utf-8") if log.exists() else "nginx stopped"
        with socket.socket() as tried:
            if tried.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    pytest.fail("nginx does not answer")


@pytest.fixture(scope="module")
def nginx(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the real site, compressed."""
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(program).is_file():
        pytest.fail("no nginx: run `python3 run.py thu`")
    folder, held = tmp_path_factory.mktemp("nginx"), listening()
    port = held.getsockname()[1]
    shutil.copytree(real_site, folder / "site")
    write_files(dict(compressed_copies(folder / "site")))
    settings = (ROOT / "deploy" / "nginx.conf").read_text(encoding="utf-8")
    for old, new in (
        ("listen 80;", f"listen 127.0.0.1:{port};"),
        ("    listen [::]:80;\n", ""),
        ("root /var/www/cam-nang;", f"root {folder}/site;"),
    ):
        assert old in settings, f"{old!r} is not in deploy/nginx.conf"
        settings = settings.replace(old, new)
    (folder / "site.conf").write_text(settings, encoding="utf-8")
    owner = f"user {os.environ.get('USER') or 'root'};\n" if os.geteuid() == 0 else ""
    (folder / "nginx.conf").write_text(owner + MAIN.format(folder=folder), encoding="utf-8")
    command = [program, "-c", folder / "nginx.conf", "-p", folder, "-e", folder / "error.log"]
    given = {**os.environ, "NGINX": f"{held.fileno()};"}  # how an nginx that is replaced hands its sockets on
    server = subprocess.Popen(command, env=given, pass_fds=[held.fileno()])
    held.close()
    try:
        wait_for(port, server, folder / "error.log")
        yield f"http://127.0.0.1:{port}/"
    finally:
        server.terminate()
        server.wait()


def ask(address: str, **headers: str) -> Answer:
    """Ask as a browser does; a 404 is an answer too."""
    request = urllib.request.Request(address, headers=headers)
    try:
        with urllib.request.urlopen(request) as response:
            return Answer(response.status, response.headers, response.read())
    except urllib.error.HTTPError as error:
        return Answer(error.code, error.headers, error.read())


def test_the_servers_files_say_the_policy_of_the_site(real_site: Path) -> None:
    prefixes = [language.url_prefix for language in read_languages(ROOT) if language.url_prefix]
    for name, text in server_files(styles_of(real_site.rglob("*.html")), prefixes).items():
        written = (ROOT / "deploy" / name).read_text(encoding="utf-8")
        assert written == text, f"deploy/{name} is old: python3 run.py cai-dat-may-chu"


def test_no_page_has_an_inline_script_or_a_style_attribute(real_site: Path) -> None:
    for file in real_site.rglob("*.html"):
        html = file.read_text(encoding="utf-8")
        assert INLINE_SCRIPT.findall(html) == [], file
        assert " style=" not in html, file
        assert "http-equiv" in html, f"{file} has no policy of its own"


@pytest.mark.parametrize("path", ["", "khan-cap/dang-bi-goi/", "tyz/", "khong-co-trang-nay/"])
def test_every_answer_carries_the_headers(nginx: str, path: str) -> None:
    answer = ask(nginx + path)
    for name, value in HEADERS.items():
        assert answer.headers[name] == value, f"{name} of {path}: {answer.headers[name]!r}"
    policy = answer.headers["Content-Security-Policy"]
    assert "default-src 'self'" in policy
    assert "frame-ancestors 'none'" in policy
    assert "unsafe" not in policy
    assert "nginx/" not in answer.headers["Server"], answer.headers["Server"]


def test_text_is_sent_compressed_as_it_lies(nginx: str) -> None:
    plain, packed = ask(nginx), ask(nginx, **{"Accept-Encoding": "gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding"
    assert gzip.decompress(packed.body) == plain.body


def test_marked_addresses_are_kept_and_pages_are_asked_for(nginx: str) -> None:
    assert ask(nginx).headers["Cache-Control"] == "no-cache"
    kept = ask(nginx + "assets/handbook.css?v=0123abcd").headers["Cache-Control"]
    assert kept == "public, max-age=31536000, immutable"


def test_a_lost_reader_is_met_in_every_language(nginx: str) -> None:
    answer = ask(nginx + "thu-doan/khong-co/")
    assert answer.status == 404
    html = answer.body.decode()
    for said in ("Không có trang này", "Xa bấu hăn trang nẩy", "Xa nắm hăn trang nẩy"):
        assert said in html, f"{said!r} is not on the page"


def test_hidden_files_are_not_served(nginx: str) -> None:
    assert ask(nginx + ".htaccess").status in {403, 404}


@pytest.mark.parametrize(
    "path", ["", "khan-cap/", "khan-cap/dang-bi-goi/", "thu-doan/gia-danh-cong-an/", "tai-ve/", "thu-tai/"]
)
def test_no_page_breaks_the_policy(browser: Browser, nginx: str, path: str) -> None:
    page = browser.new_page()
    told: list[str] = []
    page.on("console", lambda message: told.append(message.text) if message.type == "error" else None)
    page.goto(nginx + path)
    box = page.locator(".search__query")
    if box.count():
        box.first.fill("lua dao cong an")
        expect(page.locator("[role=search] ol a").first).to_be_visible()
    page.close()
    assert told == [], path
