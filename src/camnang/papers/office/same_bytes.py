"""Office files without the time of day: the same sheet gives the same bytes."""

from __future__ import annotations

import re
from datetime import datetime
from typing import Final

from camnang.files.zip_archive import repacked

# A date that Word and Excel show without complaint.
PROPERTIES_TIME: Final = datetime(2026, 1, 1)
PROPERTIES: Final = "docProps/core.xml"
MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def timeless(name: str, content: bytes) -> bytes:
    """Return a member's bytes; in the document's properties the times are fixed."""
    if name != PROPERTIES:
        return content
    return MODIFIED.sub(rb"\g<1>" + PROPERTIES_TIME.isoformat().encode() + b"Z", content)


def same_bytes(data: bytes) -> bytes:
    """Return an Office file with the same parts and every time fixed."""
    return repacked(data, timeless)
