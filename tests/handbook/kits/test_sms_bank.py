from __future__ import annotations

import csv
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from camnang.handbook.facts.facts import read_facts
from camnang.handbook.kits.sms_rows import sms_rows
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.project import Project, read_settings
from camnang.papers.documents.sms_bank import HEADS, csv_bytes, xlsx_bytes
from camnang.papers.office.cells import safe_cell
from tests.conftest import ROOT
from tests.entry.commands.typed import typed
from tests.handbook.kits.made_up import kits_of


def test_every_message_is_a_row_with_its_size(project: Project) -> None:
    rows = list(sms_rows(kits_of(project), approval_notice(read_facts(project.root), read_settings(project))))
    assert [row.id for row in rows] == ["goi-la-1", "goi-la-2"]
    assert (rows[0].encoding, rows[0].parts) == ("GSM-7", 1)
    assert rows[0].units == len(rows[0].text)
    assert "Dự thảo" in rows[0].approval


def test_csv_and_workbook_say_the_same(project: Project) -> None:
    rows = list(sms_rows(kits_of(project), "Dự thảo"))
    listed = list(csv.reader(StringIO(csv_bytes(rows).decode("utf-8-sig"))))
    sheet = load_workbook(BytesIO(xlsx_bytes(rows))).active
    assert sheet is not None
    shown = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    assert listed == shown
    assert tuple(listed[0]) == HEADS


def test_the_same_messages_give_the_same_bytes(project: Project) -> None:
    rows = list(sms_rows(kits_of(project), "Dự thảo"))
    assert xlsx_bytes(rows) == xlsx_bytes(rows)


@pytest.mark.parametrize("text", ["=HYPERLINK(1)", "+1", "-1", "@x", "\t=1"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


def test_a_file_is_checked_line_by_line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tin.txt"
    file.write_text("Tat may. Goi 113.\n\ndung nghe\n" + "a" * 161 + "\n", encoding="utf-8")
    assert typed(Project(ROOT), "tin-nhan", "soat", str(file)) == 1
    said = capsys.readouterr().out
    assert "tin.txt:1: GSM-7, 17 đơn vị, 1 tin" in said
    assert "«dung» đọc ra" in said
    assert "2 tin cần sửa" in said


def test_a_file_that_is_no_text_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = tmp_path / "tin.txt"
    file.write_bytes(b"\xff\xfe\x00\xd8")
    assert typed(Project(ROOT), "tin-nhan", "soat", str(file)) == 1
    assert "không đọc được" in capsys.readouterr().err
