"""Which drawn files a place gets, in the order in which they are needed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath

from camnang.handbook.facts.formats import Format
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.places import Advice, Place
from camnang.handbook.pages.model import Handbook, Kind
from camnang.made.pictures import Picture


@dataclass(frozen=True)
class Sheaf:
    """All files of one format, with the advice for it; `thumbnail` is the small picture of the first."""

    advice: Advice
    format: Format
    pictures: tuple[Picture, ...]
    thumbnail: Picture | None

    @property
    def folder(self) -> str:
        """The folder in the pack: 'treo/ap-phich-a3'."""
        return f"{self.format.use}/{self.format.id}"

    def name_of(self, picture: Picture) -> str:
        """Return a file's path in the pack."""
        return f"{self.folder}/{PurePosixPath(picture.path).name}"


@dataclass(frozen=True)
class Contents:
    """What a place gets in a language; without sheaves there is nothing to pack."""

    place: Place
    language: Language
    sheaves: tuple[Sheaf, ...]

    @property
    def stem(self) -> str:
        """The pack's name without its ending: 'goi-truong-hoc.tyz'."""
        return f"goi-{self.place.id}{self.language.suffix}"

    @property
    def pictures(self) -> tuple[Picture, ...]:
        """All files, sheaf by sheaf."""
        return tuple(picture for sheaf in self.sheaves for picture in sheaf.pictures)

    @property
    def pages(self) -> frozenset[str]:
        """The ids of the pages that the files were drawn from."""
        return frozenset(picture.page for picture in self.pictures)


def scams_of(place: Place, handbook: Handbook) -> tuple[str, ...]:
    """Return the slugs of a place's scams: those that it lists, then the others of its tiers in reading order."""
    pages = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    of_tiers = (page.details.id for page in pages if page.details.tier in place.tiers)
    return tuple(dict.fromkeys([*place.scams, *of_tiers]))


def wanted(own: Iterable[Picture], advice: Advice, listed: tuple[str, ...], scams: frozenset[str]) -> list[Picture]:
    """Return the files of the advice's format: the campaign's first, then the scams in the place's order."""
    order = {slug: place for place, slug in enumerate(advice.scams or listed)}
    decks = [picture for picture in own if not advice.decks or picture.variant in advice.decks]
    found = [picture for picture in decks if picture.page in order or picture.page not in scams]
    return sorted(found, key=lambda picture: (order.get(picture.page, -1), picture.path))


def contents(place: Place, language: Language, handbook: Handbook, pictures: Iterable[Picture]) -> Contents:
    """Return what `place` gets of the drawn `pictures` in `language`, in the order of its advice."""
    listed = scams_of(place, handbook)
    scams = frozenset(page.details.id for page in handbook.of_kind(Kind.SCAM, handbook.facts.original.code))
    formats = {form.id: form for form in handbook.facts.formats}
    own = [picture for picture in pictures if picture.language == language.code]
    small = {picture.key: picture for picture in own if picture.role == "thumbnail"}
    main: dict[str, list[Picture]] = {}
    for picture in own:
        if picture.role == "main":
            main.setdefault(picture.format, []).append(picture)
    sheaves = []
    for advice in place.files:
        if found := wanted(main.get(advice.format, ()), advice, listed, scams):
            sheaves.append(Sheaf(advice, formats[advice.format], tuple(found), small.get(found[0].key)))
    return Contents(place, language, tuple(sheaves))


def every_contents(handbook: Handbook, pictures: tuple[Picture, ...]) -> tuple[Contents, ...]:
    """Return what every place gets in every language, as far as anything was drawn."""
    found = (
        contents(place, language, handbook, pictures)
        for place in handbook.facts.places
        for language in handbook.facts.languages
    )
    return tuple(each for each in found if each.sheaves)
