"""Several files that are replaced together or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

FILE_MODE = 0o644  # mkstemp makes files that nobody else may read


def written_beside(file: Path, content: bytes) -> Path:
    """Write `content` into a new file in the folder of `file`; return the new one."""
    file.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    fresh = Path(name)
    fresh.chmod(file.stat().st_mode & 0o777 if file.exists() else FILE_MODE)
    return fresh


@contextmanager
def all_or_none(files: Mapping[Path, bytes]) -> Iterator[dict[Path, Path]]:
    """Yield a new file beside each of `files`; none of those that are still there stays."""
    fresh: dict[Path, Path] = {}
    try:
        for file, content in files.items():
            fresh[file] = written_beside(file, content)
        yield fresh
    finally:
        for file in fresh.values():
            file.unlink(missing_ok=True)


def put_back(old: Mapping[Path, bytes | None]) -> None:
    """Give files their old content; None means that there was no file."""
    for file, content in old.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def write_files(files: Mapping[Path, bytes]) -> None:
    """Replace all files; when the disk refuses one (`OSError`), those already replaced are put back."""
    old: dict[Path, bytes | None] = {}
    with all_or_none(files) as fresh:
        try:
            for file, new in fresh.items():
                before = file.read_bytes() if file.exists() else None
                new.replace(file)
                old[file] = before
        except BaseException:
            put_back(old)
            raise
