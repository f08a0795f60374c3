from __future__ import annotations

import re

import pytest

from camnang.files.faults import Fault
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.pins import pin
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, TRANSLATION, edit, faults_of

FOLDER = "thu-doan/goi-la"
SITUATION = "docs/khan-cap/dang-bi-goi/index.md"


def test_every_page_has_its_kind(handbook: Handbook) -> None:
    kinds = {folder: page.kind for (folder, code), page in handbook.pages.items() if code == "vi"}
    assert kinds == {
        "": Kind.HOME,
        "gioi-thieu": Kind.PLAIN,
        "canh-bao": Kind.WARNINGS,
        "canh-bao/2026-03-09-goi-la": Kind.WARNING,
        "giai-nghia": Kind.GLOSSARY,
        "gioi-thieu/giay-phep": Kind.PLAIN,
        "gioi-thieu/nguon-tin": Kind.SOURCES,
        "gioi-thieu/sua-loi": Kind.PLAIN,
        "khan-cap": Kind.SITUATIONS,
        "khan-cap/dang-bi-goi": Kind.SITUATION,
        "tai-ve": Kind.DOWNLOADS,
        "thu-tai": Kind.QUIZ,
        "thu-doan": Kind.SCAMS,
        FOLDER: Kind.SCAM,
    }


def test_a_page_is_cut_into_statement_intro_and_sections(handbook: Handbook) -> None:
    page = handbook.pages[FOLDER, "vi"]
    assert page.title == "Người lạ gọi, xưng công an"
    assert page.statement == "Công an không gọi video, không đòi tiền."
    assert page.intro == "Tắt máy. Hỏi người nhà."
    assert tuple(page.sections) == KINDS[Kind.SCAM].sections


def test_what_is_sent_and_described_has_no_source_mark() -> None:
    pages = read_handbook(Project(ROOT)).pages.values()
    marked = [page.file for page in pages if re.search(r"\[[A-Z]\d+\]", page.lead)]
    assert marked == [], "a family message would end in a mark that leads nowhere"


def test_list_items_know_their_bold_words_and_their_line(handbook: Handbook) -> None:
    page = handbook.pages[FOLDER, "vi"]
    lines = (ROOT / "tests/fixtures/handbook" / page.file).read_text(encoding="utf-8").splitlines()
    for section in page.sections.values():
        for item in section.items:
            assert item.lead in lines[item.line - 1], f"{item.lead!r} is not on line {item.line}"


def test_red_flags_are_numbered(handbook: Handbook) -> None:
    mock = handbook.pages[FOLDER, "vi"].mock
    assert mock is not None
    assert [(line.flag, line.number) for line in mock.lines] == [
        ("Doạ cho mình sợ", 1),
        ("Bắt giữ bí mật", 2),
        ("Đòi chuyển tiền", 3),
    ]


def test_a_translation_shares_the_details_of_its_original(handbook: Handbook) -> None:
    original, translation = handbook.pages[FOLDER, "vi"], handbook.pages[FOLDER, "tyz"]
    assert translation.details == original.details
    assert translation.translation.state == "draft"
    assert not translation.translation.current, "the fixture's pin is 000000000000"
    assert translation.path == "tyz/thu-doan/goi-la/"


def test_a_pinned_translation_is_current(project: Project) -> None:
    original = (project.root / SCAM).read_text(encoding="utf-8")
    edit(project, TRANSLATION, "000000000000", pin(original))
    assert read_handbook(project).pages[FOLDER, "tyz"].translation.current


def test_a_page_without_translation_is_served_in_vietnamese(handbook: Handbook) -> None:
    assert handbook.served("khan-cap", "tyz").language.code == "vi"
    assert [language.code for language in handbook.languages_of(FOLDER)] == ["vi", "tyz"]


