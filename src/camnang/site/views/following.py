"""Feeds and boxes for other sites."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.handbook.facts.languages import Language


@dataclass(frozen=True)
class FeedLink:
    """A feed of the warnings; `path` from the site's root."""

    title: str
    name: str
    media_type: str
    path: str


@dataclass(frozen=True)
class EmbedBox:
    """The newest warning as a page for other sites' frames; `height` in px, `code` is what a webmaster copies."""

    language: Language
    path: str
    address: str
    code: str
    height: int
    sandbox: str
