"""One run divided among several machines, and their pictures put together again.

Which machine draws a picture depends on the picture's name alone, so that a new page moves no other picture.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from camnang.files.faults import Fault, raise_if_any
from camnang.files.whole_folder import keep, replaced_whole
from camnang.made.pictures import FILE, Picture, PictureKey, read_manifest
from camnang.made.register import is_whole, rows_bytes

WRITTEN = re.compile(r"(\d+)/(\d+)")
REDRAW = "vẽ lại phần ấy (--phan), rồi gộp lại"


@dataclass(frozen=True)
class Shard:
    """Part `index` (from 1) of `count` parts of all pictures."""

    index: int = 1
    count: int = 1

    def has(self, name: str) -> bool:
        """Tell whether the picture of this name belongs to the part."""
        number = int.from_bytes(hashlib.sha256(name.encode()).digest()[:8])
        return number % self.count == self.index - 1


WHOLE = Shard()


def shard(text: str) -> Shard:
    """Read «2/3»; raise `ValueError` when it is none."""
    written = WRITTEN.fullmatch(text)
    index, count = (int(part) for part in written.groups()) if written else (0, 0)
    if not 1 <= index <= count:
        raise ValueError(f"no part: {text}")
    return Shard(index, count)


def shard_faults(folder: Path, rows: Iterable[Picture]) -> Iterator[Fault]:
    """Yield a fault when a folder has no manifest, and for each file that is missing or damaged."""
    if not (folder / FILE).is_file():
        yield Fault(
            path=str(folder),
            rule="hinh-hong",
            found=f"không có {FILE}",
            expected="thư mục tai-ve của một mảnh đã vẽ xong",
            repair=REDRAW,
        )
    for row in rows:
        if not is_whole(row, folder):
            yield Fault(
                path=str(folder / row.path),
                rule="hinh-hong",
                found="tệp thiếu hoặc hỏng",
                expected=f"đúng tệp mà {FILE} ghi",
                repair=REDRAW,
            )


def conflict_faults(listed: Iterable[tuple[Path, Picture]]) -> Iterator[Fault]:
    """Yield a fault for each file that two folders have with different bytes."""
    known: dict[str, tuple[Path, Picture]] = {}
    for folder, row in listed:
        first, same = known.setdefault(row.path, (folder, row))
        if same != row:
            found = f"khác với tệp cùng tên trong {first}"
            yield Fault(
                path=str(folder / row.path),
                rule="manh-khac-nhau",
                found=found,
                expected="các mảnh vẽ từ cùng một bản",
                repair="vẽ lại mọi mảnh",
            )


def missing_faults(wanted: dict[PictureKey, str], rows: Iterable[Picture]) -> Iterator[Fault]:
    """Yield a fault for each picture that no part has; `wanted` holds the fingerprint of each key."""
    drawn = {(row.key, row.fingerprint) for row in rows}
    for key, fingerprint in wanted.items():
        if (key, fingerprint) not in drawn:
            yield Fault(
                path="-".join(key),
                rule="manh-khac-nhau",
                found="không mảnh nào có hình này",
                expected="đủ mọi mảnh, từ 1/n đến n/n",
                repair=REDRAW,
            )


def merge(folders: Iterable[Path], target: Path, wanted: dict[PictureKey, str]) -> int:
    """Put the pictures of all parts into `target` and return how many files they are.

    `wanted` holds the fingerprint of every picture that must be there; others are left out. Raise `FaultsError` and
    write nothing when a part is missing, damaged or drawn from other pages.
    """
    listed = [(folder, row) for folder in folders for row in read_manifest(folder)]
    rows = {row.path: (folder, row) for folder, row in listed if row.fingerprint == wanted.get(row.key)}
    read = {folder: [row for place, row in listed if place == folder] for folder in folders}
    faults = [fault for folder, own in read.items() for fault in shard_faults(folder, own)]
    raise_if_any([*faults, *conflict_faults(listed), *missing_faults(wanted, (row for _, row in listed))])
    with replaced_whole(target) as fresh:
        for folder, row in rows.values():
            keep(folder / row.path, fresh / row.path)
        (fresh / FILE).write_bytes(rows_bytes(row for _, row in rows.values()))
    return len(rows)
