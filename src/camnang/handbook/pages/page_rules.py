"""The rules that one page must keep; each returns the faults it finds."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from camnang.files.faults import Fault
from camnang.files.folding import fold
from camnang.handbook.facts.data_numbers import strange_number
from camnang.handbook.facts.facts import Facts
from camnang.handbook.pages.front_matter import FrontMatter, RawPage, ScamFrontMatter
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import LEAD_SECTIONS, Item, Kind, Section
from camnang.handbook.pages.page_files import scam_folder
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.handbook.pages.source_blocks import HeadingLine
from camnang.handbook.telephone_numbers import telephone_numbers

HOME_ID = "trang-chu"
MAX_LEAD_WORDS = 9
MAX_LEAD_CHARACTERS = 48
PLAIN_NAME: Final = re.compile(r"[a-z0-9-]+")


def heading_faults(found: tuple[HeadingLine, ...], kind: Kind, path: str) -> Iterator[Fault]:
    """One `#`; every `##` with an id of its own; fixed ids of the kind, all of them, in their order."""
    if sum(heading.level == 1 for heading in found) != 1:
        yield Fault(
            path=path,
            line=1,
            rule="trang-sai-tieu-de",
            found="không có đúng một tiêu đề «# …»",
            expected="một dòng «# Tên trang»",
            repair="thêm hoặc bớt tiêu đề",
        )
    sections = [heading for heading in found if heading.level == 2]
    for heading in sections:
        if not heading.id:
            yield Fault(
                path=path,
                line=heading.line,
                rule="muc-sai-ma",
                found=f"mục «{heading.text}» thiếu mã",
                expected="mã trong ngoặc nhọn ở cuối dòng, ví dụ {#khong}",
                repair=f"viết «## {heading.text} {{#ma-muc}}»",
            )
    yield from repeated_ids(sections, path)
    if fixed := KINDS[kind].sections:
        yield from order_faults(sections, fixed, path)


def repeated_ids(sections: list[HeadingLine], path: str) -> Iterator[Fault]:
    """Each id stands once on a page."""
    counts = Counter(heading.id for heading in sections if heading.id)
    for heading in sections:
        if heading.id and counts[heading.id] > 1:
            yield Fault(
                path=path,
                line=heading.line,
                rule="muc-sai-ma",
                found=f"mã {{#{heading.id}}} có {counts[heading.id]} lần",
                expected="mỗi mã một lần trên một trang",
                repair="đổi hoặc xoá một mục",
            )


def order_faults(sections: list[HeadingLine], wanted: tuple[str, ...], path: str) -> Iterator[Fault]:
    """The ids are exactly those of the kind, in their order."""
    named = [heading for heading in sections if heading.id]
    ids = [heading.id for heading in named]
    order = " ".join(f"{{#{name}}}" for name in wanted)
    for heading in named:
        if heading.id not in wanted:
            yield Fault(
                path=path,
                line=heading.line,
                rule="muc-khong-dung-mau",
                found=f"mã lạ {{#{heading.id}}}",
                expected=f"một trong {order}",
                repair="sửa mã của mục",
            )
    for name in wanted:
        if name not in ids:
            yield Fault(
                path=path,
                rule="muc-khong-dung-mau",
                found=f"thiếu mục {{#{name}}}",
                expected=f"đủ các mục {order}",
                repair=f"thêm mục {{#{name}}}",
            )
    known = [name for name in ids if name in wanted]
    if len(set(known)) == len(known) and known != [name for name in wanted if name in known]:
        yield Fault(
            path=path,
            line=named[0].line,
            rule="muc-khong-dung-mau",
            found=f"thứ tự {' '.join(map(str, ids))}",
            expected=order,
            repair="xếp lại các mục",
        )


def too_long(lead: str) -> bool:
    """Tell whether bold words are too many for a poster."""
    return len(lead.split()) > MAX_LEAD_WORDS or len(lead) > MAX_LEAD_CHARACTERS


def long_lead_fault(lead: str, path: str, line: int) -> Fault:
    """Say by how much bold words are too long."""
    return Fault(
        path=path,
        line=line,
        rule="chu-dam-dai",
        found=f"chữ đậm «{lead}» có {len(lead.split())} chữ, {len(lead)} ký tự",
        expected=f"nhiều nhất {MAX_LEAD_WORDS} chữ và {MAX_LEAD_CHARACTERS} ký tự, để in được lên áp phích",
        repair="bớt chữ trong phần đậm, chuyển lời giải thích ra sau",
    )


def item_faults(item: Item, path: str) -> Iterator[Fault]:
    """A list item begins with bold words that a poster can print."""
    if not item.lead:
        yield Fault(
            path=path,
            line=item.line,
            rule="thieu-chu-dam",
            found=f"dòng «{item.text[:40]}» không bắt đầu bằng chữ đậm",
            expected="**chữ đậm đứng được một mình** rồi mới đến lời giải thích",
            repair="đặt ** ở hai đầu câu chính",
        )
    elif too_long(item.lead):
        yield long_lead_fault(item.lead, path, item.line)


def section_faults(section: Section, kind: Kind, path: str) -> Iterator[Fault]:
    """Lists that pictures print have at least two items, each with a lead."""
    if not KINDS[kind].sections or section.id not in LEAD_SECTIONS:
        return
    if len(section.items) < 2:
        yield Fault(
            path=path,
            line=section.line,
            rule="muc-it-dong",
            found=f"mục {{#{section.id}}} có {len(section.items)} dòng",
            expected="ít nhất 2 dòng",
            repair="thêm dòng",
        )
    for item in section.items:
        yield from item_faults(item, path)


def statement_faults(statement: str, path: str, line: int) -> Iterator[Fault]:
    """The lead begins with a bold statement that stands alone."""
    if not statement:
        yield Fault(
            path=path,
            line=line,
            rule="trang-thieu-cau-dau",
            found="sau tiêu đề không có câu chính in đậm",
            expected="một đoạn bắt đầu bằng **câu đứng được một mình**",
            repair="thêm đoạn ấy ngay dưới dòng «# …»",
        )
    elif too_long(statement):
        yield long_lead_fault(statement, path, line)


def phone_faults(body: str, facts: Facts, path: str, body_line: int) -> Iterator[Fault]:
    """Only the numbers of `data/hotlines.yml` are printed."""
    for number in telephone_numbers(body):
        if number.digits not in facts.hotlines.allowed:
            yield strange_number(path, body_line + number.line, number.digits, facts.hotlines.allowed)


def source_faults(front: FrontMatter, raw: RawPage, facts: Facts, path: str) -> Iterator[Fault]:
    """Every source that is named exists, and every one that the text names is listed."""
    place = raw.line_of("sources")
    for name in front.sources:
        if name not in facts.sources:
            yield Fault(
                path=path,
                line=place,
                rule="khong-co-nguon",
                found=f"nguồn «{name}»",
                expected="một mã có trong data/sources.yml",
                repair="sửa mã, hoặc thêm nguồn",
            )
    for name in sorted(set(SOURCE_MARK.findall(raw.body)) - set(front.sources)):
        line = raw.line_containing(f"[{name}]")
        repair = f"thêm {name} vào dòng «sources»"
        yield Fault(
            path=path,
            line=line,
            rule="nguon-chua-ke",
            found=f"nguồn [{name}] không có trong «sources»",
            expected="nguồn được kê ở đầu trang",
            repair=repair,
        )


def folder_fault(name: str, path: str) -> Fault:
    """Say that a folder's name cannot be an address, and what it may be."""
    plain = "-".join(re.findall("[a-z0-9]+", fold(name)))
    return Fault(
        path=path,
        rule="thu-muc-lech-ten",
        found=f"thư mục «{name}»",
        expected="tên thư mục bằng chữ thường không dấu, chữ số và gạch nối, cũng là id của trang",
        repair=f"đổi tên thư mục thành {plain or 'chữ không dấu'}",
    )


