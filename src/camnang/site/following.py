"""Ways to follow the warnings: feeds for programs, a box for other sites."""

from __future__ import annotations

from html import escape

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.project import Settings
from camnang.site.feeds.json_feed import JSON_FEED, JSON_FEED_TYPE
from camnang.site.feeds.syndication import ATOM, ATOM_TYPE, RSS, RSS_TYPE
from camnang.site.views.following import EmbedBox, FeedLink

EMBED = "nhung/canh-bao-moi/"
# Stands in the code to copy until the site has an address.
UNKNOWN_ADDRESS = "https://DIA-CHI-CUA-CAM-NANG/"
BOX_HEIGHT = 460  # px: all of the box at 280 px, where its text is tallest
# What the box needs when the host page locks it in: its links open new tabs, «113» opens the telephone.
SANDBOX = "allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
FEEDS = (("RSS", RSS_TYPE, RSS), ("Atom", ATOM_TYPE, ATOM), ("JSON Feed", JSON_FEED_TYPE, JSON_FEED))


def feed_links(kind: Kind, language: Language, handbook: Handbook, settings: Settings) -> tuple[FeedLink, ...]:
    """Return the feeds that a page of `kind` tells browsers of; none while there is no warning or no address."""
    if not settings.site_url or not KINDS[kind].followed:
        return ()
    if not handbook.of_kind(Kind.WARNING, handbook.facts.original.code):
        return ()
    title = handbook.facts.words[language.code]["warnings"]
    return tuple(
        FeedLink(f"{title} ({name})", name, media, language.url_prefix + path) for name, media, path in FEEDS
    )


def embed_box(language: Language, handbook: Handbook, settings: Settings) -> EmbedBox:
    """Return the box in a language, with the code that a webmaster copies."""
    path = language.url_prefix + EMBED
    address = settings.address(path) or UNKNOWN_ADDRESS + path
    title = handbook.facts.words[language.code]["warnings_new"]
    code = (
        f'<iframe src="{escape(address)}" title="{escape(f"{title} – {settings.site_name}")}"\n'
        f' width="100%" height="{BOX_HEIGHT}" loading="lazy" frameborder="0"\n'
        f' sandbox="{SANDBOX}"></iframe>'
    )
    return EmbedBox(language, path, address, code, BOX_HEIGHT, SANDBOX)


def embed_boxes(handbook: Handbook, settings: Settings) -> tuple[EmbedBox, ...]:
    """Return the box in every language."""
    return tuple(embed_box(language, handbook, settings) for language in handbook.facts.languages)
