"""The words of a sheet that its picture must show, with the part that each plays."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

from camnang.files.faults import Fault
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.pictures.drawing.glyphs import strings
from camnang.pictures.quality.glyph_boxes import Glyph, text_of
from camnang.pictures.quality.subject import Subject
from camnang.pictures.sheets.brand import PointList
from camnang.pictures.sheets.handouts import Calls, PairList
from camnang.pictures.sheets.parts import ActList, Headline, HotlineStrip, Lead, Slogan, Telephone
from camnang.pictures.sheets.values import Sheet, part, plain

Part = Literal["headline", "act", "sign", "line", "number", "note"]

IN_PASSING = frozenset({"mock", "dont", "do", "notices"})
# What a layout leaves out on purpose; see its file in design/. Without «notices» it still says that it is a draft.
LEFT_OUT: Mapping[str, frozenset[str]] = {
    # Read in passing, on the telephone that would have to scan it; screens that hang for long have the signs, too.
    "card": frozenset({"dont", "do", "qr", "mock"}),
    "link-preview": IN_PASSING | {"slogan"},  # three things only: it is seen no wider than 300 px
    "roll-up": frozenset({"mock"}),  # the campaign's own people, no telephone
    "banner": IN_PASSING | {"headline"},  # three acts, read in passing
    "counter-sticker": IN_PASSING | {"headline", "child"},  # a hand wide: the acts and 113
    "chat-sticker": IN_PASSING | {"headline", "slogan", "hotlines"},  # a thumb wide: the first act
    "bookmark": frozenset({"main"}),  # children have one number: 111
    "brand-sheet": frozenset({"mock"}),  # its telephone is a sample without the words of the signs
}
WORD = re.compile(r"[^\W_]+")
PAGE_NUMBERS = range(100)  # pages and steps are counted by the layouts
SHOWN = 5


@dataclass(frozen=True)
class Saying:
    """Words that must be read on the picture."""

    part: Part
    text: str


def headline_text(content: Sheet) -> str:
    """Return a headline's phrases of runs as one text, '' where a sheet has none."""
    phrases: Headline = part(content, "headline", tuple) or ()
    return " ".join("".join(run.text for run in phrase) for phrase in phrases)


def lines_of(content: Sheet, name: str) -> tuple[str, ...]:
    """Return the items of a list, of each its bold words alone where a sheet keeps them apart."""
    if acts := part(content, name, ActList):
        return acts.items
    found = part(content, name, PairList) or part(content, name, PointList)
    return tuple(item.lead for item in found.items) if found else ()


def numbers_of(content: Sheet) -> Mapping[str, str]:
    """Return the two telephone numbers of a sheet by their roles, none where it has none."""
    if strip := part(content, "hotlines", HotlineStrip):
        return {"main": strip.main.number, "child": strip.child.number}
    calls = part(content, "calls", Calls)
    return dict(zip(("main", "child"), (call.number for call in calls.main), strict=True)) if calls else {}


def is_home(content: Sheet) -> bool:
    """Tell whether a sheet is the campaign's own, led by its people: it has no signs."""
    lead = part(content, "lead", Lead)
    return lead is not None and not lead.ground


def list_sayings(content: Sheet, left_out: frozenset[str]) -> Iterator[Saying]:
    """Yield what stands in lists: acts of the slogan, signs, don'ts and dos, notices."""
    if "slogan" not in left_out and (rule := part(content, "slogan", Slogan)):
        yield from (Saying("act", act.text) for act in rule.acts)
    if "mock" not in left_out and not is_home(content) and (mock := part(content, "mock", Telephone)):
        yield from (Saying("sign", line.flag) for line in mock.lines if line.flag)
    for name in (each for each in ("dont", "do") if each not in left_out):
        yield from (Saying("line", line) for line in lines_of(content, name))
    notices: tuple[str, ...] = part(content, "draft" if "notices" in left_out else "notices", tuple) or ()
    yield from (Saying("note", notice) for notice in notices)


def leaves_out(layout: str, key: str) -> bool:
    """Tell whether a layout leaves a part of its sheet out on purpose."""
    return key in LEFT_OUT.get(layout, frozenset())


