"""The key frames of a loop, and what is to be read in each."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import notices
from camnang.handbook.project import Settings
from camnang.pictures.sheets.frames import Frame
from camnang.pictures.sheets.parts import Act, Headline, HotlineStrip, Lead, Slogan, Telephone
from camnang.pictures.sheets.reading_time import MOST_WORDS, words_in
from camnang.pictures.sheets.sheet import HOME_LEAD, headline, hotlines, lead, slogan, telephone
from camnang.pictures.sheets.values import Sheet

FIRST_SENTENCE = re.compile(r"^.*?[.!?…]+(?=\s|$)")
LONGEST_BAR = 3  # words; more bars only make the type of the first line smaller


@dataclass(frozen=True, kw_only=True)
class LoopSheet(Sheet):
    """A silent loop: its key frames and what they show.

    A scam's loop has its telephone; the campaign's has what it asks and the scenes of all scams.
    """

    campaign: str
    notices: tuple[str, ...]
    slogan: Slogan
    hotlines: HotlineStrip
    headline: Headline
    lead: Lead
    frames: tuple[Frame, ...]
    mock: Telephone | None = None
    question: Headline = ()
    scenes: tuple[Lead, ...] = ()


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop: what one hears before hanging up."""
    found = FIRST_SENTENCE.match(text)
    return found[0] if found else text


def bars(text: str) -> str:
    """Return a text's first words as x, which the layout draws as bars: a picture of words, not to be read."""
    return " ".join("x" * max(2, len(word)) for word in text.split()[:LONGEST_BAR])


def numbers_frame(strip: HotlineStrip) -> Frame:
    """Return the frame that says whom to call."""
    return Frame("numbers", 0, (strip.main.number, strip.main.label, strip.child.number, strip.child.label))


def scam_frames(statement: str, shown: Telephone, acts: tuple[Act, ...], strip: HotlineStrip) -> tuple[Frame, ...]:
    """Return: the call arrives, its flags one by one, the message, the acts, the numbers."""
    flags = [line for line in shown.lines if line.flag and line.number]
    return (
        Frame("call", 0, (first_sentence(shown.lines[0].say),)),
        *(Frame("flag", line.number or 0, (line.flag or "",)) for line in flags),
        Frame("headline", 0, (statement,)),
        Frame("acts", len(acts), tuple(act.text for act in acts)),
        numbers_frame(strip),
    )


def home_frames(page: Page, campaign: str, acts: tuple[Act, ...], strip: HotlineStrip) -> tuple[Frame, ...]:
    """Return: what is happening to you, the acts one by one, the numbers, and last the campaign's own people."""
    return (
        Frame("question", 0, (page.title,)),
        *(Frame("act", number, (act.text,)) for number, act in enumerate(acts, start=1)),
        numbers_frame(strip),
        Frame("headline", 0, (campaign,)),
    )


def screen(shown: Telephone, frames: tuple[Frame, ...]) -> Telephone:
    """Return the telephone: the first sentence is read, the rest is bars; the sender where there is time for it."""
    first, *others = shown.lines
    free = MOST_WORDS - sum(frame.words for frame in frames)
    return replace(
        shown,
        sender=shown.sender if words_in(shown.sender) <= free else bars(shown.sender),
        via=bars(shown.via),
        lines=(
            replace(first, say=first_sentence(first.say)),
            *(replace(line, say=bars(line.say)) for line in others),
        ),
    )


def with_sender(frames: tuple[Frame, ...], sender: str) -> tuple[Frame, ...]:
    """Return the frames with the sender among what is read when the call arrives."""
    first, *rest = frames
    return (Frame(first.kind, first.number, (sender, *first.reads)), *rest)


def scam_loop(page: Page, handbook: Handbook, settings: Settings) -> LoopSheet:
    """Return what a scam's loop says; the page must have a mock-up."""
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    rule, strip = slogan(words), hotlines(facts, words)
    shown = telephone(page, words)
    frames = scam_frames(page.statement, shown, rule.acts, strip)
    mock = screen(shown, frames)
    return LoopSheet(
        language=page.language.code,
        title=f"{page.title} – {words['campaign']}",
        author=words["campaign"],
        campaign=words["campaign"],
        notices=notices(page, facts, settings),
        slogan=rule,
        hotlines=strip,
        headline=headline(page.statement, words["stress"]),
        lead=lead(page, handbook),
        frames=with_sender(frames, mock.sender) if mock.sender == shown.sender else frames,
        mock=mock,
    )


def unbroken(text: str, name: str) -> str:
    """Return a text in which `name` stays on one line."""
    return text.replace(name, name.replace(" ", "\u00a0"))


def home_loop(page: Page, handbook: Handbook, settings: Settings) -> LoopSheet:
    """Return what the campaign's loop says."""
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    rule, strip = slogan(words), hotlines(facts, words)
    scams = handbook.of_kind(Kind.SCAM, facts.original.code)
    return LoopSheet(
        language=page.language.code,
        title=f"{page.title} – {words['campaign']}",
        author=words["campaign"],
        campaign=words["campaign"],
        notices=notices(page, facts, settings),
        slogan=rule,
        hotlines=strip,
        headline=headline(unbroken(words["campaign"], words["province"]), words["stress"]),
        lead=HOME_LEAD,
        frames=home_frames(page, words["campaign"], rule.acts, strip),
        question=headline(page.title, words["stress"]),
        scenes=tuple(lead(scam, handbook) for scam in scams),
    )
