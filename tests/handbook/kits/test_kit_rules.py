from __future__ import annotations

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.pins import pin
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.handbook.kits.made_up import KIT, RULE, kits_of, write


def told(project: Project, text: str) -> list[str]:
    write(project, text)
    with pytest.raises(FaultsError) as raised:
        checked_kits(project.root, read_handbook(project))
    return [fault.found for fault in raised.value.faults]


def test_a_sound_kit_has_no_faults_and_is_a_page_of_its_own(project: Project, handbook: Handbook) -> None:
    (kit,) = kits_of(project)
    assert kit.items("khau-hieu")[0].text == "Ai giục thì mình chậm."
    added = set(read_handbook(project).pages) - set(handbook.pages)
    assert added == {("thu-doan/goi-la/tuyen-truyen", "vi")}


def test_an_item_of_two_lines_is_one_text_and_each_of_its_lines_has_its_number(project: Project) -> None:
    (kit,) = kits_of(project, KIT.replace("Ai giục thì mình chậm.", "Ai **giục**\n  thì mình chậm."))
    first, second, *_ = kit.lines("khau-hieu")
    assert kit.items("khau-hieu")[0].text == "Ai giục thì mình chậm."
    assert [first.text, second.text, second.number - first.number] == ["Ai giục", "thì mình chậm.", 1]
    assert kit.line_of("khau-hieu") == first.number == kit.items("khau-hieu")[0].number


def test_a_fault_on_the_second_line_of_a_paragraph_names_that_line(project: Project) -> None:
    text = KIT.replace("Nhớ nhé bà con mình ơi. ", "\nBị ép, gọi 113 nhé. ", 1)
    file = write(project, text)
    with pytest.raises(FaultsError) as raised:
        checked_kits(project.root, read_handbook(project))
    lines = file.read_text(encoding="utf-8").splitlines()
    told_lines = [lines[fault.line - 1] for fault in raised.value.faults if "chữ số" in fault.found]
    assert told_lines == [f"Bị ép, gọi 113 nhé. {RULE}"]


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("- Ai giục thì mình chậm.\n", "", "khau-hieu: 2 dòng"),
        ("- Hỏi ai trước?\n", "", "cau-hoi: 3 dòng"),
        ("Ai giục thì mình chậm.", "chậm " * 13, "13 chữ"),
        ("hoi nguoi nha. Bi ep", "hỏi nguoi nha. Bi ep", "tốn gấp đôi vì «ỏ» ở ký tự thứ 59"),
        ("la lua. Tat may", "la lua. Tat may " + "a" * 100, "đơn vị GSM-7, 2 tin"),
        ("là lừa. Tắt máy", "là lừa. Tắt máy " + "ơ" * 100, "đơn vị UCS-2, 3 tin"),
        ("Cao Bang canh giac: ", "", "tin không xưng tên"),
        ("Tat may, hoi nguoi nha. Bi ep: goi 113.", "Tat may.", "tin không nói hỏi ai, gọi ai"),
        ("Bi ep: goi 113", "Can giup: goi 113", "sms: «Can giup: goi 113.»"),
        ("Nhớ nhé bà con mình ơi.", "Cần giúp, gọi một một ba.", "loa-30: «Cần giúp, gọi một một ba.»"),
        (f"mình ơi. {RULE}", f"mình ơi. {RULE} Nhớ nhé.", "loa-30 kết bằng «…"),
        (f"Nhớ nhé bà con. {RULE}", "Gọi ngân hàng. Kể người nhà. Đến công an phường.", "loa-60 kết bằng «…"),
        ("Ai từng gặp thế?", "Hết.", "kịch kết bằng «…"),
        ("## Bài đăng", "## Nhạc chờ {#nhac-cho}\n\nTắt máy trước đã.\n\n## Bài đăng", "nhac-cho: 4 tiếng"),
        ("## Bài đăng", f"## Nhạc chờ {{#nhac-cho}}\n\n{'Gọi 2 lần. ' * 9}\n\n## Bài đăng", "chữ số trong nhac-cho"),
        ("## Loa 30", f"## Nhạc chờ {{#nhac-cho}}\n\n{'Tắt máy trước đã. ' * 7}\n\n## Loa 30", "các mục: "),
        ("Tat may, hoi", "Xem https://caobang.gov.vn, hoi", "tin có đường dẫn"),
        ("Tat may, hoi", "dung nghe, hoi", "«dung» đọc ra"),
        ("Nhớ nhé bà con mình ơi.", "Gọi 113 nhé bà con ơi.", "chữ số trong loa-30"),
        ("Nhớ nhé bà con mình ơi.", "", "loa-30: "),
        ("Rồi hỏi người nhà.", "Gọi 0912345678.", "số điện thoại 0912345678"),
        ("Rồi hỏi người nhà.", "Chắc chắn lấy lại được tiền.", "hứa «"),
        ("Rồi hỏi người nhà.", "rồi " * 21, "câu 21 chữ"),
        ("Rồi hỏi người nhà.", "Có người mất tiền [X02].", "nguồn [X02]"),
        ("sources: [X01]", "sources: [X09]", "nguồn «X09»"),
        ("## Bài đăng {#bai-dang}", "## Bài đăng {#bai}", "các mục: "),
        ("id: goi-la", "id: goi-khac", "id «goi-khac»"),
        ("reviewed: 2026-11-28", "reviewed: hôm qua", "reviewed"),
    ],
)
def test_each_defect_is_told(project: Project, old: str, new: str, found: str) -> None:
    assert old in KIT, f"{old!r} is not in the kit"
    every = told(project, KIT.replace(old, new, 1))
    assert any(found in each for each in every), f"{found!r} is not among {every}"


