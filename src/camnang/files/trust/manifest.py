"""`camnang-manifest.json`: every file of a copy with its size and hash; what a signature signs and a check reads."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path, PurePosixPath
from typing import Annotated, Final, Literal

from pydantic import AfterValidator, BaseModel, ConfigDict, ValidationError

from camnang.files.zip_archive import SUMS

NAME: Final = "camnang-manifest.json"
SIGNATURE: Final = f"{NAME}.minisig"
PUBLIC_KEY: Final = "minisign.pub"
UNLISTED: Final = frozenset({NAME, SIGNATURE})  # a list cannot hold its own hash
FORMAT: Final = "camnang-manifest-1"
CHUNK: Final = 1 << 20


class UnreadableError(Exception):
    """Something that is to be checked cannot be read; the message is a Vietnamese sentence."""


def inside(path: str) -> str:
    """Let a path pass that stays below its folder on every system; raise `ValueError` for another."""
    parts = PurePosixPath(path).parts
    if not parts or path.startswith("/") or ".." in parts or "\\" in path or ":" in path:
        raise ValueError(path)
    return path


class Listed(BaseModel):
    """A file: its path with «/», its size, its SHA-256 in hex."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: Annotated[str, AfterValidator(inside)]
    bytes: int
    sha256: str


class Manifest(BaseModel):
    """What a copy holds; `day` is the ISO date of the newest check of its texts."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: Literal["camnang-manifest-1"]
    name: str
    day: str
    files: tuple[Listed, ...]


Content = bytes | Path


def chunks(content: Content) -> Iterator[bytes]:
    """Yield the bytes in pieces; a site is larger than some machines' memory."""
    if isinstance(content, bytes):
        yield content
        return
    with content.open("rb") as opened:
        while piece := opened.read(CHUNK):
            yield piece


def listed(path: str, content: Content) -> Listed:
    """Return a file's row."""
    found, size = hashlib.sha256(), 0
    for piece in chunks(content):
        found.update(piece)
        size += len(piece)
    return Listed(path=path, bytes=size, sha256=found.hexdigest())


def rows_of(files: Mapping[str, Content]) -> tuple[Listed, ...]:
    """Return the rows of files, sorted by path, without the list itself and its signature."""
    return tuple(listed(path, files[path]) for path in sorted(files) if path not in UNLISTED)


def sums_of(rows: Iterable[Listed]) -> bytes:
    """Return the lines that `sha256sum --check` reads."""
    return "".join(f"{row.sha256}  {row.path}\n" for row in rows if row.path != SUMS).encode()


def manifest_bytes(name: str, day: str, rows: Iterable[Listed]) -> bytes:
    """Return the list, the same for the same files."""
    found = Manifest(format=FORMAT, name=name, day=day, files=tuple(sorted(rows, key=lambda row: row.path)))
    return (json.dumps(found.model_dump(), ensure_ascii=False, indent=1) + "\n").encode()


def read_manifest_bytes(content: bytes) -> Manifest:
    """Read a list; raise `UnreadableError` when it is none or names a file twice."""
    try:
        found = Manifest.model_validate_json(content)
    except ValidationError as error:
        raise UnreadableError(f"{NAME} không phải danh sách của cẩm nang, hoặc đã bị sửa") from error
    paths = [row.path for row in found.files]
    if len(set(paths)) != len(paths):
        raise UnreadableError(f"{NAME} kể một tệp hai lần: danh sách đã bị sửa")
    return found
