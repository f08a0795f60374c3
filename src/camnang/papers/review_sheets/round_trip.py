"""Out and in: a page printed as two sheets, and a filled-in sheet turned into changes of the handbook."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.whole_files import write_files
from camnang.handbook.facts.languages import Language, read_languages
from camnang.handbook.facts.lexicon import Lexicon, read_lexicon
from camnang.handbook.facts.sentence_grades import read_sentence_grades
from camnang.handbook.project import Project
from camnang.papers.review_sheets import rows, scattered
from camnang.papers.review_sheets.changes import Change, rehearse, told_in_sheet
from camnang.papers.review_sheets.corrections import reviewed
from camnang.papers.review_sheets.docx_sheet import docx_bytes
from camnang.papers.review_sheets.drafts import Draft, find_draft
from camnang.papers.review_sheets.filled import FilledRow, FilledSheet, filled_sheet
from camnang.papers.review_sheets.graded_rows import grade_changes, judged_rows
from camnang.papers.review_sheets.judgement import Judgement, is_judged, judged
from camnang.papers.review_sheets.lexicon_additions import lexicon_path, new_entries, with_entries
from camnang.papers.review_sheets.reading import opened_bytes, read_opened
from camnang.papers.review_sheets.remarks import remarks
from camnang.papers.review_sheets.xlsx_sheet import xlsx_bytes

FOLDER = Path("build") / "phieu-duyet"


def is_untouched(file: Path, fresh: bytes) -> bool:
    """Tell whether a file may be replaced: the same bytes, or a sheet on which nobody has written."""
    if not file.exists() or file.read_bytes() == fresh:
        return True
    try:
        sheet = filled_sheet(file.name, read_opened(file))
    except FaultsError:
        return False
    return not any(map(is_judged, sheet.rows)) and not any(sheet.info[name].text for name in rows.BLANKS)


def written_on(file: Path) -> Fault:
    """Say that a file holds a reviewer's work."""
    repair = "nhập phiếu ấy, đổi tên nó, hoặc ghi phiếu mới sang thư mục khác bằng --ra"
    return Fault(
        path=file.name,
        rule="khong-ghi-de",
        found="tệp này đã có chữ của người duyệt",
        expected="phiếu mới không đè lên phiếu đã điền",
        repair=repair,
    )


def print_sheets(project: Project, code: str, page: str, folder: Path) -> tuple[Draft, tuple[Path, ...]]:
    """Write the DOCX and the XLSX of a page; return the draft and both files.

    Raises `FaultsError` when there is no such draft, or a sheet there has been written on.
    """
    languages = read_languages(project.root)
    draft = find_draft(project, languages, code, page, "phieu")
    sheet = rows.sheet_of(draft, read_lexicon(project.root, languages), read_sentence_grades(project.root))
    name = f"{draft.page.replace('/', '-')}.{code}"
    files = {folder / f"{name}.docx": docx_bytes(sheet), folder / f"{name}.xlsx": xlsx_bytes(sheet)}
    raise_if_any(written_on(file) for file, fresh in files.items() if not is_untouched(file, fresh))
    write_files(files)
    return draft, tuple(files)


def print_scattered(project: Project, code: str, folder: Path) -> tuple[rows.Sheet, tuple[Path, ...]]:
    """Write the DOCX and the XLSX of the sentences that most need a speaker; return the sheet and both files.

    Raises `FaultsError` when the language has no draft, or a sheet there has been written on.
    """
    sheet = scattered.printed_sheet(project, read_languages(project.root), code)
    name = f"{scattered.PAGE}.{code}"
    files = {folder / f"{name}.docx": docx_bytes(sheet), folder / f"{name}.xlsx": xlsx_bytes(sheet)}
    raise_if_any(written_on(file) for file, fresh in files.items() if not is_untouched(file, fresh))
    write_files(files)
    return sheet, tuple(files)


