"""The recording kit of one reader, of the real handbook."""

from __future__ import annotations

import re
from io import BytesIO

import docx
import pytest

from camnang.handbook.facts.low_level_tone import read_printed_forms, with_macrons
from camnang.handbook.project import Project
from camnang.handbook.spoken.script import script_of
from camnang.papers.reading_kit.documents import kit_files
from camnang.papers.reading_kit.lines import ReaderKit, reader_kit
from tests.conftest import ROOT, real_handbook

MACRON = "\u0331"


@pytest.fixture(scope="module", params=["tyz", "nut"])
def kit(request: pytest.FixtureRequest) -> ReaderKit:
    return reader_kit(Project(ROOT), real_handbook(), request.param)


def words_of(content: bytes) -> str:
    document = docx.Document(BytesIO(content))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def test_every_piece_is_read_or_named_as_waiting(kit: ReaderKit) -> None:
    wanted = real_handbook().facts.recording_kit.pieces
    assert len(kit.pieces) + len(kit.waiting) == len(wanted) == 5
    assert len(kit.pieces) >= 4


def test_what_is_read_is_what_the_checks_expect(kit: ReaderKit) -> None:
    for piece in kit.pieces:
        name, _, folder = piece.file.removesuffix(".m4a").partition(f".{kit.code}.")
        page = next(
            page for (path, code), page in real_handbook().pages.items() if path.endswith(folder) and code == kit.code
        )
        script = script_of(page, real_handbook(), name)  # type: ignore[arg-type]
        assert script
        assert tuple(line.text for line in piece.lines) == script.sentences
        assert 20 <= piece.seconds <= 40


def test_each_line_has_a_meaning_unless_it_is_vietnamese(kit: ReaderKit) -> None:
    bare = [line.text for piece in kit.pieces for line in piece.lines if not (line.meaning or line.words)]
    assert len(bare) <= 2, bare
    assert not [line.words for piece in kit.pieces for line in piece.lines if re.search(r"LB#|VOV|TAY:", line.words)]


def test_the_tone_lung_is_kept_apart(kit: ReaderKit) -> None:
    lines = [line for piece in kit.pieces for line in piece.lines]
    assert any("le\u0331" in line.printed for line in lines)
    assert not any(MACRON in line.text for line in lines)


def test_the_files_say_all_that_a_reader_needs(kit: ReaderKit) -> None:
    texts = real_handbook().facts.recording_kit
    files = kit_files(kit, texts)
    assert files == kit_files(kit, texts), "the same kit gives the same bytes"
    sheet, guide, consent = map(words_of, files.values())
    assert all(line.text in sheet for piece in kit.pieces for line in piece.lines)
    assert all(piece.file in sheet and piece.file in guide for piece in kit.pieces)
    assert all(title in sheet for title in kit.waiting)
    for said in ("91/2025/QH15", "nhạy cảm", "xin thôi", "không phải mẫu của cơ quan nhà nước", "USB"):
        assert said in consent


def test_printed_forms_differ_only_in_the_tone() -> None:
    for word, printed in read_printed_forms(ROOT).items():
        assert MACRON in printed, word
        assert len(word.split()) == len(printed.split()), word


def test_capitals_stay() -> None:
    printed = read_printed_forms(ROOT)
    marked = with_macrons("Lẻ pây. Bấu lẻ.", "tyz", real_handbook().facts.lexicon, printed)
    assert marked == "Le\u0331 pây. Bấu le\u0331."
