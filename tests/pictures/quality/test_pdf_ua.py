from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest

from camnang.pictures.quality.pdf_ua import access_faults, findings
from camnang.pictures.quality.structure import as_list
from camnang.pictures.quality.subject import Subject
from tests.pictures.quality.conftest import Draw, form
from tests.pictures.quality.made_up import SILENT

BODY = '= Đầu\n#figure(alt: "Hình", rect())\n== Sau\n- Một\n- Hai'


def spoilt(pdf: bytes, spoil: Callable[[pikepdf.Pdf], None]) -> list[str]:
    with pikepdf.open(BytesIO(pdf)) as opened:
        spoil(opened)
        out = BytesIO()
        opened.save(out)
    return list(findings(out.getvalue()))


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


SPOILERS: dict[str, Callable[[pikepdf.Pdf], None]] = {
    "01-005": lose_heading,
    "02-001": lambda pdf: rename(pdf, "/H2", "/Cuckoo"),
    "06-002": forget_identification,
    "09-005": lambda pdf: rename(pdf, "/L", "/Div"),
    "10-001": forget_meaning,
    "13-004": lambda pdf: drop_key(pdf, "/Figure", "/Alt"),
    "14-001": lambda pdf: drop_key(pdf, "/H2", "/K"),
    "14-003": lambda pdf: rename(pdf, "/H2", "/H3"),
    "Suspects": lambda pdf: pdf.Root.MarkInfo.update({"/Suspects": True}),
    "UA-01-002": lambda pdf: pdf.Root.__delitem__("/MarkInfo"),
    "UA-01-003": untag,
    "UA-01-005": lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
    "UA-06-001": lambda pdf: pdf.Root.__delitem__("/Lang"),
    "UA-07-002": lambda pdf: pdf.Root.__delitem__("/ViewerPreferences"),
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
