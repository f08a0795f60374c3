"""A small copy with its list, and a key that signs nothing but this."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from pathlib import Path

from camnang.files.trust.minisign import SecretKey
from camnang.files.trust.sealing import sealed

KEY = SecretKey(b"12345678", bytes(range(32)))
OTHER_KEY = SecretKey(b"87654321", bytes(range(1, 33)))
FILES = {"index.html": b"<p>Goi 113</p>", "khan-cap/index.html": b"<p>Tat may</p>", "loa/loa.mp3": b"\0" * 3000}


def copy(key: SecretKey | None = None, files: Mapping[str, bytes] = FILES) -> dict[str, bytes]:
    """Return the files of a copy with what proves that they are whole."""
    return {**files, **sealed(files, "bản thử", "2026-11-24", key)}


def laid(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write files into a folder; return it."""
    for path, content in files.items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_bytes(content)
    return folder


def zipped(file: Path, files: Mapping[str, bytes], how: int = zipfile.ZIP_DEFLATED) -> Path:
    """Pack files as somebody else's program does; return the ZIP."""
    with zipfile.ZipFile(file, "w", how) as archive:
        for path, content in files.items():
            archive.writestr(path, content)
    return file
