"""What a scam's picture says: a page's words as the parts that the layouts in `design/` draw."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final, TypedDict

import segno

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.hotlines import Hotline
from camnang.handbook.facts.words import RULE, Words
from camnang.handbook.pages.model import Handbook, MockLine, MockUp, Page
from camnang.handbook.pages.notices import notices
from camnang.handbook.pages.statement import phrases
from camnang.handbook.project import Settings
from camnang.pictures.sheets.parts import (
    Act,
    ActList,
    Call,
    Code,
    Headline,
    HotlineStrip,
    Lead,
    PartnerLogo,
    Place,
    Slogan,
    Telephone,
    Victim,
)
from camnang.pictures.sheets.values import Sheet

# Pictures keep to what is read at a glance: three signs, four don'ts, three do's.
MAX_DONT, MAX_DO = 4, 3
SENTENCE: Final = re.compile(r"[^.!?…]+[.!?…]+")
MOST_SAID: Final = 8  # words of a speech bubble
ANY_SCENE: Final = "masked-caller"  # of a scam whose own scene is not drawn yet
HOME_LEAD: Final = Lead(scene="hang-up-together", said="", ground="", glow="", deep="", number="", pictogram="")
SLOGAN = tuple(zip(RULE, ("hang-up", "family", "police-station"), strict=True))


class ScamWords(TypedDict):
    """What every sheet of a scam says."""

    language: str
    title: str
    author: str
    kicker: str
    headline: Headline
    lead: Lead
    mock: Telephone
    signs_title: str
    slogan: Slogan
    campaign: str
    notices: tuple[str, ...]
    credit: str
    qr: Code | None


@dataclass(frozen=True, kw_only=True)
class ScamSheet(Sheet):
    """A scam: its message, its telephone with the signs on it, the three acts."""

    kicker: str
    headline: Headline
    lead: Lead
    mock: Telephone
    signs_title: str
    slogan: Slogan
    campaign: str
    notices: tuple[str, ...]
    credit: str
    qr: Code | None


@dataclass(frozen=True, kw_only=True)
class Poster(ScamSheet):
    """A scam with what not to do, what to do and whom to call, and the logo of whoever prints it."""

    dont: ActList
    do: ActList
    hotlines: HotlineStrip
    partner: PartnerLogo | None = None


def headline(statement: str, stressed: str) -> Headline:
    """Return the statement's phrases of runs."""
    return phrases(statement, stressed)


def mock_alt(mock: MockUp, words: Words) -> str:
    """Describe the phone for readers who cannot see it."""
    said = "; ".join(f"«{line.say}»" for line in mock.lines)
    return f"{words['mock_up']} {mock.sender}, {mock.via}: {said}"


def victim(page: Page) -> Victim:
    """Return who is called, so that a student sees a student on the picture."""
    return "student" if "hoc-sinh" in page.details.audience else "elder"


def telephone(page: Page, words: Words) -> Telephone:
    """Return a scam's phone with its numbered flags; raise `ValueError` when the page has no mock-up."""
    mock = page.mock
    if mock is None:
        raise ValueError(f"{page.file} has no mock-up to draw")
    alt = mock_alt(mock, words)
    return Telephone(mock.kind, mock.sender, mock.via, victim(page), mock.bait, alt, mock.lines)


def said(lines: Iterable[MockLine]) -> str:
    """Return the first sentence of the swindler's that fits a speech bubble, else the shortest."""
    sentences = [sentence.strip() for line in lines for sentence in SENTENCE.findall(line.say) or [line.say]]
    short = (sentence for sentence in sentences if len(sentence.split()) <= MOST_SAID)
    return next(short, min(sentences, key=len, default=""))


def lead(page: Page, handbook: Handbook) -> Lead:
    """Return a scam's scene with its group's colours and its number among all scams."""
    group, order = handbook.facts.groups[page.details.group], handbook.scam_order
    return Lead(
        scene=page.details.scene or ANY_SCENE,
        said=said(page.mock.lines) if page.mock else "",
        ground=group.colours.ground,
        glow=group.colours.glow,
        deep=group.colours.deep,
        number=f"{order.index(page.details.id) + 1:02}/{len(order)}",
        pictogram=page.details.pictogram,
    )


def leads(page: Page, section: str, most: int) -> tuple[str, ...]:
    """Return the bold words of a list, in the page's order."""
    return tuple(item.lead for item in page.sections[section].items[:most])


def act_list(page: Page, section: str, most: int) -> ActList:
    """Return a section's title and the bold words of its list."""
    return ActList(page.sections[section].title, leads(page, section, most))


def call(number: Hotline, words: Words) -> Call:
    """Return a telephone number with its words."""
    return Call(number.number, words[number.label], words[number.detail])


def hotlines(facts: Facts, words: Words) -> HotlineStrip:
    """Return the strip «who to call»."""
    return HotlineStrip(
        main=call(facts.hotlines.with_role("main"), words),
        child=call(facts.hotlines.with_role("child"), words),
        places=tuple(Place(words[place.label], words[place.detail]) for place in facts.hotlines.places),
        rule=words["dial_yourself"],
    )


def address(page: Page, settings: Settings) -> str:
    """Return the page's full address, '' while `site_url` is not set."""
    return settings.address(page.path)


def qr(page: Page, settings: Settings, words: Words) -> Code | None:
    """Return the QR code of the page's address (ISO/IEC 18004, level M), None while there is no address."""
    url = address(page, settings)
    if not url:
        return None
    matrix = segno.make(url, error="m", micro=False).matrix
    rows = tuple("".join("1" if module else "0" for module in row) for row in matrix)
    return Code(rows, words["scan_code"], f"{words['scan_code']}: {url}")


def slogan(words: Words) -> Slogan:
    """Return the campaign's three acts."""
    return Slogan(words["campaign"], tuple(Act(words[key], art) for key, art in SLOGAN))


def scam_words(page: Page, handbook: Handbook, settings: Settings) -> ScamWords:
    """Return what every sheet of a scam page says; the page must have a mock-up."""
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    return {
        "language": page.language.code,
        "title": f"{page.title} – {words['campaign']}",
        "author": words["campaign"],
        "kicker": page.title,
        "headline": headline(page.statement, words["stress"]),
        "lead": lead(page, handbook),
        "mock": telephone(page, words),
        "signs_title": words["signs"],
        "slogan": slogan(words),
        "campaign": words["campaign"],
        "notices": notices(page, facts, settings),
        "credit": page.language.credit,
        "qr": qr(page, settings, words),
    }


def sheet(page: Page, handbook: Handbook, settings: Settings) -> Poster:
    """Return all that a poster of a scam page says; the page must have a mock-up."""
    return Poster(
        **scam_words(page, handbook, settings),
        dont=act_list(page, "khong", MAX_DONT),
        do=act_list(page, "hay", MAX_DO),
        hotlines=hotlines(handbook.facts, handbook.facts.words[page.language.code]),
    )
