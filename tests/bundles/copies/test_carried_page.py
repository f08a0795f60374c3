from __future__ import annotations

import pytest

from camnang.bundles.copies.carried_page import Folder, address_of, carried_page

HERE, FILE = "tyz/thu-doan/goi-la/", "thu-doan/goi-la/index.html"
FOLDER = Folder(
    files={
        "tyz/": "index.html",
        "tyz/bao-tin/": "bao-tin/index.html",
        "assets/handbook.js": "assets/handbook.js",
        "tai-ve/goi-la/goi-la-anh-doc.tyz.png": "hinh/goi-la-anh-doc.tyz.webp",
        "search/tyz.json": "search/index.js",
    },
    sizes={"hinh/goi-la-anh-doc.tyz.webp": 63_400},
    scripts=("assets/file-search.js",),
)


def made(body: str, head: str = "") -> str:
    page = f"<!doctype html><html><head><title>x</title>{head}</head><body><main>{body}</main></body></html>"
    return carried_page(page, HERE, FILE, FOLDER).decode()


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("../../bao-tin/", "tyz/bao-tin/"),
        ("../../bao-tin/index.html#a", "tyz/bao-tin/"),
        ("../../../assets/handbook.js?v=1", "assets/handbook.js"),
        (".", HERE),
        ("../..", "tyz/"),
        ("#mau", None),
        ("tel:113", None),
        ("https://x.example/", None),
    ],
)
def test_a_reference_means_an_address_of_the_site(reference: str, address: str | None) -> None:
    assert address_of(HERE, reference) == address


def test_links_end_in_a_file_and_keep_their_place_on_the_page() -> None:
    page = made('<a href="../../bao-tin/#goi">Báo</a> <a href="#mau">Mẫu</a> <a href="tel:113">113</a>')
    assert 'href="../../bao-tin/index.html#goi"' in page
    assert 'href="#mau"' in page
    assert 'href="tel:113"' in page


def test_search_is_told_where_its_scripts_are() -> None:
    page = made('<form data-root="../../.." data-index="../../../search/tyz.json" data-found="{n} trang"></form>')
    assert 'data-root="../.." data-index="../../search/index.js" data-found="{n} trang"' in page


def test_a_light_picture_stands_in_for_a_heavy_one_and_says_so() -> None:
    page = made(
        '<ul><li><a class="file" href="../../../tai-ve/goi-la/goi-la-anh-doc.tyz.png">'
        "<small>PNG · 84 KB</small></a></li></ul>"
    )
    assert 'href="../../hinh/goi-la-anh-doc.tyz.webp"' in page
    assert "<small>WEBP · 63 KB</small>" in page


def test_what_is_not_carried_goes_with_its_list_and_heading() -> None:
    page = made(
        "<section><h2>In và gửi</h2><h3>Để treo</h3><ul><li>"
        '<a class="f" href="../../../tai-ve/a.pdf">A3</a></li></ul>'
        '<h3>Gửi</h3><ul><li><a class="f" href="../../bao-tin/">x</a></li></ul></section>'
        '<section><h2>Chỉ có tệp</h2><ul><li><a class="f" href="../../../tai-ve/b.pdf">B</a></li></ul></section>'
    )
    assert "Để treo" not in page
    assert "Chỉ có tệp" not in page
    assert "<h2>In và gửi</h2><h3>Gửi</h3>" in page


def test_words_of_a_sentence_stay_without_their_link() -> None:
    page = made('<p>Xem <a href="../../../thu-doan/x/">bản tiếng Việt</a> nhé.</p>')
    assert "<p>Xem bản tiếng Việt nhé.</p>" in page


def test_what_only_a_site_has_is_gone() -> None:
    head = (
        '<meta http-equiv="Content-Security-Policy" content="default-src self">'
        '<link rel="canonical" href="https://x.example/"><link rel="manifest" href="../../manifest.webmanifest">'
        '<script src="../../../assets/handbook.js?v=1" defer></script>'
        '<script src="../../../assets/offline.js?v=1" data-worker="../../../sw.js" async></script>'
    )
    page = made('<nav class="language-switch"><a href="../../../">Việt</a></nav><p>Chữ</p>', head)
    for gone in ("Content-Security", "canonical", "manifest", "offline.js", "language-switch", "?v="):
        assert gone not in page, f"{gone} is still there"
    first, second = page.index("assets/file-search.js"), page.index("assets/handbook.js")
    assert first < second, "what stands in for fetch must come before the script that calls it"
