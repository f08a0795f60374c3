"""mkdocs-static-i18n with languages from `data/languages.yml` and three-letter codes.

static-i18n 1.3.1 takes two-letter codes only (its pattern `RE_LOCALE`); Tày and Nùng have none.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import mkdocs_static_i18n.config
import mkdocs_static_i18n.suffix
from mkdocs.config.base import ConfigErrors, ConfigWarnings
from mkdocs.exceptions import ConfigurationError
from mkdocs_static_i18n.plugin import I18n

from camnang.files.faults import FaultsError
from camnang.handbook.facts.languages import read_languages

THREE_LETTERS = re.compile(r"^[a-z]{2,3}(-[A-Za-z]{4})?(-[A-Z]{2})?$")
mkdocs_static_i18n.config.RE_LOCALE = THREE_LETTERS
mkdocs_static_i18n.suffix.RE_LOCALE = THREE_LETTERS


def language_options(root: Path) -> list[dict[str, Any]]:
    """Return static-i18n's list of languages; raise `ConfigurationError` when the data file is wrong."""
    try:
        found = read_languages(root)
    except FaultsError as error:
        raise ConfigurationError(str(error)) from error
    return [
        {"locale": language.code, "name": language.name, "default": language.default, "build": True}
        for language in found
    ]


class LanguagesPlugin(I18n):  # type: ignore[misc]  # the base class has no types
    """static-i18n, told its languages by the handbook's data."""

    def load_config(
        self, options: dict[str, Any], config_file_path: str | None = None
    ) -> tuple[ConfigErrors, ConfigWarnings]:
        """Fill in the languages before the options are validated."""
        root = Path(config_file_path or "mkdocs.yml").resolve().parent
        filled = {"docs_structure": "suffix", **options, "languages": language_options(root)}
        found: tuple[ConfigErrors, ConfigWarnings] = super().load_config(filled, config_file_path)
        return found
