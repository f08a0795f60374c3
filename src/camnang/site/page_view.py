"""One page as its template sees it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from markupsafe import Markup

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.notices import translation_mark
from camnang.handbook.pages.statement import Run, phrases
from camnang.handbook.project import Settings
from camnang.site.cards import page_card
from camnang.site.context import SiteContext, served_html
from camnang.site.downloads import files_of, use_groups
from camnang.site.following import feed_links
from camnang.site.office_files_view import office_views
from camnang.site.own_parts import own_part
from camnang.site.players import players, podcast_path, reader_wanted
from camnang.site.qr_code import qr_svg
from camnang.site.search.voice import FILE as VOICE_WORDS
from camnang.site.send_picture import send_picture
from camnang.site.share_picture import share_picture
from camnang.site.views.cards import PageCard
from camnang.site.views.page import (
    NOTHING,
    Hreflang,
    PageView,
    SectionView,
    SourceView,
    SwitchLink,
    TextState,
)

# Where the code of the address stands on the screen.
SECTION = Markup('<h2 id="{}">{}</h2>\n{}')
# Pages that open on the slowest line say no more than that they are drafts.
LIGHT = frozenset({Kind.SITUATION, Kind.SITUATIONS})
DESCRIPTION_LENGTH = 155  # characters that search engines show


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
    return tuple(SwitchLink(other, page.path_in(other), other == language) for other in handbook.facts.languages)


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


def named_sources(page: Page, handbook: Handbook) -> Iterable[str]:
    """Return the sources that a page names; the page of the month names those of the calendar's reasons."""
    if page.kind is Kind.SOURCES:
        return handbook.facts.sources
    if page.kind is Kind.THIS_MONTH:
        return handbook.facts.calendar.reason_sources
    return page.details.sources


def sources(page: Page, handbook: Handbook) -> tuple[SourceView, ...]:
    """Return the page's sources in the order in which it names them."""
    found = ((name, handbook.facts.sources[name]) for name in named_sources(page, handbook))
    return tuple(
        SourceView(name, source.title, source.publisher, written(source.date), source.url) for name, source in found
    )


def children(page: Page, language: Language, handbook: Handbook) -> tuple[PageCard, ...]:
    """Return the pages below a page that lists them, as cards."""
    if not KINDS[page.kind].lists_children:
        return ()
    return tuple(page_card(child, language) for child in handbook.below(page.folder, language.code))


def body_html(views: Mapping[str, SectionView]) -> Markup:
    """Return all sections with their headings, for pages without a layout of their own."""
    return Markup("\n").join(SECTION.format(view.id, view.title, view.html) for view in views.values())


def page_view(page: Page, language: Language, context: SiteContext) -> PageView:
    """Return the view of a page for readers of `language`."""
    return with_text(page_outline(page, language, context), page, context)


def page_outline(page: Page, language: Language, context: SiteContext) -> PageView:
    """Return the view of a page without its sections, which take longest to make."""
    return replace(
        with_ways_on(common_view(page, language, context), page, context), own=own_part(page, language, context)
    )


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
        low=0 if page.kind in LIGHT else page.low,
        translation_mark=translation_mark(page),
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
        reader_wanted=reader_wanted(page, language, handbook),
        podcast=podcast_path(language, handbook, context.settings),
        share_picture=share_picture(page, handbook, context.settings, context.offer),
    )
