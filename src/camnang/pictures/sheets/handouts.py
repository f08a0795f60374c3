"""What is given into a hand says: leaflets of a scam; the folded card and the wallet card of the campaign."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypedDict

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.kinds import GOLDEN_HOUR
from camnang.handbook.pages.model import Handbook, Item, Kind, Page, Section
from camnang.handbook.pages.notices import notices
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.handbook.project import Settings
from camnang.pictures.sheets.parts import Call, Slogan
from camnang.pictures.sheets.sheet import ScamSheet, call, scam_words, slogan
from camnang.pictures.sheets.values import Sheet

# The folded card keeps to what a frightened reader can do at once.
ACTS_OF_A_SITUATION = 2
# Twelve panels of 85 × 54 mm: cover, calls, slogan, lines to fill in, notices – and seven emergencies.
MAX_SITUATIONS = 7
GOLDEN_HOUR_STEPS = 4
FAMILY_PASSWORD = "family_password"  # noqa: S105 (the name of a drawing's words)
BLANKS = ("my_bank_number", "my_family_number", "my_police_number")


@dataclass(frozen=True)
class Pair:
    """An item's bold words and the words after them, in the language that they are in."""

    lead: str
    detail: str
    language: str


@dataclass(frozen=True)
class PairList:
    """A section's title and its items."""

    label: str
    items: tuple[Pair, ...]


@dataclass(frozen=True)
class Blanks:
    """Lines to fill in, and the one secret that must not be written there."""

    title: str
    lines: tuple[str, ...]
    secret: str


@dataclass(frozen=True)
class ReportNumbers:
    """Numbers to report to, under the words that they share."""

    numbers: tuple[str, ...]
    label: str


@dataclass(frozen=True)
class Calls:
    """The numbers as a list with a heading."""

    title: str
    main: tuple[Call, ...]
    report: ReportNumbers | None
    rule: str


@dataclass(frozen=True)
class Situation:
    """An emergency with its first acts."""

    title: str
    pictogram: str
    language: str
    acts: tuple[Pair, ...]


class HandoutWords(TypedDict):
    """What every handout of the campaign says."""

    language: str
    title: str
    author: str
    notices: tuple[str, ...]
    credit: str


@dataclass(frozen=True, kw_only=True)
class Handout(Sheet):
    """A sheet of the campaign that is given into a hand."""

    heading: str
    notices: tuple[str, ...]
    credit: str


@dataclass(frozen=True, kw_only=True)
class Leaflet(ScamSheet):
    """A scam with the sentences behind the poster's words."""

    dont: PairList
    do: PairList
    lost: PairList
    steps: PairList
    calls: Calls
    blanks: Blanks


@dataclass(frozen=True, kw_only=True)
class EmergencyCard(Handout):
    """The folded card: emergencies with two acts each, whom to call, lines to fill in, how to fold it."""

    campaign: str
    slogan: Slogan
    calls: Calls
    question: str
    situations: tuple[Situation, ...]
    blanks: Blanks
    folding: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class WalletCard(Handout):
    """The hour after money was sent: when it begins, and step by step what to do."""

    calls: Calls
    when: str
    steps: tuple[Pair, ...]
    blanks: Blanks


def pair(item: Item) -> Pair:
    """Return an item's bold words and the words after them, without marks of sources, in its own language."""
    detail = SOURCE_MARK.sub("", item.text[len(item.lead) :])
    lead, rest = item.lead.strip(), " ".join(detail.split())
    return Pair(lead or rest, rest if lead else "", item.language)


def pairs(section: Section, most: int | None = None) -> PairList:
    """Return a section's title and its items, `most` of them."""
    return PairList(section.title, tuple(pair(item) for item in section.items[:most]))


def blanks(words: Words) -> Blanks:
    """Return the lines to fill in, and the one secret that must not be written there."""
    return Blanks(words["write_ahead"], tuple(words[key] for key in BLANKS), words[FAMILY_PASSWORD])


