"""The files of `docs/` that are no pages, recordings above all, and where they stand on the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.page_files import assets_of
from camnang.handbook.project import Project

PAGE_ENDING = ".md"


def site_path(source: str, languages: Iterable[Language]) -> str:
    """Return where a file of `docs/` stands: 'x/loa-30.tyz.mp3' goes to 'tyz/x/loa-30.mp3', as with static-i18n."""
    path = PurePosixPath(source)
    stem, _, code = path.stem.rpartition(".")
    language = next((each for each in languages if stem and each.code == code), None)
    return f"{language.url_prefix}{path.with_name(stem + path.suffix).as_posix()}" if language else source


def document_files(
    project: Project, languages: Iterable[Language], wanted: Iterable[Language]
) -> Iterator[tuple[str, Path]]:
    """Yield site path and file of each; none of a language in `wanted`, no link, nothing that programs left."""
    published, unpublished = tuple(languages), tuple(f".{language.code}" for language in wanted)
    for file in sorted(assets_of(project.docs)):
        if not file.stem.endswith(unpublished):
            yield site_path(file.relative_to(project.docs).as_posix(), published), file
