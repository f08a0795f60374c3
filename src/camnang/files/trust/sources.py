"""Where a copy may lie: a folder, a ZIP, a ZIM, an address. Each lists its files, where it can, and reads one."""

from __future__ import annotations

import http.client
import socket
import ssl
import urllib.error
import urllib.request
import zipfile
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any, Final, Protocol
from urllib.parse import quote, urlsplit, urlunsplit

from libzim.reader import Archive

from camnang.files.trust.manifest import CHUNK, NAME, UnreadableError, chunks

# What systems leave on every stick: https://en.wikipedia.org/wiki/Hidden_file_and_hidden_directory
LITTER_FOLDERS: Final = frozenset(
    {"System Volume Information", "$RECYCLE.BIN", ".Trashes", ".Spotlight-V100", ".fseventsd", "__MACOSX", ".git"}
)
LITTER_FILES: Final = frozenset({".DS_Store", "Thumbs.db", "desktop.ini"})
PATIENCE: Final = 30  # seconds for which an answer is waited for
# The first that fits; certificates and names that are not found are errors of the system's too.
UNREACHED: Final[tuple[tuple[type[Exception], str], ...]] = (
    (socket.gaierror, "không tìm thấy máy chủ tên này, hoặc máy này chưa nối mạng"),
    (ssl.SSLCertVerificationError, "chứng chỉ của máy chủ không đúng hoặc đã hết hạn"),
    (ssl.SSLError, "máy chủ không nói https"),
    (TimeoutError, f"máy chủ không trả lời trong {PATIENCE} giây"),
    (ConnectionRefusedError, "máy chủ không nhận kết nối"),
    (ConnectionError, "máy chủ ngắt kết nối giữa chừng"),
)
NOT_SERVED: Final = frozenset({"web.config"})  # IIS keeps it to itself, as all servers do with names after a dot


class Source(Protocol):
    """A copy; `read` raises `UnreadableError` for a file that is missing or cannot be read."""

    def names(self) -> frozenset[str] | None:
        """Return the paths of all files, None where they cannot be listed."""

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file."""


class MissingError(UnreadableError):
    """The file is not there."""


def is_litter(path: str) -> bool:
    """Tell whether a file is one that a system leaves by itself."""
    parts = PurePosixPath(path).parts
    name = parts[-1]
    left = name in LITTER_FILES or name.startswith("._") or name.lower().endswith("zone.identifier")
    return left or bool(LITTER_FOLDERS & set(parts[:-1]))


def is_served(path: str) -> bool:
    """Tell whether a server sends a file: settings and hidden files it keeps."""
    parts = PurePosixPath(path).parts
    return parts[-1] not in NOT_SERVED and not any(part.startswith(".") for part in parts)


@dataclass(frozen=True)
class FolderSource:
    """An unpacked copy."""

    root: Path

    def names(self) -> frozenset[str]:
        """Return the paths of all files."""
        return frozenset(
            each.relative_to(self.root).as_posix()
            for each in self.root.rglob("*")
            if each.is_file() or each.is_symlink()
        )

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file."""
        file = self.root / path
        if not file.is_file():
            raise MissingError(path)
        try:
            yield from chunks(file)
        except OSError as error:
            raise UnreadableError(f"không mở được: {error.strerror or error}") from error


@dataclass(frozen=True)
class ZipSource:
    """A packed copy; `names_in` are the members by their paths, «/» in all of them."""

    archive: zipfile.ZipFile
    top: str
    names_in: dict[str, zipfile.ZipInfo]

    def names(self) -> frozenset[str]:
        """Return the paths of all files; those beside the copy's folder keep their whole path."""
        return frozenset(name.removeprefix(self.top) for name in self.names_in)

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file."""
        info = self.names_in.get(self.top + path)
        if info is None:
            raise MissingError(path)
        try:
            with self.archive.open(info) as opened:
                while piece := opened.read(CHUNK):
                    yield piece
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError) as error:
            raise UnreadableError("chỗ này của tệp ZIP đã hỏng") from error
        except (RuntimeError, NotImplementedError) as error:
            raise UnreadableError("ZIP có mật khẩu hoặc nén kiểu lạ") from error


@dataclass(frozen=True)
class ZimSource:
    """A copy for Kiwix."""

    archive: Any  # libzim ships no types

    def names(self) -> frozenset[str]:
        """Return the paths of all entries that a reader can reach."""
        every = (self.archive._get_entry_by_id(number) for number in range(self.archive.all_entry_count))
        return frozenset(entry.path for entry in every if self.archive.has_entry_by_path(entry.path))

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of an entry."""
        if not self.archive.has_entry_by_path(path):
            raise MissingError(path)
        try:
            yield bytes(self.archive.get_entry_by_path(path).get_item().content)
        except RuntimeError as error:
            raise UnreadableError("chỗ này của tệp ZIM đã hỏng") from error


