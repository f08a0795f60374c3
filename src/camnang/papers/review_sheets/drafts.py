"""The draft that a sheet is about: a translation and the Vietnamese page beside it, as their files are."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.page_files import PageFile, find_pages
from camnang.handbook.pages.page_rules import HOME_ID
from camnang.handbook.pages.pins import pin, with_pin
from camnang.handbook.project import Project
from camnang.papers.review_sheets.units import Unit, units_of


@dataclass(frozen=True)
class Draft:
    """Both texts with their line ends; `path` of the translation is relative to the project."""

    language: Language
    page: str
    path: str
    text: str
    original: str

    @cached_property
    def units(self) -> tuple[Unit, ...]:
        """The units of the translation."""
        return units_of(self.text)

    @cached_property
    def originals(self) -> dict[str, str]:
        """What the Vietnamese page says, by unit."""
        return {unit.id: unit.text for unit in units_of(self.original)}

    @property
    def pin(self) -> str:
        """The mark of the translation's text."""
        return pin(self.text)

    @property
    def source_pin(self) -> str:
        """The mark of the Vietnamese text."""
        return pin(self.original)

    @property
    def is_current(self) -> bool:
        """Tell whether the translation was made from the Vietnamese text of now."""
        return with_pin(self.text, self.original) == self.text


def page_name(folder: str) -> str:
    """Return how a page is called on the command line and on sheets."""
    return folder or HOME_ID


def folder_of(name: str) -> str:
    """Return the folder that an editor means, as written by hand or completed by the shell."""
    folder = name.replace("\\", "/").strip("/").removeprefix("docs/")
    return "" if folder in {HOME_ID, "docs"} else folder


def exact_text(page: PageFile) -> str:
    """Return a file's text with its own line ends; raise `FaultsError` if not UTF-8."""
    page.read()
    return page.file.read_bytes().decode("utf-8-sig")


def missing(found: str, names: Iterable[str], place: str) -> FaultsError:
    """Say that something has no translation, and what has one."""
    listed = ", ".join(sorted(set(names))) or "chưa có bản dịch nào"
    return FaultsError(
        [
            Fault(
                path=place,
                rule="khong-co-ban-dich",
                found=found,
                expected=f"một trong: {listed}",
                repair="sửa lại tên cho đúng",
            )
        ]
    )


def find_draft(project: Project, languages: tuple[Language, ...], code: str, name: str, place: str) -> Draft:
    """Return the draft of a page in a language; raise `FaultsError` at `place` when there is none."""
    by_code = {language.code: language for language in languages if not language.default}
    if code not in by_code:
        raise missing(f"tiếng «{code}»", by_code, place)
    pages, _ = find_pages(project, languages)
    found = {page.folder: page for page in pages if page.language.code == code}
    originals = {page.folder: page for page in pages if page.language.default}
    folder = folder_of(name)
    if folder not in found or folder not in originals:
        raise missing(f"trang «{name}»", map(page_name, found.keys() & originals.keys()), place)
    page = found[folder]
    return Draft(by_code[code], page_name(folder), page.path, exact_text(page), exact_text(originals[folder]))