def calls(handbook: Handbook, words: Words) -> Calls:
    """Return the numbers as a list with a heading; 156 and 5656 share their words and stand last."""
    numbers = handbook.facts.hotlines
    report = [line for line in numbers.numbers if line.role == "report"]
    main = tuple(call(numbers.with_role(role), words) for role in ("main", "child"))
    reported = ReportNumbers(tuple(line.number for line in report), words[report[0].label]) if report else None
    return Calls(words["whom_to_call"], main, reported, words["dial_yourself"])


def handout_words(page: Page, handbook: Handbook, settings: Settings, title: str) -> HandoutWords:
    """Return what every campaign-wide sheet has; `title` is the document's."""
    words = handbook.facts.words[page.language.code]
    return {
        "language": page.language.code,
        "title": f"{title} – {words['campaign']}",
        "author": words["campaign"],
        "notices": notices(page, handbook.facts, settings),
        "credit": page.language.credit,
    }


def leaflet_sheet(page: Page, handbook: Handbook, settings: Settings) -> Leaflet:
    """Return what a scam's leaflet says: the poster's words, and the sentences behind them."""
    words = handbook.facts.words[page.language.code]
    return Leaflet(
        **scam_words(page, handbook, settings),
        dont=pairs(page.sections["khong"]),
        do=pairs(page.sections["hay"]),
        lost=pairs(page.sections["bi-lua"]),
        steps=pairs(page.sections["cach-lam"]),
        calls=calls(handbook, words),
        blanks=blanks(words),
    )


def situation(page: Page) -> Situation:
    """Return an emergency with its first acts."""
    acts = page.sections["lam"].items[:ACTS_OF_A_SITUATION]
    pictogram = page.details.pictogram
    return Situation(page.short or page.title, pictogram, page.language.code, tuple(pair(item) for item in acts))


def situations(handbook: Handbook, code: str) -> Iterator[Situation]:
    """Yield the first emergencies in reading order, in the language `code` or in Vietnamese."""
    for page in handbook.of_kind(Kind.SITUATION, handbook.facts.original.code)[:MAX_SITUATIONS]:
        yield situation(handbook.served(page.folder, code))


def emergency_card_sheet(page: Page, handbook: Handbook, settings: Settings) -> EmergencyCard:
    """Return what the folded card says: emergencies with two acts each, whom to call, lines to fill in."""
    words = handbook.facts.words[page.language.code]
    return EmergencyCard(
        **handout_words(page, handbook, settings, words["emergency"]),
        heading=words["emergency"],
        campaign=words["campaign"],
        slogan=slogan(words),
        calls=calls(handbook, words),
        question=words["question"],
        situations=tuple(situations(handbook, page.language.code)),
        blanks=blanks(words),
        folding=tuple(words[key] for key in ("card_print", "card_cut", "card_zigzag", "card_half")),
    )


def served_or_fault(handbook: Handbook, folder: str, code: str, reason: str) -> Page:
    """Return a page that a sheet rests on; raise `FaultsError` when the handbook does not have it."""
    try:
        return handbook.served(folder, code)
    except KeyError as error:
        path = f"docs/{folder}/index.md"
        fault = Fault(
            path=path,
            rule="thieu-trang",
            found="không có trang này",
            expected=f"trang mà {reason} lấy chữ",
            repair="lấy lại trang từ kho",
        )
        raise FaultsError([fault]) from error


def golden_hour_sheet(page: Page, handbook: Handbook, settings: Settings) -> WalletCard:
    """Return what the wallet card says: the hour after money was sent; raise `FaultsError` without that page."""
    words = handbook.facts.words[page.language.code]
    source = served_or_fault(handbook, GOLDEN_HOUR, page.language.code, "thẻ «Giờ vàng»")
    return WalletCard(
        **handout_words(page, handbook, settings, words["golden_hour"]),
        heading=words["golden_hour"],
        calls=calls(handbook, words),
        when=source.short or source.title,
        steps=pairs(source.sections["lam"], GOLDEN_HOUR_STEPS).items,
        blanks=blanks(words),
    )
