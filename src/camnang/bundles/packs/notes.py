"""The two text files of a pack: what to do first, and what is allowed."""

from __future__ import annotations

from collections.abc import Collection

from camnang.bundles.packs.guide import NAME as GUIDE
from camnang.bundles.packs.guide import small_lines
from camnang.bundles.packs.office_texts import FOLDER_NAMES
from camnang.files.faults import Fault, FaultsError
from camnang.files.zip_archive import SUMS
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Settings
from camnang.made.contents import Contents

READ_ME, LICENCE = "DOC-TRUOC.txt", "GIAY-PHEP.txt"
RIGHTS_PAGE = "gioi-thieu/giay-phep"
LICENCE_ADDRESS = "https://creativecommons.org/licenses/by/4.0/deed.vi"
# Notepad of old Windows shows accents and lines right only with a mark at the start and two signs at the end.
ENCODING, LINE_END = "utf-8-sig", "\r\n"
READ_ME_TEXT = """\
{campaign}

GÓI CHO: {place} ({language})

1. Giải nén cả gói ra một thư mục.
2. Mở «{guide}». Tờ ấy nói in giấy gì, treo ở đâu, cao bao nhiêu.
3. In, treo, gửi. Không mất tiền, không phải xin phép. Xem «{licence}».

TRONG GÓI CÓ
{folders}
{notices}
{credit}
Muốn biết tệp còn nguyên không: so với mã trong tệp {sums}.
"""


def folder_lines(contents: Contents, texts: Collection[str]) -> str:
    """Return a line for each folder: what is in it and how many; `texts` are paths of office files."""
    lines = [
        f"- {sheaf.folder}: {sheaf.format.name['vi']}, {sheaf.format.dimensions}, {len(sheaf.pictures)} tệp\n"
        for sheaf in contents.sheaves
    ]
    for folder, name in FOLDER_NAMES.items():
        if count := sum(path.startswith(f"{folder}/") for path in texts):
            lines.append(f"- {folder}: {name}, {count} tệp\n")
    return "".join(lines)


def as_text(text: str) -> bytes:
    """Return a text as every Windows, Linux and Mac shows it."""
    return text.replace("\n", LINE_END).encode(ENCODING)


def read_me(contents: Contents, texts: Collection[str], handbook: Handbook, settings: Settings) -> bytes:
    """Return what to do with the pack; `texts` are the paths of its office files."""
    code = handbook.facts.original.code
    text = READ_ME_TEXT.format(
        campaign=handbook.facts.words[code]["campaign"],
        place=contents.place.title[code],
        language=contents.language.description,
        guide=GUIDE,
        licence=LICENCE,
        folders=folder_lines(contents, texts),
        notices="\n".join(f"{line}." for line in small_lines(contents, handbook, settings)),
        credit=f"{contents.language.credit}.\n" if contents.language.credit else "",
        sums=SUMS,
    )
    return as_text(text)


def licence(handbook: Handbook) -> bytes:
    """Return the handbook's own page about rights as plain text; raise `FaultsError` when there is no such page."""
    page = handbook.pages.get((RIGHTS_PAGE, handbook.facts.original.code))
    if page is None:
        expected = "trang nói được in lại, sửa lại thế nào"
        fault = Fault(
            path=f"docs/{RIGHTS_PAGE}/index.md",
            rule="thieu-trang",
            found="không có trang này",
            expected=expected,
            repair="viết trang ấy",
        )
        raise FaultsError([fault])
    parts = [page.title.upper(), "", page.lead]
    for section in page.sections.values():
        parts += ["", section.title, *(f"- {item.text}" for item in section.items)]
        parts += [] if section.items else [section.text]
    return as_text("\n".join([*parts, "", LICENCE_ADDRESS, ""]))
