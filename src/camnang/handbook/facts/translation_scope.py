"""Which part of the handbook is translated (`data/translation_scope.yml`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from pydantic import BaseModel, ConfigDict

from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.paths import matches
from camnang.handbook.facts.quiz import Level

FILE = "data/translation_scope.yml"


class TranslationScope(BaseModel):
    """Folders of `docs/` ('' is the home page, «khan-cap/*» all pages in khan-cap), and the levels of the quiz.

    `waiting` are folders among them whose pages are too new to be translated yet.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    folders: tuple[str, ...] = ()
    waiting: tuple[str, ...] = ()
    quiz_levels: tuple[Level, ...] = ()

    def holds(self, folder: str) -> bool:
        """Tell whether the page in `folder` is to be translated now."""
        return is_among(folder, self.folders) and not is_among(folder, self.waiting)


def is_among(folder: str, listed: Iterable[str]) -> bool:
    """Tell whether a folder is one of a list with patterns."""
    return any(matches(folder, each) for each in listed)


def read_translation_scope(root: Path) -> TranslationScope:
    """Read the scope, an empty one when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return TranslationScope()
    scope: TranslationScope = read_yaml(root / FILE, TranslationScope, root)
    return scope
