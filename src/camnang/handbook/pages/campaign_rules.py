"""Rules between the campaign's data and the pages: offices, their scams and sources, the year of posts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts import campaign_calendar, offices
from camnang.handbook.facts.offices import ROOM, Office
from camnang.handbook.pages.model import Handbook, Kind, Page, parent

PLAN = "P01"  # the source that every office's task rests on
# The section with which a page of the room shows that it is an office's.
TASKS_SECTION = "viec-ngay"
LEAST_MONTHS = {1: 2, 2: 1, 3: 1}  # by tier: in how many months of a year a scam is spoken of


def office_pages(handbook: Handbook) -> dict[str, Page]:
    """Return the Vietnamese pages that are an office's by what they say, by folder."""
    found = (page for page in handbook.originals if parent(page.folder) == ROOM)
    return {page.folder: page for page in found if TASKS_SECTION in page.sections}


def page_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every office has its page, and every page of an office is in the data."""
    pages = office_pages(handbook)
    listed = {office.folder: office for office in handbook.facts.offices}
    for folder in sorted(listed.keys() - pages.keys()):
        expected = f"docs/{folder}/index.md có mục {{#{TASKS_SECTION}}}"
        yield Fault(
            path=offices.FILE,
            rule="co-quan-lech-trang",
            found=f"cơ quan «{listed[folder].id}» chưa có trang",
            expected=expected,
            repair="viết trang ấy",
        )
    for folder in sorted(pages.keys() - listed.keys()):
        expected = f"một mục «id: {pages[folder].details.id}» trong {offices.FILE}"
        yield Fault(
            path=pages[folder].file,
            rule="co-quan-lech-trang",
            found="trang cơ quan không có trong dữ liệu",
            expected=expected,
            repair="thêm mục ấy",
        )


def office_names(handbook: Handbook, office: Office) -> Iterator[tuple[str, str, bool]]:
    """Yield each name that an office gives, with its field and whether it exists."""
    scams = {page.details.id for page in handbook.of_kind(Kind.SCAM, handbook.facts.original.code)}
    places = {place.id for place in handbook.facts.places}
    decks = {deck.id for deck in handbook.facts.decks}
    yield "place", office.place, office.place in places
    yield from (("decks", name, name in decks) for name in office.decks)
    yield from (("scams", name, name in scams) for name in office.scams)


def office_faults(handbook: Handbook) -> Iterator[Fault]:
    """What an office names exists, and its page lists the sources of its names."""
    pages = office_pages(handbook)
    for office in handbook.facts.offices:
        for field, name, exists in office_names(handbook, office):
            if not exists:
                expected = "nơi, bộ trình chiếu, thủ đoạn có thật"
                yield Fault(
                    path=offices.FILE,
                    rule="khong-co-ten-nay",
                    found=f"{office.id}, {field}: «{name}»",
                    expected=expected,
                    repair="sửa tên, hoặc bỏ tên ấy",
                )
        if office.folder in pages:
            named = {PLAN, *(source for name in office.names for source in name.sources)}
            yield from unlisted_sources(pages[office.folder], named, offices.FILE, handbook)


def unlisted_sources(page: Page, named: Iterable[str], path: str, handbook: Handbook) -> Iterator[Fault]:
    """Every source that the data name exists, and the page that shows them lists it."""
    for name in sorted(named):
        if name not in handbook.facts.sources:
            yield Fault(
                path=path,
                rule="khong-co-nguon",
                found=f"nguồn «{name}»",
                expected="một mã có trong data/sources.yml",
                repair="sửa mã, hoặc thêm nguồn",
            )
        elif name not in page.details.sources:
            expected = f"«sources» của trang có đủ nguồn mà {path} nêu"
            yield Fault(
                path=page.file,
                rule="nguon-chua-ke",
                found=f"thiếu nguồn «{name}»",
                expected=expected,
                repair=f"thêm {name} vào dòng «sources»",
            )


def calendar_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every scam comes as often as its tier asks, and nothing else; the calendar's page lists the sources."""
    calendar, original = handbook.facts.calendar, handbook.facts.original.code
    if not calendar.themes:
        return
    months = Counter(reason.scam for theme in calendar.themes for reason in theme.scams)
    tiers = {page.details.id: page.details.tier for page in handbook.of_kind(Kind.SCAM, original)}
    for name in sorted(months.keys() - tiers.keys()):
        expected = "tên thư mục của một trang trong docs/thu-doan"
        yield Fault(
            path=campaign_calendar.FILE,
            rule="khong-co-thu-doan",
            found=f"thủ đoạn «{name}»",
            expected=expected,
            repair="sửa tên, hoặc viết trang ấy",
        )
    for name, tier in sorted(tiers.items()):
        if months[name] < LEAST_MONTHS[tier]:
            expected = f"ít nhất {LEAST_MONTHS[tier]} tháng, vì là bậc {tier}"
            yield Fault(
                path=campaign_calendar.FILE,
                rule="bo-sot-thu-doan",
                found=f"«{name}» có {months[name]} tháng",
                expected=expected,
                repair="thêm vào một tháng",
            )
    for page in handbook.of_kind(Kind.CALENDAR, original):
        yield from unlisted_sources(page, calendar.sources, campaign_calendar.FILE, handbook)


def campaign_faults(handbook: Handbook) -> Iterator[Fault]:
    """All faults of the campaign."""
    yield from page_faults(handbook)
    yield from office_faults(handbook)
    yield from calendar_faults(handbook)