def test_faults_of_several_kits_are_told_together(project: Project) -> None:
    other = project.docs / "thu-doan" / "khac"
    other.mkdir()
    (other / "tuyen-truyen.md").write_text("không có đầu", encoding="utf-8")
    assert len(told(project, KIT.replace("id: goi-la", "id: goi-khac", 1))) == 2


def translated(project: Project, text: str) -> None:
    """Write a Tày kit beside the sound Vietnamese one."""
    source = pin(write(project, KIT).read_text(encoding="utf-8"))
    head = f'---\ntranslation: draft\nsource: "{source}"\ntranslator: ""\nreviewer: ""\n---\n\n# Lèo\n\n'
    file = project.docs / "thu-doan" / "goi-la" / "tuyen-truyen.tyz.md"
    file.write_text(head + text, encoding="utf-8")


SLOGANS = "## Lèo {#khau-hieu}\n\n- Lèo lố.\n- Lèo lố.\n- Lèo lố.\n\n"
TAY_RULE = "Đắp máy. Xam cần rườn. Pây công an xạ."
LOUDSPEAKER = "## Lèo {#loa-30}\n\n" + "Lèo lố lèo lố. " * 17 + f"{TAY_RULE}\n"


def test_a_translated_kit_has_slogans_and_the_short_loudspeaker_text(project: Project) -> None:
    translated(project, SLOGANS + LOUDSPEAKER)
    kits = checked_kits(project.root, read_handbook(project))
    assert [kit.language for kit in kits] == ["vi", "tyz"]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (SLOGANS, "các mục khau-hieu"),
        (SLOGANS + LOUDSPEAKER + "## Lèo {#sms}\n\n- Lèo.\n", "các mục khau-hieu loa-30 sms"),
        (SLOGANS.replace("- Lèo lố.\n", "", 1) + LOUDSPEAKER, "có 2 ý"),
        (SLOGANS + LOUDSPEAKER.replace("Lèo lố", "Lèo lố lèo", 4), "loa-30: 81 tiếng"),
        (SLOGANS + LOUDSPEAKER.replace(TAY_RULE, "Lèo lố lèo lố. " * 2), "loa-30 kết bằng «…"),
        (SLOGANS.replace("Lèo lố.", "lèo " * 13, 1) + LOUDSPEAKER, "13 chữ"),
    ],
)
def test_each_defect_of_a_translated_kit_is_told(project: Project, text: str, found: str) -> None:
    translated(project, text)
    with pytest.raises(FaultsError) as raised:
        checked_kits(project.root, read_handbook(project))
    every = [fault.found for fault in raised.value.faults]
    assert any(found in each for each in every), f"{found!r} is not among {every}"
