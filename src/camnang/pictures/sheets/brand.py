"""The brand sheet: how the campaign is recognised, drawn from the page `gioi-thieu/nhan-dien`."""

from __future__ import annotations

import re

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.palette import INDIGO
from camnang.handbook.pages.model import Handbook, Item, Kind, Page, Section
from camnang.handbook.pages.notices import notices
from camnang.handbook.project import Settings
from camnang.pictures.sheets.sheet import mock_up, slogan, victim
from camnang.pictures.sheets.values import Sheet

SECTIONS = ("dau", "mau-sac", "chu", "logo", "dung")
HEX = re.compile(r"#[0-9A-F]{6}\b")


def rest(item: Item) -> str:
    """Return what an item says after its bold lead."""
    return item.text.removeprefix(item.lead).strip()


def points(section: Section) -> Sheet:
    """Return a section's title and its items, lead and rest apart."""
    return {"title": section.title, "items": [{"lead": each.lead, "text": rest(each)} for each in section.items]}


def rgb(code: str) -> str:
    """Return a colour's code as office programs ask for it: '#0A0B0C' is 'RGB 10,11,12'."""
    return f"RGB {','.join(str(part) for part in bytes.fromhex(code.removeprefix('#')))}"


def colour(item: Item) -> Sheet | None:
    """Return a colour with its name, its code and its job; None when the item gives no code."""
    code = HEX.search(item.text)
    if not code:
        return None
    job = rest(item).replace(f"{code[0]}.", "").strip()
    return {"name": item.lead.rstrip("."), "hex": code[0], "rgb": rgb(code[0]), "job": job}


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
    colours = page.sections["mau-sac"].items if "mau-sac" not in missing else ()
    return told + [
        Fault(
            path=page.file,
            line=each.line,
            rule="mau-thieu-ma",
            found=f"màu «{each.lead}» không có mã",
            expected=f"mã như {INDIGO.upper()}",
            repair="thêm mã màu",
        )
        for each in colours
        if colour(each) is None
    ]


def brand_sheet(page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what the brand sheet says; raise `FaultsError` when the page lacks a section or a colour's code."""
    if found := faults(page):
        raise FaultsError(found)
    facts, words = handbook.facts, handbook.facts.words[page.language.code]
    shown = [each for each in handbook.of_kind(Kind.SCAM, page.language.code) if each.mock]
    caller = next((each for each in shown if each.mock and each.mock.kind == "goi-video"), shown[0])
    section = page.sections
    return {
        "language": page.language.code,
        "title": f"{page.title} – {words['campaign']}",
        "author": words["campaign"],
        "heading": page.title,
        "statement": page.statement,
        "mock": mock_up(caller.mock, words, victim(caller)) if caller.mock else None,
        "slogan": slogan(words),
        "marks": points(section["dau"]),
        "colours": {"title": section["mau-sac"].title, "items": [colour(each) for each in section["mau-sac"].items]},
        "type": points(section["chu"]),
        "logo": points(section["logo"]),
        "dont": points(section["dung"]),
        "campaign": words["campaign"],
        "notices": list(notices(page, facts, settings)),
    }
