"""Which pages' texts a page shows besides its own: noted while its view is made, so nobody keeps a list of them.

A page that is edited shows on others as a card or a link: its title, its address, what its front matter says. That is
its face. All else is its text, which only few others read. While no face and no such text changes, their views stay.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, Final

from camnang.handbook.pages.model import Handbook, Page
from camnang.site.assembly.site_file import key_of

FACE: Final = ("kind", "language", "file", "folder", "details", "title", "short", "hint")
TEXT: Final = frozenset(Page.__dataclass_fields__) - frozenset(FACE)
TRANSLATIONS: Final = "translations"  # noted like a page's file: how far each language is
NOTES: ContextVar[set[str] | None] = ContextVar("notes", default=None)


class WatchedPage(Page):
    """A page that is noted when its text is read."""

    def __getattribute__(self, name: str) -> Any:  # noqa: ANN401 (whatever the page has there)
        if name in TEXT:
            note(self.file)
        return super().__getattribute__(name)


def note(name: str) -> None:
    """Note that something was read, while somebody takes notes."""
    found = NOTES.get()
    if found is not None:
        found.add(name)


@contextmanager
def noted() -> Iterator[set[str]]:
    """Yield what is read meanwhile: files of pages, and `TRANSLATIONS`."""
    found: set[str] = set()
    token = NOTES.set(found)
    try:
        yield found
    finally:
        NOTES.reset(token)


def watched_page(page: Page) -> Page:
    """Return a page that says the same and is noted when its text is read."""
    found = object.__new__(WatchedPage)
    vars(found).update(vars(page))
    return found


def watched(handbook: Handbook) -> Handbook:
    """Return a handbook of such pages."""
    return Handbook(handbook.facts, {key: watched_page(page) for key, page in handbook.pages.items()})


def faces(handbook: Handbook) -> str:
    """Return a hash over what pages show of each other without being read."""
    return key_of([[getattr(page, name) for name in FACE] for page in handbook.pages.values()])
