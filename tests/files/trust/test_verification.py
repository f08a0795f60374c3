from __future__ import annotations

import ssl
import threading
import urllib.error
import zipfile
from collections.abc import Callable, Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from camnang.files.trust.manifest import NAME, SIGNATURE, UnreadableError, read_manifest_bytes
from camnang.files.trust.sources import folder_source, reason_of, web_source, zim_source, zip_source
from camnang.files.trust.verification import verify
from tests.files.trust.made_up import FILES, KEY, OTHER_KEY, copy, laid, zipped


def differences(folder: Path) -> list[str]:
    return [str(each) for each in verify(folder_source(folder), None).differences]


def test_an_unchanged_stick_is_unchanged_whatever_systems_leave_on_it(tmp_path: Path) -> None:
    litter = {"System Volume Information/x": b"", ".DS_Store": b"", "khan-cap/Thumbs.db": b"", "._index.html": b""}
    verdict = verify(folder_source(laid(tmp_path, {**copy(), **litter})), None)
    assert (verdict.is_unchanged, verdict.differences) == (True, ())
    assert "chưa ký" in verdict.signature
    assert {row.path for row in verdict.manifest.files} == {*FILES, "SHA256SUMS"}


@pytest.mark.parametrize(
    ("change", "told"),
    [
        (lambda files: files.update({"index.html": b"<p>Goi 114</p>"}), "Bị đổi: index.html"),
        (lambda files: files.update({"index.html": b""}), "Bị đổi: index.html (chỉ còn 0 byte, phải là 14 byte)"),
        (lambda files: files.update({"index.html": b"x" * 99}), "Bị đổi: index.html (dài hơn, phải là 14 byte)"),
        (lambda files: files.pop("loa/loa.mp3"), "Thiếu: loa/loa.mp3"),
        (lambda files: files.update({"cai-dat.exe": b"MZ"}), "Thêm vào: cai-dat.exe"),
        (lambda files: files.update({"SHA256SUMS": b""}), "Bị đổi: SHA256SUMS (chỉ còn 0 byte, phải là 241 byte)"),
    ],
)
def test_one_changed_file_is_named(tmp_path: Path, change: Callable[[dict[str, bytes]], object], told: str) -> None:
    files = copy()
    change(files)
    assert differences(laid(tmp_path, files)) == [told]


def test_a_copy_one_folder_below_is_found(tmp_path: Path) -> None:
    laid(tmp_path / "cam-nang-usb", copy())
    assert differences(tmp_path) == []


@pytest.mark.parametrize("how", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_LZMA])
@pytest.mark.parametrize("top", ["", "Bản sao/", "Bản sao\\"])
def test_a_zip_packed_again_is_the_same_copy(tmp_path: Path, how: int, top: str) -> None:
    files = {top + path.replace("/", top[-1:] or "/"): content for path, content in copy().items()}
    verdict = verify(zip_source(zipped(tmp_path / "x.zip", files, how)), None)
    assert (verdict.is_unchanged, verdict.differences) == (True, ())


