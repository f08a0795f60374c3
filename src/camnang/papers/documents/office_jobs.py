"""Which office files the site offers: Word files of pages and kits, the bank of messages, the year of posts."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from camnang.files.shaping import hash_of, shaped_by
from camnang.handbook.facts.offices import Office
from camnang.handbook.facts.provincial_plan import ProvincialPlan
from camnang.handbook.facts.reporting import FILE as REPORTING
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.sms_rows import SmsRow, sms_rows
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import approval_notice, notices
from camnang.handbook.project import Project, Settings
from camnang.made.office_files import OfficeUse
from camnang.made.register import Key
from camnang.made.site_paths import (
    CALENDAR_FOLDER,
    CALENDAR_ICS,
    CALENDAR_XLSX,
    OFFICE_TEXTS_FOLDER,
    REPORT_FOLDER,
    REPORT_FORM,
    REPORT_OUTLINE,
    SMS_FOLDER,
)
from camnang.papers.posting_calendar.entries import entries
from camnang.papers.reports.units import FILE as UNITS

WORD_MAKER = "camnang.papers.office.word_page"
OWN_WORK, PLAN_WORK = "[VIỆC CỦA NGÀNH]", "[VIỆC KẾ HOẠCH GIAO]"
REPORT_NAMES = {REPORT_FORM: "Mẫu báo cáo, điền bằng Excel", REPORT_OUTLINE: "Đề cương báo cáo"}
SMS_NAME = "Kho tin nhắn"


@dataclass(frozen=True)
class OfficeJob:
    """A file to make; `path` from the site's root, `folder` of the page that offers it.

    `inputs` is all that is said in it, `maker` the module whose programs write it.
    """

    path: str
    name: str
    use: OfficeUse
    folder: str
    language: str
    reviewed: str
    inputs: str
    maker: str
    make: Callable[[], bytes]

    @property
    def key(self) -> Key:
        """Its path: every office file is one file."""
        return (self.path,)

    @property
    def fingerprint(self) -> str:
        """A hash over all that shapes the file."""
        return hash_of(shaped_by(self.maker), self.path, self.name, self.reviewed, self.inputs)


def page_file(page: Page) -> str:
    """Return the name of a page's Word file; that of a kit says which scam it is about."""
    stem = page.folder.rpartition("/")[2]
    about = f"-{page.details.id}" if page.kind is Kind.KIT else ""
    return f"{stem}{about}{page.language.suffix}.docx"


def said_in(page: Page, handbook: Handbook, settings: Settings) -> str:
    """Return all that a page's Word file says: the page, its sources, the words and notices at its foot."""
    sources = [handbook.facts.sources[name] for name in page.details.sources]
    words = handbook.facts.words[handbook.facts.original.code]
    said = (page, sources, words["campaign"], words["sources"], notices(page, handbook.facts, settings))
    return repr(said)


# Which files there are is asked at each run. What writes them (python-docx, openpyxl, icalendar) takes a second to
# import, and so each way to make one does that itself.


def word_file(
    page: Page, handbook: Handbook, settings: Settings, filled: Mapping[str, tuple[str, ...]] | None = None
) -> bytes:
    """Return a page as DOCX, with an office's words in place of blanks."""
    from camnang.papers.office.word_page import word_page  # noqa: PLC0415

    return word_page(page, handbook, settings, filled)


def sms_file(ending: str, rows: tuple[SmsRow, ...]) -> bytes:
    """Return the bank of messages as CSV or XLSX."""
    from camnang.papers.documents.sms_bank import csv_bytes, xlsx_bytes  # noqa: PLC0415

    return {"csv": csv_bytes, "xlsx": xlsx_bytes}[ending](rows)


def year_file(path: str, handbook: Handbook, settings: Settings) -> bytes:
    """Return the year of posts as ICS or XLSX."""
    from camnang.papers.posting_calendar.files import calendar_file  # noqa: PLC0415

    return calendar_file(path, handbook, settings)


def form_file(root: Path, name: str) -> bytes:
    """Return the form or the outline."""
    from camnang.papers.reports.form_files import form_files  # noqa: PLC0415

    return form_files(root)[name]


def page_jobs(project: Project, handbook: Handbook, settings: Settings) -> Iterator[OfficeJob]:
    """Yield a Word file for each kit and each page that is a document."""
    for page in handbook.pages.values():
        if page.kind is Kind.KIT or page.details.document:
            yield OfficeJob(
                path=page.path + page_file(page),
                name=page.title,
                use="loi-noi" if page.kind is Kind.KIT else "van-ban",
                folder=page.folder,
                language=page.language.code,
                reviewed=page.details.reviewed.isoformat(),
                inputs=said_in(page, handbook, settings),
                maker=WORD_MAKER,
                make=partial(word_file, page, handbook, settings),
            )


