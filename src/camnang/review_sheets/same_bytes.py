"""Office files without the time of day: the same sheet gives the same bytes."""

from __future__ import annotations

import re
import zipfile
from datetime import datetime
from io import BytesIO
from typing import Final

# The earliest date that a ZIP can tell, and one that Word and Excel show without complaint.
ZIP_TIME: Final = (1980, 1, 1, 0, 0, 0)
PROPERTIES_TIME: Final = datetime(2026, 1, 1)
PROPERTIES: Final = "docProps/core.xml"
MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def timeless(name: str, content: bytes) -> bytes:
    """Return a member's bytes; in the document's properties the times are fixed."""
    if name != PROPERTIES:
        return content
    return MODIFIED.sub(rb"\g<1>" + PROPERTIES_TIME.isoformat().encode() + b"Z", content)


def same_bytes(data: bytes) -> bytes:
    """Return a ZIP with the same members in the same order, every time fixed."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            info = zipfile.ZipInfo(member.filename, ZIP_TIME)
            info.create_system, info.external_attr = 3, 0o644 << 16  # the same on Windows
            new.writestr(info, timeless(member.filename, old.read(member)), zipfile.ZIP_DEFLATED)
    return out.getvalue()
