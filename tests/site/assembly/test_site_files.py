"""The site of the fixture handbook, made end to end."""

from __future__ import annotations

import json
import re

import pytest
from lxml import etree
from lxml.html import parse as parse_html

from camnang.handbook.pages.notices import DRAFT_MARK
from camnang.handbook.project import Project
from camnang.site.served_assets import whole_text
from tests.bundles.packs.conftest import pack_all
from tests.conftest import SCAM, copy_handbook, draw, edit
from tests.site.made_up import SITE_URL, build_site, language_of, page, words


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = copy_handbook(tmp_path_factory.mktemp("built") / "handbook")
    draw(project, site_url=SITE_URL)
    pack_all(project, SITE_URL)
    build_site(project, site_url=SITE_URL)
    return project


def test_every_language_has_every_page(built: Project) -> None:
    for prefix in ("", "tyz/"):
        for path in ("", "khan-cap/", "khan-cap/dang-bi-goi/", "thu-doan/goi-la/", "tai-ve/", "gioi-thieu/"):
            assert page(built, prefix + path).get("lang") == (prefix.strip("/") or "vi"), prefix + path


def test_a_scam_page_says_all_that_its_markdown_says(built: Project) -> None:
    text = words(page(built, "thu-doan/goi-la/"))
    for said in ("Không chuyển tiền.", "Bấm số in sau thẻ.", "Bà dính vụ rửa tiền.", "Doạ cho mình sợ", "146 triệu"):
        assert said in text, f"{said!r} is missing"


def test_source_marks_lead_to_the_list_of_sources(built: Project) -> None:
    root = page(built, "thu-doan/goi-la/")
    assert root.xpath("//a[@href='#nguon-X01']"), "no link from [X01]"
    assert root.xpath("//*[@id='nguon-X01']"), "no source X01 in the list"


def test_the_page_of_sources_lists_every_source(built: Project) -> None:
    found = page(built, "gioi-thieu/nguon-tin/").xpath("//section[@id='nguon']//li/@id")
    assert found == ["nguon-H05", "nguon-H06", "nguon-X01"]


def test_the_language_switch_stays_on_the_page(built: Project) -> None:
    links = page(built, "thu-doan/goi-la/").xpath("//a[@hreflang='tyz']/@href")
    assert "../../tyz/thu-doan/goi-la/" in links, links


def test_a_fallback_says_that_its_text_is_vietnamese(built: Project) -> None:
    root = page(built, "tyz/khan-cap/dang-bi-goi/")
    for said in ("Tắt máy ngay.", "Không cần chào.", "Một đồng cũng không.", "Công an làm việc trực tiếp."):
        assert language_of(root, said) == "vi", said
    assert "Bài nẩy páy mì tiểng Tày" in words(root)
    assert root.xpath("//link[@rel='canonical']/@href") == [SITE_URL + "khan-cap/dang-bi-goi/"]
    assert root.xpath("//link[@rel='alternate'][@hreflang]") == []


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("tyz/thu-doan/goi-la/", [DRAFT_MARK]),
        ("thu-doan/goi-la/", []),
        ("khan-cap/dang-bi-goi/", []),
        ("tyz/khan-cap/dang-bi-goi/", []),  # served in Vietnamese
    ],
)
def test_a_draft_says_so_to_machines(built: Project, path: str, told: list[str]) -> None:
    root = page(built, path)
    assert root.xpath("//head/meta[@name='keywords']/@content") == told
    assert root.xpath("//head/meta[@property='schema:creativeWorkStatus']/@content") == ["Draft"] * len(told)


def test_a_draft_says_so_in_both_languages(built: Project) -> None:
    text = words(page(built, "tyz/thu-doan/goi-la/"))
    assert (
        "Bản nháp theo từ điển, chưa có người bản ngữ duyệt" in text or "Bản tiếng Việt đã đổi sau khi dịch" in text
    )
    assert "Bài nẩy páy mì cần Tày ngòi tẻo" in text


def test_only_true_translations_are_told_to_search_engines(built: Project) -> None:
    alternates = page(built, "thu-doan/goi-la/").xpath("//link[@rel='alternate'][@hreflang]")
    assert {(link.get("hreflang"), link.get("href")) for link in alternates} == {
        ("vi", SITE_URL + "thu-doan/goi-la/"),
        ("tyz", SITE_URL + "tyz/thu-doan/goi-la/"),
        ("x-default", SITE_URL + "thu-doan/goi-la/"),
    }
    index = etree.parse(str(built.root / "site/sitemap.xml"))
    listed = [str(element.text) for element in index.iter("{*}loc")]
    assert listed == [SITE_URL + "sitemap-vi.xml", SITE_URL + "sitemap-tyz.xml"]
    robots = (built.root / "site/robots.txt").read_text(encoding="utf-8")
    assert [line.removeprefix("Sitemap: ") for line in robots.splitlines() if "Sitemap" in line] == listed
    maps = [etree.parse(str(built.root / "site" / address.removeprefix(SITE_URL))) for address in listed]
    found = {element.text for sitemap in maps for element in sitemap.iter("{*}loc")}
    assert SITE_URL + "tyz/thu-doan/goi-la/" in found
    assert SITE_URL + "tyz/khan-cap/dang-bi-goi/" not in found


