"""The QR code of a page's address, for someone beside the reader to scan from the screen."""

from __future__ import annotations

from functools import lru_cache

import segno
from markupsafe import Markup

MANY = 10_000  # pages of a large site


@lru_cache(maxsize=MANY)
def qr_svg(url: str | None) -> Markup:
    """Return the code as inline SVG (ISO/IEC 18004, level M, quiet zone of four modules), '' without an address."""
    if not url:
        return Markup()
    code = segno.make(url, error="m", micro=False)
    # segno draws it
    return Markup(code.svg_inline(omitsize=True, svgclass="qr__code", lineclass=None, border=4, light="#fff"))  # noqa: S704
