"""Reads `docs/` and `data/` into a `Handbook`, or raises every fault of every page at once."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import partial
from typing import TYPE_CHECKING, Final

from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.files.text_file import character_faults
from camnang.handbook.facts import groups, hotlines, languages, lexicon, offices, sources
from camnang.handbook.facts.facts import Facts, facts_as_far_as_they_go
from camnang.handbook.facts.sentence_places import graded_in
from camnang.handbook.pages import page_rules
from camnang.handbook.pages.act_rules import act_faults
from camnang.handbook.pages.attestation import attestation_faults, spoken_words, word_count
from camnang.handbook.pages.body import Body, read_body
from camnang.handbook.pages.data_translations import data_translation_faults
from camnang.handbook.pages.front_matter import (
    FrontMatter,
    RawPage,
    TranslationFrontMatter,
    cut,
    read_front_matter,
    read_translation_front_matter,
)
from camnang.handbook.pages.handbook_rules import handbook_faults
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.meaning_rules import meaning_faults
from camnang.handbook.pages.model import Details, Handbook, Page, Translation
from camnang.handbook.pages.page_files import PageFile, find_pages
from camnang.handbook.pages.page_memory import Memory, NoMemory, page_memory
from camnang.handbook.pages.parity import parity_faults
from camnang.handbook.pages.pins import pin
from camnang.handbook.pages.rendering import without_sources
from camnang.handbook.pages.run_rules import word_run_faults
from camnang.handbook.pages.slips import as_meant, slip_faults
from camnang.handbook.pages.text_rules import text_faults
from camnang.handbook.pages.warning_translations import warning_translation_faults
from camnang.handbook.project import Project, Settings, read_settings

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

# The rules by which pages are held against each data file: while it is broken they tell nothing.
RESTING_ON: Final[Mapping[str, frozenset[RuleId]]] = {
    groups.FILE: frozenset({"khong-co-ten-nay"}),
    hotlines.FILE: frozenset({"so-dien-thoai-la", "trang-co-the-la"}),
    languages.FILE: frozenset({"ten-tep-la"}),
    lexicon.FOLDER: frozenset({"chu-chua-co-nguon"}),
    offices.FILE: frozenset({"muc-khong-dung-mau"}),
    sources.FILE: frozenset({"khong-co-nguon"}),
}
# A data file with such a fault was read all the same.
OF_WORDS: Final[frozenset[RuleId]] = frozenset({"chu-cam", "chu-sai-nguon", "so-dien-thoai-la"})


@dataclass(frozen=True)
class OriginalPage:
    """A Vietnamese page with the text that translations are pinned to."""

    page: Page
    text: str


def assemble(
    source: PageFile,
    front: FrontMatter | TranslationFrontMatter,
    body: Body,
    details: Details,
    translation: Translation,
) -> Page:
    """Put a page together from its front matter and its body."""
    return Page(
        kind=source.kind,
        language=source.language,
        file=source.path,
        folder=source.folder,
        details=details,
        title=body.title,
        title_line=body.title_line,
        statement=body.lead.statement,
        intro_html=body.lead.intro_html,
        intro=without_sources(body.lead.intro),
        intro_blocks=body.lead.blocks,
        sections=body.sections,
        mock=body.mock,
        translation=translation,
        short=front.short,
        hint=front.hint,
    )


def details_of(front: FrontMatter) -> Details:
    """Return what a Vietnamese front matter says, whatever the kind of page."""
    return Details(**front.model_dump(exclude={"short", "hint"}))


def cut_as_meant(source: PageFile, text: str) -> tuple[RawPage, tuple[Fault, ...]]:
    """Return a page as it was meant, and its slips; raise `FaultsError` when its head is missing."""
    raw, sections = cut(text, source.path), KINDS[source.kind].sections
    faults = tuple(slip_faults(raw.body, sections, source.path, raw.body_line))
    return (replace(raw, body=as_meant(raw.body, sections)) if faults else raw), faults


def read_original(source: PageFile, settings: Settings, facts: Facts, memory: Memory) -> OriginalPage:
    """Read a Vietnamese page; raise `FaultsError` with all that is wrong in it."""
    text = source.read()
    return memory.recall((source.path, text), lambda: original_of(source, text, settings, facts))


def original_of(source: PageFile, text: str, settings: Settings, facts: Facts) -> OriginalPage:
    """Return the Vietnamese page that a text says; raise `FaultsError` with all that is wrong in it."""
    raw, slips = cut_as_meant(source, text)
    faults = [*character_faults(text, source.path), *slips]
    front = attempt(faults, lambda: read_front_matter(raw, source.kind, source.path), None)
    body = attempt(faults, lambda: read_body(source, raw, settings, facts), None)
    if front is not None:
        faults += page_rules.detail_faults(front, raw, source.folder, facts, source.path)
        faults += page_rules.source_faults(front, raw, facts, source.path)
    if body is not None:
        faults += text_faults(source, raw, body, facts)
    if faults or front is None or body is None:
        raise FaultsError(faults)
    return OriginalPage(assemble(source, front, body, details_of(front), Translation()), text)


def translation_of(front: TranslationFrontMatter, original: OriginalPage) -> Translation:
    """Return what a translation is, and whether the Vietnamese still is what was translated."""
    current = front.source == pin(original.text)
    return Translation(front.translation, current, front.translator, front.reviewer)


def translation_beside(source: PageFile, text: str, original: OriginalPage, settings: Settings, facts: Facts) -> Page:
    """Return the translation that a text says, held against its Vietnamese page; raise `FaultsError`."""
    raw, slips = cut_as_meant(source, text)
    faults = [*character_faults(text, source.path), *slips]
    front = attempt(faults, lambda: read_translation_front_matter(raw, source.path), None)
    body = attempt(faults, lambda: read_body(source, raw, settings, facts), None)
    if faults or front is None or body is None:
        raise FaultsError(faults)
    page = assemble(source, front, body, original.page.details, translation_of(front, original))
    words = spoken_words(page, facts.lexicon)
    raise_if_any(
        [
            *parity_faults(original.page, page),
            *attestation_faults(raw, page, words, facts.lexicon),
            *meaning_faults(page, raw.line_containing, facts.meaning),
            *act_faults(original.page, page, facts.acts),
            *word_run_faults(page, raw.line_containing, facts.word_runs),
        ]
    )
    low = graded_in(text, source.language.code, facts.graded, "low")
    return replace(page, words=word_count(words), low=low)


def read_translation_beside(
    source: PageFile,
    originals: Mapping[str, OriginalPage | None],
    settings: Settings,
    facts: Facts,
    memory: Memory,
) -> Page | None:
    """Read a translation; None when its Vietnamese page is broken and has told so itself."""
    if source.folder not in originals:
        expected = "trang tiếng Việt index.md trong cùng thư mục"
        fault = Fault(
            path=source.path,
            rule="ban-dich-thieu-goc",
            found="bản dịch không có trang gốc",
            expected=expected,
            repair="viết trang gốc trước",
        )
        raise FaultsError([fault])
    original = originals[source.folder]
    if original is None:
        return None
    text = source.read()
    read = partial(translation_beside, source, text, original, settings, facts)
    return memory.recall((source.path, text, original.text), read)


def read_handbook(project: Project) -> Handbook:
    """Read the whole handbook; raise `FaultsError` with the faults of all files."""
    return read_with(NoMemory(), project, read_settings(project))


def read_handbook_again(project: Project) -> Handbook:
    """Read a handbook of which most pages are as they were last time; raise `FaultsError` like `read_handbook`.

    What was read is kept below `build/`, also when pages have faults.
    """
    settings = read_settings(project)
    memory = page_memory(project, settings)
    try:
        return read_with(memory, project, settings)
    finally:
        memory.keep()


def telling(page_faults: Iterable[Fault], data_faults: Collection[Fault]) -> Iterator[Fault]:
    """Yield the faults of pages that would be there too if the data files were sound."""
    broken = {fault.path for fault in data_faults if fault.rule not in OF_WORDS}
    silent = {
        rule
        for file, rules in RESTING_ON.items()
        if any(path == file or path.startswith(f"{file}/") for path in broken)
        for rule in rules
    }
    yield from (fault for fault in page_faults if fault.rule not in silent)


def read_with(memory: Memory, project: Project, settings: Settings) -> Handbook:
    """Read a handbook with what is known of its pages; raise `FaultsError` with the faults of all files."""
    facts, data_faults = facts_as_far_as_they_go(project.root, project.instead)
    folders = frozenset(office.folder for office in facts.offices)
    files, faults = find_pages(project, facts.languages, facts.wanted, folders)
    originals: dict[str, OriginalPage | None] = {
        source.folder: attempt(faults, partial(read_original, source, settings, facts, memory), None)
        for source in files
        if source.language.default
    }
    pages = [original.page for original in originals.values() if original]
    for source in files:
        if not source.language.default:
            read = partial(read_translation_beside, source, originals, settings, facts, memory)
            page = attempt(faults, read, None)
            pages += [page] if page else []
    raise_if_any((*data_faults, *telling(faults, data_faults)))
    handbook = Handbook(facts, {(page.folder, page.language.code): page for page in pages})
    translated = (*data_translation_faults(facts), *warning_translation_faults(handbook, project))
    raise_if_any([*handbook_faults(handbook), *translated])
    return handbook
