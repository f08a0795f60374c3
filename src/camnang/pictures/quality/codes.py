"""Whether a QR code leads where it should, read as a telephone reads it (zxing-cpp)."""

from __future__ import annotations

from collections.abc import Iterator

import zxingcpp
from PIL import Image

from camnang.files.faults import Fault
from camnang.pictures.quality.printed_words import leaves_out
from camnang.pictures.quality.rendering import rendered
from camnang.pictures.quality.subject import Subject
from camnang.pictures.sheets.parts import Code
from camnang.pictures.sheets.values import part

REPAIR = "xem site_url trong mkdocs.yml (hoặc biến SITE_URL), rồi vẽ lại"


def read_codes(picture: Image.Image) -> tuple[str, ...]:
    """Return the text of every code in a picture."""
    return tuple(found.text for found in zxingcpp.read_barcodes(picture))


def code_faults(subject: Subject, address: str, pictures: tuple[Image.Image, ...] = ()) -> Iterator[Fault]:
    """Yield a fault when the code is missing, leads elsewhere or should not be there.

    `address` is '' while `site_url` is not set; `pictures` are the pixels to read instead of the PDF's pages.
    """
    seen = pictures or tuple(picture for picture, _ in rendered(subject.pdf))
    found = {text for picture in seen for text in read_codes(picture)}
    printed = part(subject.content, "qr", Code) and not leaves_out(subject.form.layout, "qr")
    wanted = {address} if printed else set()
    if found != wanted:
        told = f"mã QR đọc ra {', '.join(sorted(found))}" if found else "không đọc được mã QR"
        expected = (
            f"mã dẫn tới {address}" if wanted else "không có mã QR (chưa có site_url, hoặc kiểu này không in mã)"
        )
        yield subject.fault(None, rule="ma-qr-hong", found=told, expected=expected, repair=REPAIR)
