"""How announcements and plays end, whom messages name, when 113 may be named (`data/announcements.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from pydantic import BaseModel, ConfigDict

from camnang.files.faults import Fault
from camnang.files.folding import fold
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.words import RULE, Words
from camnang.handbook.kits.kits import Kit

FILE: Final = "data/announcements.yml"
ANNOUNCED: Final = ("loa-30", "loa-60")
SPREAD: Final = ("sms", "loa-30", "loa-60", "nhac-cho", "bai-dang")
SENTENCE_END: Final = re.compile(r"(?<=[.!?])\s+")
EMERGENCY: Final = re.compile(r"(?<!\w)(?:113|mot mot ba)(?!\w)")


class OtherClosing(BaseModel):
    """A scam whose announcements end otherwise than with the campaign's rule, and why."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    scam: str
    closing: str
    why: str


class AnnouncingRules(BaseModel):
    """Closings that differ, words of danger beside 113, and those whom a message may send its reader to."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    closings: tuple[OtherClosing, ...] = ()
    dangers: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()

    def closing_of(self, scam: str) -> str | None:
        """Return how a scam's announcements end, None when with the campaign's rule."""
        return next((each.closing for each in self.closings if each.scam == scam), None)


def read_announcing_rules(root: Path) -> AnnouncingRules:
    """Read the rules, empty when there is no file; raise `FaultsError` when it is wrong."""
    if not (root / FILE).is_file():
        return AnnouncingRules()
    found: AnnouncingRules = read_yaml(root / FILE, AnnouncingRules, root)
    return found


def names_any(text: str, words: Iterable[str]) -> bool:
    """Tell whether a text holds one of the words, with accents or without."""
    said = fold(text)
    return any(re.search(rf"(?<!\w){re.escape(fold(word))}(?!\w)", said) for word in words)


def closing_faults(kit: Kit, rules: AnnouncingRules, words: Words) -> Iterator[Fault]:
    """The last words of an announcement are the campaign's rule; a translation of another closing is free."""
    other = rules.closing_of(kit.id)
    if not all(words.has(key) for key in RULE) or (other and words.own is not words.original):
        return
    closing = other or " ".join(words[key] for key in RULE)
    for section in ANNOUNCED:
        text = kit.text(section)
        if section in kit.sections and not text.endswith(closing):
            yield Fault(
                path=kit.file,
                line=kit.lines(section)[-1].number if kit.lines(section) else kit.line_of(section),
                rule="loa-sai-loi-ket",
                found=f"{section} kết bằng «…{text[-len(closing) :]}»",
                expected=f"«{closing}»",
                repair=f"để việc riêng của kiểu lừa này đứng trước, rồi kết bằng lời ấy; kết khác thì ghi ở {FILE}",
            )


def emergency_faults(kit: Kit, rules: AnnouncingRules) -> Iterator[Fault]:
    """113 is named beside a danger only: who has lost money calls the bank."""
    for section in SPREAD if rules.dangers else ():
        for line in kit.lines(section):
            for sentence in SENTENCE_END.split(line.text):
                if EMERGENCY.search(fold(sentence)) and not names_any(sentence, rules.dangers):
                    yield Fault(
                        path=kit.file,
                        line=line.number,
                        rule="goi-113-khong-nguy",
                        found=f"{section}: «{sentence}»",
                        expected=f"113 chỉ khi {', '.join(rules.dangers)}",
                        repair="mất tiền thì gọi ngân hàng, muốn hỏi thì công an xã, phường",
                    )


def help_faults(kit: Kit, rules: AnnouncingRules) -> Iterator[Fault]:
    """A message tells whom to ask or to call."""
    for line in kit.items("sms") if rules.helpers else ():
        if not names_any(line.text, rules.helpers):
            yield Fault(
                path=kit.file,
                line=line.number,
                rule="sms-khong-noi-hoi",
                found="tin không nói hỏi ai, gọi ai",
                expected=f"một trong: {', '.join(rules.helpers)}",
                repair="thêm nơi hỏi; mất tiền thì «goi ngan hang»",
            )


def play_faults(kit: Kit) -> Iterator[Fault]:
    """A play ends with a question, so that the hall answers and the talk begins."""
    lines = kit.lines("kich")
    if lines and not lines[-1].text.endswith("?"):
        yield Fault(
            path=kit.file,
            line=lines[-1].number,
            rule="kich-thieu-cau-hoi",
            found=f"kịch kết bằng «…{lines[-1].text[-40:]}»",
            expected="câu hỏi cho người xem",
            repair="thêm một lời quay ra bà con, kết bằng dấu hỏi",
        )
