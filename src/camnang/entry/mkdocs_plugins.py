"""MkDocs, told the languages and handed the ready site; the only code that imports it; no rule of its own."""

from __future__ import annotations

from pathlib import Path

from jinja2 import DictLoader, Environment
from mkdocs.config.config_options import ListOfItems, SubConfig, Type
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, event_priority
from mkdocs.structure.files import Files
from mkdocs_static_i18n.config import I18nPluginConfig, I18nPluginLanguage
from mkdocs_static_i18n.plugin import I18n

from camnang.entry.ready_site import ReadySite, listed_languages, ready_site
from camnang.files.faults import FaultsError
from camnang.site.assembly.writing import write_site


class LanguageOptions(I18nPluginLanguage):  # type: ignore[misc]  # static-i18n has no types
    """A language whose code may have three letters, as those of Tày and Nùng; static-i18n's own may have two."""

    locale = Type(str)


class LanguagesOptions(I18nPluginConfig):  # type: ignore[misc]
    """Options of static-i18n with the languages of `data/languages.yml`."""

    languages = ListOfItems(SubConfig(LanguageOptions, validate=True))

    def load_dict(self, patch: dict[str, object]) -> None:
        """Fill in the languages before the options are validated."""
        try:
            super().load_dict(patch | {"languages": listed_languages(Path(self.config_file_path).resolve().parent)})
        except FaultsError as error:
            raise PluginError(str(error)) from error


class LanguagesPlugin(I18n[LanguagesOptions]):  # type: ignore[misc]
    """static-i18n, which gives every page its place."""


class HandbookPlugin(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
    """Makes the site when a build begins; a fault stops the build before anything is written."""

    preview, made_for, site = False, None, ReadySite()

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Remember whether pages are being edited."""
        self.preview = command == "serve"

    def on_config(self, config: MkDocsConfig) -> None:
        """Make the site once: static-i18n builds its other languages with the same `config`."""
        config.theme.static_templates.clear()
        if self.made_for is not config:
            try:
                self.site = ready_site(Path(config.config_file_path).resolve().parent, preview=self.preview)
            except FaultsError as error:
                raise PluginError(str(error)) from error

    @event_priority(-200)  # when static-i18n has given every page its place (-100)
    def on_files(self, files: Files, config: MkDocsConfig) -> Files:
        """Keep the pages that the site has, with nothing for MkDocs to render; nothing of the theme is among them."""
        kept = Files([file for file in files if file.dest_uri in self.site.pages])
        for file in kept:
            file.content_string = ""
        return kept

    def on_env(self, env: Environment, config: MkDocsConfig, files: Files) -> Environment:
        """Print every page as it is: ready, so nothing is escaped."""
        found = Environment(loader=DictLoader({"main.html": "{{ ready_pages[page.file.dest_uri] }}"}))  # noqa: S701
        found.globals["ready_pages"] = self.site.pages
        return found

    def on_post_build(self, config: MkDocsConfig) -> None:
        """Write the files that are no pages, once: before static-i18n builds its other languages (-100)."""
        if self.made_for is not config:
            write_site(Path(config.site_dir), self.site.others)
        self.made_for = config