# file, text, what an editor wrote instead, the rule, the value that the fault names, whether it points at that line
SPOILT = {
    "heading without id": (SCAM, "## Không {#khong}", "## Không", "muc-sai-ma", "«Không»", True),
    "double id": (SCAM, "## Hãy {#hay}", "## Hãy {#khong}", "muc-sai-ma", "{#khong}", False),
    "strange id": (SCAM, "## Hãy {#hay}", "## Hãy {#haay}", "muc-khong-dung-mau", "{#haay}", True),
    "missing section": (SCAM, "## Nguồn {#nguon}", "", "muc-khong-dung-mau", "{#nguon}", False),
    "front matter is no YAML": (SCAM, "tier: 1", "tier: [1", "yaml-hong", "", False),
    "front matter lacks a field": (SCAM, "group: gia-danh\n", "", "thieu-truong", "«group»", False),
    "front matter has a strange field": (SCAM, "tier: 1", "icon: x\ntier: 1", "truong-la", "«icon»", True),
    "front matter has a wrong date": (
        SCAM,
        "reviewed: 2026-11-24",
        "reviewed: hôm nay",
        "gia-tri-sai",
        "«reviewed»",
        True,
    ),
    "no front matter": (SCAM, "---\nid: goi-la", "id: goi-la", "trang-thieu-khoi-dau", "", True),
    "unknown audience": (
        SCAM,
        "audience: [nguoi-cao-tuoi]",
        "audience: [moi-nguoi]",
        "gia-tri-sai",
        "moi-nguoi",
        True,
    ),
    "unknown pictogram": (SCAM, "pictogram: phone-call", "pictogram: unicorn", "khong-co-hinh-ve", "«unicorn»", True),
    "unknown source": (SCAM, "sources: [X01]", "sources: [X01, Z99]", "khong-co-nguon", "«Z99»", True),
    "source not listed": (SCAM, "Tháng 8/2025: một bà", "[H05] Tháng 8/2025: một bà", "nguon-chua-ke", "[H05]", True),
    "unknown group": (SCAM, "group: gia-danh", "group: gia-mao", "khong-co-ten-nay", "«gia-mao»", True),
    "id is not the folder": (SCAM, "id: goi-la", "id: goi-quen", "thu-muc-lech-ten", "«goi-quen»", True),
    "unknown telephone number": (
        SCAM,
        "Bấm số in sau thẻ.",
        "Gọi 0912 345 678.",
        "so-dien-thoai-la",
        "0912345678",
        True,
    ),
    "unknown short number": (SCAM, "thì gọi 113", "thì gọi 114", "so-dien-thoai-la", "114", True),
    "bold words too long": (
        SCAM,
        "**Không sợ.**",
        "**Không sợ lời doạ nào của ai gọi đến nhà.**",
        "chu-dam-dai",
        "10 chữ",
        True,
    ),
    "item without bold words": (SCAM, "**Không sợ.** Cúp", "Không sợ. Cúp", "thieu-chu-dam", "«Không sợ. Cúp", True),
    "list too short": (SCAM, "- **Không sợ.** Cúp máy không ai bắt mình.\n", "", "muc-it-dong", "{#khong}", False),
    "no statement": (SCAM, "**Công an không gọi video, không đòi tiền.** ", "", "trang-thieu-cau-dau", "", True),
    "two titles": (SCAM, "## Không {#khong}", "# Không", "trang-sai-tieu-de", "", False),
    "mock-up of a strange kind": (SCAM, "kind: goi-video", "kind: fax", "gia-tri-sai", "«kind»: «fax»", True),
    "mock-up with a strange bait": (
        SCAM,
        "kind: goi-video",
        "kind: chat\nbait: nhiều",
        "gia-tri-sai",
        "«bait»",
        False,
    ),
    "mock-up is no YAML": (SCAM, "via: Zalo, người lạ", 'via: "Zalo', "yaml-hong", "", False),
    "no mock-up": (SCAM, "```mau", "```yaml", "khoi-mau-sai", "0 khối", False),
    "translation with another number": (
        TRANSLATION,
        "146 triệu",
        "164 triệu",
        "ban-dich-lech-so",
        "mục {#vu-viec}, các số: 164",
        False,
    ),
    "translation without a section": (
        TRANSLATION,
        "## Tuyện dú hâư mà {#nguon}",
        "",
        "muc-khong-dung-mau",
        "{#nguon}",
        False,
    ),
    "translation with another screen": (
        TRANSLATION,
        "kind: goi-video",
        "kind: sms",
        "ban-dich-lech-khoi-mau",
        "sms",
        False,
    ),
    "translation without a pin": (TRANSLATION, '"000000000000"', '"later"', "gia-tri-sai", "«source»", True),
    "situation without a card": (SITUATION, "short: Đang bị gọi\n", "", "thieu-truong", "«short»", False),
}


