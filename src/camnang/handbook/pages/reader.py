"""Reads `docs/` and `data/` into a `Handbook`, or raises every fault of every page at once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.handbook.facts.facts import Facts, read_facts
from camnang.handbook.pages import page_rules
from camnang.handbook.pages.attestation import attestation_faults
from camnang.handbook.pages.body import Body, read_body
from camnang.handbook.pages.data_translations import data_translation_faults
from camnang.handbook.pages.front_matter import (
    FrontMatter,
    TranslationFrontMatter,
    cut,
    read_front_matter,
    read_translation_front_matter,
)
from camnang.handbook.pages.handbook_rules import handbook_faults
from camnang.handbook.pages.model import Details, Handbook, Page, Translation
from camnang.handbook.pages.page_files import PageFile, find_pages
from camnang.handbook.pages.parity import parity_faults
from camnang.handbook.pages.pins import pin
from camnang.handbook.pages.text_rules import text_faults
from camnang.handbook.project import Project, Settings, read_settings


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
        intro=body.lead.intro,
        sections=body.sections,
        mock=body.mock,
        translation=translation,
        short=front.short,
        hint=front.hint,
    )


def details_of(front: FrontMatter) -> Details:
    """Return what a Vietnamese front matter says, whatever the kind of page."""
    return Details(**front.model_dump(exclude={"short", "hint"}))


def read_original(source: PageFile, settings: Settings, facts: Facts) -> OriginalPage:
    """Read a Vietnamese page; raise `FaultsError` with all that is wrong in it."""
    text = source.read()
    raw = cut(text, source.path)
    faults: list[Fault] = []
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


def read_translation(source: PageFile, original: OriginalPage, settings: Settings, facts: Facts) -> Page:
    """Read a translation and hold it against its Vietnamese page; raise `FaultsError`."""
    raw = cut(source.read(), source.path)
    faults: list[Fault] = []
    front = attempt(faults, lambda: read_translation_front_matter(raw, source.path), None)
    body = attempt(faults, lambda: read_body(source, raw, settings, facts), None)
    if faults or front is None or body is None:
        raise FaultsError(faults)
    page = assemble(source, front, body, original.page.details, translation_of(front, original))
    unattested = attestation_faults(raw, page, facts.lexicon)
    raise_if_any([*parity_faults(original.page, page), *unattested])
    return page


def read_translation_beside(
    source: PageFile, originals: Mapping[str, OriginalPage | None], settings: Settings, facts: Facts
) -> Page | None:
    """Read a translation; None when its Vietnamese page is broken and has told so itself."""
    if source.folder not in originals:
        expected = "trang tiếng Việt index.md trong cùng thư mục"
        raise FaultsError([Fault(source.path, 0, "bản dịch không có trang gốc", expected, "viết trang gốc trước")])
    original = originals[source.folder]
    return read_translation(source, original, settings, facts) if original else None


def read_handbook(project: Project) -> Handbook:
    """Read the whole handbook; raise `FaultsError` with the faults of all files."""
    settings, facts = read_settings(project), read_facts(project.root, project.instead)
    offices = frozenset(office.folder for office in facts.offices)
    files, faults = find_pages(project, facts.languages, facts.wanted, offices)
    originals: dict[str, OriginalPage | None] = {
        source.folder: attempt(faults, partial(read_original, source, settings, facts), None)
        for source in files
        if source.language.default
    }
    pages = [original.page for original in originals.values() if original]
    for source in files:
        if not source.language.default:
            read = partial(read_translation_beside, source, originals, settings, facts)
            page = attempt(faults, read, None)
            pages += [page] if page else []
    raise_if_any(faults)
    handbook = Handbook(facts, {(page.folder, page.language.code): page for page in pages})
    raise_if_any([*handbook_faults(handbook), *data_translation_faults(facts)])
    return handbook
