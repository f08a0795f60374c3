"""Registers: which made files exist, and of which bytes. Sites and packs decide by them and by nothing else made."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, TypeAdapter

# What a file belongs to: one product may be several files.
Key = tuple[str, ...]


class MadeFile(BaseModel):
    """A file that was made; `path` relative to its register, `fingerprint` covers all that shapes the file.

    `bytes` is the size, `reviewed` the ISO date of the newest check of what is in it.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    language: str
    bytes: int
    sha256: str
    reviewed: str
    fingerprint: str

    @property
    def key(self) -> Key:
        """What the file belongs to: most products are one file, and its path is their name."""
        return (self.path,)


Row = TypeVar("Row", bound=MadeFile)


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def read_rows(register: Path, kind: type[Row]) -> tuple[Row, ...]:
    """Return the rows of a register; none when there is none or it is from an older version."""
    try:
        return TypeAdapter(tuple[kind, ...]).validate_json(register.read_bytes())  # type: ignore[valid-type]
    except (FileNotFoundError, ValueError):
        return ()


def rows_bytes(rows: Iterable[MadeFile]) -> bytes:
    """Return a register's bytes, sorted by path, so that the same files give the same register."""
    listed = [row.model_dump() for row in sorted(rows, key=lambda row: row.path)]
    return (json.dumps(listed, ensure_ascii=False, indent=1) + "\n").encode()


def has_its_size(row: MadeFile, folder: Path) -> bool:
    """Tell whether the file is there with the size that its register knows."""
    file = folder / row.path
    return file.is_file() and file.stat().st_size == row.bytes


def is_whole(row: MadeFile, folder: Path) -> bool:
    """Tell whether every byte of the file is as its register knows it."""
    return has_its_size(row, folder) and digest((folder / row.path).read_bytes()) == row.sha256
