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
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, expect

from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import read_languages
from camnang.site.following import EMBED
from camnang.site.hosting.compression import compressed_copies
from camnang.site.hosting.content_types import CONTENT_TYPES, NAMED_TYPES, content_type
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

KINDS = (*(f"x{ending}" for ending in CONTENT_TYPES), *NAMED_TYPES)
BYTES = b"0123456789"
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


def program() -> str:
    """Return where nginx is; without it the test fails."""
    found = shutil.which("nginx") or "/usr/sbin/nginx"
    if not Path(found).is_file():
        pytest.fail("no nginx: run `python3 run.py thu`")
    return found


def put_besides(site: Path) -> None:
    """Add a file of every kind, and what who gives a certificate asks for."""
    challenge = site / ".well-known/acme-challenge/mot-ma"
    write_files({site / "moi-kieu" / name: BYTES for name in KINDS} | {challenge: b"mot-ma"})


@pytest.fixture(scope="module")
def nginx(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of an nginx that serves the real site, compressed."""
    folder, held = tmp_path_factory.mktemp("nginx"), listening()
    port = held.getsockname()[1]
    shutil.copytree(real_site, folder / "site")
    put_besides(folder / "site")
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
    command = [program(), "-c", folder / "nginx.conf", "-p", folder, "-e", folder / "error.log"]
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
    assert ask(nginx + ".htaccess").status == 404


def test_who_gives_certificates_may_ask(nginx: str) -> None:
    answer = ask(nginx + ".well-known/acme-challenge/mot-ma")
    assert (answer.status, answer.body) == (200, b"mot-ma")
    assert answer.headers["Content-Type"].startswith("text/plain"), answer.headers["Content-Type"]


@pytest.mark.parametrize("file", KINDS)
def test_every_kind_of_file_goes_out_as_what_it_is(nginx: str, file: str) -> None:
    told = ask(f"{nginx}moi-kieu/{file}").headers["Content-Type"]
    assert told == content_type(file), f"{file}: {told}"


def test_a_long_file_is_sent_in_parts(nginx: str) -> None:
    answer = ask(nginx + "moi-kieu/x.mp3", Range="bytes=2-5")
    assert (answer.status, answer.body) == (206, BYTES[2:6])
    assert answer.headers["Content-Range"] == f"bytes 2-5/{len(BYTES)}"
    assert ask(nginx + "moi-kieu/x.mp3", Range="bytes=99999-").status == 416


@pytest.mark.parametrize("path", ["assets/khong-co.css?v=0123abcd", "tai-ve/khong-co.pdf", "khong-co/"])
def test_what_is_not_there_is_not_kept(nginx: str, path: str) -> None:
    answer = ask(nginx + path)
    assert (answer.status, answer.headers["Cache-Control"]) == (404, "no-cache"), path


@pytest.mark.parametrize("path", ["khan-cap/?v=0123abcd", "khan-cap/?x=.pdf", "assets/handbook.css?v=1"])
def test_only_what_bears_its_mark_is_kept_for_ever(nginx: str, path: str) -> None:
    assert ask(nginx + path).headers["Cache-Control"] == "no-cache", path


def test_a_folder_leads_on_without_naming_a_host(nginx: str) -> None:
    connection = HTTPConnection(nginx.split("/")[2])
    connection.request("GET", "/khan-cap", headers={"Host": "ke-gian.example"})
    answer = connection.getresponse()
    assert (answer.status, answer.headers["Location"]) == (301, "/khan-cap/")
    connection.close()


def test_the_box_for_other_sites_may_stand_in_a_frame(nginx: str) -> None:
    for path in (EMBED, f"tyz/{EMBED}"):
        answer = ask(nginx + path)
        assert (answer.status, "frame-ancestors *" in answer.headers["Content-Security-Policy"]) == (200, True), path
    for path in ("nhung/khong-co", "gioi-thieu/nhung-canh-bao/"):
        assert "frame-ancestors 'none'" in ask(nginx + path).headers["Content-Security-Policy"], path


def test_the_settings_for_https_are_such_that_nginx_takes_them(tmp_path: Path) -> None:
    text = (ROOT / "deploy/nginx-https.conf").read_text(encoding="utf-8")
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes"]
    subprocess.run([*command, "-keyout", key, "-out", certificate, "-subj", "/CN=x"], check=True, capture_output=True)
    named = re.sub(r"/etc/letsencrypt\S+privkey.pem", str(key), text)
    named = re.sub(r"/etc/letsencrypt\S+fullchain.pem", str(certificate), named)
    named = re.sub(r"listen (\[::\]:)?(443|80)", lambda part: f"listen {part[1] or ''}{part[2]}80", named)
    (tmp_path / "site.conf").write_text(named, encoding="utf-8")
    (tmp_path / "nginx.conf").write_text(MAIN.format(folder=tmp_path), encoding="utf-8")
    tried = subprocess.run(
        [program(), "-t", "-c", tmp_path / "nginx.conf", "-e", tmp_path / "error.log"],
        check=False,
        capture_output=True,
        text=True,
    )
    assert tried.returncode == 0, tried.stderr
    assert "[warn]" not in tried.stderr.replace("protocol options redefined", ""), tried.stderr


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
