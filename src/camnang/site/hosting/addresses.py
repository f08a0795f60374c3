"""Addresses that were published and must answer for ever: pages that exist, and pages that moved.

`data/published_addresses.txt` lists them without a language's prefix; a page that moved is named in `data/moved.yml`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from html import escape
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.faults import Fault, raise_if_any
from camnang.files.text_file import checked_text
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook

LIST_FILE = "data/published_addresses.txt"
MOVED_FILE = "data/moved.yml"
HEAD = "# Địa chỉ đã công bố, không bao giờ bỏ. Máy ghi: python3 run.py dia-chi\n"
REDIRECT = """<!doctype html>
<html lang="{language}">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="0; url={target}">
<link rel="canonical" href="{target}">
</head>
<body>
<p><a href="{target}">{title}</a></p>
</body>
</html>
"""
PATH = re.compile(r"(?:[a-z0-9-]+/)*")


class Move(BaseModel):
    """A page that moved: old and new path, both from the site's root, as 'thu-doan/ten-cu/'."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    old: str
    new: str


def read_moves(root: Path) -> tuple[Move, ...]:
    """Read the moved pages, none when there is no such file; raise `FaultsError` when it is wrong."""
    file = root / MOVED_FILE
    moves: tuple[Move, ...] = read_yaml(file, tuple[Move, ...], root) if file.is_file() else ()
    return moves


def read_published(root: Path) -> tuple[str, ...]:
    """Return the published addresses, none when the list is missing."""
    file = root / LIST_FILE
    lines = checked_text(file, LIST_FILE).splitlines() if file.is_file() else []
    return tuple(line.strip() for line in lines if line.strip() and not line.startswith("#"))


def listed(published: Iterable[str], existing: Iterable[str]) -> str:
    """Return the list with the addresses of today added; nothing ever leaves it."""
    every = {f"{path.strip('/')}/" for path in (*published, *existing)}
    return HEAD + "".join(f"{path}\n" for path in sorted(every))


def move_faults(moves: Iterable[Move], existing: frozenset[str]) -> Iterator[Fault]:
    """Yield a fault for each move from a page that is still there, or to one that is not."""
    for number, move in enumerate(moves, start=1):
        if not PATH.fullmatch(move.old) or move.old in existing:
            yield Fault(
                path=MOVED_FILE,
                rule="dia-chi-chuyen-sai",
                found=f"mục {number}: old: {move.old}",
                expected="địa chỉ cũ, không còn trang, dạng «thu-doan/ten-cu/»",
                repair="sửa old, hoặc bỏ mục này nếu trang vẫn ở chỗ cũ",
            )
        if move.new not in existing:
            yield Fault(
                path=MOVED_FILE,
                rule="dia-chi-chuyen-sai",
                found=f"mục {number}: new: {move.new}",
                expected="địa chỉ của một trang đang có",
                repair="sửa new cho đúng thư mục của trang, có dấu / ở cuối",
            )


def lost_faults(published: Iterable[str], existing: frozenset[str], moves: Iterable[Move]) -> Iterator[Fault]:
    """Yield a fault for each published address that leads nowhere now."""
    known = existing | {move.old for move in moves}
    for path in published:
        if path.strip("/") and path.strip("/") + "/" not in known:
            yield Fault(
                path=LIST_FILE,
                rule="dia-chi-mat",
                found=f"địa chỉ {path} không còn trang",
                expected="mọi địa chỉ đã in trên áp phích, mã QR còn mở được",
                repair=f"thêm vào {MOVED_FILE}: - {{old: {path}, new: <địa chỉ mới>}}",
            )


def checked_moves(root: Path, existing: frozenset[str]) -> tuple[Move, ...]:
    """Return the moved pages; raise `FaultsError` when one leads nowhere or a published address is lost.

    `existing` are the paths of all original pages.
    """
    moves = read_moves(root)
    raise_if_any((*move_faults(moves, existing), *lost_faults(read_published(root), existing, moves)))
    return moves


def redirect_html(target: str, title: str, language: str) -> str:
    """Return a page that leads to `target`, an address relative to it, on any server and without a script."""
    return REDIRECT.format(target=target, title=escape(title), language=language)


def redirects(moves: Iterable[Move], handbook: Handbook, language: Language) -> Iterator[tuple[str, str]]:
    """Yield file and HTML of each redirect in a language."""
    for move in moves:
        page = handbook.served(move.new.rstrip("/"), language.code)
        old = f"{language.url_prefix}{move.old}"
        target = "../" * old.count("/") + page.path_in(language)
        yield f"{old}index.html", redirect_html(target, page.title, page.language.code)
