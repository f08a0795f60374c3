"""Writes what works without a network: icons, the manifest of each language, its list, the service worker."""

from __future__ import annotations

from pathlib import Path
from typing import Any, Literal, cast

from jinja2 import Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import File, Files

from camnang.bundles.copies.copies import current_copies
from camnang.entry.mkdocs_plugins.handbook import HandbookPlugin, write
from camnang.entry.mkdocs_plugins.template_functions import words_function
from camnang.handbook.dates import written
from camnang.handbook.facts.languages import Language
from camnang.made.site_paths import COPIES_FOLDER
from camnang.site.copies_view import copy_views
from camnang.site.offline.app_icons import FOLDER as ICON_FOLDER
from camnang.site.offline.app_icons import SOURCE, app_icons
from camnang.site.offline.keeping import (
    FOLDER,
    SavedTexts,
    SharedParts,
    keeping_list,
    list_bytes,
    newest_day,
    served_pages,
    site_assets,
)
from camnang.site.offline.service_worker import FILE, service_worker
from camnang.site.offline.web_manifest import FILE as MANIFEST
from camnang.site.offline.web_manifest import manifest_bytes
from camnang.site.offline_view import offline_view

ROOT = "%ROOT%"  # the service worker writes its scope there


class OfflinePlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # MkDocs' base class has no types
    """Runs once, when every language is built. While pages are edited nothing is kept: a kept page would be old."""

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are being edited."""
        self.serving = command == "serve"

    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Add the copies to carry away, once for all languages."""
        pages = cast("HandbookPlugin", config.plugins["camnang/handbook"])
        if pages.language == pages.handbook.facts.original:
            self.copies = current_copies(pages.project, pages.handbook, pages.context.settings)
            for copy in self.copies:
                carried = pages.project.carried / copy.path
                files.append(File.generated(config, f"{COPIES_FOLDER}{copy.path}", abs_src_path=str(carried)))
        return files

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Tell templates where the service worker is, and what there is to carry away."""
        pages = cast("HandbookPlugin", config.plugins["camnang/handbook"])
        env.globals["service_worker"] = "" if self.serving else FILE
        env.globals["copies"] = copy_views(self.copies, pages.handbook.facts)
        self.env = env
        return env

    def saved_texts(self, pages: HandbookPlugin, language: Language) -> SavedTexts:
        """Return what the service worker shows of its own."""
        handbook = pages.handbook
        shared: dict[str, Any] = {
            "t": words_function(handbook.facts, language),
            "handbook": pages.view_of_handbook(language),
            "view": offline_view(language, pages.context),
            "date": written(newest_day(served_pages(handbook, language))),
            "page": None,
            "base_url": ROOT,
        }
        saved = self.env.get_template("partials/saved.html")
        page = self.env.get_template("offline.html").render(shared)
        return SavedTexts(saved.render(shared), saved.render(shared, at_foot=True), page)

    @event_priority(-200)  # after the languages plugin, which builds the other languages in its own `on_post_build`
    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write everything once all languages stand in the site."""
        if self.serving or cast("Any", config.plugins["camnang/languages"]).building:
            return
        pages, site = cast("HandbookPlugin", config.plugins["camnang/handbook"]), Path(config.site_dir)
        handbook = pages.handbook
        for path, icon in app_icons((site / ICON_FOLDER / SOURCE).read_text(encoding="utf-8")):
            write(site / path, icon)
        parts = SharedParts(site_assets(site), pages.context.search_worker)
        lists = {}
        for language in handbook.facts.languages:
            write(site / language.url_prefix / MANIFEST, manifest_bytes(handbook, language))
            found = keeping_list(handbook, language, site, parts, self.saved_texts(pages, language))
            lists[language] = list_bytes(found)
            write(site / FOLDER / f"{language.code}.json", lists[language])
        write(site / FILE, service_worker((site / FILE).read_bytes(), lists))
