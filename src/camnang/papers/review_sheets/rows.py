"""What a review sheet says, whatever kind of file it is printed in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from camnang.handbook.facts.lexicon import Lexicon
from camnang.handbook.facts.sentence_grades import Grade, SentenceGrade
from camnang.handbook.pages.page_rules import MAX_LEAD_WORDS
from camnang.handbook.pages.rendering import SOURCE_MARK
from camnang.papers.review_sheets.drafts import Draft
from camnang.papers.review_sheets.gloss import Gloss, glosses
from camnang.papers.review_sheets.places import grades_by_unit
from camnang.papers.review_sheets.units import one_line

MISSING: Final = "—"

# The names at the head of the columns, by which they are found again.
ID_COLUMN: Final = "Mã"
NUMBER_COLUMN: Final = "Số"
ORIGINAL_COLUMN: Final = "Tiếng Việt"
DRAFT_COLUMN: Final = "Bản nháp"
GLOSS_COLUMN: Final = "Từng chữ"
CORRECTION_COLUMN: Final = "Sửa lại"
VERDICT_COLUMN: Final = "Đúng/Sai"
PAGE_COLUMN: Final = "Ở trang"
GRADE_COLUMN: Final = "Độ chắc"
ASK_COLUMN: Final = "Nhờ nghe gì"
PRINTED_COLUMNS: Final = (
    NUMBER_COLUMN,
    ORIGINAL_COLUMN,
    DRAFT_COLUMN,
    GLOSS_COLUMN,
    CORRECTION_COLUMN,
    VERDICT_COLUMN,
)
# Of a sheet whose sentences stand on many pages.
SCATTERED_COLUMNS: Final = (
    NUMBER_COLUMN,
    PAGE_COLUMN,
    ORIGINAL_COLUMN,
    DRAFT_COLUMN,
    GRADE_COLUMN,
    ASK_COLUMN,
    CORRECTION_COLUMN,
    VERDICT_COLUMN,
)
GRADE_NAMES: Final[Mapping[Grade | None, str]] = {"low": "thấp", "mid": "vừa", "high": "cao", None: ""}
WORST_FIRST: Final = ("thấp", "vừa", "", "cao")

# The names before the blanks and the marks, by which they are found again.
REVIEWER: Final = "Người duyệt"
COMMUNE: Final = "Xã, phường"
DIALECT: Final = "Nói tiếng vùng nào"
DATE: Final = "Ngày duyệt"
BLANKS: Final = (REVIEWER, COMMUNE, DIALECT, DATE)
PAGE: Final = "Trang"
LANGUAGE: Final = "Mã tiếng"
SOURCE_PIN: Final = "Dấu bản Việt"
DRAFT_PIN: Final = "Dấu bản nháp"

RIGHT: Final = "Đúng"
WRONG: Final = "Sai"


@dataclass(frozen=True)
class Row:
    """One unit as a reviewer sees it; `number` counts from 1 in the order of the page.

    `grade` is how sure the draft is, '' while nobody said; `ask` what to judge; `page` where it stands.
    """

    number: int
    id: str
    original: str
    draft: str
    gloss: tuple[Gloss, ...]
    grade: str = ""
    ask: str = ""
    page: str = ""


@dataclass(frozen=True)
class Sheet:
    """One page of one language, or sentences of many; `title` is the Vietnamese page's."""

    language: str
    code: str
    title: str
    marks: dict[str, str]
    rows: tuple[Row, ...]
    columns: tuple[str, ...] = PRINTED_COLUMNS

    @property
    def heading(self) -> str:
        """What the sheet is, for its title."""
        return f"Phiếu duyệt bản dịch: {self.language}"


def steps(sheet: Sheet) -> tuple[str, ...]:
    """Return what a reviewer does, step by step."""
    kept = "các con số và dấu **" if any("**" in row.draft for row in sheet.rows) else "các con số"
    return (
        f"Đọc to câu ở cột «{DRAFT_COLUMN}».",
        f"Nghe thuận tai: ghi Đ vào cột «{VERDICT_COLUMN}».",
        f"Nghe chưa thuận: viết lại vào cột «{CORRECTION_COLUMN}», rồi ghi S.",
        "Chưa chắc thì để trống, không sao cả.",
        f"Câu nháp ngắn thì sửa cũng ngắn: nhiều nhất {MAX_LEAD_WORDS} chữ.",
        "Không quen viết thì nói, con cháu viết giúp.",
        f"Giữ nguyên {kept}. Nhà mình nói thế nào thì viết thế ấy.",
        "Xong thì ghi tên và ngày vào bảng dưới.",
    )


GLOSS_HINT: Final = f"Cột «{GLOSS_COLUMN}» là nghĩa từng chữ; trong ngoặc là nơi tìm thấy chữ ấy."


def grade_said(row: Row) -> str:
    """Return how sure a draft is and what to judge, as one line; '' while nobody said."""
    return f"{GRADE_COLUMN}: {row.grade}. {row.ask}".strip() if row.grade else ""


def original_of(draft: Draft, name: str) -> str:
    """Return what the Vietnamese page says in a unit, without the marks of its sources."""
    return one_line(SOURCE_MARK.sub("", draft.originals.get(name, MISSING)))


def sheet_of(draft: Draft, lexicon: Lexicon, graded: tuple[SentenceGrade, ...] = ()) -> Sheet:
    """Return the sheet of a draft: its units beside their Vietnamese counterparts, the least sure ones first."""
    code = draft.language.code
    found = grades_by_unit(draft.units, code, graded)
    rows = (
        Row(
            number,
            unit.id,
            original_of(draft, unit.id),
            unit.text,
            glosses(unit.text, code, lexicon),
            GRADE_NAMES[found[unit.id].grade] if unit.id in found else "",
            found[unit.id].note if unit.id in found else "",
        )
        for number, unit in enumerate(draft.units, start=1)
    )
    marks = {PAGE: draft.page, LANGUAGE: code, SOURCE_PIN: draft.source_pin, DRAFT_PIN: draft.pin}
    title = draft.originals.get("title", draft.page)
    listed = tuple(sorted(rows, key=lambda row: WORST_FIRST.index(row.grade)))
    return Sheet(draft.language.description, code, title, marks, listed)
