"""The files under `docs/`: which page, of what kind, in which language."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from camnang.files.faults import Fault
from camnang.files.text_file import composed, open_text
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import kind_of_folder
from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project

KIT = "tuyen-truyen"  # beside a scam's page, for communicators; its rules: `camnang.kits`
PAGE = "index"
NAME = re.compile(rf"^(?P<stem>{PAGE}|{KIT})(?:\.(?P<code>[^.]+))?\.md$")


def kit_folder(scam: str) -> str:
    """Return the folder of a scam's kit; `scam` is the folder of the scam's page."""
    return f"{scam}/{KIT}"


def scam_folder(kit: str) -> str:
    """Return the folder of the scam that a kit's folder belongs to; any other folder as it is."""
    return kit.removesuffix(f"/{KIT}")


@dataclass(frozen=True)
class PageFile:
    """A page before it is read; `path` relative to the project, `folder` to `docs/` ('' for home).

    `office` tells that it is the page of an office of `data/offices.yml`; `instead` is read for the file's own text.
    """

    file: Path
    path: str
    folder: str
    language: Language
    office: bool = False
    instead: str | None = None

    @property
    def kind(self) -> Kind:
        """What the page is for, by its folder."""
        if self.file.name.startswith(f"{KIT}."):
            return Kind.KIT
        if self.office:
            return Kind.OFFICE
        return kind_of_folder(self.folder)

    def read(self) -> str:
        """Return the text of the page; raise `FaultsError` if not UTF-8."""
        return open_text(self.file, self.path) if self.instead is None else composed(self.instead)


def name_fault(path: str, languages: tuple[Language, ...]) -> Fault:
    """Say which file names a page may have."""
    names = ", ".join(f"index{language.suffix}.md" for language in languages)
    repair = "đổi tên tệp, hoặc thêm tiếng vào data/languages.yml"
    return Fault(path=path, rule="ten-tep-la", found="tên tệp lạ", expected=f"một trong {names}", repair=repair)


def language_of(name: str, languages: tuple[Language, ...]) -> Language | None:
    """Return the language that a file name marks, or None when it is no page's name."""
    match = NAME.match(name)
    suffix = f".{match['code']}" if match and match["code"] else ""
    return next((each for each in languages if match and each.suffix == suffix), None)


def folder_of(name: str) -> str:
    """Return the folder whose address a file of `docs/` has: its own, or one below it for a kit; '' for home."""
    path = PurePosixPath(name)
    stem = path.name.partition(".")[0]
    folder = path.parent if stem == PAGE else path.parent / stem
    return "" if folder == PurePosixPath(".") else folder.as_posix()


def find_pages(
    project: Project,
    languages: tuple[Language, ...],
    wanted: tuple[Language, ...] = (),
    offices: Collection[str] = (),
) -> tuple[list[PageFile], list[Fault]]:
    """Return every page file, and a fault for each strange name; files in `wanted` languages are not read yet.

    `offices` are the folders of pages of offices.
    """
    found, faults = [], []
    for file in sorted(project.docs.rglob("*.md")):
        path = project.relative(file)
        if language := language_of(file.name, languages):
            address = folder_of(file.relative_to(project.docs).as_posix())
            found.append(PageFile(file, path, address, language, address in offices, project.instead.get(path)))
        elif not language_of(file.name, wanted):
            faults.append(name_fault(path, languages))
    return found, faults
