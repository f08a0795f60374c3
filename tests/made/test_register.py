from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from camnang.made.register import MadeFile, digest, has_its_size, is_whole, read_rows, rows_bytes

WORDS = st.text(max_size=12)
ROWS = st.builds(
    MadeFile,
    path=WORDS,
    language=WORDS,
    bytes=st.integers(min_value=0),
    sha256=WORDS,
    reviewed=WORDS,
    fingerprint=WORDS,
)


def row_of(content: bytes) -> MadeFile:
    return MadeFile(
        path="a/b.pdf",
        language="vi",
        bytes=len(content),
        sha256=digest(content),
        reviewed="2026-01-01",
        fingerprint="f",
    )


@given(rows=st.lists(ROWS, unique_by=lambda row: row.path))
def test_what_is_written_is_read_and_its_order_is_that_of_the_paths(
    rows: list[MadeFile], tmp_path_factory: pytest.TempPathFactory
) -> None:
    register = tmp_path_factory.mktemp("register") / "register.json"
    register.write_bytes(rows_bytes(rows))
    assert read_rows(register, MadeFile) == tuple(sorted(rows, key=lambda row: row.path))
    assert rows_bytes(reversed(rows)) == register.read_bytes()


@pytest.mark.parametrize("content", ["", "{", '[{"path": "a"}]', '[{"colour": "red"}]'], ids=lambda text: text or "-")
def test_a_register_of_another_version_is_as_none(tmp_path: Path, content: str) -> None:
    (tmp_path / "register.json").write_text(content, encoding="utf-8")
    assert read_rows(tmp_path / "register.json", MadeFile) == ()
    assert read_rows(tmp_path / "none.json", MadeFile) == ()


@pytest.mark.parametrize(
    ("found", "size", "whole"), [(b"abc", True, True), (b"abd", True, False), (b"abcd", False, False)]
)
def test_a_changed_file_is_seen_by_its_size_or_its_bytes(
    tmp_path: Path, found: bytes, size: bool, whole: bool
) -> None:
    row = row_of(b"abc")
    assert (has_its_size(row, tmp_path), is_whole(row, tmp_path)) == (False, False), "no file yet"
    (tmp_path / "a").mkdir()
    (tmp_path / row.path).write_bytes(found)
    assert (has_its_size(row, tmp_path), is_whole(row, tmp_path)) == (size, whole)
