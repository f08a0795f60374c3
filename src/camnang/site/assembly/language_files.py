"""What a language has besides its pages: sitemap, search, feeds, the box for other sites, redirects, manifest."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import partial

from camnang.handbook.facts.languages import Language
from camnang.handbook.project import Project
from camnang.site.assembly.site_file import Step, key_of
from camnang.site.assembly.templates import Templates
from camnang.site.context import SiteContext
from camnang.site.feeds.entries import channel
from camnang.site.feeds.json_feed import JSON_FEED, json_feed_bytes
from camnang.site.feeds.podcast import FILE as PODCAST
from camnang.site.feeds.podcast import podcast
from camnang.site.feeds.syndication import ATOM, RSS, atom_bytes, rss_bytes
from camnang.site.following import EMBED
from camnang.site.hosting.addresses import checked_moves, redirects
from camnang.site.offline.keeping import served_pages
from camnang.site.offline.web_manifest import FILE as MANIFEST
from camnang.site.offline.web_manifest import manifest_bytes
from camnang.site.search.index import index_bytes
from camnang.site.search.voice import FILE as VOICE_WORDS
from camnang.site.search.voice import voice_words
from camnang.site.sitemap import sitemap_bytes, sitemap_name


def search_index(language: Language) -> str:
    """Return the path of a language's search index."""
    return f"search/{language.code}.json"


def search_files(context: SiteContext, language: Language, prints: Mapping[str, str]) -> Iterator[Step]:
    """Yield the index, and the words of voice search where browsers hear the language."""
    handbook = context.handbook
    told = [prints[page.file] for page in served_pages(handbook, language)]
    yield Step(search_index(language), partial(index_bytes, handbook, language), key_of(language, told))
    if language.speech:
        words = handbook.facts.words[language.code]
        yield Step(VOICE_WORDS.format(code=language.code), partial(voice_words, words))


def feeds(context: SiteContext, language: Language, project: Project) -> Iterator[Step]:
    """Yield the podcast and the feeds of warnings, where there are any."""
    handbook, settings, prefix = context.handbook, context.settings, language.url_prefix
    spoken = podcast(handbook, settings, language, project)
    if spoken:
        yield Step(prefix + PODCAST, lambda: spoken)
    warnings = channel(handbook, settings, language)
    if warnings:
        yield Step(prefix + RSS, partial(rss_bytes, warnings))
        yield Step(prefix + ATOM, partial(atom_bytes, warnings))
        yield Step(prefix + JSON_FEED, partial(json_feed_bytes, warnings))


def redirect_pages(context: SiteContext, language: Language, project: Project) -> Iterator[Step]:
    """Yield the pages that stand where a page was before; raise `FaultsError` when one leads nowhere."""
    handbook = context.handbook
    moves = checked_moves(project.root, handbook.original_paths)
    for path, html in redirects(moves, handbook, language):
        yield Step(path, html.encode)


def language_files(
    context: SiteContext, language: Language, project: Project, templates: Templates, prints: Mapping[str, str]
) -> Iterator[Step]:
    """Yield everything that a language has besides its pages; `prints` are the pages' hashes by their files."""
    box = f"{language.url_prefix}{EMBED}"
    if context.settings.site_url:
        yield Step(sitemap_name(language), partial(sitemap_bytes, context, language))
    yield from search_files(context, language, prints)
    yield from feeds(context, language, project)
    shape = templates.shape("embed.html", language)
    yield Step(f"{box}index.html", lambda: templates.embedded_box(language, box).encode(), shape)
    yield from redirect_pages(context, language, project)
    if not templates.preview:
        yield Step(language.url_prefix + MANIFEST, partial(manifest_bytes, context.handbook, language))
