"""What is to be downloaded, sent or played."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Thumbnail:
    """A small picture; width and height in px."""

    path: str
    width: int
    height: int


@dataclass(frozen=True)
class SharePicture:
    """What a chat shows above a link: the full address of a PNG, its size in px, its words for who cannot see it."""

    url: str
    width: int
    height: int
    alt: str


@dataclass(frozen=True)
class SendPicture:
    """The picture that goes along when a page is sent; fetched only then, so its size stands beside the button."""

    path: str
    media_type: str
    kilobytes: int


@dataclass(frozen=True)
class FileView:
    """A file to download: everything is said before the reader taps."""

    name: str
    use: str
    format: str
    kilobytes: int
    pages: int
    dimensions: str
    path: str
    date: str
    date_iso: str
    thumbnail: Thumbnail | None


@dataclass(frozen=True)
class PlayerView:
    """A recording of the text; `old` when the text changed after it was read."""

    path: str
    seconds: int
    speaker: str
    date: str
    date_iso: str
    old: bool


@dataclass(frozen=True)
class UseGroup:
    """Files for one use; `key` names the interface word."""

    key: str
    files: tuple[FileView, ...]


@dataclass(frozen=True)
class OfficeFileView:
    """A Word file, workbook or calendar; `ending` in capitals."""

    path: str
    name: str
    language: str
    ending: str
    kilobytes: int
    date: str
    date_iso: str


@dataclass(frozen=True)
class OfficeGroup:
    """Office files for one use; `key` names the interface word."""

    key: str
    files: tuple[OfficeFileView, ...]
