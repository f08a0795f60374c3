"""Sixty sentences of many pages on one sheet, the doubtful and dangerous first, and back into every page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from camnang.files.faults import Fault, raise_if_any
from camnang.handbook.facts.doubtful import read_doubtful
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.sentence_grades import Grade, SentenceGrade, read_sentence_grades
from camnang.handbook.facts.sentence_places import place_of, stands_in
from camnang.handbook.pages.page_files import find_pages
from camnang.handbook.pages.pins import pin
from camnang.handbook.project import Project
from camnang.handbook.spoken.spoken_text import sentences
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.changes import Change
from camnang.papers.review_sheets.drafts import Draft, find_draft, page_name
from camnang.papers.review_sheets.filled import FilledSheet
from camnang.papers.review_sheets.judgement import MARKUP, Judgement, is_judged
from camnang.papers.review_sheets.rows import Row, Sheet
from camnang.papers.review_sheets.units import LETTER, Unit, with_replaced

PAGE: Final = "sau-muoi"  # what stands on the sheet where other sheets name their page
COUNT: Final = 60
LEAST_WORDS: Final = 3  # of a sentence that nobody graded; a shorter one is a label
TITLE: Final = "Sáu mươi câu cần nghe nhất, ở nhiều trang"
FIRST_PAGES: Final = "khan-cap/"
END_MARKS: Final = ".!?… "
ORDER: Final[tuple[Grade | None, ...]] = ("low", "mid", None)


@dataclass(frozen=True)
class Wanted:
    """A sentence to be judged, without its final mark; `grade` is None while nobody graded it."""

    sentence: str
    grade: Grade | None
    ask: str


@dataclass(frozen=True)
class Place:
    """A unit in which a sentence stands."""

    draft: Draft
    unit: Unit


@dataclass(frozen=True)
class Edition:
    """All drafts of a language."""

    language: Language
    drafts: tuple[Draft, ...]

    @cached_property
    def places(self) -> tuple[Place, ...]:
        """Every unit of every draft, those of emergencies first."""
        first = sorted(self.drafts, key=lambda draft: not draft.page.startswith(FIRST_PAGES))
        return tuple(Place(draft, unit) for draft in first for unit in draft.units)

    @cached_property
    def whole(self) -> str:
        """Every unit's words, by which a sentence that stands nowhere is known at once."""
        return "\n".join(place.unit.text for place in self.places)

    def places_of(self, sentence: str) -> tuple[Place, ...]:
        """Return where a sentence stands by itself."""
        if sentence not in self.whole:
            return ()
        return tuple(place for place in self.places if stands_in(sentence, place.unit.text))


def edition_of(project: Project, languages: tuple[Language, ...], code: str, place: str) -> Edition:
    """Return all drafts of a language; raise `FaultsError` when there is none."""
    pages, _ = find_pages(project, languages)
    originals = {page.folder for page in pages if page.language.default}
    names = [page_name(page.folder) for page in pages if page.language.code == code and page.folder in originals]
    drafts = tuple(find_draft(project, languages, code, name, place) for name in names)
    if not drafts:
        find_draft(project, languages, code, PAGE, place)  # says which languages there are
    return Edition(drafts[0].language, drafts)


def bare(sentence: str) -> str:
    """Return a sentence as grades name it: without its final mark."""
    return sentence.rstrip(END_MARKS)


def is_plain(sentence: str) -> bool:
    """Tell whether a sentence is words only, so that it can be put back by itself."""
    return bool(LETTER.match(sentence[:1] or " ") or sentence[:1].isdigit()) and not MARKUP.search(sentence)


def listed(project: Project, edition: Edition, graded: tuple[SentenceGrade, ...]) -> Iterator[Wanted]:
    """Yield all sentences that may be asked about: the doubtful first, then by grade, emergencies first."""
    code = edition.language.code
    grades = {each.sentence: each for each in graded if each.language == code}
    doubtful = [each for each in read_doubtful(project.root) if each.language == code]
    for each in doubtful:
        yield Wanted(each.sentence, grades[each.sentence].grade if each.sentence in grades else None, each.why)
    units = (bare(sentence) for place in edition.places for sentence in sentences(place.unit.text))
    ungraded = (each for each in units if len(each.split()) >= LEAST_WORDS and not each.endswith(":"))
    found = [*dict.fromkeys(ungraded), *grades]
    for grade in ORDER:
        for sentence in found:
            known = grades.get(sentence)
            if (known.grade if known else None) == grade:
                yield Wanted(sentence, grade, known.note if known else "")


def chosen(project: Project, edition: Edition, graded: tuple[SentenceGrade, ...]) -> tuple[Wanted, ...]:
    """Return the sentences of the sheet, each once, all of them on some page."""
    found: dict[str, Wanted] = {}
    for each in listed(project, edition, graded):
        if len(found) == COUNT:
            break
        if is_plain(each.sentence) and edition.places_of(each.sentence):
            found.setdefault(each.sentence, each)
    return tuple(found.values())


def plain(text: str) -> str:
    """Return words without bold marks."""
    return text.replace("**", "")


