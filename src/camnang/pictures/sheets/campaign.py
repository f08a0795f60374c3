"""What the campaign's own pictures say: the frame «4 không, 2 phải», the three acts and the phone of a known scam.

A language without the frame's page uses what it has: its home page's statement and the known scam's own acts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import accumulate

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.sightings import FILE as SIGHTINGS_FILE
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.kinds import FRAME, scam_page
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import approval_notice, notices, translation_notices
from camnang.handbook.project import Settings
from camnang.pictures.sheets.parts import ActList, Labelled
from camnang.pictures.sheets.sheet import (
    HOME_LEAD,
    MAX_DO,
    MAX_DONT,
    Poster,
    act_list,
    headline,
    hotlines,
    qr,
    scam_words,
    slogan,
    telephone,
)

FRAME_SECTIONS = ("cham", "khong", "phai")
SENTENCE = re.compile(r"[^.!?]+[.!?]")
MOST_WORDS = 12  # what a banner has room for beside the title


@dataclass(frozen=True, kw_only=True)
class Message(Poster):
    """The message of a scam or of the campaign, which layouts draw alike.

    `first` is the act before all others, `after` what to do first when one has already obeyed; `draft` is what even
    the smallest sticker says of itself: who approved it, or that it is a draft.
    """

    first: Labelled | None = None
    after: Labelled | None
    draft: tuple[str, ...]


def frame_of(handbook: Handbook, code: str) -> Page | None:
    """Return the page of «4 không, 2 phải» in the language itself, None while it has none."""
    page = handbook.pages.get((FRAME, code))
    return page if page and all(name in page.sections for name in FRAME_SECTIONS) else None


def known_scam(handbook: Handbook, code: str) -> Page:
    """Return the scam whose phone the campaign shows: the first that readers see, in their language if it can be.

    Raises `FaultsError` when no scam of `data/sightings.yml` has a page with a mock-up.
    """
    listed = [scam_page(slug) for sighting in handbook.facts.sightings for slug in sighting.scams]
    for language in (code, handbook.facts.original.code):
        for folder in listed:
            page = handbook.pages.get((folder, language))
            if page and page.kind is Kind.SCAM and page.mock:
                return page
    repair = "thêm một thủ đoạn vào data/sightings.yml"
    fault = Fault(
        path=SIGHTINGS_FILE,
        rule="bo-sot-thu-doan",
        found="chưa có thủ đoạn nào có hình máy",
        expected="ít nhất một thủ đoạn",
        repair=repair,
    )
    raise FaultsError([fault])


def first_act(frame: Page | None) -> Labelled | None:
    """Return the act before all others, «Chậm», with its first sentences, as many as a banner has room for."""
    if frame is None:
        return None
    section = frame.sections["cham"]
    said = [sentence.strip() for sentence in SENTENCE.findall(section.text)]
    lengths = accumulate(len(sentence.split()) for sentence in said)
    most = sum(length <= MOST_WORDS for length in lengths)
    return Labelled(section.title, " ".join(said[: max(1, most)]))


def last_resort(scam: Page) -> Labelled:
    """Return what to do first when one has already obeyed: the section's title and its first act."""
    section = scam.sections["bi-lua"]
    return Labelled(section.title, section.items[0].lead)


def stressed(dont: ActList, do: ActList, words: Words) -> str:
    """Return the words that a campaign's headline sets in gold: its own panels' titles and acts, too."""
    titles = [dont.label, do.label, *do.items]
    return ", ".join([words["stress"], *(title.strip(" .!").replace(",", "") for title in titles)])


def draft_lines(page: Page, facts: Facts, settings: Settings) -> tuple[str, ...]:
    """Return what even the smallest sticker says of itself: who approved it, or that it is a draft."""
    return (*translation_notices(page, facts)[:1], approval_notice(facts, settings))


def scam_message(page: Page, handbook: Handbook, settings: Settings) -> Message:
    """Return the message of a scam page."""
    return Message(
        **scam_words(page, handbook, settings),
        dont=act_list(page, "khong", MAX_DONT),
        do=act_list(page, "hay", MAX_DO),
        hotlines=hotlines(handbook.facts, handbook.facts.words[page.language.code]),
        after=last_resort(page),
        draft=draft_lines(page, handbook.facts, settings),
    )


def campaign_sheet(page: Page, handbook: Handbook, settings: Settings) -> Message:
    """Return what a campaign picture says for the home `page`; raise `FaultsError` when there is no phone to show."""
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    frame, scam = frame_of(handbook, page.language.code), known_scam(handbook, page.language.code)
    message = frame or page
    dont = act_list(frame or scam, "khong", MAX_DONT)
    do = act_list(frame, "phai", MAX_DO) if frame else act_list(scam, "hay", MAX_DO)
    return Message(
        language=page.language.code,
        title=f"{message.title} – {words['campaign']}",
        author=words["campaign"],
        kicker=message.title,
        headline=headline(message.statement, stressed(dont, do, words)),
        first=first_act(frame),
        after=None if frame else last_resort(scam),
        lead=HOME_LEAD,
        mock=telephone(scam, words),
        signs_title=words["signs"],
        slogan=slogan(words),
        dont=dont,
        do=do,
        hotlines=hotlines(facts, words),
        campaign=words["campaign"],
        notices=notices(page, facts, settings),
        draft=draft_lines(page, facts, settings),
        credit=page.language.credit,
        qr=qr(page, settings, words),
    )
