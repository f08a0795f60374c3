"""Links between pages: in Markdown they lead to files, on the site to addresses."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import unquote, urlsplit, urlunsplit

from camnang.files.faults import Fault
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.page_files import folder_of
from camnang.handbook.project import Project
from camnang.site.document_files import PAGE_ENDING, site_path
from camnang.site.relative_address import relative_address

LINK = re.compile(r'(<(?:a|img)\b[^>]*?\b(?:href|src)=")([^"]*)(")')
ANCHOR = re.compile(r'\b(?:id|name)="([^"]+)"')


def is_own(link: str) -> bool:
    """Tell whether a link leads to a file beside its page: neither elsewhere nor only to an anchor."""
    address = urlsplit(link)
    return bool(address.path) and not (address.scheme or address.netloc or link.startswith(("/", "\\")))


def source_of(link: str, page: Page) -> str:
    """Return the file below `docs/` that a link of a page names."""
    beside = posixpath.dirname(page.file.partition("/")[2])
    return posixpath.normpath(posixpath.join(beside, unquote(urlsplit(link).path)))


def address_of(link: str, page: Page, language: Language, languages: tuple[Language, ...]) -> str:
    """Return a link as the site has it for a reader of `language`: a page's file becomes its address."""
    if not is_own(link):
        return link
    address, source = urlsplit(link), source_of(link, page)
    if source.endswith(PAGE_ENDING):
        folder = folder_of(source)
        target = language.url_prefix + (f"{folder}/" if folder else "") or "./"
    else:
        target = site_path(source, languages)
    found = relative_address(target, page.path_in(language))
    return urlunsplit(("", "", found, address.query, address.fragment))


def with_addresses(html: str, page: Page, language: Language, languages: tuple[Language, ...]) -> str:
    """Return a page's HTML with every link to a file as an address."""

    def resolved(link: re.Match[str]) -> str:
        return link[1] + escape(address_of(unescape(link[2]), page, language, languages)) + link[3]

    return LINK.sub(resolved, html)


def html_parts(page: Page) -> tuple[str, ...]:
    """Return the HTML of a page, part by part."""
    return page.intro_html, *(section.html for section in page.sections.values())


def links_of(page: Page) -> tuple[str, ...]:
    """Return where the links and pictures of a page lead, as its Markdown says it."""
    return tuple(unescape(found[2]) for html in html_parts(page) for found in LINK.finditer(html))


def shows_files(page: Page) -> bool:
    """Tell whether a page links to files that are no pages: from there they are elsewhere for each language."""
    return any(is_own(link) and not source_of(link, page).endswith(PAGE_ENDING) for link in links_of(page))


def anchors_of(page: Page) -> frozenset[str]:
    """Return the ids that a page's text gives to link to."""
    own = (found for html in html_parts(page) for found in ANCHOR.findall(html))
    return frozenset((*page.sections, *own))


def line_of(link: str, page: Page, project: Project) -> int:
    """Return the line of a page's file on which a link stands, 0 when it is written in another way."""
    lines = project.text(page.file).splitlines()
    whole = re.compile(rf"""[(<"]{re.escape(link)}[)>"\s]""")
    return next((number for number, line in enumerate(lines, start=1) if whole.search(line)), 0)


def link_fault(link: str, page: Page, handbook: Handbook, project: Project) -> Fault | None:
    """Return what is wrong with a link to a file: no such page, no such file, or a page without the anchor."""
    source = source_of(link, page)
    if not source.endswith(PAGE_ENDING):
        expected, repair = "một tệp có trong docs/", "sửa đường dẫn; tới một trang thì viết tên tệp .md của nó"
        lost = not (project.docs / source).is_file()
    else:
        expected, repair = "tệp .md của một trang đang có", "sửa đường dẫn, tính từ thư mục của tệp này"
        lost = (folder_of(source), handbook.facts.original.code) not in handbook.pages
    if lost:
        return Fault(
            path=page.file,
            line=line_of(link, page, project),
            rule="duong-dan-hong",
            found=f"đường dẫn {link} không tới đâu",
            expected=expected,
            repair=repair,
        )
    if not source.endswith(PAGE_ENDING):
        return None
    return anchor_fault(link, handbook.served(folder_of(source), page.language.code), page, project)


def anchor_fault(link: str, target: Page, page: Page, project: Project) -> Fault | None:
    """Return a fault when the page that a link leads to has no place of that name."""
    anchor = unquote(urlsplit(link).fragment)
    if not anchor or anchor in anchors_of(target):
        return None
    named = ", ".join(sorted(target.sections)) or "không mục nào có tên"
    line, found = line_of(link, page, project), f"đường dẫn {link}: trang ấy không có chỗ nào tên «{anchor}»"
    return Fault(
        path=page.file,
        line=line,
        rule="duong-dan-hong",
        found=found,
        expected=f"một trong: {named}",
        repair="sửa phần sau dấu #, hoặc bỏ nó",
    )


def page_faults(page: Page, handbook: Handbook, project: Project) -> Iterator[Fault]:
    """Yield a fault for each link of a page that leads nowhere."""
    for link in links_of(page):
        if is_own(link):
            fault = link_fault(link, page, handbook, project)
        elif link.startswith("#"):
            fault = anchor_fault(link, page, page, project)
        else:
            fault = None
        if fault:
            yield fault


def link_faults(handbook: Handbook, project: Project) -> Iterator[Fault]:
    """Yield a fault for each link in the handbook that leads nowhere."""
    for page in handbook.pages.values():
        yield from page_faults(page, handbook, project)
