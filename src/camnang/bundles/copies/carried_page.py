"""A page of the site made fit for a folder: links end in index.html, and what is not in the folder is gone."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import urljoin, urlsplit

from lxml.html import HtmlElement, document_fromstring, tostring

BASE = "https://site.invalid/"  # only to resolve relative addresses
ADDRESSES = ("href", "src", "action", "poster")
ROOT_ATTRIBUTE = "data-root"
KEPT_LINKS = frozenset({"stylesheet", "icon"})
# Only one language is in the folder.
SWITCHES = ("language-switch", "site-footer__languages")
# A list, a cell or a paragraph that held nothing else goes with what it held.
HOLDERS = frozenset({"li", "ul", "ol", "p", "nav", "section", "figure", "details"})
HEADINGS = ("h2", "h3")
FILE_FACTS = re.compile(r"^[A-Z0-9]+ · \d+ KB")
KEEPER = "assets/offline.js"
SITE_SCRIPT = "assets/handbook.js"


@dataclass(frozen=True)
class Folder:
    """What is in the folder: addresses on the site → files in the folder; `sizes` of files in bytes.

    `scripts` are files of the folder that a page loads before the site's own script.
    """

    files: Mapping[str, str]
    sizes: Mapping[str, int]
    scripts: tuple[str, ...] = ()


def address_of(here: str, reference: str) -> str | None:
    """Return the address on the site that a page's reference means, None for another place or this very page."""
    if not reference or reference.startswith("#") or urlsplit(reference).scheme:
        return None
    path = urlsplit(urljoin(BASE + here, reference)).path.lstrip("/")
    return path.removesuffix("index.html")


def relative(target: str, file: str) -> str:
    """Return the way from a file of the folder to another."""
    return posixpath.relpath(target, posixpath.dirname(file) or ".")


def remove(element: HtmlElement) -> None:
    """Remove an element, what held nothing else, and headings that are left without their list."""
    parent = element.getparent()
    if parent is None:
        return
    element.drop_tree()
    for heading in [child for child in parent if child.tag in HEADINGS]:
        after = heading.getnext()
        if after is None or (after.tag in HEADINGS and str(after.tag) <= str(heading.tag)):
            heading.drop_tree()
    if parent.tag in HOLDERS and not len(parent) and not (parent.text_content() or "").strip():
        remove(parent)


def stands_in_text(link: HtmlElement) -> bool:
    """Tell whether a link is a few words of a sentence, not a button, a card or an entry of a list."""
    parent = link.getparent()
    alone = parent is None or parent.text_content().strip() == link.text_content().strip()
    return not alone and not link.get("class") and next(link.iterancestors("nav"), None) is None


def drop(element: HtmlElement) -> None:
    """Take away what leads to something that is not in the folder; words of a sentence stay."""
    if element.tag == "a" and stands_in_text(element):
        element.drop_tag()
    elif element.tag in {"audio", "video"}:
        remove(next(element.iterancestors("figure"), element))
    else:
        remove(element)


def addresses(element: HtmlElement) -> Iterator[tuple[str, str]]:
    """Yield the attributes that may hold an address."""
    for name, value in list(element.attrib.items()):
        if name in ADDRESSES or name.startswith("data-"):
            yield str(name), str(value)


def retell(link: HtmlElement, target: str, size: int) -> None:
    """Correct what a link says of its file, where the folder holds a smaller one."""
    for small in link.iter("small"):
        said = f"{target.rpartition('.')[2].upper()} · {max(1, round(size / 1000))} KB"
        small.text = FILE_FACTS.sub(said, small.text or "")


def relink(element: HtmlElement, here: str, file: str, folder: Folder) -> None:
    """Point an element's addresses into the folder, or take the element away."""
    for name, value in addresses(element):
        if name == ROOT_ATTRIBUTE:
            element.set(name, relative(".", file))
            continue
        address = address_of(here, value)
        if address is None:
            continue
        if address in folder.files:
            target = folder.files[address]
            fragment = urlsplit(value).fragment
            element.set(name, relative(target, file) + (f"#{fragment}" if fragment else ""))
            if element.tag == "a" and target in folder.sizes:
                retell(element, target, folder.sizes[target])
        elif name in ADDRESSES:
            drop(element)
            return


def without_the_site(root: HtmlElement) -> None:
    """Take away what only a site has: other languages, the manifest, the content policy, the script that keeps."""
    for name in SWITCHES:
        for element in root.find_class(name):
            remove(element)
    for meta in root.xpath("//head/meta[@http-equiv]"):  # «'self'» of the content policy is no file's
        meta.drop_tree()
    for link in root.xpath("//head/link"):
        if link.get("rel") not in KEPT_LINKS:
            link.drop_tree()
    for script in root.xpath(f"//script[contains(@src, '{KEEPER}')]"):
        script.drop_tree()


def carried_page(text: str, here: str, file: str, folder: Folder) -> bytes:
    """Return a page for the folder; `here` is its address on the site, `file` its place in the folder."""
    root = document_fromstring(text)
    without_the_site(root)
    for element in list(root.iter("*")):
        relink(element, here, file, folder)
    site_script = folder.files.get(SITE_SCRIPT, "")
    for script in root.xpath("//head/script[@src]"):
        if script.get("src") == relative(site_script, file):
            for name in folder.scripts:
                script.addprevious(script.makeelement("script", {"src": relative(name, file), "defer": ""}))
    page: bytes = tostring(root, encoding="utf-8", doctype="<!doctype html>")
    return page + b"\n"
