from __future__ import annotations

import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

import docx
import openpyxl
import pikepdf
import pypdf
import pytest

from camnang.files.faults import FaultsError
from camnang.papers.reports.gathering import Gathered, gather
from camnang.papers.reports.merging import asked_for, merged_files
from camnang.papers.reports.provincial_workbook import (
    ALL_TAB,
    LATE_TAB,
    MISSING_TAB,
    REPAIR_TAB,
    STORIES_TAB,
    TWICE_TAB,
)
from camnang.papers.reports.summary import key_figures
from camnang.pictures.quality.pdf_ua import findings
from tests.papers.reports.returned_forms import ROOT, asked, form, units
from tests.papers.reports.spoilt_forms import LINK

STORY = "Chị em đọc loa bằng tiếng Tày ở chợ phiên."
WORKBOOK, WORD, PDF = "tong-hop-2026-nam.xlsx", "tom-tat-2026-nam.docx", "tom-tat-2026-nam.pdf"


@pytest.fixture(scope="module")
def gathered(tmp_path_factory: pytest.TempPathFactory) -> Gathered:
    folder = tmp_path_factory.mktemp("in")
    (folder / "bao-lam.xlsx").write_bytes(form("Xã Bảo Lâm", {"E2": "Có", "E3": STORY}))
    (folder / "ly-bon.xlsx").write_bytes(form("Xã Lý Bôn", {"A4": "7/12/2026"}))
    (folder / "=1+1.xlsx").write_bytes(form("Xã Cô Ba", {"E2": "Có", "E3": LINK}))
    for name in ("a.xlsx", "b.xlsx"):
        (folder / name).write_bytes(form("Xã Hạ Lang"))
    return gather(folder, asked())


@pytest.fixture(scope="module")
def files(gathered: Gathered) -> dict[str, bytes]:
    return merged_files(gathered, ROOT)


@cache
def opened(content: bytes) -> openpyxl.Workbook:
    return openpyxl.load_workbook(BytesIO(content))


def rows(files: dict[str, bytes], tab: str) -> list[tuple[object, ...]]:
    return list(opened(files[WORKBOOK])[tab].iter_rows(min_row=2, values_only=True))


def test_the_same_returns_give_the_same_bytes(gathered: Gathered, files: dict[str, bytes]) -> None:
    again = merged_files(gathered, ROOT)
    assert {name for name in files if files[name] != again[name]} == set()
    assert set(files) == {WORKBOOK, WORD, PDF}


def test_the_workbook_has_a_row_a_unit_and_totals_above(files: dict[str, bytes]) -> None:
    total, *others = rows(files, ALL_TAB)
    assert total[:3] == ("Cộng", f"3/{len(units())} đơn vị", 30)
    assert [row[0] for row in others] == [unit.full_name for unit in units()]
    states = {row[0]: row[1:3] for row in others}
    assert states["Xã Bảo Lâm"] == ("Đã nhận", 10)
    assert states["Xã Lý Bôn"] == ("Đã nhận, nộp muộn", 10)
    assert states["Xã Cô Ba"] == ("Phải sửa", None)
    assert states["Công an tỉnh"] == ("Chưa nộp", None)


def test_the_lists_say_who_is_missing_late_and_double(files: dict[str, bytes]) -> None:
    assert len(rows(files, MISSING_TAB)) == len(units()) - 4
    assert rows(files, LATE_TAB) == [("Xã Lý Bôn", "07/12/2026", 3, "ly-bon.xlsx")]
    assert rows(files, TWICE_TAB) == [("Xã Hạ Lang", "a.xlsx\nb.xlsx", "tính a.xlsx")]
    assert rows(files, STORIES_TAB) == [("Xã Bảo Lâm", STORY)]


def test_every_fault_is_listed_with_sheet_and_cell(files: dict[str, bytes]) -> None:
    first, *_ = rows(files, REPAIR_TAB)
    assert first[:5] == ("=1+1.xlsx", "Báo cáo", "D28", "Không nhận", f"công thức «{LINK}»")
    assert len(rows(files, REPAIR_TAB)) == 3


def test_nothing_from_outside_becomes_a_formula_or_a_link(files: dict[str, bytes]) -> None:
    book = opened(files[WORKBOOK])
    assert [cell.coordinate for tab in book for row in tab.iter_rows() for cell in row if cell.data_type == "f"] == []
    with zipfile.ZipFile(BytesIO(files[WORKBOOK])) as package:
        linking = [name for name in package.namelist() if b"<hyperlink" in package.read(name)]
    assert linking == []


def test_the_summary_is_tagged_text_that_a_reader_hears(files: dict[str, bytes]) -> None:
    text = "\n".join(page.extract_text() for page in pypdf.PdfReader(BytesIO(files[PDF])).pages)
    for said in ("Cả năm 2026", f"Số dưới đây cộng từ 3 trên {len(units())} đơn vị.", "Xã Cô Ba", STORY, "Dự thảo"):
        assert said in text.replace("\n", " "), f"{said!r} is not in {text!r}"
    assert list(findings(files[PDF])) == []


def test_the_summary_says_which_share_of_schools_took_part(gathered: Gathered) -> None:
    figures = dict(key_figures(gathered))
    assert figures["– trường đã có giờ ngoại khoá, lồng ghép"] == "12 trường (80%)"
    assert figures["– xe đã có lời nhắc khách"] == "9 xe (100%)"
    assert figures["– điểm đã cảnh báo khách"] == "0 điểm", "no share of nothing"


def test_every_chart_is_told_in_words(files: dict[str, bytes]) -> None:
    with pikepdf.open(BytesIO(files[PDF])) as pdf:
        in_pdf = {str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each}
    document = docx.Document(BytesIO(files[WORD]))
    in_word = {shape._inline.docPr.get("descr") for shape in document.inline_shapes}
    expected = {
        f"Báo cáo của các đơn vị: đúng hạn 2, nộp muộn 1, phải sửa 1, chưa nộp {len(units()) - 4}.",
        "Số buổi nói chuyện theo nơi: Xóm, tổ dân phố: 18; Trường học: 9; Chợ phiên, cơ quan, nơi khác: 3.",
    }
    assert expected <= in_pdf
    assert expected <= in_word
    assert len(in_pdf) == len(in_word) == 3


def test_an_empty_folder_gives_a_summary_of_nothing(tmp_path: Path) -> None:
    files = merged_files(gather(tmp_path, asked()), ROOT)
    text = pypdf.PdfReader(BytesIO(files[PDF])).pages[0].extract_text()
    assert f"0 trên {len(units())} đơn vị" in text


@pytest.mark.parametrize("name", ["2026", "nam-2026", "2026-quy1", "1999-nam", "２０２６-nam", ""])
def test_an_unknown_period_is_a_fault(name: str) -> None:
    with pytest.raises(FaultsError) as raised:
        asked_for(ROOT, name)
    assert [fault.found for fault in raised.value.faults] == [f"không có kỳ «{name}»"]


def test_a_known_period_has_its_deadline() -> None:
    assert asked_for(ROOT, "2027-6thang").deadline.isoformat() == "2027-06-05"
