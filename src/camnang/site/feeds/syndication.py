"""Warnings as RSS 2.0 and as Atom (RFC 4287); every entry says its language.

The same warnings give the same bytes: feedgen's clock is overwritten everywhere.
"""

from __future__ import annotations

from feedgen.feed import FeedGenerator

from camnang.site.feeds.entries import FOLDER, Channel, Entry

RSS, ATOM = f"{FOLDER}rss.xml", f"{FOLDER}atom.xml"
RSS_TYPE, ATOM_TYPE = "application/rss+xml", "application/atom+xml"


def add(feed: FeedGenerator, entry: Entry) -> None:
    """Add a warning after those that are there."""
    item = feed.add_entry(order="append")
    item.guid(entry.id, permalink=False)
    item.title(entry.title)
    item.link(href=entry.url, rel="alternate", type="text/html", hreflang=entry.code)
    item.summary(entry.text)  # Atom's; feedgen makes it RSS's description too
    item.category(term=entry.scam, scheme=entry.scam_url)
    item.published(entry.published)
    item.updated(entry.updated)
    item.dc.dc_language(entry.code)


def feed_of(channel: Channel, own: str, media_type: str) -> FeedGenerator:
    """Return the feed whose own address is the path `own`."""
    feed = FeedGenerator()
    feed.load_extension("dc")
    feed.id(channel.id)
    feed.title(channel.title)
    feed.subtitle(channel.description)
    feed.author(name=channel.author)
    feed.language(channel.code)
    feed.link(href=channel.address_of(own), rel="self", type=media_type)
    feed.link(href=channel.address_of(FOLDER), rel="alternate", type="text/html")  # RSS shows the last one
    feed.updated(channel.updated)  # RSS's lastBuildDate as well
    feed.generator("")  # the package's name is nothing to readers
    for entry in channel.entries:
        add(feed, entry)
    return feed


def rss_bytes(channel: Channel) -> bytes:
    """Return the warnings as RSS."""
    rss: bytes = feed_of(channel, RSS, RSS_TYPE).rss_str(pretty=True)
    return rss


def atom_bytes(channel: Channel) -> bytes:
    """Return the warnings as Atom."""
    atom: bytes = feed_of(channel, ATOM, ATOM_TYPE).atom_str(pretty=True)
    return atom
