"""A communicator's kit as its page shows it: each text with its length, ready to be copied."""

from __future__ import annotations

from markupsafe import Markup

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.handbook.kits.kits import kit_of, spoken
from camnang.handbook.kits.sms_rows import message_id
from camnang.handbook.kits.text_message import ONE_PART, size_of
from camnang.handbook.pages.model import Handbook, Kind, Page, Section
from camnang.handbook.pages.page_files import kit_folder, scam_folder
from camnang.handbook.pages.readability import word_count
from camnang.handbook.spoken.lengths import SYLLABLES_PER_SECOND
from camnang.site.cards import page_card
from camnang.site.views.cards import PageCard
from camnang.site.views.outreach import KitCard, KitPart, MessageView, Saying

LISTED = frozenset({"khau-hieu", "sms", "cau-hoi"})
ALOUD = frozenset({"loa-30", "loa-60", "nhac-cho"})
PLAYED = frozenset({"kich", "doi-thoai"})
MESSAGES = "sms"
PLAYED_PER_MINUTE = 135  # syllables on a stage or between two voices, with what is done and laughed at between them


def message_note(text: str) -> str:
    """Return a message's size as an operator counts it: «GSM-7 · 152/160 · 1 tin»."""
    size = size_of(text)
    whole = f"{size.units}/{ONE_PART[size.encoding]}" if size.parts == 1 else str(size.units)
    return f"{size.encoding} · {whole} · {size.parts} tin"


def note_of(section: str, text: str) -> str:
    """Return how long a text is: a message in units, what is read aloud in syllables and seconds, else in words."""
    count = word_count(text)
    if section == MESSAGES:
        return message_note(text)
    if section in ALOUD:
        return f"{count} tiếng · {round(count / SYLLABLES_PER_SECOND)} giây"
    return f"{count} chữ"


def running_time(section: Section) -> str:
    """Return about how long a play or a dialogue takes: «khoảng 5 phút», '' for every other section."""
    minutes = round(word_count(spoken(section.text)) / PLAYED_PER_MINUTE)
    return f"khoảng {minutes} phút" if section.id in PLAYED else ""


def sayings(section: Section) -> tuple[Saying, ...]:
    """Return the texts of a section that are copied as they stand."""
    if section.id in PLAYED:
        return ()
    texts = [item.text for item in section.items] if section.id in LISTED else [section.text]
    return tuple(Saying(said, note_of(section.id, said)) for said in map(spoken, texts))


def kit_parts(page: Page) -> tuple[KitPart, ...]:
    """Return the parts of a kit in the order of its file."""
    return tuple(
        KitPart(
            section.id,
            section.title,
            sayings(section),
            Markup(section.html if section.id in PLAYED else ""),  # noqa: S704 - the reader of pages made it
            running_time(section),
        )
        for section in page.sections.values()
    )


def scam_card(page: Page, language: Language, handbook: Handbook) -> PageCard:
    """Return the page of the scam that a kit is about."""
    return page_card(handbook.served(scam_folder(page.folder), language.code), language)


def kit_path(scam: Page, language: Language, handbook: Handbook) -> str:
    """Return the address of a scam's kit, '' when it has none."""
    kit = handbook.pages.get((kit_folder(scam.folder), handbook.facts.original.code))
    return kit.path_in(language) if kit else ""


def kit_pages(handbook: Handbook) -> tuple[Page, ...]:
    """Return the Vietnamese kits in the reading order of their scams."""
    scams = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    found = (handbook.pages.get((kit_folder(scam.folder), scam.language.code)) for scam in scams)
    return tuple(page for page in found if page)


def kit_cards(handbook: Handbook, language: Language) -> tuple[KitCard, ...]:
    """Return every kit under the name of its scam, in the reader's language where that exists."""
    found = []
    for page in kit_pages(handbook):
        scam = handbook.served(scam_folder(page.folder), language.code)
        found.append(KitCard(scam.title, page.path_in(language), scam.details.pictogram, scam.language.code))
    return tuple(found)


def message_views(handbook: Handbook, language: Language) -> tuple[MessageView, ...]:
    """Return every message of the bank, kit by kit."""
    found = []
    for page in kit_pages(handbook):
        for number, line in enumerate(kit_of(page).items(MESSAGES), start=1):
            size = size_of(line.text)
            found.append(
                MessageView(
                    id=message_id(page.details.id, number),
                    scam=handbook.pages[scam_folder(page.folder), page.language.code].title,
                    path=page.path_in(language),
                    encoding=size.encoding,
                    units=size.units,
                    parts=size.parts,
                    text=line.text,
                    date=written(page.details.reviewed.isoformat()),
                )
            )
    return tuple(found)
