from __future__ import annotations

from dataclasses import replace

import segno

from camnang.pictures.quality.codes import code_faults
from camnang.pictures.sheets.parts import Code
from camnang.pictures.sheets.sheet import Poster
from tests.pictures.quality.conftest import Draw
from tests.pictures.quality.made_up import POSTER

CODED = replace(POSTER, qr=Code((), "", ""))
ADDRESS = "https://vi.du.vn/thu-doan/goi-la/"


def code(text: str) -> str:
    """Draw a code as squares of Typst."""
    rows = segno.make(text, error="m", micro=False).matrix
    squares = "".join(
        f"#place(top + left, dx: {x}mm, dy: {y}mm, square(size: 1.02mm, fill: black))"
        for y, row in enumerate(rows)
        for x, module in enumerate(row)
        if module
    )
    return f'#figure(alt: "Mã", box(width: 50mm, height: 50mm, {{ [{squares}] }}))'


def told(sheet: Draw, body: str, content: Poster) -> list[str]:
    return [fault.found for fault in code_faults(sheet(body, content), ADDRESS)]


def test_a_code_to_the_right_address_has_no_faults(sheet: Draw) -> None:
    assert told(sheet, code(ADDRESS), CODED) == []


def test_no_code_without_an_address_has_no_faults(sheet: Draw) -> None:
    assert told(sheet, "Chữ", POSTER) == []


def test_a_code_elsewhere_is_told(sheet: Draw) -> None:
    assert told(sheet, code("https://la.vn/"), CODED) == ["mã QR đọc ra https://la.vn/"]


def test_a_missing_code_is_told(sheet: Draw) -> None:
    assert told(sheet, "Chữ", CODED) == ["không đọc được mã QR"]


def test_a_code_that_should_not_be_there_is_told(sheet: Draw) -> None:
    assert told(sheet, code(ADDRESS), POSTER) == [f"mã QR đọc ra {ADDRESS}"]
