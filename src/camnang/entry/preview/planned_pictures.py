"""The pictures that the site would offer if all were drawn; each is drawn when a browser asks for it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from camnang.files.faults import FaultsError, raise_if_any
from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.project import Project, Settings
from camnang.made.pictures import Picture, Role, read_manifest
from camnang.pictures.catalogue import fit_fault, letter_faults
from camnang.pictures.drawing.engine import FitError
from camnang.pictures.drawing.job import Job, stem_of
from camnang.pictures.jobs import is_drawn, job, shapes_of
from camnang.pictures.layouts import SERIES, sheets_of
from camnang.pictures.picture_files import files_of

THUMBNAIL = ".nho.webp"
MOST_KEPT = 200  # files in memory; a day of editing draws the same pictures many times
# What is drawn beside a picture of a kind, by its ending.
BESIDE: Mapping[str, Mapping[str, Role]] = {
    "png": {".png": "main", ".webp": "alternative"},
    "mp4": {".mp4": "main", ".webp": "alternative"},
    "pdf": {".pdf": "main"},
    "pptx": {".pptx": "main"},
}
ENDINGS = (THUMBNAIL, *dict.fromkeys(ending for endings in BESIDE.values() for ending in endings))


@dataclass(frozen=True)
class PlannedPicture:
    """One picture that the handbook gives: of a page, in a format, in a variant where there are several."""

    page: Page
    format: Format
    variant: str

    @property
    def stem(self) -> str:
        """The file's path without its ending."""
        return stem_of(self.page, self.format, self.variant)

    @property
    def endings(self) -> Mapping[str, Role]:
        """The ending and the role of each file that it is offered as.

        A thumbnail is offered only of the small pictures that editors look at: a browser asks for it by itself.
        """
        own = BESIDE[self.format.file_format]
        return {**own, THUMBNAIL: "thumbnail"} if self.format.preview else own

    def row(self, ending: str, role: Role) -> Picture:
        """Return the row of a file that is not drawn; nobody knows yet how heavy it will be."""
        width, height = self.format.size
        return Picture(
            path=f"{self.stem}{ending}",
            page=self.page.details.id,
            language=self.page.language.code,
            format=self.format.id,
            role=role,
            pages=1,
            width=width,
            height=height,
            bytes=0,
            sha256="",
            reviewed=self.page.details.reviewed.isoformat(),
            fingerprint="",
            variant=self.variant,
        )


@dataclass(frozen=True)
class PlannedPictures:
    """All pictures of a handbook; `drawn` are those that were drawn in this preview, by fingerprint and path."""

    project: Project
    handbook: Handbook
    settings: Settings
    drawn: dict[tuple[str, str], bytes] = field(default_factory=dict)

    @cached_property
    def on_disk(self) -> Mapping[str, Picture]:
        """The pictures below `build/` by their path; what they show may be old."""
        return {each.path: each for each in read_manifest(self.project.drawn)}

    @cached_property
    def every(self) -> tuple[PlannedPicture, ...]:
        """Every picture; only where a page is drawn several times in a format are its words needed to know it."""
        return tuple(
            PlannedPicture(page, form, variant)
            for page in self.handbook.pages.values()
            for form in self.handbook.facts.formats
            if is_drawn(page, form)
            for variant in (sheets_of(form, page, self.handbook, self.settings) if form.layout in SERIES else ("",))
        )

    @cached_property
    def by_stem(self) -> Mapping[str, PlannedPicture]:
        """Every picture by the path of its files without their endings."""
        return {each.stem: each for each in self.every}

    @cached_property
    def rows(self) -> tuple[Picture, ...]:
        """What the site may offer: a file's own row where it is drawn, else the plan's."""
        return tuple(
            self.on_disk.get(f"{each.stem}{ending}") or each.row(ending, role)
            for each in self.every
            for ending, role in each.endings.items()
        )

    def content(self, path: str) -> bytes | Path | None:
        """Return a picture as the handbook says it now, drawn where need be; None when there is no such picture.

        Raises `FaultsError` with a text that does not fit, or with a letter that the fonts lack.
        """
        stem = next((path.removesuffix(ending) for ending in ENDINGS if path.endswith(ending)), path)
        wanted = self.by_stem.get(stem)
        if wanted is None:
            return None
        drawing, file, row = self.job(wanted), self.project.drawn / path, self.on_disk.get(path)
        if row and row.fingerprint == drawing.fingerprint and file.is_file():
            return file
        if (drawing.fingerprint, path) not in self.drawn:
            self.draw(drawing)
        return self.drawn.get((drawing.fingerprint, path))

    def job(self, wanted: PlannedPicture) -> Job:
        """Return the job of drawing a picture, with all its words."""
        sheets = sheets_of(wanted.format, wanted.page, self.handbook, self.settings)
        shapes = shapes_of((wanted.format.layout,), self.handbook, self.project.design)
        return job(wanted.page, wanted.format, sheets[wanted.variant], shapes, wanted.variant)

    def draw(self, drawing: Job) -> None:
        """Draw the files of a job into memory."""
        if len(self.drawn) > MOST_KEPT:
            self.drawn.clear()
        raise_if_any(letter_faults([drawing], self.project.design))
        try:
            for file in files_of(drawing, self.project.design):
                self.drawn[drawing.fingerprint, file.picture.path] = file.content
        except FitError as error:
            raise FaultsError([fit_fault(drawing, error, self.project.root)]) from error
