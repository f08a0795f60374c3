from __future__ import annotations

import os
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from camnang.papers.reports.container import safe_package
from camnang.papers.reports.returned import read_file
from tests.libreoffice import converted
from tests.papers.reports.returned_forms import asked, blank, form


def test_a_good_form_passes_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(blank())
    package = safe_package(tmp_path / "a.xlsx", "a.xlsx")
    with zipfile.ZipFile(BytesIO(blank())) as archive:
        expected = {name.lower(): archive.read(name) for name in archive.namelist()}
    assert (package.kind, package.main, dict(package.parts)) == ("xlsx", "xl/workbook.xml", expected)


def test_a_file_that_the_machine_cannot_open_is_told_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").symlink_to(tmp_path / "gone.xlsx")
    read = read_file(tmp_path / "a.xlsx", asked())
    assert [finding.found for finding in read.findings] == ["máy không mở được tệp (No such file or directory)"]


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no pipes among its files")
def test_a_pipe_is_told_and_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "a.xlsx")
    found = [finding.found for finding in read_file(tmp_path / "a.xlsx", asked()).findings]
    assert found == ["không phải một tệp (thiết bị, đường ống)"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_file_is_told_or_read_and_never_stops_the_run(tmp_path: Path, data: st.DataObject) -> None:
    content = bytearray(blank())
    for _ in range(data.draw(st.integers(1, 20))):
        content[data.draw(st.integers(0, len(content) - 1))] = data.draw(st.integers(0, 255))
    (tmp_path / "a.xlsx").write_bytes(content[: data.draw(st.integers(1, len(content)))])
    read = read_file(tmp_path / "a.xlsx", asked())
    assert read.findings, "the form is empty, so something must be told"


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=400))
def test_any_bytes_are_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"PK\x03\x04" + content)
    assert len(read_file(tmp_path / "a.xlsx", asked()).findings) == 1


def test_a_form_that_libreoffice_saved_is_read_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(form("Xã Bảo Lâm", {"E2": "Có", "E3": "Đọc loa ở chợ."}))
    before = read_file(tmp_path / "a.xlsx", asked())
    after = read_file(converted(tmp_path / "a.xlsx", "xlsx:Calc MS Excel 2007 XML"), asked())
    assert (after.findings, after.unit, after.sent) == ((), before.unit, before.sent)
    assert after.answers == before.answers
