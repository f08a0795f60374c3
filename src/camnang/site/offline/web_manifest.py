"""What a phone needs to put the handbook on its first screen (W3C, «Web Application Manifest»)."""

from __future__ import annotations

import json
from typing import Any

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.palette import INDIGO
from camnang.handbook.pages.kinds import REPORT, SITUATIONS
from camnang.handbook.pages.model import Handbook
from camnang.site.offline.app_icons import ICONS

FILE = "manifest.webmanifest"
# Long pressing the icon offers these pages: the interface word and the page's folder.
SHORTCUTS = (("emergency", SITUATIONS), ("report", REPORT))


def shortcuts(handbook: Handbook, language: Language) -> list[dict[str, str]]:
    """Return the pages that exist of those a long press offers; addresses relative to the manifest."""
    words = handbook.facts.words[language.code]
    folders = {folder for folder, _ in handbook.pages}
    return [{"name": words[key], "url": f"./{folder}/"} for key, folder in SHORTCUTS if folder in folders]


def web_manifest(handbook: Handbook, language: Language) -> dict[str, Any]:
    """Return a language's manifest; it stands beside the language's home, and its scope is the whole site.

    A reader who changes the language inside the installed handbook must not fall out of it.
    """
    words = handbook.facts.words[language.code]
    root = "../" if language.url_prefix else "./"
    icons = [
        {"src": root + icon.path, "sizes": f"{icon.side}x{icon.side}", "type": "image/png", "purpose": icon.purpose}
        for icon in ICONS
    ]
    return {
        "name": f"{words['site_name']} {words['province']}",
        "short_name": words["site_name"],
        "description": words["campaign"],
        "lang": language.code,
        "dir": "ltr",
        "start_url": "./",
        "scope": root,
        "display": "standalone",
        "background_color": INDIGO,
        "theme_color": INDIGO,
        "icons": icons,
        "shortcuts": shortcuts(handbook, language),
    }


def manifest_bytes(handbook: Handbook, language: Language) -> bytes:
    """Return the manifest as it is served."""
    return (json.dumps(web_manifest(handbook, language), ensure_ascii=False, indent=1) + "\n").encode()
