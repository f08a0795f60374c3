"""The brand sheet: how the campaign is recognised, drawn from the page `gioi-thieu/nhan-dien`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.palette import INDIGO
from camnang.handbook.pages.model import Handbook, Item, Kind, Page, Section
from camnang.handbook.pages.notices import notices
from camnang.handbook.project import Settings
from camnang.pictures.sheets.parts import Slogan, Telephone
from camnang.pictures.sheets.sheet import slogan, telephone
from camnang.pictures.sheets.values import Sheet

SECTIONS = ("dau", "mau-sac", "chu", "logo", "dung")
HEX = re.compile(r"#[0-9A-F]{6}\b")


@dataclass(frozen=True)
class Point:
    """An item's bold words and the words after them."""

    lead: str
    text: str


@dataclass(frozen=True)
class PointList:
    """A section's title and its items."""

    title: str
    items: tuple[Point, ...]


@dataclass(frozen=True)
class Colour:
    """A colour with its name, its code for screens and for office programs, and its job."""

    name: str
    hex: str
    rgb: str
    job: str


@dataclass(frozen=True)
class ColourList:
    """The campaign's colours under their title."""

    title: str
    items: tuple[Colour, ...]


@dataclass(frozen=True, kw_only=True)
class BrandSheet(Sheet):
    """How the campaign is recognised: its marks, colours, type, the room for a logo, the don'ts."""

    heading: str
    statement: str
    mock: Telephone
    slogan: Slogan
    marks: PointList
    colours: ColourList
    type: PointList
    logo: PointList
    dont: PointList
    campaign: str
    notices: tuple[str, ...]


def rest(item: Item) -> str:
    """Return what an item says after its bold lead."""
    return item.text.removeprefix(item.lead).strip()


def points(section: Section) -> PointList:
    """Return a section's title and its items, lead and rest apart."""
    return PointList(section.title, tuple(Point(each.lead, rest(each)) for each in section.items))


def rgb(code: str) -> str:
    """Return a colour's code as office programs ask for it: '#0A0B0C' is 'RGB 10,11,12'."""
    return f"RGB {','.join(str(part) for part in bytes.fromhex(code.removeprefix('#')))}"


def colour(item: Item) -> Colour | None:
    """Return a colour with its name, its code and its job; None when the item gives no code."""
    code = HEX.search(item.text)
    if not code:
        return None
    job = rest(item).replace(f"{code[0]}.", "").strip()
    return Colour(item.lead.rstrip("."), code[0], rgb(code[0]), job)


def colours(section: Section) -> ColourList:
    """Return a section's colours."""
    found = (colour(each) for each in section.items)
    return ColourList(section.title, tuple(each for each in found if each))


def faults(page: Page) -> list[Fault]:
    """Return a fault for each section that the sheet needs and does not find, and for each colour without code."""
    missing = [name for name in SECTIONS if name not in page.sections]
    told = [
        Fault(
            path=page.file,
            rule="muc-khong-dung-mau",
            found=f"thiếu mục {{#{name}}}",
            expected=f"các mục {', '.join(SECTIONS)}",
            repair="thêm mục ấy",
        )
        for name in missing
    ]
    listed = page.sections["mau-sac"].items if "mau-sac" not in missing else ()
    return told + [
        Fault(
            path=page.file,
            line=each.line,
            rule="mau-thieu-ma",
            found=f"màu «{each.lead}» không có mã",
            expected=f"mã như {INDIGO.upper()}",
            repair="thêm mã màu",
        )
        for each in listed
        if colour(each) is None
    ]


def brand_sheet(page: Page, handbook: Handbook, settings: Settings) -> BrandSheet:
    """Return what the brand sheet says; raise `FaultsError` when the page lacks a section or a colour's code."""
    if found := faults(page):
        raise FaultsError(found)
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    shown = [each for each in handbook.of_kind(Kind.SCAM, page.language.code) if each.mock]
    caller = next((each for each in shown if each.mock and each.mock.kind == "goi-video"), shown[0])
    section = page.sections
    return BrandSheet(
        language=page.language.code,
        title=f"{page.title} – {words['campaign']}",
        author=words["campaign"],
        heading=page.title,
        statement=page.statement,
        mock=telephone(caller, words),
        slogan=slogan(words),
        marks=points(section["dau"]),
        colours=colours(section["mau-sac"]),
        type=points(section["chu"]),
        logo=points(section["logo"]),
        dont=points(section["dung"]),
        campaign=words["campaign"],
        notices=notices(page, facts, settings),
    )
