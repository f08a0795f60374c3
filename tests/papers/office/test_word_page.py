from __future__ import annotations

from io import BytesIO
from pathlib import Path

import docx
import pytest
from docx.document import Document
from docx.shared import Length, Mm
from pypdf import PdfReader

from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.papers.office.word_blocks import column_widths
from camnang.papers.office.word_page import word_page
from tests.libreoffice import converted

PAGE = """---
id: bai-hoc
reviewed: 2026-11-28
document: true
sources: [X01]
---

# Bài học một tiết

**Mười phút, cả lớp biết thoát.** Làm trong giờ sinh hoạt. Nơi làm: [TÊN CƠ QUAN].

## Các bước {#cac-buoc}

1. **Hỏi.** Người lạ nhắn tin, em làm gì? [X01]
2. **Kể.**
    - Nghe hết.
    - Không mắng.

Rồi nghỉ.

1. Một.
2. Hai.

## Bảng {#bang}

| Thẻ | Đáp án |
| --- | --- |
| Nick xịn | **Lừa** |
| Giấy mời | Thật |
"""


@pytest.fixture
def lesson(project: Project) -> Handbook:
    folder = project.docs / "tuyen-truyen" / "bai-hoc"
    folder.mkdir(parents=True)
    (folder / "index.md").write_text(PAGE, encoding="utf-8")
    return read_handbook(project)


def written(project: Project, handbook: Handbook, filled: dict[str, tuple[str, ...]] | None = None) -> bytes:
    page = handbook.pages["tuyen-truyen/bai-hoc", "vi"]
    return word_page(page, handbook, read_settings(project), filled)


def opened(content: bytes) -> Document:
    return docx.Document(BytesIO(content))


def said(document: Document, style: str) -> list[str]:
    return [each.text for each in document.paragraphs if each.style is not None and each.style.name == style]


def test_a_word_file_says_what_its_page_says(project: Project, lesson: Handbook) -> None:
    document = opened(written(project, lesson))
    assert said(document, "Title") == ["Bài học một tiết"]
    assert said(document, "Heading 2") == ["Các bước", "Bảng", "Nguồn"]
    assert said(document, "List Number") == [
        "Hỏi. Người lạ nhắn tin, em làm gì? [X01]",
        "Kể.",
        "Một.",
        "Hai.",
    ]
    assert said(document, "List Bullet 2") == ["Nghe hết.", "Không mắng."]
    bold = [run.text for each in document.paragraphs for run in each.runs if run.bold]
    assert "Mười phút, cả lớp biết thoát." in bold
    assert "Hỏi." in bold
    (table,) = document.tables
    assert [[cell.text for cell in row.cells] for row in table.rows][1] == ["Nick xịn", "Lừa"]


def in_mm(rows: list[list[str]]) -> list[int]:
    return [round(Length(width).mm) for width in column_widths(rows, Mm(165))]


def test_a_column_of_ticks_is_narrow_and_one_to_fill_in_is_wide() -> None:
    question = "Có ai dặn bác giấu người nhà, giấu quầy không?"
    asked, ticked, _ = in_mm([["Mời bác đánh dấu", "Có", "Không"], [question, "☐", "☐"]])
    assert asked > 5 * ticked, f"question {asked} mm, tick {ticked} mm"
    named, blank = in_mm([["Cần ghi", "Điền vào đây"], ["Số tiền", ""], ["Ngày, giờ", ""]])
    assert blank > 2 * named, f"name {named} mm, blank {blank} mm"


def test_columns_fill_the_width_and_hold_their_longest_word() -> None:
    widths = in_mm(
        [["Tháng", "Chuyện"], ["8", "Giả danh công an, viện kiểm sát, toà án gọi đến nhà bà con trong xóm"]]
    )
    assert sum(widths) in range(164, 167), f"{widths} mm make {sum(widths)}, the text has 165"
    assert widths[0] > 18, f"«Tháng» needs more than 18 mm, has {widths[0]}"


def test_columns_that_have_no_room_still_have_a_width() -> None:
    assert min(in_mm([["Chuyện" * 4] * 6])) > 0


def test_what_is_read_aloud_is_upright(project: Project, lesson: Handbook) -> None:
    style = opened(written(project, lesson)).styles["Intense Quote"]
    assert (style.font.bold, style.font.italic) == (False, False)


def test_each_ordered_list_counts_from_one(project: Project, lesson: Handbook) -> None:
    numbers = [
        each._p.pPr.numPr.numId.val
        for each in opened(written(project, lesson)).paragraphs
        if each.style is not None and each.style.name == "List Number"
    ]
    assert numbers[0] == numbers[1]
    assert numbers[2] == numbers[3]
    assert numbers[1] != numbers[2], f"both lists count on in numbering {numbers[1]}"


def test_blanks_are_filled_in_and_the_foot_says_what_it_is(project: Project, lesson: Handbook) -> None:
    blank, filled = written(project, lesson), written(project, lesson, {"[TÊN CƠ QUAN]": ("Trường A & B",)})
    assert any("[TÊN CƠ QUAN]" in each.text for each in opened(blank).paragraphs)
    assert any("Nơi làm: Trường A & B." in each.text for each in opened(filled).paragraphs)
    foot = opened(filled).sections[0].footer.paragraphs[0].text
    assert "Dự thảo – chờ cơ quan chủ trì phê duyệt" in foot
    assert "28/11/2026" in foot


def test_a_row_with_a_blank_is_there_for_each_of_its_words(project: Project, lesson: Handbook) -> None:
    (table,) = opened(written(project, lesson, {"Nick xịn": ("Quà", "<b>Tiền</b>")})).tables
    assert [row.cells[0].text for row in table.rows] == ["Thẻ", "Quà", "<b>Tiền</b>", "Giấy mời"]
    assert [row.cells[1].text for row in table.rows] == ["Đáp án", "Lừa", "Lừa", "Thật"]


def test_the_same_page_gives_the_same_bytes(project: Project, lesson: Handbook) -> None:
    assert written(project, lesson) == written(project, lesson)


def test_libreoffice_opens_it(project: Project, lesson: Handbook, tmp_path: Path) -> None:
    (tmp_path / "bai-hoc.docx").write_bytes(written(project, lesson))
    text = "\n".join(page.extract_text() for page in PdfReader(converted(tmp_path / "bai-hoc.docx")).pages)
    assert "Mười phút, cả lớp biết thoát." in text
    assert "Nick xịn" in text
