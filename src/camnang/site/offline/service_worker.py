"""The service worker: `overrides/sw.js` behind the names of a version and its lists."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping

from camnang.handbook.facts.languages import Language

FILE = "sw.js"
VERSION_DIGITS = 12


def service_worker(source: bytes, lists: Mapping[Language, str]) -> bytes:
    """Return the worker; its version is a hash of its program and of the marks of the lists of all it keeps."""
    languages = {language.code: {"prefix": language.url_prefix, "mark": mark} for language, mark in lists.items()}
    named = json.dumps(languages, separators=(",", ":"))
    version = hashlib.sha256(source + named.encode()).hexdigest()[:VERSION_DIGITS]
    return f'const HANDBOOK = {{"version":"{version}","languages":{named}}};\n'.encode() + source
