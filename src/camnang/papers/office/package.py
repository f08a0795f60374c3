"""An Office file from outside, unpacked within bounds: its parts of XML, and nothing that runs, grows or is fetched.

Office files are ZIPs of XML (ECMA-376 part 2). A ZIP may unpack to more than the memory, whatever its header says of
the size; XML may define entities that grow without end. So parts are read piece by piece and stopped at a limit.
"""

from __future__ import annotations

import posixpath
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from lxml.etree import _Element

from camnang.papers.office.file_kinds import OfficeFileError, Wanted, broken, not_archive, other_archive
from camnang.papers.office.markup import name_of, parsed

MOST_FILE_BYTES: Final = 5 * 1024 * 1024  # a form has 12 KB, a sheet 40 KB
MOST_UNPACKED_BYTES: Final = 24 * 1024 * 1024  # a form has 100 KB; 240,000 coloured empty rows have 10 MB
MOST_PARTS: Final = 300
PIECE: Final = 64 * 1024
ENCRYPTED_FLAG: Final = 0x1  # of a member (APPNOTE.TXT 4.4.4)
METHODS: Final = frozenset({zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED})  # the only two of ECMA-376 part 2
XML_ENDINGS: Final = (".xml", ".rels", ".vml")
# ECMA-376 part 2 forbids DTDs; other encodings could hide one.
DTD: Final = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
ENCODING: Final = re.compile(rb"""^\s*<\?xml[^>]*encoding\s*=\s*["']([^"']+)""")
ENCODINGS: Final = frozenset({b"utf-8", b"utf-16", b"us-ascii"})
MAIN_ELEMENTS: Final = {"x:workbook": "xlsx", "w:document": "docx"}
FRESH_COPY: Final = "mở bản gốc, chép chữ và số sang một tệp mới, lưu lại"
EMPTY_ROWS: Final = (
    "mở tệp, bấm Ctrl+End xem ô cuối; vào Review bấm Unprotect Sheet nếu có; chọn các hàng trống dưới bảng"
    " tới hàng cuối, chuột phải, Delete; lưu lại"
)
FEWER_PICTURES: Final = "bỏ ảnh và tờ thêm vào, lưu lại"


@dataclass(frozen=True)
class Package:
    """The parts of an Office file: all `names`, and the content of those in XML; names are in small letters."""

    kind: str
    main: str
    names: tuple[str, ...]
    parts: Mapping[str, bytes]

    def root(self, name: str) -> _Element | None:
        """Return the root of a part, None where there is no such part."""
        content = self.parts.get(name)
        return None if content is None else parsed(content)

    def related(self, name: str) -> dict[str, tuple[str, str]]:
        """Return kind and target of each relation of a part by its id, the kind as the last word of its address."""
        return relations(self.parts, name)

    def of_kind(self, name: str, kind: str) -> tuple[str, ...]:
        """Return the targets of a part's relations of one kind."""
        return tuple(target for each, target in self.related(name).values() if each == kind)


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """Return the relations of a part («» for the package); what is outside the package is left out."""
    folder, file = posixpath.split(name)
    content = parts.get(posixpath.join(folder, "_rels", f"{file}.rels"))
    found = {}
    for each in () if content is None else parsed(content):
        if name_of(each) == "rel:Relationship" and str(each.get("TargetMode", "")).lower() != "external":
            target = posixpath.normpath(posixpath.join("/", folder, str(each.get("Target", ""))))
            found[str(each.get("Id"))] = (str(each.get("Type", "")).rpartition("/")[2], target.strip("/").lower())
    return found


def xml_problem(content: bytes) -> str:
    """Return why a part is not safe to parse, '' when it is."""
    named = ENCODING.search(content[:200].replace(b"\0", b""))
    if named and named[1].lower() not in ENCODINGS:
        return "tệp có phần chữ mã lạ"
    # UTF-16 writes a zero byte beside each letter.
    plain = content if content.find(b"\0") < 0 else content.replace(b"\0", b"")
    return "tệp có khai báo DTD, thực thể XML" if DTD.search(plain) else ""


def piecewise(archive: zipfile.ZipFile, member: zipfile.ZipInfo, room: int) -> bytes:
    """Return a member's bytes; raise `OfficeFileError` as soon as they are more than `room`."""
    content = bytearray()
    with archive.open(member) as stream:
        while piece := stream.read(PIECE):
            content += piece
            if len(content) > room:
                rows = "sheet" in member.filename.lower()
                most = MOST_UNPACKED_BYTES // 1024 // 1024
                raise OfficeFileError(f"tệp bung ra quá {most} MB", EMPTY_ROWS if rows else FRESH_COPY)
    return bytes(content)


def unpacked(archive: zipfile.ZipFile) -> dict[str, bytes]:
    """Return the parts of XML by their names; raise `OfficeFileError` for what makes the file unsafe."""
    members = archive.infolist()
    if len(members) > MOST_PARTS:
        raise OfficeFileError(f"tệp có quá nhiều phần ({len(members)})", FEWER_PICTURES)
    if any(member.flag_bits & ENCRYPTED_FLAG for member in members):
        raise OfficeFileError("tệp nén có mật khẩu", "giải nén bằng mật khẩu, dùng tệp bên trong")
    parts, room = {}, MOST_UNPACKED_BYTES
    for member in members:
        name = part_name(member)
        if not name.endswith(XML_ENDINGS):
            continue
        if member.compress_type not in METHODS:
            raise OfficeFileError("tệp nén theo cách mà Office không dùng", FRESH_COPY)
        content = piecewise(archive, member, room)
        room -= len(content)
        if problem := xml_problem(content):
            raise OfficeFileError(problem, FRESH_COPY)
        parts[name] = content
    return parts


def part_name(member: zipfile.ZipInfo) -> str:
    """Return a part's name as it is compared: without case, and with the strokes of Windows turned round."""
    return member.filename.replace("\\", "/").lstrip("/").lower()


def main_part(parts: Mapping[str, bytes]) -> tuple[str, str]:
    """Return kind and name of the part that the package is about, two empty words without one."""
    targets = [target for kind, target in relations(parts, "").values() if kind == "officeDocument"]
    for name in (*targets, "xl/workbook.xml", "word/document.xml"):
        if name in parts:
            return MAIN_ELEMENTS.get(name_of(parsed(parts[name])), ""), name
    return "", ""


def opened(data: bytes, wanted: Wanted) -> Package:
    """Unpack a ZIP; raise `OfficeFileError` for what is unsafe, whatever a broken part raises for what is broken."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = tuple(part_name(member) for member in archive.infolist())
        parts = unpacked(archive)
    kind, main = main_part(parts)
    if kind not in wanted.kinds:
        raise other_archive(names, wanted)
    return Package(kind, main, names, parts)


def office_package(data: bytes, wanted: Wanted) -> Package:
    """Return a file's parts; raise `OfficeFileError` with what it is and a step that helps when it is not read."""
    if len(data) > MOST_FILE_BYTES:
        raise OfficeFileError(f"tệp quá lớn ({len(data) // 1024} KB)", FEWER_PICTURES)
    if not data.startswith(b"PK"):
        raise not_archive(data, wanted)
    try:
        return opened(data, wanted)
    except OfficeFileError:
        raise
    except Exception as error:  # zipfile and lxml raise whatever the broken part makes them stumble over
        raise broken(data) from error
