"""The files under `docs/`: which page, of what kind, in which language."""

from __future__ import annotations

import os
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from camnang.files.droppings import is_dropping, original_of
from camnang.files.faults import Fault
from camnang.files.text_file import composed, open_text
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import kind_of_folder
from camnang.handbook.pages.model import Kind
from camnang.handbook.project import Project

KIT = "tuyen-truyen"  # beside a scam's page, for communicators; its rules: `camnang.handbook.kits`
PAGE = "index"
# What pages show, play and offer as it lies beside them.
OFFICE_ASSETS = {".docx", ".xlsx", ".pptx", ".pdf"}
ASSETS = frozenset(
    {".mp3", ".mp4", ".webm", ".vtt", ".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"} | OFFICE_ASSETS
)
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
    name = path.rpartition("/")[2]
    if original := original_of(name):
        found, kept = f"«{name}» là bản sao của {original}, không ai đọc", f"chép điều cần giữ vào {original}"
        repair = f"{kept}, rồi xoá tệp này"
        return Fault(path=path, rule="ten-tep-la", found=found, expected=f"chỉ tệp {original}", repair=repair)
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


def stray_fault(path: str, file: Path) -> Fault:
    """Say that a file of `docs/` is neither a page nor anything that pages show."""
    expected = f"trang {PAGE}.md, hoặc tệp đi kèm trang: {', '.join(ending[1:] for ending in sorted(ASSETS))}"
    name = file.name.lower()
    if file.is_symlink():
        found, repair = "đường tắt (symbolic link), không phải tệp", "chép tệp thật vào đây, xoá đường tắt"
    elif ".md" in name or name.startswith((PAGE, KIT)) or name.endswith((".markdown", ".html", ".htm")):
        found = f"«{file.name}» không phải là trang nên không ai đọc được"
        repair = f"đổi tên thành {PAGE}.md; đuôi tệp bị giấu thì bật «Phần mở rộng tên tệp» (File name extensions)"
    else:
        found, repair = (
            f"«{file.name}» không phải trang, cũng không phải loại tệp đi kèm trang",
            "chuyển tệp ra khỏi docs",
        )
    return Fault(path=path, rule="ten-tep-la", found=found, expected=expected, repair=repair)


def files_of(docs: Path) -> Iterator[Path]:
    """Yield what people put into `docs/`, in order; links are not followed, what programs left is passed over."""
    for folder, folders, names in os.walk(docs):
        here = Path(folder)
        links = [name for name in folders if (here / name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in links and not is_dropping(name))
        yield from (here / name for name in sorted([*names, *links]) if not is_dropping(name))


def is_page(file: Path) -> bool:
    """Tell whether a file is read as a page."""
    return file.suffix == ".md" and not file.is_symlink()


def is_asset(file: Path) -> bool:
    """Tell whether a file stands on the site as it is."""
    return file.suffix.lower() in ASSETS and not file.is_symlink()


def assets_of(docs: Path) -> Iterator[Path]:
    """Yield the files of `docs/` that stand on the site as they are."""
    return filter(is_asset, files_of(docs))


def find_pages(
    project: Project,
    languages: tuple[Language, ...],
    wanted: tuple[Language, ...] = (),
    offices: Collection[str] = (),
) -> tuple[list[PageFile], list[Fault]]:
    """Return every page file, and a fault for each strange name; files in `wanted` languages are not read yet.

    `offices` are the folders of pages of offices.
    """
    found: list[PageFile] = []
    faults: list[Fault] = []
    for file in sorted(files_of(project.docs)):
        path = project.relative(file)
        if not is_page(file):
            faults += () if is_asset(file) else (stray_fault(path, file),)
        elif language := language_of(file.name, languages):
            address = folder_of(file.relative_to(project.docs).as_posix())
            found.append(PageFile(file, path, address, language, address in offices, project.instead.get(path)))
        elif not language_of(file.name, wanted):
            faults.append(name_fault(path, languages))
    return found, faults
