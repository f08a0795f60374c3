"""Warnings as JSON Feed 1.1 (jsonfeed.org/version/1.1), with the place and the scam under `_canh_bao`.

The specification lets anybody add objects whose names begin with an underscore.
"""

from __future__ import annotations

import json
from typing import Any

from camnang.site.feeds.entries import FOLDER, Channel, Entry

JSON_FEED = f"{FOLDER}alerts.json"
JSON_FEED_TYPE = "application/feed+json"
VERSION = "https://jsonfeed.org/version/1.1"


def item(entry: Entry) -> dict[str, Any]:
    """Return one warning."""
    return {
        "id": entry.id,
        "url": entry.url,
        "title": entry.title,
        "content_text": entry.text,
        "date_published": entry.published.isoformat(),
        "date_modified": entry.updated.isoformat(),
        "language": entry.code,
        "tags": [entry.scam],
        "_canh_bao": {"noi": entry.place, "thu_doan": entry.scam, "cach_tranh": entry.scam_url},
    }


def json_feed_bytes(channel: Channel) -> bytes:
    """Return the warnings, the same bytes for the same warnings."""
    feed = {
        "version": VERSION,
        "title": channel.title,
        "description": channel.description,
        "home_page_url": channel.address_of(FOLDER),
        "feed_url": channel.address_of(JSON_FEED),
        "language": channel.code,
        "authors": [{"name": channel.author}],
        "items": [item(entry) for entry in channel.entries],
    }
    return (json.dumps(feed, ensure_ascii=False, indent=1) + "\n").encode()
