"""What each kind of page is: one row a kind, read by whoever treats kinds differently."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final, Literal

from camnang.handbook.pages.model import Kind

# When a reader's phone keeps a page unasked: with the first page it opens, in the background after that, or never.
Kept = Literal["first", "next", ""]

WHOLE: Final[tuple[str, ...]] = ()  # spoken as the page stands
LONGEST_AVERAGE: Final = 20.0  # words a sentence; less where somebody reads in distress

REPORT: Final = "bao-tin"
FRAME: Final = "phong-tranh/4-khong-2-phai"
GOLDEN_HOUR: Final = "khan-cap/da-chuyen-tien"
SITUATIONS: Final = "khan-cap"
SCAMS: Final = "thu-doan"
WARNINGS: Final = "canh-bao"
THIS_MONTH: Final = "canh-bao/thang-nay"


@dataclass(frozen=True)
class KindRow:
    """What a kind of page is.

    `folder` is that of its only page, `below` the one whose child folders are its pages. `sections` are its fixed
    heading ids in their order: the act before the reason. `stated` leads begin with a bold statement that stands
    alone. `spoken` names the sections that are read aloud in their spoken order, None where nothing is. `template`
    prints it. `announced` is its place among announcements.
    """

    folder: str | None = None
    below: str | None = None
    template: str = "main.html"
    sections: tuple[str, ...] = ()
    stated: bool = False
    longest_average: float = LONGEST_AVERAGE
    spoken: tuple[str, ...] | None = None
    announced: int = 2
    kept: Kept = ""
    carried: bool = True
    links_terms: bool = False
    lists_children: bool = False
    scanned: bool = False
    followed: bool = False


KINDS: Final[Mapping[Kind, KindRow]] = {
    Kind.HOME: KindRow("", template="home.html", kept="first", followed=True),
    Kind.SITUATIONS: KindRow(SITUATIONS, template="situations.html", kept="first"),
    Kind.SITUATION: KindRow(
        below=SITUATIONS,
        template="situation.html",
        sections=("lam", "noi", "khong", "vi-sao"),
        stated=True,
        longest_average=16.0,
        spoken=("lam", "noi", "khong"),
        announced=0,
        kept="first",
    ),
    Kind.SCAMS: KindRow(SCAMS, template="scams.html", kept="next"),
    # A list of signs without its heading would sound like orders to obey, so signs are spoken last.
    Kind.SCAM: KindRow(
        below=SCAMS,
        template="scam.html",
        sections=("mau", "khong", "hay", "bi-lua", "dau-hieu", "cach-lam", "vu-viec", "nguon"),
        stated=True,
        longest_average=16.0,
        spoken=("khong", "hay", "bi-lua", "dau-hieu"),
        announced=1,
        links_terms=True,
        scanned=True,
    ),
    Kind.KIT: KindRow(template="kit.html"),
    Kind.OUTREACH: KindRow("tuyen-truyen", template="outreach.html"),
    Kind.SMS_BANK: KindRow("tuyen-truyen/sms", template="sms-bank.html"),
    Kind.OFFICE_FILES: KindRow("tai-ve/van-phong", template="office-files.html"),
    Kind.DOWNLOADS: KindRow("tai-ve", template="downloads.html", carried=False),
    Kind.WARNINGS: KindRow(WARNINGS, template="warnings.html", followed=True),
    Kind.WARNING: KindRow(
        below=WARNINGS, template="warning.html", stated=True, spoken=WHOLE, links_terms=True, followed=True
    ),
    Kind.THIS_MONTH: KindRow(THIS_MONTH, template="this-month.html"),
    Kind.QUIZ: KindRow("thu-tai", template="quiz.html"),
    Kind.GLOSSARY: KindRow("giai-nghia", template="glossary.html"),
    Kind.SOURCES: KindRow("gioi-thieu/nguon-tin"),
    Kind.TRANSLATIONS: KindRow("gioi-thieu/ban-dich", template="translations.html"),
    Kind.FEEDBACK: KindRow("y-kien", template="feedback.html"),
    Kind.EMBEDDING: KindRow("gioi-thieu/nhung-canh-bao", template="embedding.html", followed=True),
    Kind.OFFICE: KindRow(template="office.html", links_terms=True, lists_children=True),
    Kind.CALENDAR: KindRow("tuyen-truyen/lich", template="calendar.html", links_terms=True),
    Kind.PLAN: KindRow("phap-luat/ke-hoach-940", template="plan.html", spoken=WHOLE, links_terms=True),
    Kind.PLAIN: KindRow(spoken=WHOLE, links_terms=True, lists_children=True),
}
FOLDER_KINDS: Final = {row.folder: kind for kind, row in KINDS.items() if row.folder is not None}
CHILD_KINDS: Final = {row.below: kind for kind, row in KINDS.items() if row.below is not None}


def kind_of_folder(folder: str) -> Kind:
    """Return the kind of the page in a folder of `docs/`; kits and offices' pages are told otherwise."""
    head, _, rest = folder.partition("/")
    return FOLDER_KINDS.get(folder) or (CHILD_KINDS.get(head, Kind.PLAIN) if rest else Kind.PLAIN)


def scam_page(slug: str) -> str:
    """Return the folder of a scam's page."""
    return f"{SCAMS}/{slug}"


def situation_page(slug: str) -> str:
    """Return the folder of an emergency page."""
    return f"{SITUATIONS}/{slug}"
