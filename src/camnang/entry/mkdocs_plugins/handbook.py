"""Gives MkDocs' templates the handbook's views, copies the drawn pictures, writes the search indexes."""

from __future__ import annotations

import logging
from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config import config_options
from mkdocs.config.base import Config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as SitePage
from mkdocs.utils.templates import TemplateContext

from camnang.bundles.packs.catalogue import current_packs
from camnang.entry.mkdocs_plugins.template_functions import (
    asset_function,
    compact_css,
    pictogram_function,
    policy_function,
    words_function,
)
from camnang.files.faults import FaultsError
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.pages.page_files import folder_of
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.handbook.translation.status import scan
from camnang.made.pictures import FILE as MANIFEST
from camnang.made.pictures import read_manifest
from camnang.made.site_paths import PACK_FOLDER
from camnang.papers.documents.office_files import current_files
from camnang.papers.documents.office_jobs import office_jobs
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.jobs import Selection
from camnang.site.feeds.entries import channel
from camnang.site.feeds.json_feed import JSON_FEED, json_feed_bytes
from camnang.site.feeds.podcast import FILE as PODCAST
from camnang.site.feeds.podcast import podcast
from camnang.site.feeds.syndication import ATOM, RSS, atom_bytes, rss_bytes
from camnang.site.following import EMBED
from camnang.site.handbook_view import handbook_view
from camnang.site.hosting.addresses import checked_moves, redirects
from camnang.site.page_view import SiteContext, page_view
from camnang.site.search.index import index_bytes
from camnang.site.search.voice import FILE as VOICE_WORDS
from camnang.site.search.voice import voice_words
from camnang.site.served_assets import served_assets
from camnang.site.sitemap import robots, sitemap_addresses, sitemap_bytes, sitemap_name
from camnang.site.views.page import HandbookView

log = logging.getLogger("mkdocs.plugins.camnang")

TEMPLATES = {
    Kind.HOME: "home.html",
    Kind.SITUATIONS: "situations.html",
    Kind.SITUATION: "situation.html",
    Kind.SCAMS: "scams.html",
    Kind.SCAM: "scam.html",
    Kind.KIT: "kit.html",
    Kind.OUTREACH: "outreach.html",
    Kind.SMS_BANK: "sms-bank.html",
    Kind.OFFICE_FILES: "office-files.html",
    Kind.DOWNLOADS: "downloads.html",
    Kind.WARNINGS: "warnings.html",
    Kind.WARNING: "warning.html",
    Kind.QUIZ: "quiz.html",
    Kind.GLOSSARY: "glossary.html",
    Kind.SOURCES: "main.html",
    Kind.TRANSLATIONS: "translations.html",
    Kind.FEEDBACK: "feedback.html",
    Kind.EMBEDDING: "embedding.html",
    Kind.OFFICE: "office.html",
    Kind.CALENDAR: "calendar.html",
    Kind.PLAIN: "main.html",
}
WORKER = "assets/javascripts/workers/search.*.min.js"


class HandbookConfig(Config):  # type: ignore[no-untyped-call]  # MkDocs' metaclass hook has no types
    """`draw_previews`: whether `mkdocs serve` redraws the preview picture of an edited page."""

    draw_previews = config_options.Type(bool, default=True)


def search_worker(config: MkDocsConfig) -> str:
    """Return the site path of Material's search worker; its name carries a hash that changes with the version."""
    for folder in map(Path, config.theme.dirs):
        for file in folder.glob(WORKER):
            return file.relative_to(folder).as_posix()
    raise PluginError(f"Không thấy {WORKER} trong giao diện Material; kiểm tra bản mkdocs-material đã ghim.")


def write(file: Path, content: bytes) -> None:
    """Write a file of the site, with its folder."""
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)


