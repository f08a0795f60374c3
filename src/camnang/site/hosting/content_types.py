"""Which kind of file each ending is: one table for the servers' files, the preview and the ZIM.

The names are those of https://www.iana.org/assignments/media-types/. What is missing here goes out as «bytes of some
kind», which a browser must not open (`nosniff`): a calendar is then saved instead of added.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath

from camnang.files.faults import Fault

UNKNOWN = "application/octet-stream"
PLAIN = "text/plain"
OFFICE = "application/vnd.openxmlformats-officedocument"
OPEN_OFFICE = "application/vnd.oasis.opendocument"
# RSS and Atom are plain XML here: Firefox saves `application/rss+xml` instead of showing it.
CONTENT_TYPES: Mapping[str, str] = {
    ".html": "text/html",
    ".css": "text/css",
    ".js": "text/javascript",
    ".json": "application/json",
    ".webmanifest": "application/manifest+json",
    ".xml": "application/xml",
    ".svg": "image/svg+xml",
    ".txt": PLAIN,
    ".csv": "text/csv",
    ".ics": "text/calendar",
    ".minisig": PLAIN,
    ".pub": PLAIN,
    ".woff2": "font/woff2",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".gif": "image/gif",
    ".ico": "image/vnd.microsoft.icon",
    ".mp3": "audio/mpeg",
    ".m4a": "audio/mp4",
    ".ogg": "audio/ogg",
    ".wav": "audio/wav",
    ".mp4": "video/mp4",
    ".webm": "video/webm",
    ".pdf": "application/pdf",
    ".epub": "application/epub+zip",
    ".docx": f"{OFFICE}.wordprocessingml.document",
    ".xlsx": f"{OFFICE}.spreadsheetml.sheet",
    ".pptx": f"{OFFICE}.presentationml.presentation",
    ".doc": "application/msword",
    ".xls": "application/vnd.ms-excel",
    ".ppt": "application/vnd.ms-powerpoint",
    ".odt": f"{OPEN_OFFICE}.text",
    ".ods": f"{OPEN_OFFICE}.spreadsheet",
    ".odp": f"{OPEN_OFFICE}.presentation",
    ".zip": "application/zip",
    ".zim": "application/zim",
    ".gz": "application/gzip",
    ".br": UNKNOWN,  # a copy beside its original; nobody links to it
}
# Names without an ending.
NAMED_TYPES: Mapping[str, str] = {"SHA256SUMS": PLAIN}
# JSON is UTF-8 by itself (RFC 8259) and has no such parameter.
WITH_CHARSET = frozenset({"application/xml", "image/svg+xml"})


def is_text(kind: str) -> bool:
    """Tell whether a media type goes out with `charset=utf-8`; all our files are written so."""
    return kind.startswith("text/") or kind in WITH_CHARSET


def content_type(path: str) -> str:
    """Return the `Content-Type` of a file by its name, `UNKNOWN` where nobody knows it."""
    file = PurePosixPath(path)
    kind = NAMED_TYPES.get(file.name) or CONTENT_TYPES.get(file.suffix.lower(), UNKNOWN)
    return f"{kind}; charset=utf-8" if is_text(kind) else kind


def is_known(path: str) -> bool:
    """Tell whether a file's kind is in the table."""
    file = PurePosixPath(path)
    return file.name in NAMED_TYPES or file.suffix.lower() in CONTENT_TYPES


def unknown_kinds(paths: Iterable[str]) -> Iterator[Fault]:
    """Yield a fault for each ending that servers would not know, at the first file that has it."""
    first: dict[str, str] = {}
    for path in sorted(paths):
        if not is_known(path) and not Path(path).name.startswith("."):
            first.setdefault(PurePosixPath(path).suffix.lower(), path)
    for ending, path in first.items():
        yield Fault(
            path=f"site/{path}",
            rule="kieu-tep-la",
            found=f"đuôi tệp «{ending}»" if ending else "tên tệp không có đuôi",
            expected="một kiểu tệp mà máy chủ biết: PDF, DOCX, XLSX, PNG, JPG, MP3, MP4, ZIP, TXT, CSV, ICS…",
            repair="trong docs/, lưu tệp ấy thành kiểu khác hoặc gói thành ZIP, rồi dựng lại: python3 run.py trang",
        )
