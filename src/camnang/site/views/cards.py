"""Pages as they stand in lists."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class SituationCard:
    """A choice on the home page."""

    id: str
    title: str
    short: str
    hint: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class PageCard:
    """A page in a list; the pictogram is '' where it has none."""

    title: str
    statement_text: str
    path: str
    pictogram: str
    language: str


@dataclass(frozen=True)
class SightingView:
    """Scams that begin alike to the reader."""

    title: str
    pictogram: str
    language: str
    scams: tuple[PageCard, ...]


@dataclass(frozen=True)
class WarningCard:
    """A dated warning in a list."""

    title: str
    statement_text: str
    path: str
    date: str
    date_iso: str
    place: str
    language: str


@dataclass(frozen=True)
class WarningCards:
    """Dated warnings, the newest first: those of the last `days` days, and those before."""

    new: tuple[WarningCard, ...]
    past: tuple[WarningCard, ...]
    days: int

    @property
    def all(self) -> tuple[WarningCard, ...]:
        """All of them, the newest first."""
        return self.new + self.past
