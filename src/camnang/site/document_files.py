"""The files of `docs/` that are no pages, recordings above all, and where they stand on the site."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from camnang.handbook.facts.languages import Language
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
    """Yield site path and file of each; none of a language in `wanted`, none whose name begins with a dot."""
    published, unpublished = tuple(languages), tuple(f".{language.code}" for language in wanted)
    for file in sorted(project.docs.rglob("*")):
        if file.suffix == PAGE_ENDING or file.stem.endswith(unpublished) or not file.is_file():
            continue
        source = file.relative_to(project.docs)
        if not any(part.startswith(".") for part in source.parts):
            yield site_path(source.as_posix(), published), file
