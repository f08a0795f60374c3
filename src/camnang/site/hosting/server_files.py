"""Settings for the servers that may carry the site: nginx, Apache, IIS. All say the same headers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from camnang.site.hosting.content_policy import content_policy, inline_styles

TEMPLATES = Path(__file__).parent / "templates"
# File name in `deploy/` by template; Apache's own name begins with a dot and would be hidden in a list of files.
SERVER_FILES: Mapping[str, str] = {
    "nginx.conf": "nginx.conf.jinja",
    "apache.htaccess": "apache.htaccess.jinja",
    "web.config": "web.config.jinja",
}
FRAMED = "nhung/"  # pages made for other sites' frames
NOBODY, ANYBODY = "frame-ancestors 'none'", "frame-ancestors *"
# https://owasp.org/www-project-secure-headers/ ; the microphone is for the voice search.
HEADERS: Mapping[str, str] = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), payment=(), usb=(), microphone=(self)",
    "Cross-Origin-Opener-Policy": "same-origin",
}
# What a browser keeps: marked addresses (?v=…) for a year; pages and the service worker are asked for each time.
YEAR, DAY = 31_536_000, 86_400


def styles_of(pages: Iterable[Path]) -> set[str]:
    """Return the inline style sheets of built pages."""
    found: set[str] = set()
    for page in pages:
        found |= inline_styles(page.read_text(encoding="utf-8"))
    return found


def server_files(styles: Iterable[str], languages: Iterable[str]) -> dict[str, str]:
    """Return each server's file by its name in `deploy/`; `languages` are the prefixes of translations."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES), undefined=StrictUndefined, keep_trailing_newline=True, autoescape=False
    )
    policy = content_policy(styles)
    values = {
        "policy": f"{policy}; {NOBODY}",
        "framed_policy": f"{policy}; {ANYBODY}",
        "framed": FRAMED,
        "headers": HEADERS,
        "framed_paths": [f"{prefix}{FRAMED}".rstrip("/") for prefix in ("", *sorted(languages))],
        "year": YEAR,
        "day": DAY,
    }
    return {name: environment.get_template(file).render(values) for name, file in SERVER_FILES.items()}