def test_a_byte_changed_in_a_zip_is_seen(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", copy(), zipfile.ZIP_STORED)
    file.write_bytes(file.read_bytes().replace(b"Tat may", b"Bat may"))
    told = [str(each) for each in verify(zip_source(file), None).differences]
    assert told == ["Không đọc được: khan-cap/index.html (chỗ này của tệp ZIP đã hỏng)"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_a_file_that_hides_another_is_told(tmp_path: Path) -> None:
    file = zipped(tmp_path / "x.zip", copy())
    with zipfile.ZipFile(file, "a") as archive:
        archive.writestr("index.html", b"khac")
    with pytest.raises(UnreadableError, match=r"hai tệp cùng tên «index.html»"):
        zip_source(file)


@pytest.mark.parametrize("size", [0, 100, 2000])
def test_a_zip_or_zim_cut_off_is_told(tmp_path: Path, size: int) -> None:
    file = zipped(tmp_path / "x.zip", copy(), zipfile.ZIP_STORED)
    file.write_bytes(file.read_bytes()[:size])
    for opened in (zip_source, zim_source):
        with pytest.raises(UnreadableError, match="dở dang"):
            opened(file)


def test_without_a_list_there_is_nothing_to_hold_it_against(tmp_path: Path) -> None:
    with pytest.raises(UnreadableError, match="không phải bản của cẩm nang"):
        folder_source(laid(tmp_path, FILES))


def test_a_signed_list_is_held_against_the_key(tmp_path: Path) -> None:
    laid(tmp_path, copy(KEY))
    verdict = verify(folder_source(tmp_path), KEY.public)
    assert (verdict.is_unchanged, verdict.signature.startswith("chữ ký đúng")) == (True, True), verdict.signature
    assert not verify(folder_source(tmp_path), OTHER_KEY.public).is_unchanged


def test_a_list_made_anew_by_somebody_else_is_seen(tmp_path: Path) -> None:
    changed = {**FILES, "index.html": b"<p>Chuyen tien ngay</p>"}
    for key, told in ((None, "có thể đã bị gỡ"), (OTHER_KEY, "ký bằng khoá khác")):
        verdict = verify(folder_source(laid(tmp_path / told, copy(key, changed))), KEY.public)
        assert (verdict.differences, verdict.is_unchanged) == ((), False), verdict
        assert told in verdict.signature, verdict.signature


def test_a_list_from_elsewhere_shows_what_its_own_hides(tmp_path: Path) -> None:
    true, false = laid(tmp_path / "a", copy()), laid(tmp_path / "b", copy(None, {**FILES, "index.html": b"khac"}))
    assert verify(folder_source(false), None).is_unchanged
    told = [each.path for each in verify(folder_source(false), None, folder_source(true)).differences]
    assert told == ["SHA256SUMS", "index.html"]


@pytest.mark.parametrize("path", ["../ngoai", "/etc/passwd", "a\\..\\b", "C:x", ""])
def test_a_list_that_leads_outside_is_refused(path: str) -> None:
    rows = f'[{{"path": {path.encode()!r}, "bytes": 1, "sha256": ""}}]'.replace("b'", '"').replace("'", '"')
    text = f'{{"format": "camnang-manifest-1", "name": "", "day": "", "files": {rows}}}'
    with pytest.raises(UnreadableError):
        read_manifest_bytes(text.encode())


class Quiet(SimpleHTTPRequestHandler):
    """Serves a folder and says nothing."""

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Odd(Quiet):
    """Serves a folder, but some files as bad mirrors do."""

    def do_GET(self) -> None:
        """Cut off, refuse, or send elsewhere, by the name that is asked for."""
        if self.path == "/index.html":
            self.send_response(200)
            self.send_header("Content-Length", "14")
            self.end_headers()
            self.wfile.write(b"<p>Goi")
            self.close_connection = True
        elif self.path == "/loa/loa.mp3":
            self.send_response(302)
            self.send_header("Location", f"http://localhost:{self.server.server_address[1]}/loa.mp3")
            self.end_headers()
        elif self.path == "/khan-cap/index.html":
            self.send_error(500)
        else:
            super().do_GET()


@pytest.fixture
def serve(tmp_path: Path) -> Iterator[Callable[[type[BaseHTTPRequestHandler]], str]]:
    """A way to serve a copy; returns its address."""
    servers: list[ThreadingHTTPServer] = []

    def begin(handler: type[BaseHTTPRequestHandler]) -> str:
        server = ThreadingHTTPServer(("127.0.0.1", 0), partial(handler, directory=str(tmp_path)))
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/"

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


def test_a_mirror_is_read_over_the_network(tmp_path: Path, serve: Callable[[type], str]) -> None:
    laid(tmp_path, copy(KEY, {**FILES, ".htaccess": b"x", "web.config": b"x"}))
    for address in (serve(Quiet), serve(Quiet).rstrip("/"), serve(Quiet) + "index.html"):
        verdict = verify(web_source(address), KEY.public)
        assert (verdict.is_unchanged, verdict.unseen) == (True, 2), verdict


def test_what_a_bad_mirror_does_is_told_file_by_file(tmp_path: Path, serve: Callable[[type], str]) -> None:
    laid(tmp_path, {**copy(), "loa.mp3": FILES["loa/loa.mp3"]})
    told = "\n".join(str(each) for each in verify(web_source(serve(Odd)), None).differences)
    for said in (
        "index.html (máy chủ gửi dở dang: 6 trong 14 byte)",
        "dẫn sang nơi khác: http://localhost",
        "lời 500",
    ):
        assert said in told, told


def test_a_site_that_answers_everything_with_a_page_is_no_copy(tmp_path: Path, serve: Callable[[type], str]) -> None:
    laid(tmp_path, {NAME: b"<!doctype html>", SIGNATURE: b"<!doctype html>"})
    with pytest.raises(UnreadableError, match="không phải danh sách"):
        verify(web_source(serve(Quiet)), None)


def test_nobody_there_is_told(serve: Callable[[type], str]) -> None:
    with pytest.raises(UnreadableError, match="không soát được"):
        verify(web_source(serve(Quiet)), None)
    with pytest.raises(UnreadableError, match="không nối được: không tìm thấy máy chủ"):
        verify(web_source("http://khong-co.invalid/"), None)


@pytest.mark.parametrize(
    ("error", "said"),
    [
        (TimeoutError("timed out"), "không trả lời"),
        (ConnectionRefusedError(111, "Connection refused"), "không nhận kết nối"),
        (ConnectionResetError(104, "Connection reset by peer"), "ngắt kết nối"),
        (ssl.SSLCertVerificationError("certificate verify failed"), "chứng chỉ"),
        (ValueError("no host given"), "địa chỉ viết sai"),
    ],
)
def test_why_no_server_answered_is_said_in_vietnamese(error: Exception, said: str) -> None:
    assert said in reason_of(error)
    assert reason_of(urllib.error.URLError(error)) == reason_of(error)  # type: ignore[arg-type]  # as urllib does it