def test_the_draft_notice_stands_on_every_page_until_someone_approves(built: Project) -> None:
    for file in (built.root / "site").rglob("*.html"):
        assert "chờ cơ quan chủ trì phê duyệt" in file.read_text(encoding="utf-8"), file


def test_an_approved_handbook_names_who_approved_it(project: Project) -> None:
    build_site(project, approved_by="Công an tỉnh")
    for file in (project.root / "site").rglob("*.html"):
        assert "chờ cơ quan chủ trì phê duyệt" not in file.read_text(encoding="utf-8"), file


def test_no_page_asks_another_host_for_anything(built: Project) -> None:
    loading = re.compile(r"""(?:src|srcset|action|data)=["'](?:https?:)?//|url\(["']?(?:https?:)?//""")
    for file in (built.root / "site").rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not loading.search(text), f"{file} loads {loading.search(text)}"
        for link in re.findall(r"<link\b[^>]*>", text):
            fetched = re.search(r'rel="?(stylesheet|icon|preload|manifest)', link)
            assert not fetched or not re.search(r'href="?(https?:)?//', link), link


def test_every_local_link_leads_somewhere(built: Project) -> None:
    site = built.root / "site"
    for file in site.rglob("*.html"):
        if file.name == "404.html":
            continue
        for href in parse_html(str(file)).getroot().xpath("//a/@href | //img/@src | //link/@href | //script/@src"):
            target = href.split("#")[0].split("?")[0]
            if not target or re.match(r"[a-z]+:", target):
                continue
            reached = (file.parent / target).resolve()
            reached = reached / "index.html" if reached.is_dir() else reached
            assert reached.is_file(), f"{file.relative_to(site)} links to {href}"


def test_each_language_has_its_own_search_index(built: Project) -> None:
    for code in ("vi", "tyz"):
        docs = json.loads((built.root / f"site/search/{code}.json").read_text(encoding="utf-8"))["docs"]
        assert {doc["location"].startswith("tyz/") for doc in docs} == {code == "tyz"}


def test_voice_search_is_for_languages_that_browsers_hear(built: Project) -> None:
    assert page(built, "").xpath("//button[@data-speech]/@data-speech") == ["vi-VN"]
    assert json.loads((built.root / "site/search/voice.vi.json").read_text(encoding="utf-8"))["agree"] == "Đồng ý"
    assert page(built, "tyz").xpath("//button[@data-speech]") == []
    assert not (built.root / "site/search/voice.tyz.json").exists()


def test_the_style_sheet_is_served_small(built: Project) -> None:
    sheet = built.root / "overrides/assets/handbook.css"
    source, size = len(whole_text(sheet).encode()), (built.root / "site/assets/handbook.css").stat().st_size
    assert size < source, f"{source} bytes became {size}"
    assert not (built.root / "site/components").exists()


def test_the_pictures_are_on_the_site(built: Project) -> None:
    hrefs = page(built, "thu-doan/goi-la/").xpath("//a/@href")
    assert "../../tai-ve/goi-la/goi-la-ap-phich-a4.pdf" in hrefs, hrefs
    assert (built.root / "site/tai-ve/manifest.json").is_file()


def test_a_fourth_language_is_data_alone(project: Project) -> None:
    """Adding a made-up language needs an entry, words and a page, no code."""
    languages = project.root / "data/languages.yml"
    entry = "- {code: qaa, name: Tiếng Thử, short_name: Thử, description: tiếng Thử}\n"
    languages.write_text(languages.read_text(encoding="utf-8") + entry, encoding="utf-8")
    (project.root / "data/interface/qaa.yml").write_text("search: Tầm\nstress: hông\n", encoding="utf-8")
    text = (project.root / "docs/thu-doan/goi-la/index.tyz.md").read_text(encoding="utf-8")
    translated = text.replace("# Cần róa chả công an", "# Thử thôi")
    (project.root / "docs/thu-doan/goi-la/index.qaa.md").write_text(translated, encoding="utf-8")
    build_site(project, site_url=SITE_URL)
    root = page(project, "qaa/thu-doan/goi-la/")
    assert root.get("lang") == "qaa"
    assert "Thử thôi" in words(root)
    assert (project.root / "site/search/qaa.json").is_file()
    assert draw(project) > 0
    assert (project.drawn / "goi-la/goi-la-ap-phich-a4.qaa.pdf").is_file()


