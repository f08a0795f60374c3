"""What each server's file says of kinds of files and of headers, read out of the file itself."""

from __future__ import annotations

import re
from collections.abc import Mapping

from lxml import etree

TYPES_BLOCK = re.compile(r"types \{\n(.*?)\}", re.DOTALL)
QUOTED = r'"([^"]*)"'


def nginx_types(text: str) -> dict[str, str]:
    """Return the type of each ending as nginx sends it."""
    block = TYPES_BLOCK.search(text)
    assert block, "no types { }"
    spoken = re.search(r"charset_types (.*);", text)
    assert spoken, "no charset_types"
    with_charset = {"text/html", *spoken[1].split()}  # nginx.org, ngx_http_charset_module: text/html is always in
    found: dict[str, str] = {}
    for line in filter(None, (line.strip(" ;").split() for line in block[1].splitlines())):
        kind = f"{line[0]}; charset=utf-8" if line[0] in with_charset else line[0]
        found |= {f".{ending}": kind for ending in line[1:]}
    return found


def apache_types(text: str) -> dict[str, str]:
    """Return the type of each ending as Apache sends it."""
    spoken = re.search(r"AddCharset utf-8 (.*)", text)
    assert spoken, "no AddCharset"
    with_charset = spoken[1].split()
    listed = re.findall(r"^AddType (\S+) (\.\S+)$", text, re.MULTILINE)
    return {end: f"{kind}; charset=utf-8" if end in with_charset else kind for kind, end in listed}


def iis_types(text: str) -> dict[str, str]:
    """Return the type of each ending as IIS sends it."""
    root = etree.fromstring(text.encode())
    return {each.get("fileExtension", ""): each.get("mimeType", "") for each in root.iter("mimeMap")}


def nginx_headers(text: str) -> dict[str, str]:
    """Return the headers of every answer, the policy that of ordinary pages."""
    policy = re.search(rf"default  {QUOTED};\n    \"~\^\S+nhung", text)
    assert policy, "no policy"
    listed = re.findall(rf"add_header (\S+) {QUOTED} always;", text)
    return {**dict(listed), "Content-Security-Policy": policy[1]}


def apache_headers(text: str) -> dict[str, str]:
    """Return the headers of every answer, the policy that of ordinary pages."""
    ordinary = [line for line in text.splitlines() if " =~ m#/nhung/" not in line]
    return dict(re.findall(rf"^Header always set (\S+) {QUOTED}", "\n".join(ordinary), re.MULTILINE))


def iis_headers(text: str) -> dict[str, str]:
    """Return the headers of every answer, the policy that of ordinary pages."""
    listed = etree.fromstring(text.encode()).findall("system.webServer/httpProtocol/customHeaders/add")
    return {each.get("name", ""): each.get("value", "") for each in listed}


def types_of(name: str, text: str) -> Mapping[str, str]:
    """Return the types that a file of `deploy/` says."""
    return READERS[name.partition(".")[0].partition("-")[0]][0](text)


def headers_of(name: str, text: str) -> Mapping[str, str]:
    """Return the headers that a file of `deploy/` says."""
    return READERS[name.partition(".")[0].partition("-")[0]][1](text)


READERS = {
    "nginx": (nginx_types, nginx_headers),
    "apache": (apache_types, apache_headers),
    "web": (iis_types, iis_headers),
}
