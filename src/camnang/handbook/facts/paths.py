"""Folders as data files name them: a star stands for one name."""

from __future__ import annotations

from fnmatch import fnmatchcase


def matches(folder: str, listed: str) -> bool:
    """Tell whether a folder is one that is listed; «khan-cap/*» are those in khan-cap, not those below them."""
    names, wanted = folder.split("/"), listed.split("/")
    return len(names) == len(wanted) and all(map(fnmatchcase, names, wanted))
