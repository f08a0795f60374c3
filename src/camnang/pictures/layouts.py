"""Which words each layout of `design/` draws. A new size of a layout is data; a new layout is one line here."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.formats import FILE, Format
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Settings
from camnang.pictures.sheets.book import book_sheet
from camnang.pictures.sheets.brand import brand_sheet
from camnang.pictures.sheets.campaign import Message, campaign_sheet, scam_message
from camnang.pictures.sheets.deck import deck_sheets
from camnang.pictures.sheets.handouts import emergency_card_sheet, golden_hour_sheet, leaflet_sheet
from camnang.pictures.sheets.loops import LoopSheet, home_loop, scam_loop
from camnang.pictures.sheets.quiz import bookmark_sheet, colouring_sheet, quiz_sheet
from camnang.pictures.sheets.sheet import Poster, sheet
from camnang.pictures.sheets.values import Sheet

SheetMaker = Callable[[Page, Handbook, Settings], Sheet]


def scam_sheet(page: Page, handbook: Handbook, settings: Settings) -> Poster:
    """Return what a scam page's poster or card says."""
    return sheet(page, handbook, settings)


def message_sheet(page: Page, handbook: Handbook, settings: Settings) -> Message:
    """Return a scam's message or, for the home page, the campaign's: layouts draw both alike."""
    message = campaign_sheet if page.kind is Kind.HOME else scam_message
    return message(page, handbook, settings)


def motion_sheet(page: Page, handbook: Handbook, settings: Settings) -> LoopSheet:
    """Return what a page's silent loop says."""
    loop = scam_loop if page.kind is Kind.SCAM else home_loop
    return loop(page, handbook, settings)


LAYOUTS: Mapping[str, SheetMaker] = {
    "poster": message_sheet,
    "leaflet": leaflet_sheet,
    "leaflet-large": leaflet_sheet,
    "emergency-card": emergency_card_sheet,
    "wallet-card": golden_hour_sheet,
    "quiz-sheet": quiz_sheet,
    "colouring-sheet": colouring_sheet,
    "bookmark": bookmark_sheet,
    "brand-sheet": brand_sheet,
    "card": message_sheet,
    "link-preview": message_sheet,
    "roll-up": message_sheet,
    "tent-card": message_sheet,
    "banner": campaign_sheet,
    "counter-sticker": campaign_sheet,
    "chat-sticker": campaign_sheet,
    "handbook": book_sheet,
    "motion": motion_sheet,
}

# Layouts that a page is drawn in several times: what each of them says, by its name.
SERIES: Mapping[str, Callable[[Page, Handbook, Settings], Mapping[str, Sheet]]] = {
    "deck": deck_sheets,
}

# Layouts that have a box for a partner's logo (design/partner.typ).
WITH_PARTNER = frozenset({"poster", "card"})


def sheet_of(form: Format, page: Page, handbook: Handbook, settings: Settings) -> Sheet:
    """Return what a page says in a format; raise `FaultsError` when the format names no layout."""
    if form.layout not in LAYOUTS:
        found, expected = f"{form.id}: layout «{form.layout}»", f"một trong {', '.join((*LAYOUTS, *SERIES))}"
        fault = Fault(
            path=FILE,
            rule="khong-co-ten-nay",
            found=found,
            expected=expected,
            repair="sửa dòng «layout» của cỡ ấy",
        )
        raise FaultsError([fault])
    return LAYOUTS[form.layout](page, handbook, settings)


def sheets_of(form: Format, page: Page, handbook: Handbook, settings: Settings) -> Mapping[str, Sheet]:
    """Return all that a page says in a format by variant; most layouts have one sheet, whose variant is ''."""
    if form.layout in SERIES:
        return SERIES[form.layout](page, handbook, settings)
    return {"": sheet_of(form, page, handbook, settings)}
