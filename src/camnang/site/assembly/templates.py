"""The templates of `overrides/` with everything they may call."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from jinja2 import BytecodeCache, Environment, FileSystemLoader
from jinja2.bccache import Bucket

from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.palette import PALETTE
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Kind
from camnang.site.assembly.site_file import key_of
from camnang.site.assembly.template_functions import (
    asset_function,
    compact_css,
    pictogram_function,
    policy_function,
    url,
    words_function,
)
from camnang.site.assembly.template_uses import COPIES, WHOLE, uses
from camnang.site.context import SiteContext
from camnang.site.copies_view import copy_views
from camnang.site.handbook_view import handbook_view
from camnang.site.offline.keeping import SavedTexts, newest_day, served_pages
from camnang.site.offline.service_worker import FILE as SERVICE_WORKER
from camnang.site.offline_view import offline_view
from camnang.site.relative_address import relative_address
from camnang.site.sitemap import sitemap_addresses
from camnang.site.views.page import HandbookView, PageView

TEMPLATE_ENDINGS = ("html", "xml")
ROOT = "%ROOT%"  # the service worker writes its scope there


class Compiled(BytecodeCache):
    """Templates that this process has compiled; Jinja holds each against its text before it takes it."""

    def __init__(self) -> None:
        self.known: dict[str, bytes] = {}

    def load_bytecode(self, bucket: Bucket) -> None:
        """Give what was compiled under this name."""
        if bucket.key in self.known:
            bucket.bytecode_from_string(self.known[bucket.key])

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what was compiled."""
        self.known[bucket.key] = bucket.bytecode_to_string()


COMPILED = Compiled()  # a preview and the copies to carry away print with the same templates again


@dataclass(frozen=True)
class Place:
    """Where a page is seen from: `base` is the root as seen from there, `path` the page's own where it is known."""

    base: str
    path: str | None = None


@dataclass(frozen=True)
class Templates:
    """Prints pages; `marks` are those of the assets by their path. In a `preview` nothing is kept on phones."""

    overrides: Path
    context: SiteContext
    marks: Mapping[str, str]
    preview: bool = False

    @cached_property
    def handbooks(self) -> dict[Language, HandbookView]:
        """The handbook's views that are known."""
        return {}

    def handbook(self, language: Language) -> HandbookView:
        """Return the handbook's view in a language, made once."""
        if language not in self.handbooks:
            own = self.context
            self.handbooks[language] = handbook_view(own.handbook, own.settings, own.offer, language)
        return self.handbooks[language]

    @cached_property
    def environment(self) -> Environment:
        """The templates, each compiled once; what a page does not give is Vietnamese."""
        facts = self.context.handbook.facts
        found = Environment(
            loader=FileSystemLoader(self.overrides), auto_reload=False, bytecode_cache=COMPILED, autoescape=True
        )
        found.filters.update(url=url, compact_css=compact_css)
        found.globals.update(
            asset=asset_function(self.marks),
            pictogram=pictogram_function(facts.pictograms),
            policy=policy_function(self.preview),
            tongues=[(language, words_function(facts, language)) for language in facts.languages],
            view=None,
            palette=PALETTE,
            sitemaps=sitemap_addresses(self.context),
            service_worker="" if self.preview else SERVICE_WORKER,
            copies=copy_views(self.context.offer.copies, facts),
        )
        return found

    @cached_property
    def ground(self) -> str:
        """A hash over what all pages stand on: the templates, the interface's words, drawings, assets, settings."""
        facts, settings = self.context.handbook.facts, self.context.settings
        words = [facts.words[language.code] for language in facts.languages]
        return key_of(
            self.sources, words, facts.languages, facts.pictograms, self.marks, self.preview, settings.site_url
        )

    @cached_property
    def sources(self) -> Mapping[str, str]:
        """Every template's text by its name."""
        names = self.environment.list_templates(TEMPLATE_ENDINGS)
        return {name: (self.overrides / name).read_text(encoding="utf-8") for name in names}

    @cached_property
    def shapes(self) -> dict[tuple[str, Language], str]:
        """The hashes of `shape` that are known."""
        return {}

    def shape(self, template: str, language: Language) -> str:
        """Return a hash over all that shapes a page but its own view."""
        if (template, language) not in self.shapes:
            used, handbook = uses(self.sources, template), self.handbook(language)
            shown = [each.name for each in fields(HandbookView) if used & {each.name, WHOLE}]
            copies = self.context.offer.copies if COPIES in used else None
            values = [getattr(handbook, name) for name in shown]
            self.shapes[template, language] = key_of(self.ground, template, language, shown, values, copies)
        return self.shapes[template, language]

    def printed(self, template: str, language: Language, seen_from: Place, given: Mapping[str, Any]) -> str:
        """Return a template for readers of `language` with what it is given besides."""
        shared = {
            "t": words_function(self.context.handbook.facts, language),
            "handbook": self.handbook(language),
            "page_path": seen_from.path,
            "base_url": seen_from.base,
        }
        return self.environment.get_template(template).render(shared, **given)

    def page(self, view: PageView) -> str:
        """Return a page's HTML."""
        place = Place(relative_address(".", view.path), view.path)
        return self.printed(KINDS[Kind(view.kind)].template, view.language, place, {"view": view})

    def not_found(self) -> str:
        """Return the page for an address that is none; it is shown at any address, so its links begin at the host."""
        settings, original = self.context.settings, self.context.handbook.facts.original
        root = urlsplit(settings.site_url.rstrip("/") + "/").path
        return self.printed("404.html", original, Place(root), {})

    def sitemaps(self) -> str:
        """Return the list of the languages' sitemaps."""
        return self.printed("sitemap.xml", self.context.handbook.facts.original, Place("."), {})

    def embedded_box(self, language: Language, path: str) -> str:
        """Return the page for other sites' frames; it is no page of `docs/`, so nothing lists it."""
        place = Place("/".join([".."] * path.count("/")))
        return self.printed("embed.html", language, place, {"language": language})

    def saved_texts(self, language: Language) -> SavedTexts:
        """Return what the service worker shows of its own."""
        handbook = self.context.handbook
        date = written(newest_day(served_pages(handbook, language)))
        given = {"view": offline_view(language, self.context), "date": date}
        notice = self.printed("partials/saved.html", language, Place(ROOT), given)
        footnote = self.printed("partials/saved.html", language, Place(ROOT), {**given, "at_foot": True})
        return SavedTexts(notice, footnote, self.printed("offline.html", language, Place(ROOT), given))