@pytest.mark.parametrize(("file", "old", "new", "rule", "value", "points"), SPOILT.values(), ids=SPOILT.keys())
def test_a_spoilt_page_is_told_with_file_line_and_repair(
    project: Project, file: str, old: str, new: str, rule: str, value: str, points: bool
) -> None:
    line = 1 + (project.root / file).read_text(encoding="utf-8").split(old)[0].count("\n")
    edit(project, file, old, new)
    faults = faults_of(project)
    matching = [fault for fault in faults if fault.rule == rule and value in fault.found]
    assert matching, f"no fault says {value!r} [{rule}]; found {[f'{each.found} [{each.rule}]' for each in faults]}"
    assert matching[0].path == file
    assert not points or matching[0].line == line, f"line {matching[0].line}, expected {line}: {matching[0]}"
    assert matching[0].expected
    assert matching[0].repair


def test_sections_in_another_order_are_told(project: Project) -> None:
    edit(project, SCAM, "{#khong}", "{#doi}")
    edit(project, SCAM, "{#hay}", "{#khong}")
    edit(project, SCAM, "{#doi}", "{#hay}")
    (fault,) = faults_of(project)
    assert fault.rule == "muc-khong-dung-mau"
    assert fault.found.startswith("thứ tự")


def test_an_unknown_language_suffix_is_told(project: Project) -> None:
    (project.docs / "gioi-thieu" / "index.fr.md").write_text("---\n---\n", encoding="utf-8")
    assert faults_of(project) == (
        Fault(
            path="docs/gioi-thieu/index.fr.md",
            rule="ten-tep-la",
            found="tên tệp lạ",
            expected="một trong index.md, index.tyz.md",
            repair="đổi tên tệp, hoặc thêm tiếng vào data/languages.yml",
        ),
    )


def test_a_translation_without_original_is_told(project: Project) -> None:
    (project.root / SCAM).unlink()
    (project.docs / "gioi-thieu/index.md").unlink()
    assert faults_of(project)[0].rule == "ban-dich-thieu-goc"


def test_a_file_in_another_code_is_told(project: Project) -> None:
    (project.root / SCAM).write_bytes("---\nid: goi-la\n---\n# Người".encode("utf-16"))
    assert "khong-doc-duoc-tep" in {fault.rule for fault in faults_of(project)}


def test_faults_of_several_files_are_told_together(project: Project) -> None:
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    edit(project, "data/sources.yml", "publisher: Báo thử, ", "")
    edit(project, "data/formats.yml", "width: 210mm", "width: 210cm")
    paths = {fault.path for fault in faults_of(project)}
    assert paths == {"data/sources.yml", "data/formats.yml", SCAM}, "a broken data file hides no fault of a page"


def test_faults_of_several_pages_are_told_together(project: Project) -> None:
    edit(project, SCAM, "thì gọi 113", "thì gọi 114")
    edit(project, SITUATION, "order: 1", "order: một")
    paths = {fault.path for fault in faults_of(project)}
    assert paths == {SCAM, SITUATION}


def test_decomposed_letters_are_composed(project: Project) -> None:
    edit(project, SCAM, "# Người lạ gọi, xưng công an", "# Lừa đảo")
    edit(project, TRANSLATION, "146", "146")
    page = read_handbook(project).pages[FOLDER, "vi"]
    assert page.title == "Lừa đảo"
