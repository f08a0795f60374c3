"""How far each language is, as the public page shows it: the table of `run.py ban-dich tinh-trang`."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import PurePosixPath

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook
from camnang.handbook.translation.status import TranslationStatus, tally
from camnang.site.views.translations import ReadingRow, TranslationRow, TranslationTable

DATA_TITLES = {"glossary": "Giải nghĩa: nghĩa các chữ khó", "quiz": "Thật hay lừa?: câu hỏi cho trẻ em"}


def per_cent(share: float) -> int:
    """Return a share of 0 to 1 in whole per cent."""
    return round(100 * share)


def data_row(status: TranslationStatus) -> TranslationRow:
    """Return the row of a data file, which has no page of its own."""
    title = DATA_TITLES[PurePosixPath(status.original).stem]
    return TranslationRow(title, "", status.state.value, status.reviewer, None, None, None)


def row(status: TranslationStatus, handbook: Handbook) -> TranslationRow:
    """Return the row of a page or of a data file."""
    if not status.original.startswith("docs/"):
        return data_row(status)
    folder = PurePosixPath(status.original).parent.relative_to("docs").as_posix()
    folder = "" if folder == "." else folder
    original = handbook.pages[folder, handbook.facts.original.code]
    page = handbook.pages.get((folder, status.code))
    if page is None:
        return TranslationRow(original.title, "", status.state.value, "", None, None, None)
    words = page.words
    shares = per_cent(words.attested_share), per_cent(words.loan_share)
    said = status.state.value, status.reviewer, words.total
    return TranslationRow(original.title, page.path, *said, *shares, status.low)


def reading_rows(language: Language, handbook: Handbook) -> tuple[ReadingRow, ...]:
    """Return the recordings that are wanted of a language, in the order in which they are wanted."""
    there = {(each.page, each.language) for each in handbook.facts.recordings}
    found = []
    for piece in handbook.facts.recording_kit.pieces:
        original = handbook.pages.get((piece.page, handbook.facts.original.code))
        page = handbook.pages.get((piece.page, language.code))
        title = original.title if original else piece.page
        found.append(ReadingRow(title, page.path if page else "", (piece.page, language.code) in there))
    return tuple(found)


def table(statuses: tuple[TranslationStatus, ...], language: Language, handbook: Handbook) -> TranslationTable:
    """Return the table of one language; a language that waits for a translator shows no rows."""
    counts = tally(statuses, language.code)
    rows = [row(status, handbook) for status in statuses if status.code == language.code and language.published]
    return TranslationTable(
        language=language,
        wanted=not language.published,
        total=counts.total,
        missing=counts.missing,
        draft=counts.draft,
        human=counts.human,
        drifted=counts.drifted,
        completeness=per_cent(counts.completeness),
        rows=tuple(rows),
        readings=reading_rows(language, handbook) if language.published else (),
    )


def translation_views(statuses: Iterable[TranslationStatus], handbook: Handbook) -> tuple[TranslationTable, ...]:
    """Return the tables of all languages but the original, those without pages last."""
    every = tuple(statuses)
    languages = (*handbook.facts.languages[1:], *handbook.facts.wanted)
    return tuple(table(every, language, handbook) for language in languages)
