"""Slides: that a PPTX opens, has its slides, and each slide a title and notes."""

from __future__ import annotations

import posixpath
import zipfile
from collections.abc import Iterator
from io import BytesIO

from lxml import etree

from camnang.files.faults import Fault
from camnang.made.pictures import Picture

REPAIR = "vẽ lại: python3 run.py ve"
NAMES = {
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "p": "http://schemas.openxmlformats.org/presentationml/2006/main",
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
}
MAIN = "ppt/presentation.xml"
PARSER = etree.XMLParser(resolve_entities=False, no_network=True)


def part(package: zipfile.ZipFile, name: str) -> etree._Element:
    """Return an XML part of the package; raise `KeyError` when it is missing."""
    return etree.fromstring(package.read(name), PARSER)


def related(package: zipfile.ZipFile, name: str) -> dict[str, str]:
    """Return the parts that a part leads to, by their ids (ECMA-376, part 2)."""
    folder, file = posixpath.split(name)
    listed = part(package, f"{folder}/_rels/{file}.rels").iterfind("rel:Relationship", NAMES)
    return {
        str(each.get("Id")): posixpath.normpath(posixpath.join(folder, str(each.get("Target"))))
        for each in listed
        if each.get("TargetMode") != "External"
    }


def slide_names(package: zipfile.ZipFile) -> list[str]:
    """Return the slides' parts in their order."""
    leads = related(package, MAIN)
    ids = part(package, MAIN).iterfind("p:sldIdLst/p:sldId", NAMES)
    return [leads[str(each.get(f"{{{NAMES['r']}}}id"))] for each in ids]


def has_title(slide: etree._Element) -> bool:
    """Tell whether a slide has a title that outlines and screen readers know."""
    for shape in slide.iterfind(".//p:sp", NAMES):
        kind = shape.find("p:nvSpPr/p:nvPr/p:ph", NAMES)
        if kind is not None and kind.get("type") in {"title", "ctrTitle"}:
            return any((text.text or "").strip() for text in shape.iterfind(".//a:t", NAMES))
    return False


def pictures_without_words(slide: etree._Element) -> int:
    """Return how many pictures of a slide have no alternative text and are not marked as decoration."""
    told = slide.iterfind(".//p:pic/p:nvPicPr/p:cNvPr", NAMES)
    silent = (each for each in told if not (each.get("descr") or "").strip())
    return sum(each.find(".//adec:decorative[@val='1']", NAMES) is None for each in silent)


def slide_faults(path: str, number: int, package: zipfile.ZipFile, name: str) -> Iterator[Fault]:
    """Yield every fault of one slide; `number` counts from 1."""
    slide = part(package, name)
    if not has_title(slide):
        yield Fault(
            path=path,
            rule="slide-thieu-loi",
            found=f"slide {number} không có tiêu đề",
            expected="mỗi slide một tiêu đề",
            repair=REPAIR,
        )
    silent = pictures_without_words(slide)
    if silent:
        yield Fault(
            path=path,
            rule="slide-thieu-loi",
            found=f"slide {number}: {silent} hình thiếu lời tả",
            expected="mọi hình có lời tả",
            repair=REPAIR,
        )
    if not any("notesSlide" in target for target in related(package, name).values()):
        yield Fault(
            path=path,
            rule="slide-thieu-loi",
            found=f"slide {number} không có lời người nói",
            expected="mỗi slide có ghi chú để nói",
            repair=REPAIR,
        )


def deck_faults(path: str, row: Picture, content: bytes) -> Iterator[Fault]:
    """Yield every fault of a PPTX."""
    try:
        with zipfile.ZipFile(BytesIO(content)) as package:
            names = slide_names(package)
            if len(names) != row.pages:
                yield Fault(
                    path=path,
                    rule="hinh-sai-co",
                    found=f"{len(names)} slide",
                    expected=f"{row.pages} slide như manifest.json ghi",
                    repair=REPAIR,
                )
            for number, name in enumerate(names, start=1):
                yield from slide_faults(path, number, package, name)
    except (zipfile.BadZipFile, KeyError, etree.XMLSyntaxError) as error:
        yield Fault(
            path=path,
            rule="hinh-hong",
            found=f"không mở được tệp trình chiếu ({error})",
            expected="tệp PPTX mở được",
            repair=REPAIR,
        )
