"""Acts that a page tells its reader to do, and what says them in each language (`data/lexicon/rules/acts.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache, cached_property
from pathlib import Path
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.lexicon import FOLDER as LEXICON

FILE: Final = f"{LEXICON}/rules/acts.yml"
BETWEEN: Final = "*"
# up to five words that no end of a sentence parts
SOME_WORDS: Final = r"(?:[^\w.!?…;:\n]+\w+){0,5}?[^\w.!?…;:\n]+"
SPACE: Final = r"[\s*]+"
OF_THE_PAGE: Final = ""


class Example(BaseModel):
    """A Vietnamese sentence with a translation that says its act, and one that does not."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    language: str
    says: str
    fails: str
    passes: str


class Act(BaseModel):
    """An act: how Vietnamese pages name it, how translations do: `both` in every language, `own` by language code."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: str
    vi: Annotated[tuple[str, ...], Field(min_length=1)]
    both: tuple[str, ...] = ()
    own: Mapping[str, tuple[str, ...]] = Field(default_factory=dict)
    example: Example

    @cached_property
    def named(self) -> re.Pattern[str]:
        """What finds the act in Vietnamese."""
        return pattern_of(self.vi)

    def words(self, code: str) -> tuple[str, ...]:
        """Return the words of a translation that say the act."""
        return (*self.both, *self.own.get(code, ()))

    def said(self, code: str) -> re.Pattern[str]:
        """Return what finds the act in a language; words left in Vietnamese say it too."""
        return pattern_of((*self.vi, *self.words(code)))


class LeftOut(BaseModel):
    """An act that a translated page does not name, and why; `section` is '' for the whole page."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str
    section: str = OF_THE_PAGE
    acts: Annotated[tuple[str, ...], Field(min_length=1)]
    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    reason: str


class Acts(BaseModel):
    """All acts, the languages held to them, what turns one round, where swindlers are told of, what is left out."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    languages: Annotated[tuple[str, ...], Field(min_length=1)]
    negations: tuple[str, ...]
    not_in: tuple[str, ...] = ()
    acts: Annotated[tuple[Act, ...], Field(min_length=1)]
    left_out: tuple[LeftOut, ...] = ()

    @cached_property
    def negated(self) -> re.Pattern[str]:
        """What stands directly before an act that is forbidden or did not happen."""
        words = "|".join(map(re.escape, self.negations))
        return re.compile(rf"(?<!\w)(?:{words})\s+$", re.IGNORECASE)

    def names(self, act: Act, text: str) -> bool:
        """Tell whether a Vietnamese text tells its reader to do an act."""
        return any(not self.negated.search(text, 0, match.start()) for match in act.named.finditer(text))

    def missing(self, original: str, translation: str, code: str) -> Iterator[Act]:
        """Yield the acts that the Vietnamese text names and the translation in the language `code` does not."""
        for act in self.acts if code in self.languages else ():
            if self.names(act, original) and not act.said(code).search(translation):
                yield act

    def is_left_out(self, act: Act, folder: str, section: str, code: str) -> bool:
        """Tell whether a page's section may leave an act out in a language."""
        return any(
            folder == each.page
            and act.id in each.acts
            and code in each.languages
            and each.section in {OF_THE_PAGE, section}
            for each in self.left_out
        )


@cache
def pattern_of(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Return what finds one of `phrases`, whatever its case; «*» in a phrase stands for up to five words."""
    return re.compile("|".join(rf"(?<!\w){phrase_pattern(each)}(?!\w)" for each in phrases), re.IGNORECASE)


def phrase_pattern(phrase: str) -> str:
    """Return the pattern of one phrase; bold marks may stand between its words."""
    parts = (SPACE.join(map(re.escape, part.split())) for part in phrase.split(BETWEEN))
    return SOME_WORDS.join(parts)


def name_faults(acts: Acts) -> Iterator[Fault]:
    """What is left out are acts of the list."""
    known = {act.id for act in acts.acts}
    for each in acts.left_out:
        for name in set(each.acts) - known:
            yield Fault(
                path=FILE,
                rule="khong-co-ten-nay",
                found=f"left_out, {each.page}: việc «{name}»",
                expected=f"một trong {', '.join(sorted(known))}",
                repair="sửa tên việc",
            )


def read_acts(root: Path) -> Acts | None:
    """Read the acts, None when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return None
    found: Acts = read_yaml(root / FILE, Acts, root)
    if faults := list(name_faults(found)):
        raise FaultsError(faults)
    return found
