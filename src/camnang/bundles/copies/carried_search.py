"""Search without a server: the site's index and Material's search engine as plain scripts."""

from __future__ import annotations

import json
from collections.abc import Mapping

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook
from camnang.site.search.index import index

# Browsers fetch nothing for a page from a file, so the index is a script. It fills what `file-search.js` reads.
INDEX, ENGINE = "search/index.js", "search/engine.js"


def carried_index(handbook: Handbook, language: Language, files: Mapping[str, str]) -> bytes:
    """Return a language's index as a script; addresses are files of the folder."""
    found = index(handbook, language)
    docs = [{**doc, "location": files[doc["location"]]} for doc in found["docs"] if doc["location"] in files]
    text = json.dumps({**found, "docs": docs}, ensure_ascii=False, separators=(",", ":"))
    return f"window.handbookIndex = {text};\n".encode()


def carried_engine(worker: bytes) -> bytes:
    """Return Material's worker as a function that is told how to listen and how to answer."""
    return b"window.handbookSearch = function (addEventListener, postMessage) {\n" + worker + b"\n};\n"
