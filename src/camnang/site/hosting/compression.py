"""Compressed copies of text files, made once, for servers that send them as they lie (gzip_static, brotli_static)."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import brotli

TEXT_ENDINGS = frozenset({".html", ".css", ".js", ".json", ".xml", ".svg", ".txt", ".webmanifest", ".csv", ".ics"})
LEAST_BYTES = 256  # below that a copy saves nothing


def gzipped(content: bytes) -> bytes:
    """Return gzip bytes without a time, the same for the same content."""
    return gzip.compress(content, compresslevel=9, mtime=0)


def brotli_compressed(content: bytes) -> bytes:
    """Return Brotli bytes (RFC 7932) of the highest quality."""
    packed: bytes = brotli.compress(content, mode=brotli.MODE_TEXT, quality=11)
    return packed


COMPRESSIONS: Mapping[str, Callable[[bytes], bytes]] = {".gz": gzipped, ".br": brotli_compressed}


def text_files(site: Path) -> Iterator[Path]:
    """Yield the files that are worth compressing; pictures, PDFs and packs are compressed already."""
    for file in sorted(site.rglob("*")):
        if file.suffix in TEXT_ENDINGS and file.is_file() and file.stat().st_size >= LEAST_BYTES:
            yield file


def compressed_copies(site: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the path and the bytes of each compressed copy."""
    for file in text_files(site):
        content = file.read_bytes()
        for ending, compress in COMPRESSIONS.items():
            yield file.with_name(file.name + ending), compress(content)