def original_of(places: Iterable[Place]) -> str:
    """Return what the Vietnamese says where a sentence stands: the shortest, which says least beside it."""
    said = (plain(rows.original_of(place.draft, place.unit.id)) for place in places)
    return min((text for text in said if text != rows.MISSING), key=len, default=rows.MISSING)


def pages_said(places: Iterable[Place]) -> str:
    """Return the pages of a sentence as a reviewer reads them: the first by its title, how many more."""
    drafts = list({place.draft.path: place.draft for place in places}.values())
    title = drafts[0].originals.get("title", drafts[0].page)
    return title if len(drafts) == 1 else f"{title}; và {len(drafts) - 1} trang nữa"


def together(edition: Edition, sentences_: Iterable[str]) -> Draft:
    """Return the sentences of a sheet as one draft, a paragraph each."""
    ours = list(sentences_)
    theirs = [original_of(edition.places_of(each)) for each in ours]
    text, original = "\n\n".join(ours), "\n\n".join(theirs)
    return Draft(edition.language, PAGE, PAGE, text, original)


def sheet_of(edition: Edition, wanted: tuple[Wanted, ...]) -> Sheet:
    """Return the sheet of the chosen sentences."""
    found = []
    for number, each in enumerate(wanted, start=1):
        places = edition.places_of(each.sentence)
        grade = rows.GRADE_NAMES[each.grade] or "chưa xếp"
        ask = each.ask or "nghe thuận tai, đúng ý tiếng Việt không?"
        said = original_of(places)
        page = pages_said(places) if places else rows.MISSING
        found.append(Row(number, f"p{number}", said, each.sentence, (), grade, ask, page))
    language, mark = edition.language, pin("\n\n".join(row.draft for row in found))
    marks = {rows.PAGE: PAGE, rows.LANGUAGE: language.code, rows.SOURCE_PIN: mark, rows.DRAFT_PIN: mark}
    return Sheet(language.description, language.code, TITLE, marks, tuple(found), rows.SCATTERED_COLUMNS)


def draft_on(sheet: FilledSheet, edition: Edition) -> Draft:
    """Return the sentences that a filled-in sheet prints, in the order of their numbers, as one draft."""
    numbered = sorted(sheet.rows, key=lambda row: int(row.id.text[1:]) if row.id.text[1:].isdigit() else 0)
    return together(edition, (row.draft.text for row in numbered))


def whole_faults(sheet: FilledSheet, draft: Draft) -> Iterator[Fault]:
    """The sentences are those that were printed: a changed or missing one would be looked for in vain."""
    cell = sheet.info[rows.DRAFT_PIN]
    if cell.text != pin(draft.text):
        yield cell.fault(
            sheet.file,
            rule="phieu-khac-ban-nhap",
            found=f"cột «{rows.DRAFT_COLUMN}» không còn như khi in",
            expected="đủ các câu, không đổi chữ nào ở cột ấy",
            repair=f"chép lại cột ấy từ phiếu gốc; chữ sửa viết vào cột «{rows.CORRECTION_COLUMN}»",
        )


def lost_faults(sheet: FilledSheet, edition: Edition) -> Iterator[Fault]:
    """Every judged sentence still stands on some page."""
    for row in filter(is_judged, sheet.rows):
        if not edition.places_of(row.draft.text):
            yield row.draft.fault(
                sheet.file,
                rule="phieu-khac-ban-nhap",
                found=f"câu «{row.draft.text}» không còn ở trang nào",
                expected="câu đang có trên trang",
                repair="xoá chữ ở hai cột cuối của dòng ấy, hoặc sửa bằng tay trên trang",
            )


def draft_of(sheet: FilledSheet, edition: Edition) -> Draft:
    """Return the draft of a filled-in sheet, with the marks that it carries; raise `FaultsError`."""
    draft = draft_on(sheet, edition)
    raise_if_any([*whole_faults(sheet, draft), *lost_faults(sheet, edition)])
    return draft


def corrected(judgement: Judgement, draft: Draft) -> dict[str, str]:
    """Return the corrections by the sentence that they replace, both without final marks."""
    units = {unit.id: unit.text for unit in draft.units}
    return {units[name]: bare(text) for name, text in judgement.corrections.items()}


def page_changes(edition: Edition, new: dict[str, str]) -> Iterator[Change]:
    """Yield every page in which a corrected sentence stands, with all corrections in it."""
    for draft in edition.drafts:
        units: dict[str, str] = {}
        for unit in draft.units:
            text = unit.text
            for old, correction in new.items():
                if stands_in(old, text):
                    text = place_of(old).sub(lambda _, said=correction: said, text)  # type: ignore[misc]
            if text != unit.text:
                units[unit.id] = text
        if units:
            yield Change(draft.path, draft.text, with_replaced(draft.text, units))


def printed_sheet(project: Project, languages: tuple[Language, ...], code: str) -> Sheet:
    """Return the sheet of a language with the sentences of now; raise `FaultsError`."""
    edition = edition_of(project, languages, code, "phieu")
    return sheet_of(edition, chosen(project, edition, read_sentence_grades(project.root)))
