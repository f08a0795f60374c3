"""`goi.json`: every pack that exists. The site offers what stands in it and still fits the pictures."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict, TypeAdapter

from camnang.drawing.manifest import digest

FILE = "goi.json"


class Pack(BaseModel):
    """A ZIP; `files` counts the posters and pictures in it, `fingerprint` covers all that shapes it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    place: str
    language: str
    files: int
    bytes: int
    sha256: str
    reviewed: str
    draft: bool
    fingerprint: str


PACKS: TypeAdapter[tuple[Pack, ...]] = TypeAdapter(tuple[Pack, ...])


def megabytes(count: int) -> str:
    """Return bytes as a Vietnamese reader writes them: «8,2 MB»."""
    return f"{count / 1e6:.1f} MB".replace(".", ",")


def read_register(folder: Path) -> tuple[Pack, ...]:
    """Return the packs in `folder`; none when there is no register or it is from an older version."""
    try:
        return PACKS.validate_json((folder / FILE).read_bytes())
    except (FileNotFoundError, ValueError):
        return ()


def register_bytes(packs: Iterable[Pack]) -> bytes:
    """Return the register's bytes, sorted by path, so that the same packs give the same file."""
    rows = [pack.model_dump() for pack in sorted(packs, key=lambda pack: pack.path)]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def is_there(pack: Pack, folder: Path) -> bool:
    """Tell whether the pack's file is there with the size that the register knows."""
    file = folder / pack.path
    return file.is_file() and file.stat().st_size == pack.bytes


def is_whole(pack: Pack, folder: Path) -> bool:
    """Tell whether every byte of the pack is as the register knows it."""
    return is_there(pack, folder) and digest((folder / pack.path).read_bytes()) == pack.sha256
