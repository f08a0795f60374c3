"""Pages and pictures as a browser asks for them while someone edits the handbook."""

from __future__ import annotations

import shutil
import threading
from html import unescape

import pytest
from lxml.html import HtmlElement, fromstring

from camnang.entry.preview import serving
from camnang.entry.preview.serving import PreviewError, serve
from camnang.entry.preview.told_pages import VERSION_PATH, reloading
from camnang.handbook.project import Project
from tests.conftest import SCAM, draw, edit
from tests.entry.preview.conftest import Preview
from tests.site.made_up import build_site

PAGE = "thu-doan/goi-la/"
ABOUT = "docs/gioi-thieu/index.md"
POSTER = "tai-ve/goi-la/goi-la-ap-phich-a4.pdf"
SMALL = "tai-ve/goi-la/goi-la-anh-doc.png"


def page(preview: Preview, path: str) -> HtmlElement:
    return fromstring(preview.text(path))


@pytest.mark.parametrize("path", ["", PAGE, "tyz/", f"tyz/{PAGE}", "tai-ve/", "gioi-thieu/", "nhung/canh-bao-moi/"])
def test_every_page_is_there_at_once_and_looks_for_edits(preview: Preview, path: str) -> None:
    assert VERSION_PATH in preview.text(path)
    assert not preview.project.drawn.exists(), "something was drawn before anybody asked for a picture"


def test_a_previewed_page_is_that_of_the_site_but_for_the_policy_and_the_worker(preview: Preview) -> None:
    build_site(preview.project)
    built = fromstring((preview.project.root / "site" / PAGE / "index.html").read_text(encoding="utf-8"))
    shown = page(preview, PAGE)
    assert shown.xpath("//main")[0].xpath("string(.//h1)") == built.xpath("//main")[0].xpath("string(.//h1)")
    assert shown.xpath("//meta[@http-equiv] | //link[@rel='manifest'] | //script[@data-worker]") == []
    assert [each.get("id") for each in shown.xpath("//section[@id]") if each.get("id") != "tai-ve"] == [
        each.get("id") for each in built.xpath("//section[@id]") if each.get("id") != "tai-ve"
    ]


def test_whatever_a_page_asks_for_is_there(preview: Preview) -> None:
    root = page(preview, PAGE)
    root.make_links_absolute(preview.address + PAGE)
    asked = root.xpath("//link[@rel='stylesheet' or @rel='icon']/@href | //script/@src | //form/@data-index")
    asked += [f"{preview.address}search/vi.json"]
    assert len(asked) > 5, asked
    for address in asked:
        if address.startswith(preview.address):
            status, _, content = preview.get(address.removeprefix(preview.address))
            assert (status, bool(content)) == (200, True), address


def test_an_address_without_its_last_slash_leads_to_the_page(preview: Preview) -> None:
    assert "Người lạ gọi" in preview.text(PAGE.rstrip("/"))
    status, _, content = preview.get("khong-co/")
    assert status == 404
    assert VERSION_PATH in content.decode(), "the page would not come when it is written"


def test_files_are_offered_before_they_are_drawn_and_drawn_when_asked_for(preview: Preview) -> None:
    links = [str(href) for href in page(preview, PAGE).xpath("//section[@id='tai-ve']//a/@href")]
    assert f"../../{POSTER}" in links, links
    status, kind, content = preview.get(POSTER)
    assert (status, kind, content[:5]) == (200, "application/pdf", b"%PDF-")
    assert preview.get(POSTER)[2] == content
    assert not preview.project.drawn.exists(), "a preview writes nothing among the pictures of the site"


def test_a_picture_that_is_drawn_is_served_as_it_lies_and_an_old_one_is_drawn_anew(preview: Preview) -> None:
    draw(preview.project)
    on_disk = (preview.project.drawn / SMALL.removeprefix("tai-ve/")).read_bytes()
    assert preview.get(SMALL)[2] == on_disk
    edit(preview.project, SCAM, "không gọi video, không đòi tiền.**", "không gọi đêm, không đòi tiền.**")
    edited = preview.get(SMALL)[2]
    assert edited[:4] == b"\x89PNG"
    assert edited != on_disk


def test_a_file_that_nobody_draws_is_not_there(preview: Preview) -> None:
    assert preview.get("tai-ve/goi-la/khong-co.pdf")[0] == 404


