"""What a template shows of the whole handbook, found in the template: only when that changes is it printed anew.

Found by patterns, since Jinja's own parser takes longer than printing a page; what is found too much costs only time.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache

COPIES = "copies"
WHOLE = "*"
COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)
TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)
FIELD = re.compile(r"\bhandbook\.(\w+)")
ALONE = re.compile(r"""(?<![\w/."'])handbook\b(?!\.)""")
COPIES_NAMED = re.compile(r"\bcopies\b(?!\.html)")
# «include "components/phone/screens/" ~ screen ~ ".html"» means every template that begins like that.
REFERENCE = re.compile(r"""\{%-?\s*(?:extends|include|import|from)\s+(?:["']([^"']*)["']\s*(~)?)?""")


@cache
def tags_of(source: str) -> str:
    """Return the tags of a template; most templates include the same few, so what was found is remembered."""
    return "\n".join(TAG.findall(COMMENT.sub("", source)))


def referred(source: str, known: Iterable[str]) -> Iterator[str]:
    """Yield the templates that a template extends, includes or imports."""
    for reference in REFERENCE.finditer(tags_of(source)):
        if reference[1] and not reference[2]:
            yield reference[1]
        else:
            yield from (name for name in known if name.startswith(reference[1] or ""))


@cache
def own_uses(source: str) -> frozenset[str]:
    """Return the handbook's fields that a template names, `WHOLE` for the handbook as a whole, and the copies."""
    tags = tags_of(source)
    whole = {WHOLE} if ALONE.search(tags) else set()
    return frozenset({*FIELD.findall(tags), *whole, *({COPIES} if COPIES_NAMED.search(tags) else ())})


def uses(sources: Mapping[str, str], name: str) -> frozenset[str]:
    """Return what a template uses, with all that it extends, includes or imports; `sources` are those of all."""
    found, waiting, seen = set[str](), [name], set[str]()
    while waiting:
        next_name = waiting.pop()
        if next_name in sources and next_name not in seen:
            seen.add(next_name)
            found |= own_uses(sources[next_name])
            waiting += referred(sources[next_name], sources)
    return frozenset(found)
