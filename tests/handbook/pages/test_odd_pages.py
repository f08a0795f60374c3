"""What other programs and hands leave in pages and in docs/: read as it is meant, or told with file and line."""

from __future__ import annotations

import pytest

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.site.document_files import document_files
from tests.conftest import SCAM, edit, faults_of

PLACE = "- **Không sợ.** Cúp máy"  # a line of the page's section {#khong}
# what is written before that place, the rule, what the fault names
TOLD = {
    "element": ('<iframe src="x"></iframe>', "trang-co-the-la", "<iframe>"),
    "refresh": ('<meta http-equiv="refresh" content="0">', "trang-co-the-la", "<meta>"),
    "style sheet": ("<style>p {color: red}</style>", "trang-co-the-la", "<style>"),
    "script": ("<script>alert(1)</script>", "trang-co-the-la", "<script>"),
    "handler": ('<b onclick="x()">a</b>', "trang-co-the-la", "«onclick»"),
    "handler in braces": ('**a**{: onclick="x()"}', "trang-co-the-la", "«onclick»"),
    "style": ('<span style="color:red">a</span>', "trang-co-the-la", "«style»"),
    "script as a link": ("[a](javascript:x)", "trang-co-the-la", "javascript:x"),
    "script with odd letters": ('<a href="java&#10;script:x">a</a>', "trang-co-the-la", "script:x"),
    "data as a picture": ("![a](data:image/png;base64,AA)", "trang-co-the-la", "data:image/png"),
    "foreign link": ("[a](https://vidu.example/x)", "trang-co-the-la", "https://vidu.example"),
    "link without scheme": ("[a](//vidu.example)", "trang-co-the-la", "//vidu.example"),
    "brackets that never close": ("[" * 3000, "duong-dan-hong", "21 dấu «[»"),
    "open comment": ("<!-- mở", "trang-co-the-la", "«<!--»"),
    "TCVN3": ("C«ng an kh«ng gäi video.", "chu-la", "TCVN3"),
    "soft hyphen": ("Công\u00adan", "chu-la", "U+00AD"),
    "conflict": ("<<<<<<< HEAD", "hai-ban-chong-nhau", "<<<<<<<"),
    "telephone in brackets": ("Gọi (0206) 3000000 nhé.", "so-dien-thoai-la", "02063000000"),
    "telephone over a line end": ("Hỏi 0912\n345 678 nhé.", "so-dien-thoai-la", "0912345678"),
}
# lines of the head in the place of «reviewed», the rule, what the fault names
HEADS = {
    "twice": ("reviewed: 2020-01-01\nreviewed: 2026-11-24", "trung-muc", "dòng 9 và dòng 10"),
    "tab": ("reviewed:\t2026-11-24", "yaml-hong", "Tab"),
    "no such day": ("reviewed: 2026-02-30", "gia-tri-sai", "2026-02-30"),
    "year of five digits": ("reviewed: 20026-11-24", "gia-tri-sai", "20026"),
    "year of two digits": ("reviewed: 24/11/26", "gia-tri-sai", "24/11/26"),
    "long ago": ("reviewed: 1026-11-24", "gia-tri-sai", "1026"),
    "a number": ("reviewed: 20261124", "gia-tri-sai", "20261124"),
    "no-break space": ("reviewed:\u00a02026-11-24", "yaml-hong", "dấu cách không ngắt"),
}
PASSED_OVER = [
    "<!-- ghi chú của biên tập: xem lại -->",
    "<!--\n## Không {#la}\n-->",
    "<?php echo 1 ?>",
    "<![CDATA[a]]>",
]
STRAY = ["index.md.txt", "index.MD", "index (1).md", "index.markdown", "index.html", "ghi chú.txt", "index"]
LEFT_BEHIND = [".DS_Store", "Thumbs.db", "desktop.ini", "~$index.md", "._index.md"]


@pytest.mark.parametrize(("written", "rule", "named"), TOLD.values(), ids=TOLD)
def test_what_no_page_may_hold_is_told_with_its_line(project: Project, written: str, rule: str, named: str) -> None:
    edit(project, SCAM, PLACE, f"{written}\n\n{PLACE}")
    lines = (project.root / SCAM).read_text(encoding="utf-8").split("\n")
    told = [fault for fault in faults_of(project) if fault.rule == rule]
    assert any(named in fault.found for fault in told), f"{named} is not in {told}"
    place = lines.index(written.split("\n", maxsplit=1)[0]) + 1
    assert {fault.line for fault in told} == {place}, f"line {place}, told {told}"


