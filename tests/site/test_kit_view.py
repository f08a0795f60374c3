from __future__ import annotations

import pytest

from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.sms_rows import sms_rows
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from camnang.made.office_files import OfficeFile
from camnang.site.kit_view import kit_cards, kit_parts, kit_path, message_note, message_views
from camnang.site.office_files_view import office_groups, office_views
from tests.handbook.kits.made_up import KIT, write

FOLDER = "thu-doan/goi-la/tuyen-truyen"


@pytest.fixture
def kept(project: Project) -> Handbook:
    write(project, KIT.replace("Rồi hỏi người nhà.", "Rồi **hỏi** người nhà. [X01]"))
    return read_handbook(project)


def test_every_text_is_shown_as_it_is_copied_with_its_length(kept: Handbook) -> None:
    parts = {part.id: part for part in kit_parts(kept.pages[FOLDER, "vi"])}
    assert parts["khau-hieu"].sayings[0].text == "Ai giục thì mình chậm."
    assert parts["khau-hieu"].sayings[0].note == "5 chữ"
    assert parts["sms"].sayings[0].note == "GSM-7 · 87/160 · 1 tin"
    assert parts["bai-dang"].sayings[0].text == "Tắt máy trước đã. Rồi hỏi người nhà."
    assert parts["loa-30"].sayings[0].note.endswith("tiếng · 29 giây")
    assert parts["kich"].sayings == ()
    assert "<p>" in parts["kich"].html


@pytest.mark.parametrize(
    ("text", "note"),
    [("a" * 160, "GSM-7 · 160/160 · 1 tin"), ("ơ" * 70, "UCS-2 · 70/70 · 1 tin"), ("ơ" * 71, "UCS-2 · 71 · 2 tin")],
)
def test_a_message_tells_its_parts(text: str, note: str) -> None:
    assert message_note(text) == note


def test_the_page_of_messages_and_the_file_for_operators_say_the_same(project: Project, kept: Handbook) -> None:
    rows = list(sms_rows(checked_kits(project.root, kept), "Dự thảo"))
    shown = message_views(kept, kept.facts.original)
    assert [(each.id, each.units, each.parts, each.text) for each in shown] == [
        (row.id, row.units, row.parts, row.text) for row in rows
    ]


def test_kits_are_listed_under_the_names_of_their_scams(kept: Handbook) -> None:
    tay = kept.facts.language("tyz")
    assert [(card.title, card.path, card.language) for card in kit_cards(kept, kept.facts.original)] == [
        ("Người lạ gọi, xưng công an", f"{FOLDER}/", "vi")
    ]
    assert [(card.path, card.language) for card in kit_cards(kept, tay)] == [(f"tyz/{FOLDER}/", "tyz")]


def test_a_scam_leads_to_its_kit_and_to_none_where_there_is_none(kept: Handbook, handbook: Handbook) -> None:
    scam, tay = kept.pages["thu-doan/goi-la", "vi"], kept.facts.language("tyz")
    assert kit_path(scam, tay, kept) == f"tyz/{FOLDER}/"
    assert kit_path(scam, tay, handbook) == ""


def office_file(path: str, language: str) -> OfficeFile:
    return OfficeFile(
        path=path,
        name=path,
        use="loi-noi",
        folder=FOLDER,
        language=language,
        bytes=38_400,
        sha256="",
        reviewed="2026-11-28",
        fingerprint="",
    )


def test_office_files_are_offered_in_the_language_of_the_text() -> None:
    files = office_file("a.docx", "vi"), office_file("a.tyz.docx", "tyz")
    assert [(each.path, each.ending, each.kilobytes) for each in office_views(FOLDER, "vi", files)] == [
        ("a.docx", "DOCX", 38)
    ]
    (group,) = office_groups("tyz", files)
    assert (group.key, [each.path for each in group.files]) == ("use_loi_noi", ["a.tyz.docx", "a.docx"])