def detail_faults(front: FrontMatter, raw: RawPage, folder: str, facts: Facts, path: str) -> Iterator[Fault]:
    """The id is the folder's name, for a kit its scam's; group, pictogram and scene exist."""
    wanted = scam_folder(folder).rsplit("/", 1)[-1] or HOME_ID
    if not PLAIN_NAME.fullmatch(wanted):
        yield folder_fault(wanted, path)
    elif front.id != wanted:
        expected, repair = f"«{wanted}», như tên thư mục", "sửa id, hoặc đổi tên thư mục"
        yield Fault(
            path=path,
            line=raw.line_of("id"),
            rule="thu-muc-lech-ten",
            found=f"id «{front.id}»",
            expected=expected,
            repair=repair,
        )
    if isinstance(front, ScamFrontMatter) and front.group not in facts.groups:
        expected = f"một trong {', '.join(facts.groups)}"
        yield Fault(
            path=path,
            line=raw.line_of("group"),
            rule="khong-co-ten-nay",
            found=f"nhóm «{front.group}»",
            expected=expected,
            repair="sửa dòng «group: …»",
        )
    if front.pictogram and front.pictogram not in facts.pictograms:
        expected = f"một trong {', '.join(facts.pictograms)}"
        yield Fault(
            path=path,
            line=raw.line_of("pictogram"),
            rule="khong-co-hinh-ve",
            found=f"hình «{front.pictogram}»",
            expected=expected,
            repair="sửa dòng «pictogram: …»",
        )
    yield from scene_faults(front, raw, facts, path)


def scene_faults(front: FrontMatter, raw: RawPage, facts: Facts, path: str) -> Iterator[Fault]:
    """A scene that a page names is drawn in `design/art/scenes`."""
    if isinstance(front, ScamFrontMatter) and front.scene and front.scene not in facts.scenes:
        expected = f"một trong {', '.join(facts.scenes)}"
        yield Fault(
            path=path,
            line=raw.line_of("scene"),
            rule="khong-co-hinh-ve",
            found=f"cảnh «{front.scene}»",
            expected=expected,
            repair="sửa dòng «scene: …», hoặc bỏ dòng ấy",
        )