@pytest.mark.parametrize(("written", "rule", "named"), HEADS.values(), ids=HEADS)
def test_a_head_that_nobody_meant_is_told(project: Project, written: str, rule: str, named: str) -> None:
    edit(project, SCAM, "reviewed: 2026-11-24", written)
    told = [(fault.rule, fault.found) for fault in faults_of(project)]
    assert any(rule == each and named in found for each, found in told), told


@pytest.mark.parametrize("written", PASSED_OVER)
def test_comments_are_passed_over_and_never_shown(project: Project, written: str) -> None:
    before = read_handbook(project)
    edit(project, SCAM, "## Không {#khong}", f"{written}\n\n## Không {{#khong}}")
    after = read_handbook(project)
    shown = [[section.html for section in page.sections.values()] for page in before.originals]
    assert [[section.html for section in page.sections.values()] for page in after.originals] == shown


def test_a_page_with_a_byte_order_mark_and_windows_line_ends_is_the_same_page(project: Project) -> None:
    before = read_handbook(project)
    file = project.root / SCAM
    file.write_bytes(b"\xef\xbb\xbf" + file.read_bytes().replace(b"\n", b"\r\n"))
    assert read_handbook(project).pages == before.pages


@pytest.mark.parametrize("name", STRAY)
def test_a_file_that_is_neither_page_nor_asset_is_told(project: Project, name: str) -> None:
    file = (project.root / SCAM).with_name("moi") / name
    file.parent.mkdir()
    file.write_text("---\nid: moi\n---\n# Mới\n", encoding="utf-8")
    (fault,) = faults_of(project)
    assert (fault.path, fault.rule) == (project.relative(file), "ten-tep-la")


@pytest.mark.parametrize("name", LEFT_BEHIND)
def test_what_programs_leave_is_neither_told_nor_published(project: Project, name: str) -> None:
    (project.root / SCAM).with_name(name).write_bytes(b"\x00\x01")
    facts = read_handbook(project).facts
    published = [file.name for _, file in document_files(project, facts.languages, facts.wanted)]
    assert name not in published, published


@pytest.mark.parametrize("target", ["index.md", "."])
def test_links_are_told_and_not_followed(project: Project, target: str) -> None:
    link = project.docs / "lien-ket.mp3"
    link.symlink_to(project.docs / target)
    facts_faults = faults_of(project)
    assert [(fault.path, fault.rule) for fault in facts_faults] == [("docs/lien-ket.mp3", "ten-tep-la")]


def test_a_colon_in_a_list_is_to_be_put_in_quotes(project: Project) -> None:
    edit(project, SCAM, "aliases: [", "aliases: [lừa: vay, ")
    told = {fault.found: fault.repair for fault in faults_of(project)}
    assert told == {"mục 1 của «aliases»: «lừa: vay»": 'viết "lừa: vay", có ngoặc kép, vì trong đó có dấu hai chấm'}


@pytest.mark.parametrize("place", [PLACE, "reviewed: 2026-11-24"])
def test_a_nul_is_told_once_in_vietnamese(project: Project, place: str) -> None:
    edit(project, SCAM, place, place.replace("2026", "20\x0026").replace("sợ", "s\x00ợ"))
    told = faults_of(project)
    assert ["ký tự NUL U+0000" in fault.found for fault in told if fault.rule == "chu-la"] == [True], told
    assert not [fault for fault in told if fault.rule == "yaml-hong"], told


@pytest.mark.parametrize("name", ["index - Copy.md", "index (1).md", "Copy of index.md", "index - bản sao.md"])
def test_a_copy_of_a_page_is_called_one(project: Project, name: str) -> None:
    (project.root / SCAM).with_name(name).write_text("# Mới\n", encoding="utf-8")
    (fault,) = faults_of(project)
    assert "là bản sao của index.md" in fault.found, fault
    assert "xoá tệp này" in fault.repair, fault


def test_a_folder_with_accents_is_to_be_renamed(project: Project) -> None:
    (project.root / SCAM).parent.rename(project.docs / "thu-doan" / "Giả danh Công an")
    told = {fault.repair for fault in faults_of(project) if fault.rule == "thu-muc-lech-ten"}
    assert told == {"đổi tên thư mục thành gia-danh-cong-an"}, told
