"""Rules for what Vietnamese pages say: forbidden words, sourced claims, readable sentences."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.forbidden_words import word_faults
from camnang.handbook.pages.blocks import whole_texts
from camnang.handbook.pages.body import Body
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import joined, texts_of
from camnang.handbook.pages.page_files import PageFile
from camnang.handbook.pages.private_data import private_faults
from camnang.handbook.pages.readability import average, sentences
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.handbook.pages.source_blocks import FENCE

# An amount of money or of victims, a month or a day of a year: what a reader may hold us to.
CLAIM = re.compile(r"\d[\d.,]*\s*(?:triệu|tỷ|tỉ|bị can|nạn nhân)\b|\b\d{1,2}/(?:\d{1,2}/)?20\d\d\b|\b[Nn]ăm 20\d\d\b")

STORY = "chuyện có thật"
TOLD_ON = re.compile(r"\b20\d\d\b")


def lines_of_screens(body: str) -> frozenset[int]:
    """Return the lines of a page, counted from 0, that show what a swindler says."""
    found = ((body.count("\n", 0, block.start()), block[0].count("\n")) for block in FENCE.finditer(body))
    return frozenset(line for first, more in found for line in range(first, first + more + 1))


def forbidden_word_faults(source: PageFile, raw: RawPage, facts: Facts) -> Iterator[Fault]:
    """No word of `data/forbidden_words.yml`, but on the pages that must speak about it."""
    folded = raw.body.casefold()
    forbidden = [
        listed
        for listed in facts.forbidden_words
        if source.folder not in listed.allowed_on and listed.may_be_in(folded)
    ]
    if not forbidden:
        return
    spoken = tuple(listed for listed in forbidden if not listed.quoted)
    screens = lines_of_screens(raw.body)
    for number, line in enumerate(raw.body.splitlines()):
        listed_here = spoken if number in screens else forbidden
        yield from word_faults(source.path, raw.body_line + number, line, listed_here)


def claim_faults(source: PageFile, raw: RawPage, blocks: Iterable[str]) -> Iterator[Fault]:
    """Every block that tells an amount, a date or a year names its source."""
    for block in blocks:
        claim = CLAIM.search(block)
        if claim and not SOURCE_MARK.search(block):
            line = raw.line_containing(claim[0])
            expected = "mã nguồn trong cùng đoạn, ví dụ [C09]"
            yield Fault(
                path=source.path,
                line=line,
                rule="so-lieu-thieu-nguon",
                found=f"«{claim[0]}» không có nguồn",
                expected=expected,
                repair="thêm mã nguồn, hoặc bỏ con số",
            )


def story_faults(source: PageFile, body: Body) -> Iterator[Fault]:
    """Under the heading of true stories stands one with its day and its source."""
    for section in body.sections.values():
        told = (text for text in whole_texts(section.blocks) if SOURCE_MARK.search(text) and TOLD_ON.search(text))
        if section.title.casefold() == STORY and not any(told):
            yield Fault(
                path=source.path,
                line=section.line,
                rule="chuyen-thieu-ngay-nguon",
                found=f"mục «{section.title}» không có chuyện nào kèm ngày và nguồn",
                expected="một chuyện có thật: ngày hoặc năm, nơi, kết cục, mã nguồn như [C09]",
                repair="kể chuyện ấy, hoặc đổi tên mục, ví dụ «Đã có cảnh báo»",
            )


def sentence_faults(source: PageFile, raw: RawPage, blocks: Iterable[str]) -> Iterator[Fault]:
    """Sentences are short on average."""
    found = average(words for _, words in sentences(blocks))
    limit = KINDS[source.kind].longest_average
    if found > limit:
        expected = f"trung bình nhiều nhất {limit:g} chữ một câu"
        repair = "tách câu dài, bỏ chữ thừa (python3 run.py soat liệt kê câu dài nhất)"
        yield Fault(
            path=source.path,
            line=raw.body_line,
            rule="cau-qua-dai",
            found=f"trung bình {found:.1f} chữ một câu",
            expected=expected,
            repair=repair,
        )


def text_faults(source: PageFile, raw: RawPage, body: Body, facts: Facts) -> Iterable[Fault]:
    """All faults of what a Vietnamese page says."""
    blocks = tuple(texts_of(joined(body.lead.statement, body.lead.intro), body.sections))
    yield from forbidden_word_faults(source, raw, facts)
    yield from private_faults(raw, facts, source.path)
    yield from claim_faults(source, raw, blocks)
    yield from story_faults(source, body)
    yield from sentence_faults(source, raw, blocks)
