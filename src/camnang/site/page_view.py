"""One page as its template sees it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

from markupsafe import Markup

from camnang.handbook.dates import written
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS, REPORT, SCAMS, SITUATIONS, WARNINGS, scam_page
from camnang.handbook.pages.loan_marks import mark_loans
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.rendering import link_sources
from camnang.handbook.pages.statement import Run, phrases
from camnang.handbook.pages.term_links import link_terms
from camnang.handbook.project import Settings
from camnang.handbook.translation.status import TranslationStatus
from camnang.made.offer import Offer
from camnang.site.cards import page_card, warning_card
from camnang.site.downloads import files_of, use_groups
from camnang.site.following import embed_boxes, feed_links
from camnang.site.glossary_view import loan_views, term_views, terms_in
from camnang.site.kit_view import kit_cards, kit_parts, kit_path, message_views, scam_card
from camnang.site.links import shows_files, with_addresses
from camnang.site.months_view import calendar_months, office_months
from camnang.site.office_files_view import office_groups, office_views
from camnang.site.office_view import office_of, office_view, room_cards
from camnang.site.players import players, podcast_path
from camnang.site.qr_code import qr_svg
from camnang.site.quiz_view import quiz_levels
from camnang.site.search.voice import FILE as VOICE_WORDS
from camnang.site.send_picture import send_picture
from camnang.site.share_picture import share_picture
from camnang.site.translations_view import translation_views
from camnang.site.views.cards import PageCard
from camnang.site.views.page import (
    NOTHING,
    Hreflang,
    Link,
    PageView,
    SectionView,
    SourceView,
    SwitchLink,
    TextState,
)
from camnang.site.views.translations import TranslationTable

LINKED_FOLDERS: Mapping[str, str] = {
    "emergency": SITUATIONS,
    "scams": SCAMS,
    "report": REPORT,
    "downloads": "tai-ve",
    "about": "gioi-thieu",
    "warnings": WARNINGS,
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
# Where the code of the address stands on the screen.
GLOSSARY_ADDRESS = "giai-nghia/"
SECTION = Markup('<h2 id="{}">{}</h2>\n{}')
DESCRIPTION_LENGTH = 155  # characters that search engines show


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

    @cached_property
    def translation_tables(self) -> tuple[TranslationTable, ...]:
        """How far each language is, the same for all readers."""
        return translation_views(self.translations(), self.handbook)


def state_of(page: Page, language: Language) -> TextState:
    """Return what the reader must know about the text."""
    if page.language != language:
        return "fallback"
    return page.translation.state if page.translation.current else "outdated"


def statement_runs(page: Page, stressed: str) -> tuple[Run, ...]:
    """Return the statement as runs in one line, phrases joined by spaces."""
    found: list[Run] = []
    for phrase in phrases(page.statement, stressed):
        found += [Run(" "), *phrase] if found else phrase
    return tuple(found)


def shortened(text: str) -> str:
    """Return text for `<meta name=description>`, cut between words."""
    if len(text) <= DESCRIPTION_LENGTH:
        return text
    return text[:DESCRIPTION_LENGTH].rsplit(" ", 1)[0].rstrip(" ,;:") + "…"


def absolute(settings: Settings, path: str) -> str:
    """Return the full address of a path, relative to the root while `site_url` is not set."""
    return settings.address(path) or "/" + path


def switch(page: Page, language: Language, handbook: Handbook) -> tuple[SwitchLink, ...]:
    """Return the page in every language; the switch stays on the page."""
    existing = handbook.languages_of(page.folder)
    return tuple(
        SwitchLink(other, page.path_in(other), other == language, other in existing)
        for other in handbook.facts.languages
    )


def hreflangs(page: Page, language: Language, context: SiteContext) -> tuple[Hreflang, ...]:
    """Return the true translations, none while there is no address or the text is a fallback."""
    if not context.settings.site_url or page.language != language:
        return ()
    found = [
        Hreflang(other.code, absolute(context.settings, page.path_in(other)))
        for other in context.handbook.languages_of(page.folder)
    ]
    default = absolute(context.settings, page.path_in(context.handbook.facts.original))
    return (*found, Hreflang("x-default", default))


def sources(page: Page, handbook: Handbook) -> tuple[SourceView, ...]:
    """Return the page's sources in the order in which it names them; the page of sources lists them all."""
    named = handbook.facts.sources if page.kind is Kind.SOURCES else page.details.sources
    found = ((name, handbook.facts.sources[name]) for name in named)
    return tuple(
        SourceView(name, source.title, source.publisher, written(source.date), source.url) for name, source in found
    )


