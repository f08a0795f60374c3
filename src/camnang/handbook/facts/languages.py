"""The languages of the handbook (`data/languages.yml`)."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError
from camnang.files.yaml_file import read_yaml

FILE = "data/languages.yml"


class Language(BaseModel):
    """One language; `code` is ISO 639-1 where there is one, else ISO 639-3.

    `letters` are the lower-case letters that its spelling needs (CLDR: exemplar characters); `credit` names the
    work that its words and quoted lines come from; `speech` is the tag (BCP 47) by which browsers know voices and
    recognisers of the language, '' while they have none; `three_letters` is the code where a file wants three (ISO
    639-2) and `code` has two; `status` is «can-nguoi-dich» while nobody translates, and
    then no page of the language is published; `near` is the code of the language whose texts differ by a few words.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    code: Annotated[str, Field(pattern=r"^[a-z]{2,3}$")]
    name: str
    short_name: str
    description: str
    default: bool = False
    status: Literal["co-trang", "can-nguoi-dich"] = "co-trang"
    near: str = ""
    letters: str = ""
    credit: str = ""
    three_letters: Annotated[str, Field(pattern=r"^([a-z]{3})?$")] = ""
    speech: Annotated[str, Field(pattern=r"^([a-z]{2,3}-[A-Z]{2})?$")] = ""

    @property
    def published(self) -> bool:
        """Whether pages of the language are on the site."""
        return self.status == "co-trang"

    @property
    def long_code(self) -> str:
        """The language in three letters, as recordings (ID3v2, TLAN) and ZIM files name it."""
        return self.three_letters or self.code

    @property
    def suffix(self) -> str:
        """The part of a file name that marks the language: '' or '.tyz'."""
        return "" if self.default else f".{self.code}"

    @property
    def url_prefix(self) -> str:
        """The folder of the language on the site: '' or 'tyz/'."""
        return "" if self.default else f"{self.code}/"


def differ_little(languages: Iterable[Language]) -> bool:
    """Tell whether two of these languages differ by a few words only."""
    listed = tuple(languages)
    return any(each.near == other.code for each in listed for other in listed)


# What pages are read in while the list is broken, so that its fault does not hide theirs.
STAND_IN = Language(code="vi", name="Tiếng Việt", short_name="Việt", description="tiếng Việt", default=True)


def read_all_languages(root: Path) -> tuple[Language, ...]:
    """Read the whole list, the default language first; raise `FaultsError` when it is not a sound list."""
    languages: tuple[Language, ...] = read_yaml(root / FILE, tuple[Language, ...], root)
    codes = [language.code for language in languages]
    defaults = [language for language in languages if language.default and language.published]
    if len(set(codes)) != len(codes) or len(defaults) != 1:
        fault = Fault(
            path=FILE,
            rule="danh-sach-tieng-sai",
            found=f"các mã {', '.join(codes)}",
            expected="mỗi mã một lần và đúng một tiếng có «default: true»",
            repair="sửa danh sách tiếng",
        )
        raise FaultsError([fault])
    return tuple(sorted(languages, key=lambda language: not language.default))


def read_languages(root: Path) -> tuple[Language, ...]:
    """Read the languages that are published, the default one first; raise `FaultsError`."""
    return tuple(language for language in read_all_languages(root) if language.published)
