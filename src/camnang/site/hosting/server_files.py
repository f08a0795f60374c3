"""Settings for the servers that may carry the site: nginx, Apache, IIS. All say the same headers.

Each has two files: for a server without a certificate, and for one that answers over HTTPS only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.project import SETTINGS_FILE
from camnang.site.hosting.compression import TEXT_ENDINGS
from camnang.site.hosting.content_policy import content_policy, inline_styles
from camnang.site.hosting.content_types import CONTENT_TYPES, NAMED_TYPES, UNKNOWN, content_type, is_text

TEMPLATES = Path(__file__).parent / "templates"


@dataclass(frozen=True)
class ServerFile:
    """A template, and whether what it makes is for a server with a certificate."""

    template: str
    secure: bool


# By file name in `deploy/`; Apache's own name begins with a dot and would be hidden in a list of files.
SERVER_FILES: Mapping[str, ServerFile] = {
    "nginx.conf": ServerFile("nginx.conf.jinja", secure=False),
    "nginx-https.conf": ServerFile("nginx.conf.jinja", secure=True),
    "apache.htaccess": ServerFile("apache.htaccess.jinja", secure=False),
    "apache-https.htaccess": ServerFile("apache.htaccess.jinja", secure=True),
    "web.config": ServerFile("web.config.jinja", secure=False),
    "web-https.config": ServerFile("web.config.jinja", secure=True),
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
# RFC 6797. Without `includeSubDomains`: other offices live below the same name.
STRICT_TRANSPORT = {"Strict-Transport-Security": "max-age=31536000"}
# What a browser keeps: marked addresses (?v=…) for a year; pages and the service worker are asked for each time.
YEAR, DAY = 31_536_000, 86_400
MARKED = "(assets|search)/"  # folders whose files are asked for by the mark of their bytes
HEAVY = ("png", "webp", "pdf", "mp4", "mp3", "zip", "zim", "pptx", "docx", "xlsx")  # kept for a day
HOST, FOLDER = re.compile(r"[A-Za-z0-9.-]+"), re.compile(r"[A-Za-z0-9/._~-]+")
STAND_IN = "cam-nang.example"  # RFC 2606: no such host; whoever has no `site_url` writes the own one


@dataclass(frozen=True)
class Address:
    """Where the site will stand: the host's name, the folder below it with «/» at both ends, the port as «:8443»."""

    host: str = STAND_IN
    folder: str = "/"
    port: str = ""

    @property
    def is_own(self) -> bool:
        """Whether somebody has said the name."""
        return self.host != STAND_IN

    @property
    def authority(self) -> str:
        """Host and port, as an address says them."""
        return self.host + self.port


def address_of(site_url: str) -> Address:
    """Return host and folder of the site's address, the stand-in while there is none; raise `FaultsError`.

    A name in Vietnamese letters becomes the one that servers know (RFC 3490); what could end a line of a server's
    file is refused.
    """
    try:
        parts = urlsplit(site_url)
        host = (parts.hostname or STAND_IN).encode("idna").decode()
        port = f":{parts.port}" if parts.port else ""
    except ValueError:
        host, port, parts = "", "", urlsplit("")
    folder = f"{parts.path.rstrip('/')}/"
    if not HOST.fullmatch(host) or not FOLDER.fullmatch(folder):
        expected, repair = "địa chỉ dạng https://ten-mien.vn/ hoặc https://ten-mien.vn/thu-muc/", "sửa site_url"
        fault = Fault(
            path=SETTINGS_FILE,
            rule="dia-chi-trang-sai",
            found=f"site_url: «{site_url}»",
            expected=expected,
            repair=repair,
        )
        raise FaultsError([fault])
    return Address(host, folder, port)


def styles_of(pages: Iterable[Path]) -> set[str]:
    """Return the inline style sheets of built pages."""
    found: set[str] = set()
    for page in pages:
        found |= inline_styles(page.read_text(encoding="utf-8"))
    return found


def endings_of_types() -> dict[str, list[str]]:
    """Return the endings of each media type, without their dots, as nginx wants them."""
    found: dict[str, list[str]] = {}
    for ending, kind in CONTENT_TYPES.items():
        found.setdefault(kind, []).append(ending.removeprefix("."))
    return found


def server_files(styles: Iterable[str], languages: Iterable[str], address: Address | None = None) -> dict[str, str]:
    """Return each server's file by its name in `deploy/`; `languages` are the prefixes of translations."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATES),
        undefined=StrictUndefined,
        keep_trailing_newline=True,
        autoescape=False,  # noqa: S701 (settings of servers are no HTML)
    )
    policy = content_policy(styles)
    values = {
        "policy": f"{policy}; {NOBODY}",
        "framed_policy": f"{policy}; {ANYBODY}",
        "framed": FRAMED,
        "framed_paths": [f"{prefix}{FRAMED}".rstrip("/") for prefix in ("", *sorted(languages))],
        "address": address or Address(),
        "year": YEAR,
        "day": DAY,
        "marked": MARKED,
        "heavy": HEAVY,
        "types": CONTENT_TYPES,
        "nginx_types": endings_of_types(),
        "named_types": {name: content_type(name) for name in NAMED_TYPES},
        "text_types": sorted({kind for kind in CONTENT_TYPES.values() if is_text(kind)} - {"text/html"}),
        "text_endings": [ending for ending, kind in CONTENT_TYPES.items() if is_text(kind)],
        "packed": {ending: content_type(f"x{ending}") for ending in sorted(TEXT_ENDINGS)},
        "unknown": UNKNOWN,
    }
    return {
        name: environment.get_template(file.template).render(
            values, secure=file.secure, headers={**HEADERS, **(STRICT_TRANSPORT if file.secure else {})}
        )
        for name, file in SERVER_FILES.items()
    }
