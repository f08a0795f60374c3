"""The names that files of `data/` have: another file there is read by nobody, and who wrote it does not know that."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Final

from camnang.files.droppings import is_dropping, original_of
from camnang.files.faults import Fault
from camnang.files.trust.manifest import PUBLIC_KEY
from camnang.handbook.facts import (
    acts,
    campaign_calendar,
    compounds,
    decks,
    doubtful,
    feedback,
    forbidden_words,
    formats,
    glossary,
    groups,
    hotlines,
    languages,
    lexicon,
    low_level_tone,
    meaning,
    offices,
    places,
    provincial_plan,
    quiz,
    recording_kit,
    recordings,
    reporting,
    sentence_grades,
    sightings,
    sources,
    translated_data,
    translated_warnings,
    translation_scope,
    word_runs,
    word_sources,
    words,
)
from camnang.handbook.facts.languages import Language

FOLDER: Final = "data"
LISTS: Final = (campaign_calendar, decks, feedback, forbidden_words, formats, glossary, groups, hotlines, languages)
MORE_LISTS: Final = (offices, places, provincial_plan, quiz, recordings, reporting, sightings, sources)
SCOPE: Final = translation_scope.FILE
LANGUAGE_LISTS: Final = (acts, compounds, doubtful, low_level_tone, meaning, recording_kit, word_runs, word_sources)
READ_HERE: Final = frozenset(
    {*(each.FILE for each in (*LISTS, *MORE_LISTS, *LANGUAGE_LISTS)), SCOPE, f"{FOLDER}/{PUBLIC_KEY}"}
)
MOST_NAMED: Final = 4


def files_by_language(listed: Collection[Language]) -> Iterator[str]:
    """Yield the paths of the files that each language may have."""
    yield f"{lexicon.FOLDER}/{lexicon.LOANS}"
    for language in listed:
        yield words.file_of(language)
        yield f"{lexicon.FOLDER}/{language.code}.tsv"
        names = (*translated_data.FIELDS, translated_warnings.NAME)
        yield from (translated_data.file_of(language.code, name) for name in names)


def meant_file(path: str, known: Collection[str]) -> str:
    """Return the file of which another is a copy or has another ending: of «quiz.yaml» «quiz.yml»; '' when none."""
    folder, _, name = path.rpartition("/")
    copied = f"{folder}/{original_of(name) or name}"
    stem = copied.partition(".")[0].lower()
    return next((each for each in sorted(known) if each == copied or each.partition(".")[0] == stem), "")


def stray_fault(path: str, known: Collection[str]) -> Fault:
    """Say that nobody reads a file, and which one was meant."""
    meant, name = meant_file(path, known), path.rpartition("/")[2]
    repair = "chuyển tệp ra khỏi data, hoặc đổi thành tên đúng"
    if meant:
        repair = f"chép điều cần giữ vào {meant} rồi xoá tệp này"
    beside = sorted(each for each in known if each.rpartition("/")[0] == path.rpartition("/")[0])
    return Fault(
        path=path,
        rule="ten-tep-la",
        found=f"«{name}» là bản sao hoặc viết sai đuôi, không ai đọc" if meant else f"«{name}» không ai đọc",
        expected=f"tệp {meant}" if meant else f"một trong {', '.join(beside[:MOST_NAMED])} …",
        repair=repair,
    )


def stray_data_faults(root: Path, listed: Collection[Language], others: Collection[str]) -> Iterator[Fault]:
    """Yield a fault for each file of `data/` that nobody reads; `others` are read elsewhere.

    Without languages, as while their list is broken, only the files that have none are judged.
    """
    known = {*READ_HERE, *others, *files_by_language(listed)}
    for file in sorted((root / FOLDER).rglob("*")):
        path = file.relative_to(root)
        judged = file.is_file() and (listed or len(path.parts) == 2)  # data/ and a name
        if path.parent.as_posix() == sentence_grades.FOLDER and path.suffix == ".tsv":
            continue  # every table of that folder is read
        if judged and path.as_posix() not in known and not any(map(is_dropping, path.parts)):
            yield stray_fault(path.as_posix(), known)
