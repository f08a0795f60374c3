from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest

from camnang.pictures.quality.page_boxes import POINTS_PER_MM, box_faults
from camnang.pictures.quality.subject import Subject
from tests.pictures.quality.conftest import Draw, form
from tests.pictures.quality.made_up import SILENT


def with_boxes(pdf: bytes, **boxes: tuple[float, float, float, float]) -> bytes:
    """Set boxes, in mm."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        for name, edges in boxes.items():
            opened.pages[0].obj[f"/{name}"] = pikepdf.Array([edge * POINTS_PER_MM for edge in edges])
        out = BytesIO()
        opened.save(out)
    return out.getvalue()


def test_a_sheet_of_its_size_has_no_faults(sheet: Draw) -> None:
    assert list(box_faults(sheet("Chữ"))) == []


def test_another_size_is_told_in_millimetres(sheet: Draw) -> None:
    found = list(box_faults(sheet("Chữ", width="210mm")))
    assert [(fault.found, fault.expected[:17]) for fault in found] == [
        ("khổ giấy 200.0 × 100.0 mm", "210.0 × 100.0 mm ")
    ]


def test_the_second_page_is_named(sheet: Draw) -> None:
    found = list(box_faults(sheet("Chữ\n#page(width: 190mm)[Chữ]")))
    assert [fault.found for fault in found] == ["trang 2: khổ giấy 190.0 × 100.0 mm"]


PRESS = {"width": "180mm", "height": "80mm", "edition": "press", "bleed": "3mm"}


@pytest.mark.parametrize(
    ("boxes", "told"),
    [
        ({"TrimBox": (10, 10, 190, 90), "BleedBox": (7, 7, 193, 93)}, []),
        ({"TrimBox": (10, 10, 190, 90)}, ["thiếu /BleedBox"]),
        ({"TrimBox": (10, 10, 190, 90), "BleedBox": (7, 7, 192, 93)}, ["chừa xén bốn cạnh 3.0, 3.0, 2.0, 3.0 mm"]),
        ({"TrimBox": (0, 0, 180, 80), "BleedBox": (-3, -3, 183, 83)}, ["BleedBox ra ngoài MediaBox"]),
        ({"BleedBox": (7, 7, 193, 93)}, ["khổ giấy 200.0 × 100.0 mm", "thiếu /TrimBox"]),
    ],
)
def test_boxes_for_a_printing_house(
    sheet: Draw, boxes: dict[str, tuple[float, float, float, float]], told: list[str]
) -> None:
    subject = Subject("x.pdf", form(**PRESS), SILENT, with_boxes(sheet("Chữ").pdf, **boxes))
    found = [fault.found for fault in box_faults(subject)]
    assert found == told, found