@dataclass(frozen=True)
class WebSource:
    """A copy on a server; `base` ends with «/». What was added there nobody can list."""

    base: str

    def names(self) -> None:
        """Return nothing: servers list no files."""

    def stay(self, address: str) -> None:
        """Raise `UnreadableError` when the server sent us to another machine; from http to https it may."""
        if urlsplit(address).hostname != urlsplit(self.base).hostname:
            raise UnreadableError(f"máy chủ dẫn sang nơi khác: {address}")

    def read(self, path: str) -> Iterator[bytes]:
        """Yield the bytes of a file."""
        # the verb `kiem` calls with http or https
        request = urllib.request.Request(self.base + quote(path), headers={"Accept-Encoding": "identity"})  # noqa: S310
        try:
            # the verb `kiem` calls with http or https
            with urllib.request.urlopen(request, timeout=PATIENCE) as answer:  # noqa: S310
                self.stay(answer.url)
                yield from whole(answer)
        except urllib.error.HTTPError as error:
            if error.code in {404, 410}:
                raise MissingError(path) from error
            raise UnreadableError(f"máy chủ trả lời {error.code}") from error
        except http.client.HTTPException as error:
            raise UnreadableError("máy chủ gửi dở dang") from error
        except (OSError, ValueError) as error:
            raise UnreadableError(f"không nối được: {reason_of(error)}") from error


def reason_of(error: Exception) -> str:
    """Return why no server answered, for those who do not read English."""
    reason = getattr(error, "reason", error)
    for kind, said in UNREACHED:
        if isinstance(reason, kind):
            return said
    return "địa chỉ viết sai, hoặc mạng đang hỏng"


def whole(answer: http.client.HTTPResponse) -> Iterator[bytes]:
    """Yield what a server sends; raise `UnreadableError` when it is less than it announced."""
    announced, got = answer.headers.get("Content-Length"), 0
    while piece := answer.read(CHUNK):
        got += len(piece)
        yield piece
    if announced and announced.isdigit() and got < int(announced):
        raise UnreadableError(f"máy chủ gửi dở dang: {got} trong {announced} byte")


def members(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Return the files of a ZIP by their paths; raise `UnreadableError` when two have one name.

    Some programs of Windows write «\\», which no standard allows (APPNOTE.TXT 4.4.17).
    """
    found: dict[str, zipfile.ZipInfo] = {}
    for info in archive.infolist():
        name = info.filename.replace("\\", "/")
        if info.is_dir() or name.endswith("/"):
            continue
        if name in found:
            raise UnreadableError(f"trong ZIP có hai tệp cùng tên «{name}»: một tệp che tệp kia")
        found[name] = info
    return found


def top_of(names: frozenset[str] | set[str]) -> str:
    """Return the folder in which the list lies, '' for the root; raise `UnreadableError` when there is none."""
    places = sorted((name.count("/"), name.removesuffix(NAME)) for name in names if name.rpartition("/")[2] == NAME)
    if not places:
        raise UnreadableError(f"không có {NAME}: không phải bản của cẩm nang, hoặc bản làm trước khi có danh sách")
    return places[0][1]


def zip_source(file: Path) -> ZipSource:
    """Open a ZIP; raise `UnreadableError`."""
    try:
        archive = zipfile.ZipFile(file)
    except (zipfile.BadZipFile, OSError, ValueError) as error:
        raise UnreadableError("tệp ZIP tải hoặc chép dở dang: lấy lại từ nơi phát") from error
    names = members(archive)
    return ZipSource(archive, top_of(set(names)), names)


def zim_source(file: Path) -> ZimSource:
    """Open a ZIM; raise `UnreadableError` when it is cut off or its own sum is wrong."""
    try:
        archive = Archive(file)
        good = archive.check()
    except RuntimeError as error:
        raise UnreadableError("tệp ZIM tải hoặc chép dở dang: lấy lại từ nơi phát") from error
    if not good:
        raise UnreadableError("tệp ZIM không khớp với mã ở cuối tệp: đã bị đổi, hoặc chép dở dang")
    return ZimSource(archive)


def folder_source(root: Path) -> FolderSource:
    """Return the folder that has the list, `root` or one below it; raise `UnreadableError` when there is none."""
    return FolderSource(root / top_of(FolderSource(root).names()))


def web_source(address: str) -> WebSource:
    """Return a site by the address of its root or of its first page."""
    parts = urlsplit(address)
    path = parts.path.removesuffix("index.html").removesuffix(NAME)
    return WebSource(urlunsplit((parts.scheme, parts.netloc, f"{path.rstrip('/')}/", "", "")))
