"""What a picture says: a page's words as the JSON object that the layouts in `design/` draw."""

from __future__ import annotations

import segno

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.hotlines import Hotline
from camnang.handbook.facts.words import RULE, Words
from camnang.handbook.pages.model import MockUp, Page
from camnang.handbook.pages.notices import notices
from camnang.handbook.pages.statement import phrases
from camnang.handbook.project import Settings
from camnang.pictures.sheets.values import Sheet

# Pictures keep to what is read at a glance: three signs, four don'ts, three do's.
MAX_DONT, MAX_DO = 4, 3
SLOGAN = tuple(zip(RULE, ("hang-up", "family", "police-station"), strict=True))


def headline(statement: str, stressed: str) -> list[list[Sheet]]:
    """Return the statement's phrases as lists of runs."""
    return [[{"text": run.text, "stress": run.stress} for run in phrase] for phrase in phrases(statement, stressed)]


def mock_alt(mock: MockUp, words: Words) -> str:
    """Describe the phone for readers who cannot see it."""
    said = "; ".join(f"«{line.say}»" for line in mock.lines)
    return f"{words['mock_up']} {mock.sender}, {mock.via}: {said}"


def victim(page: Page) -> str:
    """Return who is called, so that a student sees a student on the picture."""
    return "student" if "hoc-sinh" in page.details.audience else "elder"


def mock_up(mock: MockUp, words: Words, who: str) -> Sheet:
    """Return the phone's words with their numbered flags."""
    lines = [{"say": line.say, "flag": line.flag, "number": line.number} for line in mock.lines]
    alt = mock_alt(mock, words)
    parties = {"from": mock.sender, "via": mock.via, "victim": who}
    return {"kind": mock.kind, **parties, "bait": mock.bait, "alt": alt, "lines": lines}


def leads(page: Page, section: str, most: int) -> list[str]:
    """Return the bold words of a list, in the page's order."""
    return [item.lead for item in page.sections[section].items[:most]]


def hotline(number: Hotline, words: Words) -> Sheet:
    """Return a telephone number with its words."""
    return {"number": number.number, "label": words[number.label], "detail": words[number.detail]}


def hotlines(facts: Facts, words: Words) -> Sheet:
    """Return the strip «who to call»."""
    places = [{"label": words[place.label], "detail": words[place.detail]} for place in facts.hotlines.places]
    return {
        "main": hotline(facts.hotlines.with_role("main"), words),
        "child": hotline(facts.hotlines.with_role("child"), words),
        "places": places,
        "rule": words["dial_yourself"],
    }


def address(page: Page, settings: Settings) -> str:
    """Return the page's full address, '' while `site_url` is not set."""
    return settings.address(page.path)


def qr(page: Page, settings: Settings, words: Words) -> Sheet | None:
    """Return the QR code of the page's address (ISO/IEC 18004, level M), None while there is no address."""
    url = address(page, settings)
    if not url:
        return None
    rows = [
        "".join("1" if module else "0" for module in row) for row in segno.make(url, error="m", micro=False).matrix
    ]
    return {"rows": rows, "label": words["scan_code"], "alt": f"{words['scan_code']}: {url}"}


def slogan(words: Words) -> Sheet:
    """Return the campaign's three acts."""
    acts = [{"text": words[key], "art": art} for key, art in SLOGAN]
    return {"title": words["campaign"], "acts": acts}


def sheet(page: Page, facts: Facts, settings: Settings) -> Sheet:
    """Return all that a poster or card of a scam page says; the page must have a mock-up."""
    words = facts.words[page.language.code]
    if page.mock is None:
        raise ValueError(f"{page.file} has no mock-up to draw")
    return {
        "language": page.language.code,
        "title": f"{page.title} – {words['campaign']}",
        "author": words["campaign"],
        "kicker": page.title,
        "headline": headline(page.statement, words["stress"]),
        "mock": mock_up(page.mock, words, victim(page)) | {"scene": page.details.scene},
        "signs_title": words["signs"],
        "slogan": slogan(words),
        "dont": {"label": page.sections["khong"].title, "items": leads(page, "khong", MAX_DONT)},
        "do": {"label": page.sections["hay"].title, "items": leads(page, "hay", MAX_DO)},
        "hotlines": hotlines(facts, words),
        "campaign": words["campaign"],
        "notices": list(notices(page, facts, settings)),
        "credit": page.language.credit,
        "qr": qr(page, settings, words),
    }
