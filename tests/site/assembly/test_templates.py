"""What templates print."""

from __future__ import annotations

import re

from lxml import etree
from lxml.html import parse as parse_html

from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, edit
from tests.site.made_up import build_site, page, words

MARKED_BY_HAND = re.compile(r"\|\s*(?:e|escape|forceescape|safe)\b")
# A language's code in an attribute that is there or not; `format` escapes what it is given.
AN_ATTRIBUTE = """' lang="%s"' | safe | format(view.text_language.code)"""
SWINDLER = "Bà dính vụ <b onclick=alert()>rửa tiền</b> & 'lệnh bắt'."


def test_what_a_swindler_writes_is_shown_as_text(project: Project) -> None:
    edit(project, SCAM, "Bà dính vụ rửa tiền.", SWINDLER)
    build_site(project)
    root = page(project, "thu-doan/goi-la/")
    assert root.xpath("//*[@onclick]") == []
    assert SWINDLER in words(root)


def test_no_template_escapes_by_hand() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "overrides").rglob("*.html")}
    found = {name for name, text in texts.items() if MARKED_BY_HAND.search(text.replace(AN_ATTRIBUTE, ""))}
    assert found == set(), "a template's output is escaped; HTML comes as Markup from its view"


def test_an_address_with_signs_of_html_stays_an_address(project: Project) -> None:
    address = "https://cam-nang.example/a\"><b onclick='x'>&c/"
    build_site(project, address)
    lost = parse_html(str(project.root / "site/404.html")).getroot()
    assert lost.xpath("//*[@onclick]") == []
    links = [str(each) for each in lost.xpath("//@href | //@src")]
    assert any(each.startswith("/a\"><b onclick='x'>&c/") for each in links), links
    maps = etree.parse(str(project.root / "site/sitemap.xml"))
    found = [str(each) for each in maps.xpath("//*[local-name()='loc']/text()")]
    assert found, "no sitemaps"
    assert [each for each in found if not each.startswith(address)] == []
