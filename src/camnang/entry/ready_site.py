"""The site as a builder that asks page by page wants it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from camnang.entry.offering import current_offer
from camnang.entry.session import Session
from camnang.entry.small_pictures import draw_small_pictures
from camnang.files.sole_writer import sole_writer
from camnang.handbook.facts.languages import read_languages
from camnang.handbook.project import Project
from camnang.site.assembly.site_file import SiteFile
from camnang.site.assembly.site_files import page_paths, site_files


@dataclass(frozen=True)
class ReadySite:
    """Pages as HTML by their files, and all other files."""

    pages: Mapping[str, str] = field(default_factory=dict)
    others: tuple[SiteFile, ...] = ()


def listed_languages(root: Path) -> list[dict[str, str | bool]]:
    """Return the languages of the handbook in `root` as static-i18n's options name them; raise `FaultsError`."""
    return [
        {"locale": language.code, "name": language.name, "default": language.default}
        for language in read_languages(root)
    ]


def ready_site(root: Path, *, preview: bool) -> ReadySite:
    """Make the site of the handbook in `root`; raise `FaultsError`. A preview draws the small pictures first."""
    project = Project(root)
    session = Session(project)
    settings, handbook = session.settings, session.handbook
    if preview:
        with sole_writer(root):
            draw_small_pictures(project, handbook, settings)
    offer = current_offer(session)
    files = tuple(site_files(project, handbook, settings, offer, preview=preview))
    paths = page_paths(handbook)
    pages = {
        file.path: file.content.decode() for file in files if file.path in paths and isinstance(file.content, bytes)
    }
    return ReadySite(pages, tuple(file for file in files if file.path not in paths))
