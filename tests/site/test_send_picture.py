from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.pages.model import Handbook
from camnang.made.offer import Offer
from camnang.made.pictures import Picture
from camnang.site.send_picture import send_picture

SCAM, WARNING = "thu-doan/goi-la", "canh-bao/2026-03-09-goi-la"


def picture(
    path: str, form: str = "anh-doc", size: int = 90_400, role: str = "main", language: str = "vi"
) -> Picture:
    return Picture.model_validate(
        {
            "path": f"goi-la/{path}",
            "page": "goi-la",
            "language": language,
            "format": form,
            "role": role,
            "pages": 1,
            "width": 1080,
            "height": 1350,
            "bytes": size,
            "sha256": "",
            "reviewed": "2026-11-24",
            "fingerprint": "",
        }
    )


PNG = picture("a.png", size=210_000)
WEBP = picture("a.webp", role="alternative")
SMALL = picture("a.nho.webp", role="thumbnail", size=9_000)
SQUARE = picture("b.webp", "anh-vuong", role="alternative", size=70_000)
POSTER = picture("c.pdf", "ap-phich-a4", size=50_000)
TAY = picture("a.tyz.webp", role="alternative", language="tyz")


@pytest.mark.parametrize(
    ("drawn", "wanted"),
    [
        ((PNG, WEBP, SMALL, SQUARE, POSTER), ("tai-ve/goi-la/a.webp", "image/webp", 90)),
        ((PNG, SMALL), ("tai-ve/goi-la/a.png", "image/png", 210)),
        ((SMALL, SQUARE, POSTER), ("tai-ve/goi-la/b.webp", "image/webp", 70)),
        ((SMALL, POSTER, TAY), None),
    ],
    ids=["the lightest upright one", "a PNG where there is no WebP", "else the square one", "no thumbnail or poster"],
)
def test_the_picture_for_chats_goes_along(
    handbook: Handbook, drawn: tuple[Picture, ...], wanted: tuple[str, str, int] | None
) -> None:
    found = send_picture(handbook.pages[SCAM, "vi"], handbook, Offer(drawn))
    assert (found and (found.path, found.media_type, found.kilobytes)) == wanted


def test_a_text_goes_with_the_picture_in_its_own_language(handbook: Handbook) -> None:
    found = send_picture(handbook.pages[SCAM, "tyz"], handbook, Offer((WEBP, TAY)))
    assert found is not None
    assert found.path == "tai-ve/goi-la/a.tyz.webp"


def test_a_warning_goes_with_the_picture_of_its_scam(handbook: Handbook) -> None:
    page = handbook.pages[WARNING, "vi"]
    found = send_picture(page, handbook, Offer((WEBP,)))
    assert found is not None
    assert found.path == "tai-ve/goi-la/a.webp"
    assert send_picture(replace(page, details=replace(page.details, scam="")), handbook, Offer((WEBP,))) is None
