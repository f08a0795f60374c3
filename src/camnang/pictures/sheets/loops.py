"""The key frames of a loop, and what is to be read in each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import asdict

from camnang.handbook.facts.words import Words
from camnang.handbook.pages.model import Handbook, Kind, MockUp, Page
from camnang.handbook.pages.notices import notices
from camnang.handbook.project import Settings
from camnang.pictures.sheets.frames import Frame
from camnang.pictures.sheets.reading_time import MOST_WORDS, words_in
from camnang.pictures.sheets.sheet import headline, hotlines, mock_up, slogan, victim
from camnang.pictures.sheets.values import Sheet

FIRST_SENTENCE = re.compile(r"^.*?[.!?…]+(?=\s|$)")
LONGEST_BAR = 3  # words; more bars only make the type of the first line smaller


def first_sentence(text: str) -> str:
    """Return a text up to its first full stop: what one hears before hanging up."""
    found = FIRST_SENTENCE.match(text)
    return found[0] if found else text


def bars(text: str) -> str:
    """Return a text's first words as x, which the layout draws as bars: a picture of words, not to be read."""
    return " ".join("x" * max(2, len(word)) for word in text.split()[:LONGEST_BAR])


def ending(content: Sheet, statement: str) -> Iterator[Frame]:
    """Yield the message, the acts and the numbers."""
    yield Frame("headline", 0, (statement,))
    acts = tuple(act["text"] for act in content["slogan"]["acts"])
    yield Frame("acts", len(acts), acts)
    yield numbers_frame(content)


def numbers_frame(content: Sheet) -> Frame:
    """Return the frame that says whom to call."""
    two = (content["hotlines"]["main"], content["hotlines"]["child"])
    return Frame("numbers", 0, tuple(text for line in two for text in (line["number"], line["label"])))


def scam_frames(page: Page, mock: MockUp, content: Sheet) -> tuple[Frame, ...]:
    """Return: the call arrives, its flags one by one, the message, the acts, the numbers."""
    flags = [line for line in mock.lines if line.flag and line.number]
    return (
        Frame("call", 0, (first_sentence(mock.lines[0].say),)),
        *(Frame("flag", line.number or 0, (line.flag or "",)) for line in flags),
        *ending(content, page.statement),
    )


def home_frames(page: Page, content: Sheet) -> tuple[Frame, ...]:
    """Return: what is happening to you, the acts one by one, the campaign's name, the numbers."""
    acts = content["slogan"]["acts"]
    return (
        Frame("question", 0, (page.title,)),
        *(Frame("act", number, (act["text"],)) for number, act in enumerate(acts, start=1)),
        Frame("headline", 0, (content["campaign"],)),
        numbers_frame(content),
    )


def common(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what every loop says."""
    facts = handbook.facts
    words = facts.words[page.language.code]
    return {
        "language": page.language.code,
        "title": f"{page.title} – {words['campaign']}",
        "author": words["campaign"],
        "campaign": words["campaign"],
        "notices": list(notices(page, facts, settings)),
        "slogan": slogan(words),
        "hotlines": hotlines(facts, words),
        "scene": page.details.scene,
    }


def screen(mock: MockUp, page: Page, words: Words, frames: tuple[Frame, ...]) -> Sheet:
    """Return the telephone: the first sentence is read, the rest is bars; the sender where there is time for it."""
    shown = mock_up(mock, words, victim(page)) | {"scene": page.details.scene}
    first, *rest = shown["lines"]
    free = MOST_WORDS - sum(frame.words for frame in frames)
    return shown | {
        "from": mock.sender if words_in(mock.sender) <= free else bars(mock.sender),
        "via": bars(mock.via),
        "lines": [
            first | {"say": first_sentence(first["say"])},
            *(line | {"say": bars(line["say"])} for line in rest),
        ],
    }


def with_sender(frames: tuple[Frame, ...], sender: str) -> tuple[Frame, ...]:
    """Return the frames with the sender among what is read when the call arrives."""
    first, *rest = frames
    return (Frame(first.kind, first.number, (sender, *first.reads)), *rest)


def scam_loop(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what a scam's loop says; the page must have a mock-up."""
    if page.mock is None:
        raise ValueError(f"{page.file} has no mock-up to draw")
    words = handbook.facts.words[page.language.code]
    content = common(page, handbook, settings)
    frames = scam_frames(page, page.mock, content)
    mock = screen(page.mock, page, words, frames)
    if mock["from"] == page.mock.sender:
        frames = with_sender(frames, page.mock.sender)
    return content | {
        "headline": headline(page.statement, words["stress"]),
        "mock": mock,
        "frames": [asdict(frame) for frame in frames],
    }


def unbroken(text: str, name: str) -> str:
    """Return a text in which `name` stays on one line."""
    return text.replace(name, name.replace(" ", "\u00a0"))


def home_loop(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what the campaign's loop says."""
    words = handbook.facts.words[page.language.code]
    content = common(page, handbook, settings)
    scams = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    return content | {
        "headline": headline(unbroken(words["campaign"], words["province"]), words["stress"]),
        "headline-of-home": headline(page.title, words["stress"]),
        "scenes": [scam.details.scene for scam in scams if scam.details.scene],
        "frames": [asdict(frame) for frame in home_frames(page, content)],
    }
