"""Every link of the real site leads to a page and to a place on it."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from lxml.html import HtmlElement, parse

EXTERNAL = re.compile(r"[a-z]+:")


@cache
def opened(file: Path) -> HtmlElement:
    return parse(str(file)).getroot()


@cache
def ids(file: Path) -> frozenset[str]:
    return frozenset(opened(file).xpath("//@id"))


def fault(site: Path, file: Path, href: str) -> str | None:
    """Say what is wrong with a link, None when nothing is."""
    target, _, anchor = href.partition("#")
    target = target.split("?")[0]
    reached = (file.parent / target).resolve() if target else file
    reached = reached / "index.html" if reached.is_dir() else reached
    where = file.relative_to(site).as_posix()
    if not reached.is_file():
        return f"{where}: {href} leads nowhere"
    if anchor and reached.suffix == ".html" and anchor not in ids(reached):
        return f"{where}: {href} has no place #{anchor}"
    return None


def test_every_link_and_anchor_is_alive(real_site: Path) -> None:
    wrong = []
    for file in sorted(real_site.rglob("*.html")):
        if file.name == "404.html":  # served at any address, so its links are absolute
            continue
        for href in set(opened(file).xpath("//a/@href | //link/@href | //script/@src | //img/@src")):
            if href and not EXTERNAL.match(href):
                found = fault(real_site, file, href)
                wrong += [found] if found else []
    assert wrong == []
