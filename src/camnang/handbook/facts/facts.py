"""All shared facts together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.handbook.facts.acts import Acts, read_acts
from camnang.handbook.facts.campaign_calendar import NO_CALENDAR, CampaignCalendar, read_campaign_calendar
from camnang.handbook.facts.compounds import Compounds, read_compounds
from camnang.handbook.facts.data_numbers import data_number_faults
from camnang.handbook.facts.data_words import data_word_faults
from camnang.handbook.facts.decks import Deck, read_decks
from camnang.handbook.facts.feedback import NO_CHANNELS, Channels, read_feedback
from camnang.handbook.facts.forbidden_words import ForbiddenWords, read_forbidden_words
from camnang.handbook.facts.formats import Format, read_formats
from camnang.handbook.facts.glossary import Term, read_glossary
from camnang.handbook.facts.groups import Group, read_groups
from camnang.handbook.facts.hotlines import Hotlines, read_hotlines
from camnang.handbook.facts.languages import STAND_IN, Language, read_all_languages
from camnang.handbook.facts.lexicon import NO_TEXTS, Lexicon, read_lexicon
from camnang.handbook.facts.meaning import Meaning, read_meaning
from camnang.handbook.facts.offices import Office, read_offices
from camnang.handbook.facts.pictograms import read_pictograms
from camnang.handbook.facts.places import Place, read_places
from camnang.handbook.facts.provincial_plan import NO_PLAN, ProvincialPlan, read_plan
from camnang.handbook.facts.quiz import Question, read_quiz
from camnang.handbook.facts.recording_kit import NO_RECORDING_KIT, RecordingKit, read_recording_kit
from camnang.handbook.facts.recordings import Recording, read_recordings
from camnang.handbook.facts.reporting import ReportingFile, read_reporting_file
from camnang.handbook.facts.scenes import read_scenes
from camnang.handbook.facts.sentence_grades import SentenceGrade, read_sentence_grades
from camnang.handbook.facts.sightings import Sighting, read_sightings
from camnang.handbook.facts.sources import Source, read_sources
from camnang.handbook.facts.translated_data import TranslatedData, read_translated_data
from camnang.handbook.facts.translated_warnings import TranslatedWarnings, read_translated_warnings
from camnang.handbook.facts.translation_scope import TranslationScope, read_translation_scope
from camnang.handbook.facts.word_runs import NO_RUNS, WordRuns, read_word_runs
from camnang.handbook.facts.word_sources import word_source_faults
from camnang.handbook.facts.words import Words, read_words


@dataclass(frozen=True)
class Facts:
    """What `data/` and `design/icons/` hold; the first language is the original, `wanted` have no pages yet."""

    languages: tuple[Language, ...]
    wanted: tuple[Language, ...]
    words: Mapping[str, Words]
    hotlines: Hotlines
    sources: Mapping[str, Source]
    groups: Mapping[str, Group]
    formats: tuple[Format, ...]
    pictograms: Mapping[str, str]
    lexicon: Lexicon
    sightings: tuple[Sighting, ...]
    quiz: tuple[Question, ...]
    glossary: tuple[Term, ...]
    meaning: Meaning | None
    forbidden_words: tuple[ForbiddenWords, ...]
    translated_data: Mapping[tuple[str, str], TranslatedData]
    translation_scope: TranslationScope
    recordings: tuple[Recording, ...]
    places: tuple[Place, ...]
    scenes: tuple[str, ...]
    compounds: Mapping[str, Compounds]
    decks: tuple[Deck, ...] = ()
    feedback: Channels = NO_CHANNELS
    recording_kit: RecordingKit = NO_RECORDING_KIT
    acts: Acts | None = None
    word_runs: WordRuns = NO_RUNS
    graded: tuple[SentenceGrade, ...] = ()
    offices: tuple[Office, ...] = ()
    calendar: CampaignCalendar = NO_CALENDAR
    plan: ProvincialPlan = NO_PLAN
    reporting: ReportingFile | None = None
    translated_warnings: Mapping[str, TranslatedWarnings] = field(default_factory=dict)

    @property
    def original(self) -> Language:
        """The language that every page is written in first."""
        return self.languages[0]

    def language(self, code: str) -> Language:
        """Return the language with `code`; raise `KeyError` when there is none."""
        return {language.code: language for language in self.languages}[code]


def read_facts(root: Path, instead: Mapping[str, str] = NO_TEXTS) -> Facts:
    """Read every data file; raise `FaultsError` with the faults of all of them.

    `instead` are texts for the lexicon's files, by path from `root` (see `Project`).
    """
    facts, faults = facts_as_far_as_they_go(root, instead)
    raise_if_any(faults)
    return facts


def facts_as_far_as_they_go(root: Path, instead: Mapping[str, str] = NO_TEXTS) -> tuple[Facts, tuple[Fault, ...]]:
    """Read every data file; return what is sound, nothing in the place of the rest, and the faults of all files."""
    faults: list[Fault] = []
    listed: tuple[Language, ...] = attempt(faults, lambda: read_all_languages(root), ())
    languages = tuple(language for language in listed if language.published) or (STAND_IN,)
    formats: tuple[Format, ...] = attempt(faults, lambda: read_formats(root), ())
    pictograms = read_pictograms(root)
    hotlines = attempt(faults, lambda: read_hotlines(root), Hotlines(numbers=(), places=()))
    facts = Facts(
        languages=languages,
        wanted=tuple(language for language in listed if not language.published),
        words=attempt(faults, lambda: read_words(root, languages), {}),
        hotlines=hotlines,
        sources=attempt(faults, lambda: read_sources(root), {}),
        groups=attempt(faults, lambda: read_groups(root), {}),
        formats=formats,
        pictograms=pictograms,
        lexicon=attempt(faults, lambda: read_lexicon(root, languages, instead), Lexicon({})),
        sightings=attempt(faults, lambda: read_sightings(root), ()),
        quiz=attempt(faults, lambda: read_quiz(root), ()),
        glossary=attempt(faults, lambda: read_glossary(root), ()),
        meaning=attempt(faults, lambda: read_meaning(root), None),
        forbidden_words=attempt(faults, lambda: read_forbidden_words(root), ()),
        translated_data=attempt(faults, lambda: read_translated_data(root, languages), {}),
        translation_scope=attempt(faults, lambda: read_translation_scope(root), TranslationScope()),
        # a broken list of languages is told once, not again for every recording
        recordings=attempt(faults, lambda: read_recordings(root, languages) if listed else (), ()),
        # a broken list of formats is told once, not again for every place
        places=attempt(faults, lambda: read_places(root, formats, pictograms) if formats else (), ()),
        decks=attempt(faults, lambda: read_decks(root), ()),
        feedback=attempt(faults, lambda: read_feedback(root, hotlines.allowed), NO_CHANNELS),
        recording_kit=attempt(faults, lambda: read_recording_kit(root), NO_RECORDING_KIT),
        acts=attempt(faults, lambda: read_acts(root), None),
        word_runs=attempt(faults, lambda: read_word_runs(root), NO_RUNS),
        graded=attempt(faults, lambda: read_sentence_grades(root), ()),
        scenes=read_scenes(root),
        compounds=attempt(faults, lambda: read_compounds(root), {}),
        offices=attempt(faults, lambda: read_offices(root, pictograms), ()),
        calendar=attempt(faults, lambda: read_campaign_calendar(root), NO_CALENDAR),
        plan=attempt(faults, lambda: read_plan(root), NO_PLAN),
        reporting=attempt(faults, lambda: read_reporting_file(root), None),
        translated_warnings=attempt(faults, lambda: read_translated_warnings(root, languages), {}),
    )
    if hotlines.allowed:
        faults += data_number_faults(root, hotlines.allowed)
    faults += data_word_faults(root, facts.forbidden_words)
    faults += attempt(faults, lambda: tuple(word_source_faults(root, languages, instead)), ())
    return facts, tuple(faults)
