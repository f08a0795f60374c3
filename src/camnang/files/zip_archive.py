"""ZIP archives and Office files with the same bytes for the same content."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from io import BytesIO

SUMS = "SHA256SUMS"
# The oldest date that a ZIP can say.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def entry(name: str) -> zipfile.ZipInfo:
    """Return a member's head with one fixed time, alike on every system."""
    info = zipfile.ZipInfo(name, TIMESTAMP)
    info.create_system = 3  # Unix, whatever machine packs
    info.external_attr = 0o100644 << 16
    return info


def repacked(package: bytes, changed: Callable[[str, bytes], bytes] = lambda _, content: content) -> bytes:
    """Return an Office file with its parts sorted and without the time of writing; `changed` may mend a part.

    «[Content_Types].xml», which readers want first, sorts first.
    """
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(package)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist()):
            new.writestr(entry(name), changed(name, old.read(name)), zipfile.ZIP_DEFLATED, compresslevel=9)
    return out.getvalue()


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP with sorted names and one fixed time.

    Nothing is compressed: MP3, PDF, PNG and MP4 do not shrink, and deflated bytes change with the version of zlib.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as pack:
        for name in sorted(files):
            pack.writestr(entry(name), files[name])
    return out.getvalue()
