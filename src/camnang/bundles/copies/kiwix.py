"""A language's ZIM file, which Kiwix opens on telephones and in school libraries (openzim.org, «ZIM file format»)."""

from __future__ import annotations

import datetime
import hashlib
import os
import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from libzim.writer import Creator, Hint, Item, StringProvider

from camnang.bundles.copies.edition import Edition
from camnang.files.trust.sealing import given_key, sealed
from camnang.handbook.pages.model import Handbook
from camnang.site.hosting.content_types import content_type
from camnang.site.offline.app_icons import ILLUSTRATION

MAIN = "index.html"
SHRINKING = (".html", ".js", ".css", ".svg")
LONGEST_DESCRIPTION = 80  # characters; openzim.org, «Metadata»
# ISO 639-3, which the standard asks for; other codes of `languages.yml` are that already.
UUID = slice(8, 24)  # the header's 16 random bytes
SUM_LENGTH = 16  # MD5 of all before it, at the end
# The search databases inside have an id of chance too (Xapian, glass_version.cc): magic, two bytes of version, id.
DATABASE_HEAD = re.compile(rb"\x0f\x0dXapian Glass..", re.DOTALL)
ID_LENGTH = 16


class Entry(Item):  # type: ignore[misc]  # libzim ships no types
    """A file in the archive; only pages have a title, and so only they are found."""

    def __init__(self, path: str, content: bytes, title: str) -> None:
        super().__init__()
        self.path, self.content, self.title = path, content, title

    def get_path(self) -> str:
        """Return the file's path."""
        return self.path

    def get_title(self) -> str:
        """Return what Kiwix suggests while one types."""
        return self.title

    def get_mimetype(self) -> str:
        """Return the kind of file."""
        return content_type(self.path).partition(";")[0]

    def get_contentprovider(self) -> StringProvider:
        """Return the bytes."""
        return StringProvider(self.content)

    def get_hints(self) -> dict[Hint, int]:
        """Say which files are pages, and which shrink."""
        return {Hint.FRONT_ARTICLE: int(bool(self.title)), Hint.COMPRESS: int(self.path.endswith(SHRINKING))}


def metadata(edition: Edition, handbook: Handbook) -> Mapping[str, str]:
    """Return what Kiwix shows of the file in its library."""
    words, code = handbook.facts.words[edition.language.code], edition.language.code
    name = f"{words['site_name']} {words['province']}"
    return {
        "Name": f"chong-lua-dao-cao-bang_{code}",
        "Title": name,
        "Language": edition.language.long_code,
        "Description": words["campaign"][:LONGEST_DESCRIPTION],
        "Creator": words["campaign"],
        "Publisher": words["campaign"],
        "Tags": "_ftindex:yes;_pictures:yes;_videos:no",
        "License": "CC BY 4.0",
    }


@contextmanager
def silence() -> Iterator[None]:
    """Keep libzim's own lines about its steps from the terminal; its errors are exceptions."""
    kept = {stream: os.dup(stream) for stream in (1, 2)}
    with Path(os.devnull).open("w", encoding="utf-8") as nowhere:
        for stream in kept:
            os.dup2(nowhere.fileno(), stream)
        try:
            yield
        finally:
            for stream, copy in kept.items():
                os.dup2(copy, stream)
                os.close(copy)


def write_zim(target: Path, edition: Edition, handbook: Handbook, icon: bytes) -> None:
    """Write the archive to `target`; `icon` is a PNG of 48 × 48 px. One thread, for the same order every time."""
    language, said = edition.language.long_code, metadata(edition, handbook)
    name = f"{said['Title']} – Kiwix ({edition.language.code})"
    files = {**edition.files, **sealed(edition.files, name, edition.day, given_key())}
    with silence(), Creator(target).config_indexing(True, language).config_nbworkers(1) as creator:
        creator.set_mainpath(MAIN)
        creator.add_illustration(ILLUSTRATION.side, icon)
        for name, value in said.items():
            creator.add_metadata(name, value)
        creator.add_metadata("Date", datetime.date.fromisoformat(edition.day))
        for path, content in sorted(files.items()):
            creator.add_item(Entry(path, content, edition.titles.get(path, "")))
    target.write_bytes(with_fixed_ids(target.read_bytes(), content_id(files)))


def content_id(files: Mapping[str, bytes]) -> bytes:
    """Return 16 bytes that follow from the files."""
    found = hashlib.sha256()
    for path, content in sorted(files.items()):
        found.update(f"{path}\0{len(content)}\0".encode() + content)
    return found.digest()[:ID_LENGTH]


def with_fixed_ids(archive: bytes, fixed: bytes) -> bytes:
    """Return the archive with ids that follow from its content instead of chance, and its sum set right."""
    body = bytearray(archive[:-SUM_LENGTH])
    body[UUID] = fixed
    for head in DATABASE_HEAD.finditer(archive):
        body[head.end() : head.end() + ID_LENGTH] = fixed
    return bytes(body) + hashlib.md5(body, usedforsecurity=False).digest()