def filled_for(office: Office, plan: ProvincialPlan) -> dict[str, tuple[str, ...]]:
    """Return what an office's sample documents have in place of blanks: the plan's tasks, and its own acts."""
    tasks = tuple(f"{task.task} (mục {task.section})" for task in plan.tasks_of(office.id))
    return {OWN_WORK: tuple(act.do for act in office.acts), PLAN_WORK: tasks}


def template_jobs(project: Project, handbook: Handbook, settings: Settings) -> Iterator[OfficeJob]:
    """Yield each sample document for each office, with what the office does in it."""
    for office in handbook.facts.offices:
        filled = filled_for(office, handbook.facts.plan)
        for page in handbook.below(OFFICE_TEXTS_FOLDER, handbook.facts.original.code):
            yield OfficeJob(
                path=f"{office.folder}/{page.details.id}-{office.id}.docx",
                name=f"{page.title} ({office.title})",
                use="van-ban",
                folder=office.folder,
                language=page.language.code,
                reviewed=page.details.reviewed.isoformat(),
                inputs=f"{said_in(page, handbook, settings)}\0{filled!r}",
                maker=WORD_MAKER,
                make=partial(word_file, page, handbook, settings, filled),
            )


def sms_jobs(project: Project, handbook: Handbook, settings: Settings) -> Iterator[OfficeJob]:
    """Yield the bank of messages as CSV and as XLSX; nothing where no kit is."""
    rows: tuple[SmsRow, ...] = tuple(
        sms_rows(checked_kits(project.root, handbook), approval_notice(handbook.facts, settings))
    )
    for ending in ("csv", "xlsx") if rows else ():
        yield OfficeJob(
            path=f"{SMS_FOLDER}/tin-nhan.{ending}",
            name=SMS_NAME,
            use="tin-nhan",
            folder=SMS_FOLDER,
            language=handbook.facts.original.code,
            reviewed=max(row.reviewed for row in rows),
            inputs=repr(rows),
            maker="camnang.papers.documents.sms_bank",
            make=partial(sms_file, ending, rows),
        )


def calendar_jobs(handbook: Handbook, settings: Settings) -> Iterator[OfficeJob]:
    """Yield the year of posts for telephones and to fill in; nothing while there is no calendar."""
    listed, facts = entries(handbook), handbook.facts
    words = facts.words[facts.original.code]
    for path, name in (
        {CALENDAR_ICS: "calendar_for_phone", CALENDAR_XLSX: "calendar_for_excel"}.items() if listed else ()
    ):
        yield OfficeJob(
            path=path,
            name=words[name],
            use="lich",
            folder=CALENDAR_FOLDER,
            language=facts.original.code,
            reviewed=facts.calendar.stamp.isoformat(),
            inputs=f"{listed!r}\0{settings.site_url}\0{approval_notice(facts, settings)}\0{words.original!r}",
            maker="camnang.papers.posting_calendar.files",
            make=partial(year_file, path, handbook, settings),
        )


def report_jobs(project: Project, handbook: Handbook, settings: Settings) -> Iterator[OfficeJob]:
    """Yield the form and the outline of the report; nothing while no page offers them."""
    page = handbook.pages.get((REPORT_FOLDER, handbook.facts.original.code))
    if page is None:
        return
    shape = "\0".join(project.text(file) for file in (REPORTING, UNITS))
    for name, title in REPORT_NAMES.items():
        yield OfficeJob(
            path=f"{REPORT_FOLDER}/{name}",
            name=title,
            use="bieu-mau",
            folder=REPORT_FOLDER,
            language=page.language.code,
            reviewed=page.details.reviewed.isoformat(),
            inputs=f"{shape}\0{handbook.facts.languages!r}\0{approval_notice(handbook.facts, settings)}",
            maker="camnang.papers.reports.form_files",
            make=partial(form_file, project.root, name),
        )


def office_jobs(project: Project, handbook: Handbook, settings: Settings) -> tuple[OfficeJob, ...]:
    """Return every office file of the site; raise `FaultsError` when a kit is wrong."""
    return (
        *page_jobs(project, handbook, settings),
        *template_jobs(project, handbook, settings),
        *sms_jobs(project, handbook, settings),
        *calendar_jobs(handbook, settings),
        *report_jobs(project, handbook, settings),
    )