def changes_of(project: Project, draft: Draft, judgement: Judgement, lexicon: Lexicon) -> tuple[Change, ...]:
    """Return the files that a judgement changes: the translation first, then the lexicon."""
    page = Change(draft.path, draft.text, reviewed(draft.text, judgement))
    path = lexicon_path(draft.language.code)
    entries = tuple(new_entries(judgement, draft, lexicon))
    table = project.text(path) if entries else ""
    return tuple(
        change for change in (page, Change(path, table, with_entries(table, entries))) if change.old != change.new
    )


@dataclass(frozen=True)
class Imported:
    """What a sheet changes, and what was found on it that is neither taken nor a fault."""

    changes: tuple[Change, ...]
    remarks: tuple[Fault, ...] = ()


def with_ids(sheet: FilledSheet, draft: Draft) -> FilledSheet:
    """Return a sheet whose hidden ids some program lost, with those of its numbers where the drafts agree."""
    units = {str(number): unit for number, unit in enumerate(draft.units, start=1)}

    def named(row: FilledRow) -> FilledRow:
        unit = units.get(row.number)
        found = unit is not None and not row.id.text and row.draft.text == unit.text
        return replace(row, id=replace(row.id, text=unit.id)) if unit and found else row

    return replace(sheet, rows=tuple(map(named, sheet.rows)))


def printed_words(sheet: rows.Sheet) -> frozenset[str]:
    """Return every text that stands on the sheets as they are printed."""
    printed = [opened_bytes(made(sheet)) for made in (docx_bytes, xlsx_bytes)]
    return frozenset(cell.text for each in printed for cell in (*each.cells, *each.asides))


def read_sheet(project: Project, file: Path) -> Imported:
    """Return what a filled-in sheet changes, after reading the handbook with the changes; nothing is written.

    Raises `FaultsError` with all faults of the file, else all of the sheet, else all that the changes would make.
    """
    languages = read_languages(project.root)
    lexicon = read_lexicon(project.root, languages)
    sheet = filled_sheet(file.name, read_opened(file))
    code, page = sheet.info[rows.LANGUAGE], sheet.info[rows.PAGE]
    if page.text == scattered.PAGE:
        return read_scattered(project, sheet, languages, lexicon)
    draft = find_draft(project, languages, code.text, page.text, f"{file.name} {page.place}")
    sheet = with_ids(sheet, draft)
    judgement = judged(sheet, draft, lexicon)
    changes = changes_of(project, draft, judgement, lexicon)
    if changes:
        told = partial(told_in_sheet, change=changes[0], file=file.name, places=judgement.places)
        rehearse(project, changes, told)
    printed = rows.sheet_of(draft, lexicon, read_sentence_grades(project.root))
    return Imported(changes, tuple(dict.fromkeys(remarks(sheet, printed, printed_words(printed)))))


def read_scattered(
    project: Project, sheet: FilledSheet, languages: tuple[Language, ...], lexicon: Lexicon
) -> Imported:
    """Return what a sheet of sentences from many pages changes: every page in which they stand, grades, lexicon.

    Raises `FaultsError` as `read_sheet` does.
    """
    code = sheet.info[rows.LANGUAGE]
    edition = scattered.edition_of(project, languages, code.text, f"{sheet.file} {code.place}")
    draft = scattered.draft_of(sheet, edition)
    mark = sheet.info[rows.DRAFT_PIN]
    plain = replace(sheet, info={**sheet.info, rows.SOURCE_PIN: replace(mark, text=draft.source_pin)})
    judgement = judged(plain, draft, lexicon)
    entries = tuple(new_entries(judgement, draft, lexicon))
    path = lexicon_path(code.text)
    table = project.text(path) if entries else ""
    changes = (
        *scattered.page_changes(edition, scattered.corrected(judgement, draft)),
        *((Change(path, table, with_entries(table, entries)),) if entries else ()),
        *grade_changes(project, dict(judged_rows(sheet, judgement, code.text)), code.text),
    )
    if changes:
        rehearse(project, changes, lambda fault: fault)
    asked = tuple(scattered.Wanted(unit.text, None, "") for unit in draft.units)
    printed = scattered.sheet_of(edition, asked)
    words = printed_words(printed) | {cell.text for cell in sheet.unread}
    return Imported(changes, tuple(dict.fromkeys(remarks(sheet, printed, words))))
