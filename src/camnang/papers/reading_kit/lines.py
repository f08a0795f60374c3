"""The pieces that a reader is asked for, line by line, each with its Vietnamese meaning beside it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.low_level_tone import read_printed_forms, with_macrons
from camnang.handbook.facts.recording_kit import WantedPiece
from camnang.handbook.facts.words import RULE
from camnang.handbook.pages.model import Handbook, Page, reading_order
from camnang.handbook.pages.page_files import kit_folder
from camnang.handbook.pages.page_rules import HOME_ID
from camnang.handbook.project import Project
from camnang.handbook.spoken.script import Script, script_of
from camnang.handbook.spoken.spoken_text import sentences
from camnang.papers.review_sheets.drafts import find_draft
from camnang.papers.review_sheets.units import STATEMENT

PAIRED = ("title", "lead", STATEMENT)
MARKS = '.!?…:;, »”"'
SOURCES = re.compile(r"\s*\((?:LB#|VOV|TN|TAY:)[^)]*\)")  # for editors, not for who reads aloud


@dataclass(frozen=True)
class Line:
    """One sentence to read; `printed` is the dictionary's spelling where it differs, both meanings are Vietnamese.

    `meaning` is what the Vietnamese page says there, '' where no sentence stands for this one alone; `words` word by
    word.
    """

    text: str
    printed: str
    meaning: str
    words: str


@dataclass(frozen=True)
class PieceToRead:
    """One recording: what it is called, how long it takes, its lines; `original` is what Vietnamese readers read."""

    title: str
    file: str
    seconds: int
    syllables: int
    lines: tuple[Line, ...]
    original: str


@dataclass(frozen=True)
class Loan:
    """A Vietnamese word or a name among the lines; `said` is empty where it is read as it is written."""

    word: str
    said: str


@dataclass(frozen=True)
class ReaderKit:
    """All that one reader of a language is given; `waiting` are the pieces without a translation."""

    language: str
    code: str
    pieces: tuple[PieceToRead, ...]
    loans: tuple[Loan, ...]
    waiting: tuple[str, ...]

    @property
    def syllables(self) -> int:
        """How many syllables the reader says in all."""
        return sum(piece.syllables for piece in self.pieces)

    @property
    def seconds(self) -> int:
        """How long the reading itself takes."""
        return sum(piece.seconds for piece in self.pieces)


def bare(sentence: str) -> str:
    """Return a sentence as it is compared: one line, without marks around it."""
    return " ".join(sentence.replace("**", "").split()).strip(MARKS + "«“")


def unit_meanings(project: Project, handbook: Handbook, page: Page) -> Iterator[tuple[str, str]]:
    """Yield (sentence, meaning) of each title and each bold beginning that is one sentence in both languages.

    Other sentences are not paired: a translation says less, so what stands at the same place need not mean the same.
    """
    languages, code = handbook.facts.languages, page.language.code
    draft = find_draft(project, languages, code, page.folder or HOME_ID, page.file)
    for unit in draft.units:
        ours, theirs = (
            list(sentences(text.replace("**", ""))) for text in (unit.text, draft.originals.get(unit.id, ""))
        )
        if len(ours) == len(theirs) == 1 and unit.id.endswith(PAIRED):
            yield bare(ours[0]), theirs[0]


def rule_meanings(handbook: Handbook, code: str) -> Iterator[tuple[str, str]]:
    """Yield the campaign's rule, sentence by sentence, with what it is in Vietnamese."""
    ours, theirs = handbook.facts.words[code], handbook.facts.words[handbook.facts.original.code]
    yield from ((bare(ours[key]), theirs[key]) for key in RULE if ours.has(key))


def word_by_word(sentence: str, code: str, handbook: Handbook) -> str:
    """Return what each own word of a sentence means, '' where all are Vietnamese."""
    entries = [token.entry for token in handbook.facts.lexicon.tokens(sentence, code)]
    own = {entry.word: entry.meaning for entry in entries if entry and entry.kind == "word"}
    return "; ".join(f"{word}: {SOURCES.sub('', meaning)}" for word, meaning in own.items())


def original_text(page: Page, script: Script, handbook: Handbook) -> str:
    """Return what a Vietnamese reader reads of the page, '' where the lines have their own meanings."""
    original = handbook.pages.get((page.folder, handbook.facts.original.code))
    written = (kit_folder(page.folder), page.language.code) in handbook.pages
    found = script_of(original, handbook, script.name) if original and written else None
    return " ".join(found.sentences) if found else ""