def links(handbook: Handbook, language: Language) -> dict[str, Link]:
    """Return the pages of header and footer that exist."""
    found = {}
    for name, folder in LINKED_FOLDERS.items():
        if (folder, handbook.facts.original.code) in handbook.pages:
            page = handbook.served(folder, language.code)
            found[name] = Link(page.path_in(language), page.title, page.language.code)
    return found


def children(page: Page, language: Language, handbook: Handbook) -> tuple[PageCard, ...]:
    """Return the pages below a page that lists them, as cards."""
    if not KINDS[page.kind].lists_children:
        return ()
    return tuple(page_card(child, language) for child in handbook.below(page.folder, language.code))


def served_html(html: str, page: Page, language: Language, facts: Facts) -> Markup:
    """Return a part of a page with its links as addresses, and its source marks linked."""
    return Markup(link_sources(with_addresses(html, page, language, facts.languages)))


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
    return {name: replace(view, html=Markup(parts[name])) for name, view in views.items()}


def related(page: Page, language: Language, handbook: Handbook) -> PageCard | None:
    """Return the scam page that a warning belongs to."""
    if not page.details.scam:
        return None
    return page_card(handbook.served(scam_page(page.details.scam), language.code), language)


def body_html(views: Mapping[str, SectionView]) -> Markup:
    """Return all sections with their headings, for pages without a layout of their own."""
    return Markup("\n").join(SECTION.format(view.id, view.title, view.html) for view in views.values())


def warning_parts(page: Page, language: Language, context: SiteContext) -> dict[str, Any]:
    """Return what only a warning shows."""
    return {"warning": warning_card(page, language), "related": related(page, language, context.handbook)}


def glossary_parts(page: Page, language: Language, context: SiteContext) -> dict[str, Any]:
    """Return what only the page of hard words shows."""
    facts = context.handbook.facts
    return {"terms": term_views(facts, language), "loans": loan_views(facts, language)}


def kit_fields(page: Page, language: Language, context: SiteContext) -> dict[str, Any]:
    """Return what only a communicator's kit shows."""
    return {"kit": kit_parts(page), "related": scam_card(page, language, context.handbook)}


def outreach_parts(page: Page, language: Language, context: SiteContext) -> dict[str, Any]:
    """Return what only the door of the communicators' room shows: offices, tools, kits."""
    offices, tools = room_cards(page, language, context.handbook)
    return {"children": offices, "tools": tools, "kits": kit_cards(context.handbook, language)}


def office_parts(page: Page, language: Language, context: SiteContext) -> dict[str, Any]:
    """Return what only an office's page shows: its task, what it takes, its twelve months."""
    handbook, office = context.handbook, office_of(page, context.handbook)
    return {
        "office": office_view(office, language, handbook, context.offer),
        "months": office_months(office, handbook, language, context.offer),
    }


