"""A site's files, written into a folder."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from camnang.files.whole_folder import keep
from camnang.site.assembly.site_file import SiteFile


def write_file(folder: Path, file: SiteFile) -> None:
    """Write one file with its folder; a file that lies elsewhere is linked where the disk allows that."""
    target = folder / file.path
    if isinstance(file.content, Path):
        keep(file.content, target)
    else:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.content)


def write_site(folder: Path, files: Iterable[SiteFile]) -> None:
    """Write every file of a site."""
    for file in files:
        write_file(folder, file)
