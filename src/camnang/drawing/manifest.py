"""`manifest.json`: every picture that exists. Sites and packs decide by it and by nothing else that is generated."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Literal

from pydantic import BaseModel, ConfigDict, TypeAdapter

FILE = "manifest.json"

Role = Literal["main", "alternative", "thumbnail"]


# Page id, language code, format id, and which one of several that a page has in a format ('' where it has one).
Key = tuple[str, str, str, str]


class Picture(BaseModel):
    """A drawn file; `width`, `height` in mm for PDF and slides, else in px; `path` relative to the manifest.

    `variant` tells apart several pictures that one page has in one format: the home page's slides, by their deck.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    path: str
    page: str
    language: str
    format: str
    role: Role
    pages: int
    width: int
    height: int
    bytes: int
    sha256: str
    reviewed: str
    fingerprint: str
    variant: str = ""

    @property
    def key(self) -> Key:
        """The page, language, format and variant that the file belongs to."""
        return self.page, self.language, self.format, self.variant


PICTURES: TypeAdapter[tuple[Picture, ...]] = TypeAdapter(tuple[Picture, ...])


def digest(content: bytes) -> str:
    """Return the SHA-256 of a file's bytes in hex."""
    return hashlib.sha256(content).hexdigest()


def read_manifest(folder: Path) -> tuple[Picture, ...]:
    """Return the pictures in `folder`; none when there is no manifest or it is from an older layout."""
    try:
        return PICTURES.validate_json((folder / FILE).read_bytes())
    except (FileNotFoundError, ValueError):
        return ()


def manifest_bytes(pictures: Iterable[Picture]) -> bytes:
    """Return the manifest's bytes, sorted by path, so that the same pictures give the same file."""
    rows = [picture.model_dump() for picture in sorted(pictures, key=lambda picture: picture.path)]
    return (json.dumps(rows, ensure_ascii=False, indent=1) + "\n").encode()


def is_whole(picture: Picture, folder: Path) -> bool:
    """Tell whether the picture's file is there with the bytes that the manifest knows."""
    file = folder / picture.path
    return file.is_file() and file.stat().st_size == picture.bytes and digest(file.read_bytes()) == picture.sha256
