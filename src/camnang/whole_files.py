"""Several files written together: all of them or none."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path


def beside(file: Path, content: bytes) -> Path:
    """Write bytes to a new file in the same folder; it is complete when this returns."""
    handle, name = tempfile.mkstemp(prefix=f".{file.name}-", dir=file.parent)
    with os.fdopen(handle, "wb") as out:
        out.write(content)
    Path(name).chmod(0o644)  # mkstemp makes files that a web server may not read
    return Path(name)


def restore(old: Mapping[Path, bytes | None]) -> None:
    """Give files their old bytes back; what was not there goes again."""
    for file, content in old.items():
        if content is None:
            file.unlink(missing_ok=True)
        else:
            file.write_bytes(content)


def write_together(contents: Mapping[Path, bytes]) -> None:
    """Write all files, or raise `OSError` and leave all as they were; their folders must exist."""
    old = {file: file.read_bytes() if file.is_file() else None for file in contents}
    fresh: dict[Path, Path] = {}
    try:
        for file, content in contents.items():
            fresh[file] = beside(file, content)
        for file, made in fresh.items():
            made.replace(file)
    except OSError:
        restore(old)
        raise
    finally:
        for made in fresh.values():
            with suppress(OSError):
                made.unlink(missing_ok=True)
