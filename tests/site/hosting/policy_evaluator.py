"""What Google's CSP Evaluator says of a policy, computed again (github.com/google/csp-evaluator, `checks/`).

Left out: lists of hosts that serve JSONP or Angular, because no policy of ours may name a host at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

KNOWN = {
    "default-src",
    "script-src",
    "script-src-elem",
    "script-src-attr",
    "style-src",
    "style-src-elem",
    "style-src-attr",
    "img-src",
    "font-src",
    "connect-src",
    "media-src",
    "object-src",
    "frame-src",
    "child-src",
    "worker-src",
    "manifest-src",
    "base-uri",
    "form-action",
    "frame-ancestors",
    "sandbox",
    "upgrade-insecure-requests",
    "require-trusted-types-for",
    "trusted-types",
    "report-to",
}
RUNNING_SCRIPTS = ("script-src", "script-src-attr", "script-src-elem", "object-src", "base-uri")
SCHEMES = ("data:", "http:", "https:")
SOURCE = re.compile(r"'(none|self|sha(256|384|512)-[A-Za-z0-9+/]+=*)'|data:|\*")


def directives_of(policy: str) -> dict[str, list[str]]:
    """Return a policy's directives with their values; of two of one name browsers take the first."""
    found: dict[str, list[str]] = {}
    for part in filter(None, (part.split() for part in policy.split(";"))):
        found.setdefault(part[0].lower(), part[1:])
    return found


def sources(found: dict[str, list[str]], name: str) -> list[str]:
    """Return the values that count for a directive; `base-uri` does not fall back on `default-src`."""
    return found.get(name, [] if name == "base-uri" else found.get("default-src", []))


def findings(policy: str) -> Iterator[str]:
    """Yield what the evaluator would tell, but for «'self' may be a problem where users leave files»: ours cannot."""
    found = directives_of(policy)
    yield from (f"unknown directive {name}" for name in found.keys() - KNOWN)
    yield from (f"missing {name}" for name in ("object-src", "base-uri") if name not in found)
    if not sources(found, "script-src"):
        yield "missing script-src"
    for name, values in found.items():
        yield from (f"{name}: {value}" for value in values if not SOURCE.fullmatch(value))
    for name in RUNNING_SCRIPTS:
        given = sources(found, name)
        yield from (f"{name}: {value} lets scripts in" for value in given if value in (*SCHEMES, "*"))
    if sources(found, "object-src") != ["'none'"]:
        yield f"object-src: {sources(found, 'object-src')}"
