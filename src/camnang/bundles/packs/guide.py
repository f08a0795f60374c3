"""«Hướng dẫn in và treo»: one page that says which file, which paper, where to hang it and how high.

The advice is Vietnamese in every pack, as `data/places.yml` is: who prints reads Vietnamese.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.handbook.dates import written
from camnang.handbook.facts.formats import office_sheet
from camnang.handbook.facts.places import FILE
from camnang.handbook.facts.words import RULE
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.notices import approval_notice
from camnang.handbook.project import Settings
from camnang.made.contents import Contents, Sheaf
from camnang.pictures.drawing.engine import FitError, draw_pdf
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.sheets.values import Sheet, as_json, plain

NAME = "Huong-dan-in-va-treo.pdf"
PAPER = office_sheet("huong-dan-in", "Hướng dẫn in và treo", "print-guide")
STEPS = ("guide_open", "guide_print", "guide_hang")
CARES = ("guide_keep_draft", "guide_no_emblem", "guide_replace")


@dataclass(frozen=True)
class GuideRow:
    """All files of one format: which paper, where to hang them, how high.

    `thumbnail` is a small picture as byte values, since Typst reads nothing outside `design/`.
    """

    name: str
    folder: str
    count: int
    dimensions: str
    paper: str
    where: str
    height: str
    thumbnail: tuple[int, ...]


@dataclass(frozen=True, kw_only=True)
class PrintGuide(Sheet):
    """What whoever prints a pack reads: three steps, a row for each format, what to take care of."""

    heading: str
    place: str
    pictogram: str
    pack: str
    steps: tuple[str, ...]
    columns: tuple[str, ...]
    files: str
    rows: tuple[GuideRow, ...]
    cares_title: str
    cares: tuple[str, ...]
    slogan: str
    notices: tuple[str, ...]


def drafted(contents: Contents, handbook: Handbook) -> bool:
    """Tell whether a text in the pack is a draft that no native speaker has read."""
    pages: list[Page] = [page for page in handbook.pages.values() if page.language == contents.language]
    return any(page.details.id in contents.pages and page.translation.state == "draft" for page in pages)


def small_lines(contents: Contents, handbook: Handbook, settings: Settings) -> tuple[str, ...]:
    """Return what the sheet says about itself and about the pack's language."""
    words = handbook.facts.words[handbook.facts.original.code]
    newest = written(max(picture.reviewed for picture in contents.pictures))
    language = contents.language.description
    draft = [f"{language[:1].upper()}{language[1:]}: {words['draft_translation'].lower()}"]
    return (
        *(draft if drafted(contents, handbook) else []),
        approval_notice(handbook.facts, settings),
        f"{words['checked']} {newest}",
    )


def row(sheaf: Sheaf, drawn: Path) -> GuideRow:
    """Return a line of the table; `drawn` is the folder of the pictures."""
    small = sheaf.thumbnail
    return GuideRow(
        name=sheaf.format.name["vi"],
        folder=sheaf.folder,
        count=len(sheaf.pictures),
        dimensions=sheaf.format.dimensions,
        paper=sheaf.advice.paper,
        where=sheaf.advice.where,
        height=sheaf.advice.height,
        thumbnail=tuple((drawn / small.path).read_bytes()) if small else (),
    )


def guide_sheet(contents: Contents, handbook: Handbook, settings: Settings, drawn: Path) -> PrintGuide:
    """Return all that the sheet says; `drawn` is the folder of the pictures."""
    code = handbook.facts.original.code
    words = handbook.facts.words[code]
    title = contents.place.title[code]
    return PrintGuide(
        language=code,
        title=f"{words['guide_title']}: {title}",
        author=words["campaign"],
        heading=words["guide_title"],
        place=title,
        pictogram=contents.place.pictogram,
        pack=f"{contents.language.description} · {len(contents.pictures)} {words['files']}",
        steps=tuple(words[key] for key in STEPS),
        columns=tuple(words[key] for key in ("guide_file", "guide_paper", "guide_where", "guide_height")),
        files=words["files"],
        rows=tuple(row(sheaf, drawn) for sheaf in contents.sheaves),
        cares_title=words["guide_cares"],
        cares=tuple(words[key] for key in CARES),
        slogan=" ".join(words[key] for key in RULE),
        notices=small_lines(contents, handbook, settings),
    )


def draw_guide(sheet: PrintGuide, contents: Contents, design: Path) -> bytes:
    """Return the sheet as a tagged PDF; raise `FaultsError` when a text does not fit or a letter is missing."""
    said = replace(sheet, rows=tuple(replace(each, thumbnail=()) for each in sheet.rows))
    place = contents.place.id
    raise_if_any(
        Fault(
            path=FILE,
            rule="phong-thieu-chu",
            found=f"{place}: chữ «{letter}» trong «{text}»",
            expected="chữ có trong design/fonts",
            repair="gõ lại chữ ấy",
        )
        for letter, text in missing_letters(plain(said), common_coverage(design)).items()
    )
    try:
        return draw_pdf(design, PAPER, as_json(sheet))
    except FitError as error:
        found = f"{place}: «{error.text}» không vừa một trang ({error.block})"
        fault = Fault(
            path=FILE,
            rule="chu-khong-vua",
            found=found,
            expected="lời ngắn, vừa một trang A4",
            repair="bớt chữ, hoặc bớt cỡ",
        )
        raise FaultsError([fault]) from error
