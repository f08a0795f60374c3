from __future__ import annotations

import datetime
from dataclasses import replace

import pytest

from camnang.handbook.facts.translated_warnings import TranslatedWarnings, WarningWords
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.warning_translations import file_faults, line_with
from camnang.site.handbook_view import one_warning
from tests.conftest import real_handbook

FILE = "data/translations/tyz/warnings.yml"
ACT = "Dá đảy bấm."


@pytest.fixture
def handbook() -> Handbook:
    return real_handbook()


def with_words(handbook: Handbook, entry: str, words: WarningWords) -> Handbook:
    data = TranslatedWarnings(translation="draft", translator="", reviewer="", entries={entry: words})
    return replace(handbook, facts=replace(handbook.facts, acts=None, translated_warnings={"tyz": data}))


def told(handbook: Handbook, text: str = "") -> list[tuple[str, int, str]]:
    return [(fault.path, fault.line, fault.found) for fault in file_faults(handbook, "tyz", text)]


def test_words_made_from_the_page_of_now_are_sound_and_changed_ones_are_told_with_their_line(
    handbook: Handbook,
) -> None:
    page = next(page for page in handbook.of_kind(Kind.WARNING, "vi") if not any(map(str.isdigit, page.title)))
    words = WarningWords(of_title=page.title, of_act="Lời cũ.", title="Tin nhắn chá", act=ACT)
    entry = page.details.id
    text = f'entries:\n  {entry}:\n    of_title: "{page.title}"\n    of_act: "Lời cũ."\n'
    assert told(with_words(handbook, entry, words), text) == [(FILE, 4, f"{entry}, of_act: «Lời cũ.»")]
    sound = words.model_copy(update={"of_act": page.statement})
    assert told(with_words(handbook, entry, sound), text) == []
    assert told(with_words(handbook, entry, sound.model_copy(update={"act": "Roọng 113."})), text) == [
        (FILE, 2, f"{entry}, act: các số 113")
    ]


def test_an_unknown_id_is_told(handbook: Handbook) -> None:
    words = WarningWords(of_title="A", of_act="B", title="Tin nhắn chá", act=ACT)
    assert told(with_words(handbook, "mai-kia", words), "entries:\n  mai-kia:\n") == [(FILE, 2, "mục lạ «mai-kia»")]


def test_a_word_that_nothing_attests_is_told(handbook: Handbook) -> None:
    page = handbook.of_kind(Kind.WARNING, "vi")[0]
    words = WarningWords(of_title=page.title, of_act=page.statement, title="Blorp", act=ACT)
    found = told(with_words(handbook, page.details.id, words))
    assert (FILE, 0, "chữ «blorp» chưa có nguồn") in found


def test_words_that_are_written_otherwise_have_the_line_of_their_entry() -> None:
    assert line_with("a:\nb:\n  act: x\n", "b", "y") == 2
    assert line_with("a:\n", "b") == 0


def test_a_list_shows_the_words_of_the_readers_language_and_else_the_vietnamese(handbook: Handbook) -> None:
    first, second = handbook.of_kind(Kind.WARNING, "vi")[:2]
    words = WarningWords(of_title=first.title, of_act=first.statement, title="Tin nhắn chá", act=ACT)
    made = with_words(handbook, first.details.id, words)
    language = made.facts.language("tyz")
    card = one_warning(made, first, language)
    assert (card.title, card.statement_text, card.language) == ("Tin nhắn chá", ACT, "tyz")
    assert card.path == first.path_in(language)
    assert datetime.date.fromisoformat(card.date_iso) == first.details.date
    assert one_warning(made, second, language).title == second.title
    assert one_warning(made, first, made.facts.original).language == "vi"
