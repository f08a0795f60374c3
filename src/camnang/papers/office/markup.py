"""XML of Office files: read without entities, its names the same whichever of the two standards wrote them."""

from __future__ import annotations

from functools import cache
from typing import Final

from lxml import etree
from lxml.etree import _Element

# ECMA-376 (Transitional) and ISO/IEC 29500 Strict name the same things by other addresses.
OLD, STRICT = "http://schemas.openxmlformats.org", "http://purl.oclc.org/ooxml"
MARKUP: Final = "http://schemas.openxmlformats.org/markup-compatibility/2006"
PREFIXES: Final = {
    f"{OLD}/spreadsheetml/2006/main": "x",
    f"{STRICT}/spreadsheetml/main": "x",
    f"{OLD}/wordprocessingml/2006/main": "w",
    f"{STRICT}/wordprocessingml/main": "w",
    f"{OLD}/drawingml/2006/main": "a",
    f"{STRICT}/drawingml/main": "a",
    f"{OLD}/drawingml/2006/picture": "pic",
    f"{STRICT}/drawingml/picture": "pic",
    f"{OLD}/drawingml/2006/spreadsheetDrawing": "xdr",
    f"{STRICT}/drawingml/spreadsheetDrawing": "xdr",
    f"{OLD}/officeDocument/2006/math": "m",
    f"{STRICT}/officeDocument/math": "m",
    f"{OLD}/officeDocument/2006/relationships": "r",
    f"{STRICT}/officeDocument/relationships": "r",
    f"{OLD}/package/2006/relationships": "rel",
    MARKUP: "mc",
    "urn:schemas-microsoft-com:vml": "v",
    "http://schemas.microsoft.com/office/word/2010/wordml": "w14",
    "http://schemas.microsoft.com/office/word/2010/wordprocessingShape": "wps",
    "http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments": "tc",
}


@cache
def short(tag: str) -> str:
    """Return a name with the usual prefix of its namespace: «w:tbl»; «?:name» in a namespace of others."""
    space, _, name = tag.rpartition("}")
    return f"{PREFIXES.get(space.removeprefix('{'), '?')}:{name}"


def name_of(element: _Element) -> str:
    """Return an element's short name, '' for comments and instructions."""
    return short(element.tag) if isinstance(element.tag, str) else ""


def value_of(element: _Element, name: str) -> str:
    """Return an attribute by its short name, with or without its prefix; '' where it is not there."""
    bare = name.partition(":")[2]
    if bare in element.attrib:
        return str(element.get(bare))
    found = (str(value) for key, value in element.attrib.items() if short(str(key)) == name)
    return next(found, "")


def child_of(element: _Element, name: str) -> _Element | None:
    """Return the first child with a short name."""
    return next((child for child in element if name_of(child) == name), None)


def is_on(element: _Element | None, name: str) -> bool:
    """Tell whether a property of a run, such as «w:strike», is switched on below `element`."""
    found = None if element is None else child_of(element, name)
    return found is not None and (value_of(found, f"{name[0]}:val") or "1") not in {"0", "false", "off", "none"}


def parsed(content: bytes) -> _Element:
    """Return the root of a part; raises `lxml.etree.XMLSyntaxError`. Nothing is fetched, no entity is put in."""
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    return etree.fromstring(content, parser)