def test_a_draft_says_how_many_of_its_sentences_are_unsure(project: Project) -> None:
    table = project.root / "data/lexicon/sentences/tyz.tsv"
    table.parent.mkdir(parents=True)
    table.write_text("language\tsentence\tgrade\tmodel\tnote\ntyz\tBấu lao\tlow\t\t\n", encoding="utf-8")
    build_site(project, site_url=SITE_URL)
    (notice,) = page(project, "tyz/thu-doan/goi-la/").xpath("//aside[@class='notice']")
    assert "1 câu chưa chắc, cần người bản ngữ nghe." in words(notice)


def test_hard_words_lead_to_their_meaning(built: Project) -> None:
    (link,) = page(built, "thu-doan/goi-la/").xpath("//a[@class='term']")
    assert (link.get("href"), link.get("title")) == ("../../giai-nghia/#sac-phuc", "giấy công an xã đưa tận tay")
    assert page(built, "giai-nghia/").xpath("//*[@id='sac-phuc']")


def test_the_newest_warning_is_on_the_home_page_and_leads_on(built: Project) -> None:
    (link,) = page(built, "").xpath("//a[@class='warning']")
    assert link.get("href") == "canh-bao/2026-03-09-goi-la/"
    assert "9/3/2026" in words(link)
    assert page(built, "canh-bao/2026-03-09-goi-la/").xpath("//a[@href='../../thu-doan/goi-la/']")


def test_the_quiz_answers_without_javascript_and_on_paper(built: Project) -> None:
    root = page(built, "thu-tai/")
    assert [item.get("data-answer") for item in root.xpath("//*[@data-answer]")] == ["lua", "that"]
    assert "Công an không đòi tiền" in words(root.xpath("//details")[0])
    assert len(root.xpath("//*[@class='quiz__key']//li")) == 2


def test_a_page_lists_the_pages_below_it(built: Project) -> None:
    assert page(built, "gioi-thieu/").xpath("//a[@href='sua-loi/']")


@pytest.mark.parametrize("prefix", ["", "tyz/"])
def test_a_place_offers_its_packs_and_they_are_on_the_site(built: Project, prefix: str) -> None:
    root = page(built, f"{prefix}tai-ve/")
    links = root.xpath("//details[@id='noi-truong-hoc']//a[@class='button button--gold pack']")
    assert [link.get("href").rsplit("/", 1)[-1] for link in links] == ["goi-truong-hoc.zip", "goi-truong-hoc.tyz.zip"]
    for said in ("ZIP", "MB", "tệp", "24/11/2026"):
        assert said in words(links[0]), words(links[0])
    assert "Bảng tin, cửa lớp." in words(root.xpath("//details[@id='noi-truong-hoc']")[0])


def test_every_file_says_format_size_pages_and_date(built: Project) -> None:
    for path in ("tai-ve/", "thu-doan/goi-la/"):
        found = page(built, path).xpath("//a[contains(@href, 'ap-phich-a4.pdf')]")
        assert found, path
        for link in found:
            text = words(link)
            assert re.search(r"PDF · \d+ KB · 1 trang.*210 × 297 mm.*24/11/2026", text), text


def test_a_scam_page_groups_its_files_by_use(built: Project) -> None:
    section = page(built, "thu-doan/goi-la/").xpath("//section[@id='tai-ve']")[0]
    assert [words(each) for each in section.xpath("h3")] == ["Để treo", "Gửi điện thoại"]


def test_the_list_of_sheets_needs_no_script(built: Project) -> None:
    """Without the script every card is seen, and the filter, which would do nothing, is not."""
    root = page(built, "tai-ve/")
    assert root.xpath("//form[@data-filter][@hidden]"), "the filter shows without its script"
    assert root.xpath("//li[@class='kit'][not(@hidden)]//a[contains(@href, 'thu-doan/goi-la/#tai-ve')]")
    assert not root.xpath("//script[not(@src)]"), "an inline script breaks the policy"


def test_a_pack_older_than_its_pictures_is_not_offered(project: Project) -> None:
    draw(project)
    pack_all(project)
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    draw(project)
    build_site(project)
    hrefs = page(project, "tai-ve/").xpath("//a[@class='button button--gold pack']/@href")
    assert [href.rsplit("/", 1)[-1] for href in hrefs if href.endswith("goi-truong-hoc.zip")] == []
    assert not (project.root / "site/tai-ve/goi/goi-truong-hoc.zip").exists()