def test_an_edit_shows_and_is_told_to_whoever_waits(preview: Preview) -> None:
    preview.text("gioi-thieu/")
    version = preview.get(f"{VERSION_PATH}?99")[2]
    told: list[bytes] = []
    waiting = threading.Thread(target=lambda: told.append(preview.get(f"{VERSION_PATH}?{version.decode()}")[2]))
    waiting.start()
    edit(preview.project, ABOUT, "Cẩm nang nhỏ.", "Cẩm nang rất nhỏ.")
    waiting.join(timeout=15)
    assert told, "nobody was told of the edit"
    assert told[0] != version
    assert "Cẩm nang rất nhỏ." in preview.text("gioi-thieu/")


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (ABOUT, "Cẩm nang nhỏ.", "Gọi 114 <b>.", [f"{ABOUT}:7", "số điện thoại 114", "cần: ", "sửa: "]),
        (ABOUT, "../thu-doan/goi-la/index.md", "../khong-co/index.md", [f"{ABOUT}:11", "../khong-co/index.md"]),
        ("data/sightings.yml", "scams: [goi-la]", "scams: [khong-co]", ["data/sightings.yml", "khong-co"]),
        ("mkdocs.yml", "plugins:", "plugins: [", ["mkdocs.yml"]),
        ("overrides/main.html", "{% block main %}", "{% block main %}{{ khong.co.gi }}", ["khong"]),
        ("overrides/main.html", "{% block main %}", "{% block main", ["TemplateSyntaxError"]),
    ],
    ids=["phone", "link", "between files", "settings", "a name in a template", "a template"],
)
def test_a_fault_is_shown_as_a_page_and_goes_when_it_is_mended(
    preview: Preview, file: str, old: str, new: str, said: list[str]
) -> None:
    before = preview.text("gioi-thieu/")
    edit(preview.project, file, old, new)
    status, kind, content = preview.get("gioi-thieu/")
    assert (status, kind) == (500, "text/html; charset=utf-8")
    for part in said:
        assert part in unescape(content.decode()), content.decode()
    assert VERSION_PATH in content.decode()
    edit(preview.project, file, new, old)
    assert fromstring(preview.text("gioi-thieu/")).text_content().split() != []
    assert preview.text("gioi-thieu/").partition("<script>\n(async")[0] == before.partition("<script>\n(async")[0]


def test_a_text_that_does_not_fit_its_picture_is_told_as_a_page(preview: Preview) -> None:
    edit(preview.project, SCAM, "**Không sợ.**", f"**{'Không sợ gì hết cả đâu nhé mình ơi ' * 3}.**")
    status, kind, content = preview.get(POSTER)
    assert (status, kind) == (500, "text/html; charset=utf-8"), content[:200]
    assert SCAM in content.decode()


def test_a_handbook_that_is_gone_for_a_moment_comes_back(preview: Preview) -> None:
    preview.text("")
    shutil.move(preview.project.docs, preview.project.root / "away")
    assert preview.get("")[0] == 500
    shutil.move(preview.project.root / "away", preview.project.docs)
    assert "Người lạ gọi" in preview.text(PAGE)


def test_a_busy_port_is_one_sentence(preview: Preview) -> None:
    port = int(preview.address.rsplit(":", 1)[1].rstrip("/"))
    with pytest.raises(PreviewError, match=f"Cổng {port} đang có chương trình khác dùng") as raised:
        serve(preview.project, port, open_browser=False, say=lambda _: None)
    assert "\n" not in str(raised.value)


def test_stopping_is_one_sentence_and_the_caller_learns_of_it(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def interrupted(_: object) -> None:
        raise KeyboardInterrupt

    opened: list[str] = []
    monkeypatch.setattr(serving.PreviewServer, "serve_forever", interrupted)
    monkeypatch.setattr(serving.webbrowser, "open", opened.append)
    said: list[str] = []
    with pytest.raises(KeyboardInterrupt):
        serve(project, 0, open_browser=True, say=said.append)
    assert said[-1] == "Đã dừng xem trước."
    assert opened[0] in said[0]
    assert opened[0].startswith("http://127.0.0.1:")


def test_the_script_stands_inside_the_body() -> None:
    assert reloading("<body>x</body></html>", 3).endswith("</script>\n</body></html>")
    assert "?3'" in reloading("x", 3)


def test_a_style_sheet_is_shown_as_the_site_serves_it(preview: Preview) -> None:
    build_site(preview.project)
    built = (preview.project.root / "site/assets/handbook.css").read_text(encoding="utf-8")
    shown = preview.text("assets/handbook.css")
    assert "--gold:" in shown, "the campaign's colours are missing"
    assert shown == built, f"{len(shown)} characters are shown, {len(built)} served"