def lines_of(page: Page, script: Script, project: Project, handbook: Handbook) -> tuple[Line, ...]:
    """Return the lines of a script with their meanings and the dictionary's spelling."""
    code, facts = page.language.code, handbook.facts
    printed = read_printed_forms(project.root)
    known = dict([*unit_meanings(project, handbook, page), *rule_meanings(handbook, code)])

    def line(sentence: str) -> Line:
        marked = with_macrons(sentence, code, facts.lexicon, printed)
        words = word_by_word(sentence, code, handbook)
        return Line(sentence, "" if marked == sentence else marked, known.get(bare(sentence), ""), words)

    return tuple(map(line, script.sentences))


def file_name(piece: WantedPiece, code: str) -> str:
    """Return the name that a reader gives to the file; its beginning tells the checks how long it should be."""
    return f"{piece.name}.{code}.{piece.page.rpartition('/')[2]}.m4a"


def piece_to_read(
    piece: WantedPiece, page: Page, script: Script, project: Project, handbook: Handbook
) -> PieceToRead:
    """Return one piece as the sheet prints it."""
    lines = lines_of(page, script, project, handbook)
    return PieceToRead(
        title=page.title,
        file=file_name(piece, page.language.code),
        seconds=script.seconds,
        syllables=script.syllables,
        lines=lines,
        original=original_text(page, script, handbook),
    )


def loans_in(pieces: tuple[PieceToRead, ...], code: str, handbook: Handbook) -> tuple[Loan, ...]:
    """Return the loans and names of all lines, each once in the order of the alphabet."""
    text = "\n".join(line.text for piece in pieces for line in piece.lines)
    found: dict[str, str] = {}
    for token in handbook.facts.lexicon.tokens(text, code):
        if token.entry and token.entry.kind != "word":
            word = " ".join(token.text.split())
            found.setdefault(word.lower(), word)
    said = handbook.facts.recording_kit.said
    return tuple(Loan(written, said_of(word, said)) for word, written in sorted(found.items()))


def said_of(word: str, said: Mapping[str, str]) -> str:
    """Return how a loan is said, part by part; '' where all of it is read as it is written."""
    parts = word.split()
    if any(part in said for part in parts):
        return " ".join(said.get(part, part) for part in parts)
    return ""


def original_title(folder: str, handbook: Handbook) -> str:
    """Return the Vietnamese title of a page, its folder while there is none."""
    page = handbook.pages.get((folder, handbook.facts.original.code))
    return page.title if page else folder


def pieces_wanted(handbook: Handbook, code: str) -> tuple[WantedPiece, ...]:
    """Return the pieces of the list; while there is no list, a short one of each page that can be read aloud."""
    if handbook.facts.recording_kit.pieces:
        return handbook.facts.recording_kit.pieces
    pages = sorted((page for (_, language), page in handbook.pages.items() if language == code), key=reading_order)
    return tuple(
        WantedPiece(page=page.folder, name="loa-30") for page in pages if script_of(page, handbook, "loa-30")
    )


def reader_kit(project: Project, handbook: Handbook, code: str) -> ReaderKit:
    """Return the kit of a language; raise `FaultsError` when none of its pieces can be read aloud."""
    language = handbook.facts.language(code)
    found, waiting = [], []
    for piece in pieces_wanted(handbook, code):
        page = handbook.pages.get((piece.page, code))
        script = script_of(page, handbook, piece.name) if page else None
        if page and script:
            found.append(piece_to_read(piece, page, script, project, handbook))
        else:
            waiting.append(original_title(piece.page, handbook))
    if not found:
        raise FaultsError([no_piece(code)])
    pieces = tuple(found)
    return ReaderKit(language.description, code, pieces, loans_in(pieces, code, handbook), tuple(waiting))


def no_piece(code: str) -> Fault:
    """Say that a language has nothing of what is wanted."""
    return Fault(
        path="data/recording_kit.yml",
        rule="khong-co-ban-dich",
        found=f"tiếng «{code}» chưa có bài nào trong «pieces»",
        expected="ít nhất một bài đã dịch, đủ dài để đọc",
        repair="dịch một trang trong «pieces», hoặc chọn tiếng khác",
    )
