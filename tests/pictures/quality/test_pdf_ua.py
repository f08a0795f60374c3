from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from camnang.pictures.quality.pdf_ua import ARCHIVED, READ_ALOUD, access_faults, findings
from camnang.pictures.quality.structure import as_list
from camnang.pictures.quality.subject import Subject
from tests.pictures.quality.conftest import Draw, form
from tests.pictures.quality.made_up import SILENT

BODY = '= Đầu\n#figure(alt: "Hình", rect())\n== Sau\n- Một\n- Hai #link("https://example.org")[ở đây]'


def spoilt(pdf: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        spoil(opened)
        out = BytesIO()
        opened.save(out)
    return list(findings(out.getvalue(), READ_ALOUD, ARCHIVED))


def elements(pdf: pikepdf.Pdf, role: str) -> list[pikepdf.Object]:
    return [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and each.get("/S") == role]


def drop_key(pdf: pikepdf.Pdf, role: str, key: str) -> None:
    for element in elements(pdf, role):
        del element[key]


def rename(pdf: pikepdf.Pdf, role: str, other: str) -> None:
    for element in elements(pdf, role):
        element.S = pikepdf.Name(other)


def lose_heading(pdf: pikepdf.Pdf) -> None:
    document = elements(pdf, "/Document")[0]
    document.K = pikepdf.Array([kid for kid in as_list(document.K) if kid.S != "/H2"])


def untag(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    steps = [step for step in pikepdf.parse_content_stream(page) if str(step.operator) not in {"BDC", "BMC", "EMC"}]
    page.Contents = pdf.make_stream(pikepdf.unparse_content_stream(steps))


def forget_identification(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfuaid:part>1", b"pdfuaid:part>9"))


def forget_meaning(pdf: pikepdf.Pdf) -> None:
    for each in pdf.objects:
        if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each:
            del each["/ToUnicode"]


def forget_archive(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Metadata.write(pdf.Root.Metadata.read_bytes().replace(b"pdfaid:part>2", b"pdfaid:part>9"))


def empty_label(pdf: pikepdf.Pdf) -> None:
    elements(pdf, "/Lbl")[0].K = pikepdf.Array()


SPOILERS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "01-005": lose_heading,
    "14-001": lambda pdf: drop_key(pdf, "/H2", "/K"),
    "(Lbl)": empty_label,
    "PDFUA1-STRUCT-TREE-ROLE-MAP-001": lambda pdf: rename(pdf, "/H2", "/Cuckoo"),
    "PDFUA1-ID-PART-001": forget_identification,
    "PDFUA1-LI-PARENT-001": lambda pdf: rename(pdf, "/L", "/Div"),
    "PDFUA1-FONT-UNICODE-MAPPING-001": forget_meaning,
    "PDFUA1-FIGURE-ALTERNATIVE-TEXT-001": lambda pdf: drop_key(pdf, "/Figure", "/Alt"),
    "PDFUA1-HEADING-NESTING-001": lambda pdf: rename(pdf, "/H2", "/H3"),
    "PDFUA1-SUSPECTS-001": lambda pdf: pdf.Root.MarkInfo.update({"/Suspects": True}),
    "PDFUA1-TAGGED-DOCUMENT-001": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "PDFUA1-CONTENT-TAGGING-001": untag,
    "PDFUA1-STRUCT-TREE-ROOT-001": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "PDFUA1-TEXT-LANGUAGE-001": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "PDFUA1-VIEWER-PREFERENCES-001": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
    "TAB": lambda pdf: pdf.pages[0].obj.__delitem__("/Tabs"),
    "PDFA2A-ID": forget_archive,
}


def test_a_sheet_of_typst_keeps_the_standard(sheet: Draw) -> None:
    found = list(access_faults(sheet(BODY, replace(SILENT, language="vi"))))
    assert found == [], found


@pytest.mark.parametrize("rule", SPOILERS)
def test_each_breach_is_found(sheet: Draw, rule: str) -> None:
    found = spoilt(sheet(BODY).pdf, SPOILERS[rule])
    assert any(rule in told for told in found), f"{rule} is not among {found}"


def test_another_language_than_the_page_is_told(sheet: Draw) -> None:
    subject = Subject("x.pdf", form(), replace(SILENT, language="tyz"), sheet(BODY).pdf)
    assert [fault.found for fault in access_faults(subject)] == ["tệp ghi tiếng «vi»"]


def test_a_stream_of_another_length_is_told(sheet: Draw) -> None:
    pdf = sheet(BODY).pdf
    longer = re.sub(rb"/Length [1-8]", b"/Length 9", pdf)
    found = list(findings(longer, READ_ALOUD))
    assert any(told.startswith("qpdf: ") for told in found), f"a stream of another length is not told: {found}"


def test_a_file_for_a_printing_house_is_not_held_to_the_archives_standard(sheet: Draw) -> None:
    with pikepdf.open(BytesIO(sheet(BODY).pdf)) as opened:
        forget_archive(opened)
        out = BytesIO()
        opened.save(out)
    told = {
        edition: [
            fault.found for fault in access_faults(Subject("x.pdf", form(edition=edition), SILENT, out.getvalue()))
        ]
        for edition in ("colour", "press")
    }
    assert told["press"] == [], told
    assert any("PDFA2A-ID" in found for found in told["colour"]), told


@pytest.mark.parametrize(
    ("art", "unheard"),
    [("Gọi ngay cho con", "cho, con, gọi, ngay"), ("MỘT, hai!", ""), ("Một lần nữa", "lần, nữa"), ("ắệ 113", "")],
)
def test_words_that_are_only_painted_are_told(sheet: Draw, art: str, unheard: str) -> None:
    found = [fault.found for fault in access_faults(sheet(f"{BODY}\n\n#pdf.artifact[{art}]"))]
    assert found == [f"chỉ được vẽ, không được đọc: {unheard} (01-002)"] * bool(unheard), found