class HandbookPlugin(BasePlugin[HandbookConfig]):  # type: ignore[no-untyped-call]  # as above
    """Reads the handbook once for all languages of a build, then serves views of it."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are being edited."""
        self.serving = command == "serve"

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Read pages and data before the first language; a fault stops the build before anything is written."""
        self.languages = cast("Any", config.plugins["camnang/languages"])  # static-i18n has no types
        if self.languages.current_language in {None, self.languages.default_language}:
            self.project = Project(Path(config.config_file_path).resolve().parent)
            try:
                self.read(config)
            except FaultsError as error:
                raise PluginError(str(error)) from error
        return config

    def read(self, config: MkDocsConfig) -> None:
        """Read the handbook and the manifest; raise `FaultsError`."""
        settings, handbook = read_settings(self.project), read_handbook(self.project)
        if self.serving and self.config.draw_previews:
            formats = frozenset(form.id for form in handbook.facts.formats if form.preview)
            selection = Selection(formats=formats)
            carry_out(self.project, plan(self.project, handbook, settings, selection, self.project.drawn))
        pictures = read_manifest(self.project.drawn)
        if not pictures:
            log.info("Chưa có áp phích: chạy python3 run.py ve trước để trang có tệp tải về.")
        self.moves = checked_moves(self.project.root, handbook.original_paths)
        facts = handbook.facts
        translations = scan(self.project, (*facts.languages, *facts.wanted), facts.translation_scope)
        office = current_files(self.project, office_jobs(self.project, handbook, settings))
        packs = current_packs(self.project, handbook, settings, pictures, office)
        self.context = SiteContext(handbook, settings, pictures, search_worker(config), translations, packs, office)
        self.views: dict[str, HandbookView] = {}

    @property
    def handbook(self) -> Handbook:
        """The handbook of this build."""
        return self.context.handbook

    @property
    def language(self) -> Language:
        """The language that is being built."""
        return self.handbook.facts.language(self.languages.current_language)

    def view_of_handbook(self, language: Language) -> HandbookView:
        """Return the handbook's view in a language, made once."""
        if language.code not in self.views:
            settings, pictures = self.context.settings, self.context.pictures
            self.views[language.code] = handbook_view(self.handbook, settings, pictures, language, self.context.packs)
        return self.views[language.code]

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Leave out pages of languages that are not published; add the drawn pictures, once for all languages."""
        unpublished = tuple(f"{language.suffix}.md" for language in self.handbook.facts.wanted)
        for file in [file for file in files if file.src_uri.endswith(unpublished)]:
            files.remove(file)
        if self.language == self.handbook.facts.original:
            for name in [*(picture.path for picture in self.context.pictures), MANIFEST]:
                drawn = self.project.drawn / name
                if drawn.is_file():
                    files.append(File.generated(config, f"tai-ve/{name}", abs_src_path=str(drawn)))
            for pack in self.context.packs:
                packed = self.project.packed / pack.path
                files.append(File.generated(config, f"{PACK_FOLDER}{pack.path}", abs_src_path=str(packed)))
            for each in self.context.office:
                files.append(File.generated(config, each.path, abs_src_path=str(self.project.office / each.path)))
        return files

    def page_of(self, page: SitePage) -> Page:
        """Return the handbook's page behind a page of the site."""
        file: Any = page.file  # static-i18n adds `norm_src_uri` and `locale`
        return self.handbook.pages[folder_of(file.norm_src_uri), file.locale]

    def on_page_markdown(self, markdown: str, page: SitePage, config: MkDocsConfig, files: Files) -> str:
        """Choose the template by the page's kind."""
        page.meta["template"] = TEMPLATES[self.page_of(page).kind]
        return markdown

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Give templates without a page (404, sitemap) the same functions in Vietnamese, and all languages' words."""
        self.env = env
        env.filters["compact_css"] = compact_css
        original = self.handbook.facts.original
        env.globals.update(
            t=words_function(self.handbook.facts, original),
            asset=asset_function(env, [Path(folder) for folder in config.theme.dirs]),
            pictogram=pictogram_function(self.handbook.facts.pictograms),
            tongues=[
                (language, words_function(self.handbook.facts, language))
                for language in self.handbook.facts.languages
            ],
            policy=policy_function(self.serving),
            handbook=self.view_of_handbook(original),
            view=None,
            sitemaps=sitemap_addresses(self.context),
        )
        return env

    def on_page_context(
        self, context: TemplateContext, /, *, page: SitePage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """Give the template its views."""
        view = page_view(self.page_of(page), self.language, page.content or "", self.context)
        added = {
            "t": words_function(self.handbook.facts, self.language),
            "handbook": self.view_of_handbook(self.language),
            "view": view,
        }
        cast("dict[str, Any]", context).update(added)
        return context

    def feeds(self) -> dict[str, bytes]:
        """Return the language's feeds by their path below it: the podcast and the warnings, where there are any."""
        settings = self.context.settings
        found = {PODCAST: podcast(self.handbook, settings, self.language, self.project)}
        warnings = channel(self.handbook, settings, self.language)
        if warnings:
            found |= {RSS: rss_bytes(warnings), ATOM: atom_bytes(warnings), JSON_FEED: json_feed_bytes(warnings)}
        return {path: content for path, content in found.items() if content}

    def embedded_box(self, path: str) -> bytes:
        """Return the page for other sites' frames; it is no page of `docs/`, so nothing lists it."""
        language = self.language
        html = self.env.get_template("embed.html").render(
            page=None,
            base_url="/".join([".."] * path.count("/")),
            language=language,
            t=words_function(self.handbook.facts, language),
            handbook=self.view_of_handbook(language),
        )
        return html.encode()

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write what a language has besides its pages: index, sitemap, feeds, the box, redirects, assets."""
        site, prefix = Path(config.site_dir), self.language.url_prefix
        if self.context.settings.site_url:
            write(site / sitemap_name(self.language), sitemap_bytes(self.context, self.language))
        write(site / "robots.txt", robots(self.context).encode())
        write(site / "search" / f"{self.language.code}.json", index_bytes(self.handbook, self.language))
        if self.language.speech:
            words = self.handbook.facts.words[self.language.code]
            write(site / VOICE_WORDS.format(code=self.language.code), voice_words(words))
        for name, content in served_assets(Path(config.theme.dirs[0])):
            write(site / name, content)
        for name, content in self.feeds().items():
            write(site / f"{prefix}{name}", content)
        write(site / f"{prefix}{EMBED}index.html", self.embedded_box(f"{prefix}{EMBED}"))
        for name, html in redirects(self.moves, self.handbook, self.language):
            write(site / name, html.encode())
