"""Where the handbook's files are, and the settings of `mkdocs.yml` that pictures and pages share."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import yaml
from markdown import Markdown
from yaml_env_tag import add_env_tag

from camnang.files.faults import attempt, raise_if_any
from camnang.files.text_file import character_faults, open_text
from camnang.files.yaml_tree import PREFIX, READ_TAGS, PlainLoader, YamlText, composed_tree
from camnang.handbook.setting_rules import (
    QUOTES,
    address_faults,
    meant,
    name_faults,
    normalised,
    office_faults,
    setting,
)
from camnang.handbook.setting_shapes import missing_faults, shape_faults

SETTINGS_FILE = "mkdocs.yml"
# MkDocs 1.6 always switches these on (mkdocs/config/defaults.py, `markdown_extensions`, builtins).
BUILT_IN_EXTENSIONS = ("toc", "tables", "fenced_code")
TRUE_OR_FALSE = re.compile("(?:[Tt]rue|[Ff]alse)$")
SETTING_TAGS = READ_TAGS | {f"{PREFIX}bool", "!ENV"}


@dataclass(frozen=True)
class Settings:
    """What pictures and pages must agree on; `approved_by` empty means that the draft notice stands."""

    site_name: str
    site_url: str
    approved_by: str
    extensions: tuple[str, ...]
    extension_configs: Mapping[str, Mapping[str, Any]]

    @cached_property
    def markdown(self) -> Markdown:
        """The one converter for all pages; `reset()` makes it ready for the next. Not for two threads at once."""
        options = {name: dict(given) for name, given in self.extension_configs.items()}
        return Markdown(extensions=list(self.extensions), extension_configs=options)

    def address(self, path: str) -> str:
        """Return the full address of a path from the site's root, '' while `site_url` is not set."""
        return urljoin(self.site_url.rstrip("/") + "/", path) if self.site_url else ""


@dataclass(frozen=True)
class Project:
    """The folder of a handbook; reading it takes the texts `instead`, by path from `root`, for those of the files.

    So a change is tried on the whole handbook, whatever reading reads, before a file is written.
    """

    root: Path
    instead: Mapping[str, str] = field(default_factory=dict, hash=False)

    @property
    def docs(self) -> Path:
        """The pages."""
        return self.root / "docs"

    @property
    def design(self) -> Path:
        """The layouts, fonts and icons."""
        return self.root / "design"

    @property
    def drawn(self) -> Path:
        """The pictures and their manifest, laid out as they stand on the site."""
        return self.root / "build" / "tai-ve"

    @property
    def packed(self) -> Path:
        """The packs for places and their register."""
        return self.root / "build" / "goi"

    @property
    def office(self) -> Path:
        """The Word files, workbooks and calendars and their register, laid out as they stand on the site."""
        return self.root / "build" / "van-phong"

    @property
    def carried(self) -> Path:
        """The copies for USB sticks and Kiwix and their register."""
        return self.root / "build" / "mang-di"

    @property
    def loud(self) -> Path:
        """The pack for loudspeakers and its register."""
        return self.root / "build" / "loa"

    @property
    def drawn_with_boxes(self) -> Path:
        """The same pictures with every block's box and name, for those who change a layout."""
        return self.root / "build" / "tai-ve-debug"

    def co_branded(self, slug: str) -> Path:
        """The pictures with the logo of the partner `slug`; they are not on the site."""
        return self.root / "build" / "doi-tac" / slug

    def text(self, path: str) -> str:
        """Return the text of a file of the project; raise `FaultsError` when it cannot be read as one."""
        return open_text(self.root / path, path)

    def relative(self, file: Path) -> str:
        """Return `file` as an editor knows it, relative to the project."""
        return file.relative_to(self.root).as_posix()


def extension_settings(listed: list[Any]) -> tuple[tuple[str, ...], dict[str, dict[str, Any]]]:
    """Split MkDocs' list of Markdown extensions into names and their options."""
    options: dict[str, dict[str, Any]] = {}
    for entry in listed:
        options.update(entry if isinstance(entry, dict) else {entry: {}})
    names = [*BUILT_IN_EXTENSIONS, *(name for name in options if name not in BUILT_IN_EXTENSIONS)]
    return tuple(names), {name: given for name, given in options.items() if given}


def settings_loader() -> type[Any]:
    """Return a loader that knows MkDocs' `!ENV [NAME, otherwise]`, true and false, and nothing unsafe."""
    loader: type[Any] = type("SettingsLoader", (PlainLoader,), {})
    loader.add_implicit_resolver(f"{PREFIX}bool", TRUE_OR_FALSE, list("tTfF"))
    add_env_tag(loader)
    return loader


def read_settings(project: Project) -> Settings:
    """Read `mkdocs.yml`; raise `FaultsError` when it is missing, no YAML, or says what may not be printed."""
    text = project.text(SETTINGS_FILE)
    faults = list(character_faults(text, SETTINGS_FILE))
    tree = attempt(
        faults, lambda: composed_tree(YamlText(text, SETTINGS_FILE), settings_loader(), SETTING_TAGS), None
    )
    raise_if_any(faults)
    root, raw = tree or (None, None)
    raise_if_any(shape_faults(raw or {}, root, SETTINGS_FILE))
    return checked_settings(root, raw or {})


def checked_settings(root: yaml.Node | None, raw: Mapping[str, Any]) -> Settings:
    """Return what the tree and the values of `mkdocs.yml` say; raise `FaultsError` for what nobody may print."""
    names, options = extension_settings(raw.get("markdown_extensions") or [])
    extra = raw.get("extra") or {}
    name = setting(raw.get("site_name"), root, ("site_name",), SETTINGS_FILE)
    address = setting(raw.get("site_url"), root, ("site_url",), SETTINGS_FILE)
    office = setting(extra.get("approved_by"), root, ("extra", "approved_by"), SETTINGS_FILE)
    missing = missing_faults(names, root, SETTINGS_FILE)
    raise_if_any((*name_faults(name), *address_faults(address), *office_faults(office), *missing))
    return Settings(
        site_name=name.value,
        site_url=normalised(address.value.strip(QUOTES)),
        approved_by=meant(office.value),
        extensions=names,
        extension_configs=options,
    )