def sayings(content: Sheet, layout: str) -> tuple[Saying, ...]:
    """Return what a layout must print of a sheet: those of the known parts that the sheet has."""
    left_out = LEFT_OUT.get(layout, frozenset())
    found = list(list_sayings(content, left_out))
    if "headline" not in left_out and (headline := headline_text(content)):
        slogan_leads = layout == "poster" and is_home(content)  # there the frame stands in the band
        found.append(Saying("act" if slogan_leads else "headline", headline))
    if "hotlines" not in left_out:
        numbers = numbers_of(content)
        found += [Saying("number", number) for role, number in numbers.items() if role not in left_out]
    return tuple(found)


def letters(text: str) -> str:
    """Return a text's letters for comparing: without blanks, case or ways of coding an accent."""
    run_together = "".join(unicodedata.normalize("NFD", text).casefold().split())
    return unicodedata.normalize("NFD", run_together)  # marks that a blank kept apart have an order of their own


def lettered(glyphs: Iterable[Glyph]) -> tuple[str, tuple[Glyph, ...]]:
    """Return the letters of glyphs for comparing, and the glyph that each belongs to."""
    pairs = [(each, glyph) for glyph in glyphs for each in letters(glyph.text)]
    return "".join(each for each, _ in pairs), tuple(glyph for _, glyph in pairs)


def places(text: str, glyphs: Iterable[Glyph]) -> Iterator[tuple[Glyph, ...]]:
    """Yield the glyphs of each place where a text stands."""
    wanted = letters(text)
    running, owners = lettered(glyphs)
    at = running.find(wanted)
    while wanted and at >= 0:
        yield owners[at : at + len(wanted)]
        at = running.find(wanted, at + 1)


def missing_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault for each text of the sheet that the picture does not show."""
    running, _ = lettered(subject.printed)
    for saying in sayings(subject.content, subject.form.layout):
        if letters(saying.text) not in running:
            found = f"không thấy chữ «{saying.text}»"
            yield subject.fault(
                None,
                rule="hinh-sai-chu",
                found=found,
                expected="mọi chữ của trang có trên hình",
                repair="xem kiểu có bỏ sót khối này không",
            )


def known_words(content: Sheet) -> frozenset[str]:
    """Return every word that a sheet holds, in small letters."""
    texts = (*strings(plain(content)), headline_text(content))
    return frozenset(word for text in texts for word in WORD.findall(unicodedata.normalize("NFC", text).casefold()))


def is_page_number(word: str) -> bool:
    """Tell whether a word is a small number, which layouts count by themselves."""
    return word.isdecimal() and int(word) in PAGE_NUMBERS


def stray_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault when the picture shows words that its sheet does not hold."""
    known = known_words(subject.content)
    shown = (part for word in subject.words for part in WORD.findall(text_of(word).casefold()))
    stray = [word for word in dict.fromkeys(shown) if word not in known and not is_page_number(word)]
    if stray:
        found = f"chữ lạ: {', '.join(stray[:SHOWN])}"
        yield subject.fault(
            None,
            rule="hinh-sai-chu",
            found=found,
            expected="chỉ chữ lấy từ trang và data/",
            repair="đưa chữ này vào trang hoặc data/interface/",
        )


def coding_faults(subject: Subject) -> Iterator[Fault]:
    """Yield a fault when text cannot be copied out: unknown letters or accents coded apart."""
    text = "".join(glyph.text for glyph in subject.glyphs if not glyph.artifact)
    if "�" in text or text != unicodedata.normalize("NFC", text):
        yield subject.fault(
            None,
            rule="hinh-sai-chu",
            found="chép chữ ra bị sai dấu",
            expected="chữ Unicode dựng sẵn (NFC)",
            repair="xem phông trong design/fonts",
        )


def number_faults(subject: Subject, allowed: frozenset[str]) -> Iterator[Fault]:
    """Yield a fault for each telephone number that may not be printed (`data/hotlines.yml`)."""
    for number in sorted(phone_numbers(" ".join(text_of(word) for word in subject.words)) - allowed):
        yield subject.fault(
            None,
            rule="so-dien-thoai-la",
            found=f"số điện thoại {number}",
            expected=f"chỉ {', '.join(sorted(allowed))}",
            repair="bỏ số này",
        )


def word_faults(subject: Subject, allowed: frozenset[str]) -> Iterator[Fault]:
    """Yield every fault of a picture's words."""
    yield from missing_faults(subject)
    yield from stray_faults(subject)
    yield from coding_faults(subject)
    yield from number_faults(subject, allowed)
