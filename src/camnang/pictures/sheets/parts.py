"""What sheets are made of: the parts that several kinds of sheet have."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from camnang.handbook.pages.model import MockKind, MockLine
from camnang.handbook.pages.statement import Run

Headline = tuple[tuple[Run, ...], ...]  # phrases of runs
Victim = Literal["student", "elder"]


@dataclass(frozen=True)
class Telephone:
    """The scam as its victim sees it."""

    kind: MockKind
    sender: str
    via: str
    victim: Victim
    bait: bool
    alt: str
    lines: tuple[MockLine, ...]


@dataclass(frozen=True)
class Lead:
    """The scene that leads a sheet, what its swindler says, and the family of sheets that it belongs to.

    `ground`, `glow`, `deep` are the group's colours; they, number and pictogram are '' on the campaign's own sheets.
    """

    scene: str
    said: str
    ground: str
    glow: str
    deep: str
    number: str
    pictogram: str


@dataclass(frozen=True)
class Labelled:
    """A text under its label."""

    label: str
    text: str


@dataclass(frozen=True)
class ActList:
    """Acts under one label: the bold words of a page's list."""

    label: str
    items: tuple[str, ...]


@dataclass(frozen=True)
class Act:
    """One of the campaign's acts with the name of its pictogram."""

    text: str
    art: str


@dataclass(frozen=True)
class Slogan:
    """The campaign's three acts."""

    title: str
    acts: tuple[Act, ...]


@dataclass(frozen=True)
class Call:
    """A telephone number with whose it is and what for."""

    number: str
    label: str
    detail: str


@dataclass(frozen=True)
class Place:
    """Help that has an address instead of a number."""

    label: str
    detail: str


@dataclass(frozen=True)
class HotlineStrip:
    """Whom to call, and that one dials oneself."""

    main: Call
    child: Call
    places: tuple[Place, ...]
    rule: str


@dataclass(frozen=True)
class Code:
    """A QR code row by row, a module a letter: 1 is dark."""

    rows: tuple[str, ...]
    label: str
    alt: str


@dataclass(frozen=True)
class PartnerLogo:
    """A partner's own logo (SVG) and what a screen reader says of it."""

    logo: str
    alt: str
