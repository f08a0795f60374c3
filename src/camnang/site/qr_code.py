"""The QR code of a page's address, for someone beside the reader to scan from the screen."""

from __future__ import annotations

from functools import lru_cache

import segno

MANY = 10_000  # pages of a large site


@lru_cache(maxsize=MANY)
def qr_svg(url: str | None) -> str:
    """Return the code as inline SVG (ISO/IEC 18004, level M, quiet zone of four modules), '' without an address."""
    if not url:
        return ""
    code = segno.make(url, error="m", micro=False)
    svg: str = code.svg_inline(omitsize=True, svgclass="qr__code", lineclass=None, border=4, light="#fff")
    return svg
