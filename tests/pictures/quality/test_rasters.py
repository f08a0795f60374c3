from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image, ImageDraw, ImageFilter

from camnang.made.pictures import Picture
from camnang.pictures.quality.likeness import likeness
from camnang.pictures.quality.rasters import raster_faults, sheet_faults
from tests.pictures.quality.conftest import Draw


def picture() -> Image.Image:
    drawn = Image.new("RGB", (320, 400), "#14234a")
    ImageDraw.Draw(drawn).rectangle((40, 60, 200, 160), fill="#f6b93b")
    return drawn


def saved(drawn: Image.Image, kind: str = "PNG") -> bytes:
    out = BytesIO()
    drawn.save(out, kind)
    return out.getvalue()


def row(width: int = 320, height: int = 400) -> Picture:
    names = dict.fromkeys(("path", "page", "language", "format", "sha256", "reviewed", "fingerprint"), "")
    return Picture(**names, role="main", pages=1, width=width, height=height, bytes=0)


def test_a_sound_picture_has_no_faults() -> None:
    assert list(raster_faults("a.png", row(), saved(picture()))) == []
    assert list(raster_faults("a.webp", row(), saved(picture(), "WEBP"))) == []


@pytest.mark.parametrize(
    ("path", "content", "told"),
    [
        ("a.png", saved(picture())[:-200], "không mở được ảnh"),
        ("a.png", b"", "không mở được ảnh"),
        ("a.png", saved(picture(), "WEBP"), "ảnh kiểu WEBP"),
        ("a.png", saved(picture().resize((319, 400))), "319 × 400 px"),
    ],
)
def test_spoilt_pictures_are_told(path: str, content: bytes, told: str) -> None:
    found = [fault.found for fault in raster_faults(path, row(), content)]
    assert len(found) == 1, found
    assert told in found[0], found


def test_a_picture_of_another_sheet_is_told(sheet: Draw) -> None:
    size = round(200 / 25.4 * 72), round(100 / 25.4 * 72)
    pdf = sheet("#place(rect(width: 80mm, height: 80mm, fill: black))").pdf
    black = Image.new("RGB", size, "white")
    ImageDraw.Draw(black).rectangle((28, 28, 255, 255), fill="black")
    assert list(sheet_faults("a.png", saved(black), pdf)) == []
    assert [
        "khác với trang" in each.found for each in sheet_faults("a.png", saved(Image.new("RGB", size, "white")), pdf)
    ] == [True]


def test_smoothed_edges_look_alike() -> None:
    assert likeness(picture(), picture().filter(ImageFilter.GaussianBlur(0.8))).alike
    assert likeness(picture(), picture().resize((319, 399))).alike


def moved() -> Image.Image:
    drawn = Image.new("RGB", (320, 400), "#14234a")
    ImageDraw.Draw(drawn).rectangle((48, 60, 208, 160), fill="#f6b93b")
    return drawn


@pytest.mark.parametrize(
    "other",
    [moved(), picture().rotate(180), Image.eval(picture(), lambda x: min(255, x + 25)), picture().resize((320, 300))],
)
def test_a_change_of_look_is_seen(other: Image.Image) -> None:
    found = likeness(picture(), other)
    assert not found.alike, found