# What only pages of a kind show, as fields of their view.
PARTS: Mapping[Kind, Callable[[Page, Language, SiteContext], dict[str, Any]]] = {
    Kind.WARNING: warning_parts,
    Kind.GLOSSARY: glossary_parts,
    Kind.KIT: kit_fields,
    Kind.SCAM: lambda page, language, context: {"kit_path": kit_path(page, language, context.handbook)},
    Kind.TRANSLATIONS: lambda page, language, context: {"translations": context.translation_tables},
    Kind.QUIZ: lambda page, language, context: {"quiz": quiz_levels(context.handbook, language)},
    Kind.SMS_BANK: lambda page, language, context: {"messages": message_views(context.handbook, language)},
    Kind.OUTREACH: outreach_parts,
    Kind.OFFICE: office_parts,
    Kind.CALENDAR: lambda page, language, context: {
        "months": calendar_months(context.handbook, language, context.offer)
    },
    Kind.OFFICE_FILES: lambda page, language, context: {
        "office_groups": office_groups(language.code, context.offer.office)
    },
    Kind.EMBEDDING: lambda page, language, context: {"embed_boxes": embed_boxes(context.handbook, context.settings)},
}


def with_kind(view: PageView, page: Page, context: SiteContext) -> PageView:
    """Return the view with what only pages of its kind show."""
    return replace(view, **PARTS[page.kind](page, view.language, context)) if page.kind in PARTS else view


def page_view(page: Page, language: Language, context: SiteContext) -> PageView:
    """Return the view of a page for readers of `language`."""
    return with_text(page_outline(page, language, context), page, context)


def page_outline(page: Page, language: Language, context: SiteContext) -> PageView:
    """Return the view of a page without its sections, which take longest to make."""
    return with_kind(with_ways_on(common_view(page, language, context), page, context), page, context)


def with_text(view: PageView, page: Page, context: SiteContext) -> PageView:
    """Return the view with the page's sections."""
    sections = context.sections(page, view.language)
    return replace(view, sections=sections, body_html=body_html(sections))


def with_ways_on(view: PageView, page: Page, context: SiteContext) -> PageView:
    """Return the view with the ways to send the page, to take it as an office file and to follow the warnings."""
    return replace(
        view,
        send_picture=send_picture(page, context.handbook, context.offer),
        qr_svg=qr_svg(view.canonical) if KINDS[page.kind].scanned else NOTHING,
        document=page.details.document,
        office_files=office_views(page.folder, page.language.code, context.offer.office),
        feeds=feed_links(page.kind, view.language, context.handbook, context.settings),
    )


def common_view(page: Page, language: Language, context: SiteContext) -> PageView:
    """Return what a page shows whatever its kind, but its sections."""
    handbook, words = context.handbook, context.handbook.facts.words
    text_words, reviewed = words[page.language.code], page.details.reviewed.isoformat()
    canonical = absolute(context.settings, page.path) if context.settings.site_url else None
    return PageView(
        kind=page.kind.value,
        language=language,
        text_language=page.language,
        translation=state_of(page, language),
        title=page.title,
        statement=statement_runs(page, text_words["stress"]),
        draft=page.translation.state == "draft",
        intro_html=served_html(page.intro_html, page, language, handbook.facts),
        share_text=page.lead,
        description=shortened(page.lead),
        path=page.path_in(language),
        original_path=page.path_in(handbook.facts.original),
        home_path=language.url_prefix,
        sections={},
        body_html=NOTHING,
        mock=page.mock,
        sources=sources(page, handbook),
        reviewed=written(reviewed),
        reviewed_iso=reviewed,
        pictogram=page.details.pictogram,
        switch=switch(page, language, handbook),
        hreflangs=hreflangs(page, language, context),
        canonical=canonical,
        search_index=f"search/{language.code}.json",
        search_worker=context.search_worker,
        voice_words=VOICE_WORDS.format(code=language.code),
        downloads=use_groups(files_of(context.offer.pictures_of(page), handbook.facts)),
        links=context.links[language],
        children=children(page, language, handbook),
        players=players(page, handbook),
        podcast=podcast_path(language, handbook, context.settings),
        share_picture=share_picture(page, handbook, context.settings, context.offer),
    )
