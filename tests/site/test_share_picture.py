from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.made.offer import Offer
from camnang.made.pictures import Picture
from camnang.site.share_picture import FORMAT, share_picture

SCAM = "thu-doan/goi-la"


def drawn(page: str, language: str, form: str = FORMAT) -> Picture:
    suffix = "" if language == "vi" else f".{language}"
    return Picture(
        path=f"{page}/{page}-{form}{suffix}.png",
        page=page,
        language=language,
        format=form,
        role="main",
        pages=1,
        width=1200,
        height=630,
        bytes=1,
        sha256="",
        reviewed="2026-11-24",
        fingerprint="",
    )


@pytest.fixture
def settings(shared_project: Project) -> Settings:
    return replace(read_settings(shared_project), site_url="https://cam-nang.example")


def test_a_scam_shows_its_own_picture(handbook: Handbook, settings: Settings) -> None:
    pictures = [drawn("trang-chu", "vi"), drawn("goi-la", "vi"), drawn("goi-la", "tyz")]
    for code, url in (("vi", "goi-la-anh-lien-ket.png"), ("tyz", "goi-la-anh-lien-ket.tyz.png")):
        found = share_picture(handbook.pages[SCAM, code], handbook, settings, Offer(tuple(pictures)))
        assert found is not None
        assert found.url == f"https://cam-nang.example/tai-ve/goi-la/{url}"
        assert (found.width, found.height) == (1200, 630)
    assert found is not None
    assert found.alt == "Cần róa chả công an. Công an bấu roọng video, bấu tỏi au chèn."


def test_a_page_without_a_picture_shows_the_campaigns(handbook: Handbook, settings: Settings) -> None:
    page = handbook.pages["khan-cap/dang-bi-goi", "vi"]
    found = share_picture(page, handbook, settings, Offer((drawn("trang-chu", "vi"),)))
    assert found is not None
    assert found.url == "https://cam-nang.example/tai-ve/trang-chu/trang-chu-anh-lien-ket.png"
    assert "Tắt máy. Hỏi người nhà. Đến công an xã." in found.alt, found.alt


def test_a_translation_without_a_picture_shows_the_vietnamese_one(handbook: Handbook, settings: Settings) -> None:
    found = share_picture(handbook.pages[SCAM, "tyz"], handbook, settings, Offer((drawn("trang-chu", "vi"),)))
    assert found is not None
    assert found.url.endswith("trang-chu-anh-lien-ket.png"), found.url


def test_nothing_is_claimed_without_an_address_or_without_a_picture(
    handbook: Handbook, settings: Settings, shared_project: Project
) -> None:
    page, pictures = handbook.pages[SCAM, "vi"], [drawn("goi-la", "vi")]
    assert share_picture(page, handbook, read_settings(shared_project), Offer(tuple(pictures))) is None
    assert share_picture(page, handbook, settings, Offer()) is None
    assert share_picture(page, handbook, settings, Offer((drawn("goi-la", "vi", "anh-doc"),))) is None
