"""What all page views share, and a page's sections as they are served."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property

from markupsafe import Markup

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS, REPORT, SCAMS, SITUATIONS, THIS_MONTH, WARNINGS
from camnang.handbook.pages.loan_marks import mark_loans
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.rendering import link_sources
from camnang.handbook.pages.term_links import link_terms
from camnang.handbook.project import Settings
from camnang.handbook.translation.status import TranslationStatus
from camnang.made.offer import Offer
from camnang.site.glossary_view import terms_in
from camnang.site.links import shows_files, with_addresses
from camnang.site.translations_view import translation_views
from camnang.site.views.page import Link, SectionView
from camnang.site.views.translations import TranslationTable

LINKED_FOLDERS: Mapping[str, str] = {
    "emergency": SITUATIONS,
    "scams": SCAMS,
    "report": REPORT,
    "downloads": "tai-ve",
    "about": "gioi-thieu",
    "warnings": WARNINGS,
    "this_month": THIS_MONTH,
    "audiences": "phong-tranh",
    "children": "tre-em",
    "law": "phap-luat",
    "good_models": "mo-hinh-hay",
    "quiz": "thu-tai",
    "glossary": "giai-nghia",
    "outreach": "tuyen-truyen",
    "office_files": "tai-ve/van-phong",
    "feedback": "y-kien",
    "embedding": "gioi-thieu/nhung-canh-bao",
}
GLOSSARY_ADDRESS = "giai-nghia/"


def served_html(html: str, page: Page, language: Language, facts: Facts) -> Markup:
    """Return a part of a page with its links as addresses, and its source marks linked."""
    # HTML that the reader of pages made
    return Markup(link_sources(with_addresses(html, page, language, facts.languages)))  # noqa: S704


def section_views(page: Page, language: Language, facts: Facts) -> dict[str, SectionView]:
    """Return the sections as they are served."""
    return {
        section.id: SectionView(section.id, section.title, served_html(section.html, page, language, facts))
        for section in page.sections.values()
    }


def with_terms(page: Page, views: Mapping[str, SectionView], facts: Facts) -> Mapping[str, SectionView]:
    """Return the sections with hard words linked to their meanings (not on emergency pages), and loans marked."""
    parts = {name: str(view.html) for name, view in views.items()}
    linked = KINDS[page.kind].links_terms
    address = "../" * (page.folder.count("/") + 1) + GLOSSARY_ADDRESS if linked else ""
    code = page.language.code
    if page.language != facts.original:
        parts = mark_loans(parts, code, facts.lexicon, terms_in(facts, code), address)
    elif linked:
        parts = link_terms(parts, facts.glossary, address)
    # HTML that the reader of pages made
    return {name: replace(view, html=Markup(parts[name])) for name, view in views.items()}  # noqa: S704


def links(handbook: Handbook, language: Language) -> dict[str, Link]:
    """Return the pages of header and footer that exist."""
    found = {}
    for name, folder in LINKED_FOLDERS.items():
        if (folder, handbook.facts.original.code) in handbook.pages:
            page = handbook.served(folder, language.code)
            found[name] = Link(page.path_in(language), page.title, page.language.code)
    return found


@dataclass(frozen=True)
class SiteContext:
    """What all page views share; `translations` reads the state of every text, which one page shows."""

    handbook: Handbook
    settings: Settings
    offer: Offer
    search_worker: str
    translations: Callable[[], tuple[TranslationStatus, ...]] = tuple
    served: dict[tuple[str, str], Mapping[str, SectionView]] = field(default_factory=dict, repr=False, compare=False)

    def sections(self, page: Page, language: Language) -> Mapping[str, SectionView]:
        """Return a page's sections as they are served; the same for all its readers unless it shows files."""
        key = page.file, language.code if shows_files(page) else ""
        if key not in self.served:
            facts = self.handbook.facts
            self.served[key] = with_terms(page, section_views(page, language, facts), facts)
        return self.served[key]

    @cached_property
    def links(self) -> Mapping[Language, Mapping[str, Link]]:
        """The pages of header and footer in each language."""
        return {language: links(self.handbook, language) for language in self.handbook.facts.languages}

    @property
    def translation_tables(self) -> tuple[TranslationTable, ...]:
        """How far each language is, the same for all readers."""
        return translation_views(self.translations(), self.handbook)
