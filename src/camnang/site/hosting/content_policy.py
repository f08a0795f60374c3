"""The Content-Security-Policy of the site (W3C CSP Level 3): nothing from elsewhere, no inline script."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable

INLINE_STYLE = re.compile(r"<style[^>]*>(.*?)</style>", re.DOTALL)
# The brocade is a data: picture in the style sheet; recordings and films come from the site itself.
DIRECTIVES = (
    "default-src 'self'",
    "img-src 'self' data:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
)


def source_hash(text: str) -> str:
    """Return the hash-source of an inline style or script: 'sha256-…' of its exact text."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def content_policy(styles: Iterable[str] = ()) -> str:
    """Return the policy of a page whose inline style sheets are `styles`."""
    hashes = sorted({source_hash(style) for style in styles})
    allowed = (f"style-src 'self' {' '.join(hashes)}",) if hashes else ()
    return "; ".join((*DIRECTIVES, *allowed))


def inline_styles(html: str) -> set[str]:
    """Return the texts of a page's inline style sheets."""
    return set(INLINE_STYLE.findall(html))
