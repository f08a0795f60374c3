from __future__ import annotations

import gzip
from pathlib import Path

import brotli

from camnang.site.hosting.compression import compressed_copies


def test_text_is_compressed_and_pictures_are_not(tmp_path: Path) -> None:
    text = b"<p>Xin ch\xc3\xa0o</p>" * 50
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "index.html").write_bytes(text)
    (tmp_path / "a" / "hinh.png").write_bytes(text)
    (tmp_path / "nho.css").write_bytes(b"a{}")
    copies = {file.relative_to(tmp_path).as_posix(): content for file, content in compressed_copies(tmp_path)}
    assert set(copies) == {"a/index.html.gz", "a/index.html.br"}
    assert gzip.decompress(copies["a/index.html.gz"]) == text
    assert brotli.decompress(copies["a/index.html.br"]) == text


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(b"x" * 1000)
    assert dict(compressed_copies(tmp_path)) == dict(compressed_copies(tmp_path))
