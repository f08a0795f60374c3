"""Holds a copy against its list: what was changed, what is missing, what was added, and who signed the list."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from camnang.files.trust.manifest import (
    NAME,
    SIGNATURE,
    UNLISTED,
    Listed,
    Manifest,
    UnreadableError,
    read_manifest_bytes,
)
from camnang.files.trust.minisign import PublicKey, signed_comment
from camnang.files.trust.sources import MissingError, Source, is_litter, is_served

MOST_BYTES: Final = 50_000_000  # of a list; a site of ten thousand files has two million
UNSIGNED: Final = "chưa ký: biết tệp khớp với danh sách đi kèm, chưa biết ai làm danh sách"


@dataclass(frozen=True)
class Difference:
    """A file that is not as listed: `what` in a word, `why` where there is more to say."""

    what: str
    path: str
    why: str = ""

    def __str__(self) -> str:
        return f"{self.what}: {self.path}" + (f" ({self.why})" if self.why else "")


@dataclass(frozen=True)
class Verdict:
    """What came out; `signature` is a sentence, `trusted` false when a known key did not sign the list."""

    manifest: Manifest
    signature: str
    trusted: bool
    differences: tuple[Difference, ...]
    unseen: int  # files that a server keeps to itself

    @property
    def is_unchanged(self) -> bool:
        """Whether all is as it was made."""
        return self.trusted and not self.differences


def content_of(source: Source, path: str) -> bytes:
    """Return a small file; raise `UnreadableError` when it is none."""
    found = b""
    for piece in source.read(path):
        found += piece
        if len(found) > MOST_BYTES:
            raise UnreadableError(f"{path} to quá: không phải tệp của cẩm nang")
    return found


def signed_by(source: Source, content: bytes, key: PublicKey | None) -> tuple[str, bool]:
    """Return what is to say of the list's signature, and whether the list may be trusted as far as that goes."""
    try:
        text = content_of(source, SIGNATURE).decode("utf-8", "replace")
    except MissingError:
        lacking = f"chưa ký, mà phải có chữ ký của khoá {key.name}: có thể đã bị gỡ" if key else UNSIGNED
        return lacking, key is None
    if key is None:
        return "có chữ ký, nhưng máy này không có khoá công khai để soát: thêm --khoa", True
    try:
        return f"chữ ký đúng: khoá {key.name} ({signed_comment(content, text, key)})", True
    except UnreadableError as error:
        return str(error), False


def difference(source: Source, row: Listed) -> Difference | None:
    """Return how a file differs from its row, None when it does not."""
    found, size = hashlib.sha256(), 0
    try:
        for piece in source.read(row.path):
            found.update(piece)
            size += len(piece)
            if size > row.bytes:
                break
    except MissingError:
        return Difference("Thiếu", row.path)
    except UnreadableError as error:
        return Difference("Không đọc được", row.path, str(error))
    if size != row.bytes:
        more = "dài hơn" if size > row.bytes else f"chỉ còn {size} byte"
        return Difference("Bị đổi", row.path, f"{more}, phải là {row.bytes} byte")
    return None if found.hexdigest() == row.sha256 else Difference("Bị đổi", row.path)


def added(names: frozenset[str], manifest: Manifest) -> Iterator[Difference]:
    """Yield what lies there and is not listed, but not what systems leave by themselves."""
    known = {row.path for row in manifest.files} | UNLISTED
    for path in sorted(names - known):
        if not is_litter(path):
            yield Difference("Thêm vào", path)


def verify(source: Source, key: PublicKey | None, listed_in: Source | None = None) -> Verdict:
    """Hold a copy against its list, or against the one of `listed_in`; raise `UnreadableError` without a list."""
    lists = listed_in or source
    try:
        content = content_of(lists, NAME)
    except MissingError as error:
        raise UnreadableError(f"không có {NAME}: không soát được") from error
    manifest = read_manifest_bytes(content)
    signature, trusted = signed_by(lists, content, key)
    names = source.names()
    rows = tuple(row for row in manifest.files if names is not None or is_served(row.path))
    changed = filter(None, (difference(source, row) for row in rows))
    found = (*changed, *added(names or frozenset(), manifest))
    return Verdict(manifest, signature, trusted, found, len(manifest.files) - len(rows))
