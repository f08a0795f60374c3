"""ZIP archives with the same bytes for the same files, and the sums that prove a file is whole."""

from __future__ import annotations

import hashlib
import zipfile
from collections.abc import Mapping
from io import BytesIO

SUMS = "SHA256SUMS"
# The oldest date that a ZIP can say.
TIMESTAMP = (1980, 1, 1, 0, 0, 0)


def sums(files: Mapping[str, bytes]) -> str:
    """Return the lines that `sha256sum --check` reads."""
    return "".join(f"{hashlib.sha256(files[name]).hexdigest()}  {name}\n" for name in sorted(files))


def zip_bytes(files: Mapping[str, bytes]) -> bytes:
    """Return a ZIP with sorted names and one fixed time.

    Nothing is compressed: MP3, PDF, PNG and MP4 do not shrink, and deflated bytes change with the version of zlib.
    """
    out = BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as pack:
        for name in sorted(files):
            info = zipfile.ZipInfo(name, TIMESTAMP)
            info.create_system = 3  # Unix, whatever machine packs
            info.external_attr = 0o100644 << 16
            pack.writestr(info, files[name])
    return out.getvalue()
