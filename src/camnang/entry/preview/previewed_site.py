"""The site as a browser asks for it, address by address; nothing is made before it is asked for."""

from __future__ import annotations

import threading
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from http import HTTPStatus
from pathlib import Path

from camnang.entry.preview.planned_pictures import PlannedPictures
from camnang.entry.preview.told_pages import faults_page, missing_page, reloading, trouble_page
from camnang.entry.preview.watching import Watch
from camnang.files.faults import FaultsError, raise_if_any
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Page
from camnang.handbook.pages.reader import read_handbook_again
from camnang.handbook.project import Project, read_settings
from camnang.made.offer import Offer
from camnang.made.site_paths import DRAWN_FOLDER
from camnang.site.assembly.language_files import language_files
from camnang.site.assembly.site_file import Step
from camnang.site.assembly.site_files import Site
from camnang.site.assembly.templates import Templates
from camnang.site.assembly.theme_files import is_own, served, theme_files
from camnang.site.document_files import document_files
from camnang.site.hosting.content_types import content_type
from camnang.site.links import link_faults
from camnang.site.offline.keeping import file_of, mark, served_pages
from camnang.site.page_view import page_view

HTML = content_type("index.html")


@dataclass(frozen=True)
class Answer:
    """What a browser gets; `location` is where to ask instead."""

    content: bytes
    kind: str
    status: HTTPStatus = HTTPStatus.OK
    location: str = ""


class ReadSite:
    """One reading of the handbook; raises `FaultsError` with everything that is wrong in it."""

    def __init__(self, project: Project, drawn: dict[tuple[str, str], bytes]) -> None:
        handbook, settings = read_handbook_again(project), read_settings(project)
        raise_if_any(link_faults(handbook, project))
        self.pictures = PlannedPictures(project, handbook, settings, drawn)
        self.site = Site(project, handbook, settings, Offer(self.pictures.rows), preview=True)

    @cached_property
    def files(self) -> Mapping[str, Path]:
        """The files that are served as they lie: those beside the templates, recordings, the search worker."""
        facts, overrides = self.site.handbook.facts, self.site.overrides
        worker, file = self.site.worker
        own = {path: overrides / path for path in theme_files(overrides) if not is_own(path)}
        return {worker: file, **own, **dict(document_files(self.site.project, facts.languages, facts.wanted))}

    @cached_property
    def assets(self) -> Mapping[str, bytes]:
        """Style sheets, scripts, fonts and drawings as the site serves them."""
        overrides = self.site.overrides
        return {path: served(path, overrides) for path in theme_files(overrides) if is_own(path)}

    @cached_property
    def templates(self) -> Templates:
        """The templates, with the marks of what is served beside them."""
        marks = {path: mark(content) for path, content in self.assets.items()}
        return Templates(self.site.overrides, self.site.context, marks, preview=True)

    @cached_property
    def pages(self) -> Mapping[str, tuple[Page, Language]]:
        """Every page with its reader's language, by its file."""
        languages = self.site.handbook.facts.languages
        return {
            file_of(page.path_in(language)): (page, language)
            for language in languages
            for page in served_pages(self.site.handbook, language)
        }

    @cached_property
    def others(self) -> Mapping[str, Step]:
        """What the languages have besides their pages."""
        site = self.site
        steps = (
            step
            for language in site.handbook.facts.languages
            for step in language_files(site.context, language, site.project, self.templates, site.prints)
        )
        return {step.path: step for step in steps}

    def has_page(self, path: str) -> bool:
        """Tell whether there is a page at an address."""
        return file_of(path) in self.pages

    def content(self, path: str) -> bytes | Path | None:
        """Return what stands at a file's path, but pictures; None when there is nothing."""
        if path in self.pages:
            page, language = self.pages[path]
            return self.templates.page(page_view(page, language, self.site.context)).encode()
        if path in self.assets:
            return self.assets[path]
        if path in self.files:
            return self.files[path]
        return self.others[path].make() if path in self.others else None


class PreviewedSite:
    """Answers for the handbook as it is on the disk now: one page at a time, and beside it one picture."""

    def __init__(self, project: Project, watch: Watch) -> None:
        self.project, self.watch = project, watch
        self.reading, self.drawing = threading.Lock(), threading.Lock()
        self.read: ReadSite | None = None
        self.version = -1
        self.drawn: dict[tuple[str, str], bytes] = {}

    def now(self) -> ReadSite:
        """Return the site of what was saved last; raise `FaultsError`."""
        version = self.watch.look()
        if self.read is None or version != self.version:
            self.read, self.version = None, version
            self.read = ReadSite(self.project, self.drawn)
        return self.read

    def answer(self, path: str) -> Answer:
        """Return what stands at an address, or a page that tells what is wrong; never raises for an edit's sake."""
        try:
            return self.found(path)
        except FaultsError as error:
            return self.told(faults_page(error.faults), HTTPStatus.INTERNAL_SERVER_ERROR)
        except Exception as error:
            return self.told(trouble_page(error), HTTPStatus.INTERNAL_SERVER_ERROR)

    def found(self, path: str) -> Answer:
        """Return what stands at an address; a page that waits for a picture would be no preview."""
        with self.reading:
            site = self.now()
            content = site.content(file_of(path))
        if content is None and site.has_page(f"{path}/"):
            return Answer(b"", HTML, HTTPStatus.FOUND, f"/{path}/")
        if content is None and path.startswith(DRAWN_FOLDER):
            with self.drawing:
                content = site.pictures.content(path.removeprefix(DRAWN_FOLDER))
        if content is None:
            return self.told(missing_page(path), HTTPStatus.NOT_FOUND)
        whole = content.read_bytes() if isinstance(content, Path) else content
        return self.told(whole.decode()) if file_of(path).endswith(".html") else Answer(whole, content_type(path))

    def told(self, html: str, status: HTTPStatus = HTTPStatus.OK) -> Answer:
        """Return a page that loads itself anew after the next edit."""
        return Answer(reloading(html, self.version).encode(), HTML, status)
