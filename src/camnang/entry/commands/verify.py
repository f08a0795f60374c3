"""`kiem`: tells whether a stick, a mirror, a ZIP, a ZIM or a site is as it was made, and which files are not."""

from __future__ import annotations

import argparse
from collections.abc import Callable, Mapping
from pathlib import Path

from camnang.entry.commands.verb import WrongCallError
from camnang.files.trust.manifest import NAME, PUBLIC_KEY, UnreadableError
from camnang.files.trust.minisign import PublicKey, read_public_key
from camnang.files.trust.sources import FolderSource, Source, folder_source, web_source, zim_source, zip_source
from camnang.files.trust.verification import Verdict, verify
from camnang.handbook.project import Project

KEY_FILE = f"data/{PUBLIC_KEY}"
MOST_LINES = 50
OPENERS: Mapping[str, Callable[[Path], Source]] = {".zip": zip_source, ".zim": zim_source}


def source_of(target: str) -> Source:
    """Open what was named; raise `WrongCallError` when it is none of the kinds, `UnreadableError`."""
    if target.lower().startswith(("http://", "https://")):
        return web_source(target)
    path = Path(target)
    if path.is_dir():
        return folder_source(path)
    if not path.exists():
        raise WrongCallError(f"Không có tệp hay thư mục «{target}»: xem lại tên và đường dẫn.")
    opener = OPENERS.get(path.suffix.lower())
    if not path.is_file() or opener is None:
        kinds = "một thư mục, tệp .zip, tệp .zim, hoặc địa chỉ http://, https://"
        raise WrongCallError(f"Không soát được «{target}»: cần {kinds}.")
    return opener(path)


def key_of(given: str, project: Project) -> PublicKey | None:
    """Return the key to trust: the one named, else the handbook's own, None where there is none."""
    file = Path(given) if given else project.root / KEY_FILE
    if file.is_file():
        return read_public_key(file.read_text(encoding="utf-8", errors="replace"))
    if given.startswith("RW"):  # the second line of a key's file, as people copy it
        return read_public_key(given)
    if given:
        raise WrongCallError(f"Không có tệp khoá «{given}».")
    return None


def listing(given: Path | None) -> Source | None:
    """Return where another list lies; raise `WrongCallError` when it is not there."""
    if given is None:
        return None
    folder = given if given.is_dir() else given.parent
    if not (folder / NAME).is_file():
        raise WrongCallError(f"Không có {NAME} ở «{given}».")
    return FolderSource(folder)


def told(verdict: Verdict) -> str:
    """Return what came out, in the words of those who asked."""
    found, manifest = verdict.differences, verdict.manifest
    lines = [
        f"Danh sách: {manifest.name}, {len(manifest.files)} tệp, ngày {manifest.day}.",
        f"{verdict.signature[0].upper()}{verdict.signature[1:]}.",
        *(str(each) for each in found[:MOST_LINES]),
    ]
    if len(found) > MOST_LINES:
        lines.append(f"… và {len(found) - MOST_LINES} tệp nữa.")
    if verdict.unseen:
        lines.append(f"Không soát qua mạng được {verdict.unseen} tệp cài đặt mà máy chủ không đưa ra.")
    lines.append("Còn nguyên." if verdict.is_unchanged else "KHÔNG còn nguyên: đừng dùng, đừng chép cho ai.")
    return "\n".join(lines)


def run(project: Project, options: argparse.Namespace) -> int:
    """Check a copy; return the exit code."""
    try:
        source = source_of(options.copy)
        verdict = verify(source, key_of(options.key, project), listing(options.listing))
    except UnreadableError as error:
        print(f"{options.copy}: {error}.")
        return 1
    print(told(verdict))
    if source.names() is None:
        print("Soát qua mạng không thấy được tệp thêm vào.")
    return 0 if verdict.is_unchanged else 1
