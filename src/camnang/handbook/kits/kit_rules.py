"""The rules of a kit: what it must hold, how long each part may be, what may not be said or sent.

A kit is a page too: its sources, forbidden words, telephone numbers and the words of its translations are held to
the rules of pages when the handbook is read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from camnang.files.faults import Fault, raise_if_any
from camnang.handbook.facts.facts import Facts
from camnang.handbook.kits.announcements import announcement_faults
from camnang.handbook.kits.endings import (
    AnnouncingRules,
    closing_faults,
    emergency_faults,
    help_faults,
    play_faults,
    read_announcing_rules,
)
from camnang.handbook.kits.kits import Kit, Line, kits_of, spoken
from camnang.handbook.kits.message_rules import Problem, alphabet_problems, content_problems
from camnang.handbook.kits.sms_traps import SmsTrap, read_sms_traps
from camnang.handbook.kits.text_message import MOST_PARTS, size_of
from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.readability import word_count
from camnang.handbook.spoken.lengths import LENGTHS

# Every section that a kit may have, in its order; those that are not needed are there where somebody wrote them.
ORDER = ("khau-hieu", "sms", "loa-30", "loa-60", "nhac-cho", "bai-dang", "cau-hoi", "kich", "doi-thoai")
SECTIONS = frozenset({"khau-hieu", "sms", "loa-30", "loa-60", "bai-dang", "cau-hoi"})
TIER_1_SECTIONS = frozenset({"kich", "doi-thoai"})
SLOGANS, MESSAGES, QUESTIONS = 3, 2, 4
SLOGAN_WORDS, POST_WORDS, SENTENCE_WORDS = 12, 80, 20
PLAY_SYLLABLES, DIALOGUE_SYLLABLES = (480, 900), (260, 420)  # 4–6 and 2–3 minutes with pauses
CALLER_TUNE_SYLLABLES = (26, 39)  # 10 to 15 seconds, the wait before a call is taken
SENDER = re.compile(r"cao b[aằ]ng", re.IGNORECASE)
# Stricter than `readability`: dots that trail off and closing quotes end no sentence for the ear.
SENTENCE_END = re.compile(r"(?<=[.!?:;])\s+")
DIGIT = re.compile(r"\d")
# A promise that nobody can keep, and that second swindlers make.
PROMISE = re.compile(
    r"(?:sẽ|chắc chắn|nhất định|đảm bảo|cam kết)\s+(?:được\s+)?(?:lấy|đòi|thu|hoàn)\s*(?:lại|hồi)?", re.I
)


@dataclass(frozen=True)
class KitContext:
    """What the rules of all kits share."""

    handbook: Handbook
    traps: tuple[SmsTrap, ...]
    announcing: AnnouncingRules

    @property
    def facts(self) -> Facts:
        """The shared facts."""
        return self.handbook.facts

    def is_original(self, kit: Kit) -> bool:
        """Tell whether a kit is Vietnamese."""
        return kit.language == self.facts.original.code


def section_faults(kit: Kit, context: KitContext) -> Iterator[Fault]:
    """The sections that a scam of its tier needs, in their order."""
    if not context.is_original(kit):
        return  # held against the Vietnamese kit with the handbook (`handbook.pages.parity`)
    page = context.handbook.pages.get((scam_page(kit.id), context.facts.original.code))
    needed = SECTIONS | (TIER_1_SECTIONS if page and page.details.tier == 1 else frozenset())
    wanted = tuple(section for section in ORDER if section in needed or section in kit.sections)
    if tuple(kit.sections) != wanted:
        found = f"các mục: {', '.join(kit.sections)}"
        yield Fault(
            path=kit.file,
            line=1,
            rule="muc-khong-dung-mau",
            found=found,
            expected=f"đúng thứ tự: {', '.join(wanted)}",
            repair="thêm mục còn thiếu, bỏ mục thừa",
        )


def count_faults(kit: Kit, _: KitContext) -> Iterator[Fault]:
    """The number of slogans, messages and questions."""
    for section, wanted in (("khau-hieu", SLOGANS), ("sms", MESSAGES), ("cau-hoi", QUESTIONS)):
        if section in kit.sections and len(kit.items(section)) != wanted:
            found = f"{section}: {len(kit.items(section))} dòng «- …»"
            yield Fault(
                path=kit.file,
                line=kit.line_of(section),
                rule="bo-sai-so-dong",
                found=found,
                expected=f"{wanted} dòng",
                repair="thêm hoặc bớt dòng",
            )


def length_faults(kit: Kit, _: KitContext) -> Iterator[Fault]:
    """The length of slogans, of the post and of what is said aloud."""
    for line in kit.items("khau-hieu"):
        if word_count(line.text) > SLOGAN_WORDS:
            yield Fault(
                path=kit.file,
                line=line.number,
                rule="bai-sai-do-dai",
                found=f"{word_count(line.text)} chữ",
                expected=f"nhiều nhất {SLOGAN_WORDS} chữ",
                repair="rút ngắn",
            )
    ranges = {
        "loa-30": (LENGTHS["loa-30"].aim_least, LENGTHS["loa-30"].aim_most),
        "loa-60": (LENGTHS["loa-60"].aim_least, LENGTHS["loa-60"].aim_most),
        "nhac-cho": CALLER_TUNE_SYLLABLES,
        "bai-dang": (1, POST_WORDS),
        "kich": PLAY_SYLLABLES,
        "doi-thoai": DIALOGUE_SYLLABLES,
    }
    for section, (least, most) in ranges.items():
        count = word_count(kit.text(section))
        if section in kit.sections and not least <= count <= most:
            found = f"{section}: {count} tiếng"
            yield Fault(
                path=kit.file,
                line=kit.line_of(section),
                rule="bai-sai-do-dai",
                found=found,
                expected=f"{least}–{most} tiếng",
                repair="thêm hoặc bớt chữ",
            )


def spoken_faults(kit: Kit, _: KitContext) -> Iterator[Fault]:
    """No digit and no mark of a source in what is read aloud: the ear loses them."""
    for section in ("loa-30", "loa-60", "nhac-cho", "doi-thoai"):
        for line in kit.lines(section):
            if DIGIT.search(line.text):
                yield Fault(
                    path=kit.file,
                    line=line.number,
                    rule="loa-co-chu-so",
                    found=f"chữ số trong {section}",
                    expected="số viết bằng chữ",
                    repair="113: «một một ba»",
                )


def message_faults(kit: Kit, context: KitContext) -> Iterator[Fault]:
    """What an operator can send: size, alphabet, sender, no address."""
    for index, line in enumerate(kit.items("sms")):
        yield from size_faults(kit, line, plain=index == 0)
        if not SENDER.match(line.text):
            yield Fault(
                path=kit.file,
                line=line.number,
                rule="sms-khong-xung-ten",
                found="tin không xưng tên",
                expected="bắt đầu bằng «Cao Bằng…»",
                repair="ghi ai gửi ở đầu tin",
            )
        for problem in content_problems(line.text, context.traps):
            yield fault_at(kit, line, problem)


def fault_at(kit: Kit, line: Line, problem: Problem) -> Fault:
    """Return what is wrong with a message as a fault of its line."""
    return Fault(
        path=kit.file,
        line=line.number,
        rule=problem.rule,
        found=f"tin {problem.found}" if problem.found.startswith("có ") else problem.found,
        expected=problem.expected,
        repair=problem.repair,
    )


def size_faults(kit: Kit, line: Line, plain: bool) -> Iterator[Fault]:
    """The first message without accents in one part, the second with accents in two parts at most."""
    size = size_of(line.text)
    for problem in alphabet_problems(line.text) if plain else ():
        yield fault_at(kit, line, problem)
    most = MOST_PARTS["GSM-7" if plain else "UCS-2"]
    if size.parts > most:
        found = f"{size.units} đơn vị {size.encoding}, {size.parts} tin"
        yield Fault(
            path=kit.file,
            line=line.number,
            rule="sms-qua-dai",
            found=found,
            expected=f"nhiều nhất {most} tin",
            repair="rút ngắn",
        )


def ending_faults(kit: Kit, context: KitContext) -> Iterator[Fault]:
    """How announcements and plays end, whom messages send readers to, where 113 may stand."""
    yield from closing_faults(kit, context.announcing, context.facts.words[kit.language])
    if context.is_original(kit):
        yield from emergency_faults(kit, context.announcing)
        yield from help_faults(kit, context.announcing)
        yield from play_faults(kit)


def saying_faults(kit: Kit, context: KitContext) -> Iterator[Fault]:
    """Promises, and long sentences of a Vietnamese text."""
    for line in (line for section in kit.sections for line in kit.lines(section)):
        if match := PROMISE.search(line.text):
            yield Fault(
                path=kit.file,
                line=line.number,
                rule="hua-lay-lai-tien",
                found=f"hứa «{match[0]}»",
                expected="không hứa lấy lại tiền",
                repair="nói «báo sớm còn cơ hội»",
            )
        if context.is_original(kit):
            yield from sentence_faults(kit, line)


def sentence_faults(kit: Kit, line: Line) -> Iterator[Fault]:
    """A sentence has 20 words at most."""
    for sentence in SENTENCE_END.split(spoken(line.text)):
        if word_count(sentence) > SENTENCE_WORDS:
            found = f"câu {word_count(sentence)} chữ: «{sentence[:60]}…»"
            yield Fault(
                path=kit.file,
                line=line.number,
                rule="cau-qua-dai",
                found=found,
                expected=f"nhiều nhất {SENTENCE_WORDS} chữ",
                repair="tách làm hai câu",
            )


RULES: Sequence[Callable[[Kit, KitContext], Iterator[Fault]]] = (
    section_faults,
    count_faults,
    length_faults,
    spoken_faults,
    message_faults,
    ending_faults,
    saying_faults,
)


def checked_kits(root: Path, handbook: Handbook) -> tuple[Kit, ...]:
    """Hold all kits and other pages' announcements against the rules, return the kits; raise `FaultsError`."""
    context = KitContext(handbook, read_sms_traps(root), read_announcing_rules(root))
    kits = kits_of(handbook)
    of_kits = (fault for kit in kits for fault in kit_faults(kit, context))
    raise_if_any(chain(of_kits, announcement_faults(handbook)))
    return kits


def kit_faults(kit: Kit, context: KitContext) -> Iterator[Fault]:
    """Yield every fault of a kit."""
    for rule in RULES:
        yield from rule(kit, context)
