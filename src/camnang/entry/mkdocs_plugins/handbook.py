"""Hands the ready pages to MkDocs, which asks for each by its file, and writes what is no page."""

from __future__ import annotations

from pathlib import Path
from typing import Literal

from jinja2 import DictLoader, Environment
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs.structure.pages import Page

from camnang.entry.ready_site import ReadySite, ready_site
from camnang.files.faults import FaultsError
from camnang.site.assembly.writing import write_site


class HandbookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]  # MkDocs' base class has no types
    """Makes the site when its first language begins; a fault stops the build before anything is written."""

    preview = False
    site = ReadySite()

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether pages are being edited."""
        self.preview = command == "serve"

    @event_priority(-200)  # when static-i18n has told the language (-100)
    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Make the site once for all its languages; MkDocs has no page of its own to add."""
        config.theme.static_templates.clear()
        if config.theme["language"] not in self.site.later_languages:
            try:
                self.site = ready_site(Path(config.config_file_path).resolve().parent, preview=self.preview)
            except FaultsError as error:
                raise PluginError(str(error)) from error
        return config

    @event_priority(-200)  # when static-i18n has given every page its place (-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the pages that the site has; all else is among its other files."""
        for file in [each for each in files if each.dest_uri not in self.site.pages]:
            files.remove(file)
        return files

    def on_page_markdown(self, markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
        """Spare MkDocs a page that is ready."""
        return ""

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Spare MkDocs the templates."""
        return Environment(loader=DictLoader({"main.html": ""}))

    def on_post_page(self, output: str, page: Page, config: MkDocsConfig) -> str:
        """Return the ready page."""
        return self.site.pages[page.file.dest_uri]

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are no pages, beside those of the first language."""
        if config.theme["language"] not in self.site.later_languages:
            write_site(Path(config.site_dir), self.site.others)
