from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.site.links import address_of, link_faults, with_addresses
from camnang.site.relative_address import relative_address

SCAM = "thu-doan/goi-la"
ABOUT = "docs/gioi-thieu/index.md"


@pytest.mark.parametrize(
    ("path", "page", "seen"),
    [
        ("bao-tin/", "thu-doan/goi-la/", "../../bao-tin/"),
        ("thu-doan/khac/", "thu-doan/goi-la/", "../khac/"),
        ("", "tyz/thu-doan/goi-la/", "../../.."),
        ("", "", "."),
        ("tyz/", "tyz/", "./"),
        ("search/vi.json", "", "search/vi.json"),
        ("https://noi.example/x", "thu-doan/", "https://noi.example/x"),
    ],
)
def test_an_address_is_seen_from_its_page(path: str, page: str, seen: str) -> None:
    assert relative_address(path, page) == seen


@pytest.mark.parametrize(
    ("link", "code", "address"),
    [
        ("../../khan-cap/index.md", "vi", "../../khan-cap/"),
        ("../../khan-cap/index.md", "tyz", "../../khan-cap/"),
        ("../../index.md", "vi", "../../"),
        ("../../index.md", "tyz", "../../"),
        ("../khac/tuyen-truyen.md#sms", "vi", "../khac/tuyen-truyen/#sms"),
        ("anh.png", "tyz", "../../../thu-doan/goi-la/anh.png"),
        ("#hay", "vi", "#hay"),
        ("tel:113", "vi", "tel:113"),
        ("https://noi.example/a.md", "vi", "https://noi.example/a.md"),
    ],
)
def test_a_link_becomes_the_address_that_its_reader_needs(
    handbook: Handbook, link: str, code: str, address: str
) -> None:
    languages, language = handbook.facts.languages, handbook.facts.language(code)
    assert address_of(link, handbook.pages[SCAM, "vi"], language, languages) == address


def test_only_addresses_change_in_the_html(handbook: Handbook) -> None:
    html = '<p>Xem <a class="x" href="../khac/index.md?a=1&amp;b=2">index.md</a>, <code>../khac/index.md</code></p>'
    languages = handbook.facts.languages
    found = with_addresses(html, handbook.pages[SCAM, "vi"], handbook.facts.original, languages)
    assert found == html.replace('href="../khac/index.md?', 'href="../khac/?')


def with_line(project: Project, line: str) -> Handbook:
    page = project.root / ABOUT
    page.write_text(f"{page.read_text(encoding='utf-8')}\n{line}\n", encoding="utf-8")
    return read_handbook(project)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("[x](../khong-co/index.md)", "đường dẫn ../khong-co/index.md không tới đâu"),
        ("[x](../thu-doan/)", "đường dẫn ../thu-doan/ không tới đâu"),
        ("[x](../khong-co.pdf)", "đường dẫn ../khong-co.pdf không tới đâu"),
        ("[x](../thu-doan/goi-la/index.md#khong-co)", "trang ấy không có chỗ nào tên «khong-co»"),
        ("[x](#khong-co)", "trang ấy không có chỗ nào tên «khong-co»"),
    ],
)
def test_a_lost_link_is_told_with_file_and_line(project: Project, line: str, found: str) -> None:
    handbook = with_line(project, line)
    (fault,) = link_faults(handbook, project)
    last = len((project.root / ABOUT).read_text(encoding="utf-8").splitlines())
    assert (fault.path, fault.line) == (ABOUT, last)
    assert found in fault.found


@pytest.mark.parametrize("line", ["[x](../thu-doan/goi-la/index.md#hay)", "[x](../index.md)", "[x](tel:113)"])
def test_a_link_that_leads_somewhere_is_no_fault(project: Project, line: str) -> None:
    assert list(link_faults(with_line(project, line), project)) == []


def test_all_lost_links_are_told_together(project: Project) -> None:
    faults = list(link_faults(with_line(project, "[x](../a/index.md) và [y](../b/index.md)"), project))
    assert len(faults) == 2, faults


def test_a_link_in_the_lead_is_resolved_too(handbook: Handbook) -> None:
    page: Page = replace(handbook.pages[SCAM, "vi"], intro_html='<a href="../khac/index.md">x</a>')
    languages = handbook.facts.languages
    assert with_addresses(page.intro_html, page, handbook.facts.original, languages) == '<a href="../khac/">x</a>'
