"""The files of one job: the picture itself, its WebP, its thumbnail."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import pikepdf
from PIL import Image

from camnang.made.pictures import Picture, Role
from camnang.made.register import digest
from camnang.pictures.drawing import engine, imposition, raster
from camnang.pictures.drawing.job import Job
from camnang.pictures.motion.loop import draw_loop
from camnang.pictures.sheets.book_parts import Book, NotesPage
from camnang.pictures.sheets.deck import DeckSheet
from camnang.pictures.sheets.values import as_json, as_kind
from camnang.pictures.slides.slides import pptx_bytes

POINTS_PER_MM = 72 / 25.4
REMEMBERED_PAGES = 2  # Typst has just laid them out: to paint them all is quicker than to lay out the first again
NOTES_LAYOUT = "notes-page"  # what fills a booklet up to whole sheets
BOOK_LAYOUTS = frozenset({"handbook"})


@dataclass(frozen=True)
class DrawnFile:
    """A picture's bytes with its row in the manifest."""

    picture: Picture
    content: bytes


class Shape(NamedTuple):
    """A file's size in mm (PDF) or px, and how many pages it has."""

    width: int
    height: int
    pages: int = 1


def drawn_file(job: Job, ending: str, role: Role, shape: Shape, content: bytes) -> DrawnFile:
    """Return a file with its row in the manifest."""
    page, language, form, variant = job.key
    picture = Picture(
        path=f"{job.stem}{ending}",
        page=page,
        language=language,
        format=form,
        role=role,
        pages=shape.pages,
        width=shape.width,
        height=shape.height,
        bytes=len(content),
        sha256=digest(content),
        reviewed=job.page.details.reviewed.isoformat(),
        fingerprint=job.fingerprint,
        variant=variant,
    )
    return DrawnFile(picture, content)


def thumbnail_file(job: Job, png: bytes) -> DrawnFile:
    """Return the small picture that download lists show."""
    return small_file(job, raster.opened(png))


def small_file(job: Job, picture: Image.Image) -> DrawnFile:
    """Return the thumbnail of an opened picture."""
    content, width, height = raster.thumbnail(picture)
    return drawn_file(job, ".nho.webp", "thumbnail", Shape(width, height), content)


def pdf_pages(pdf: bytes) -> int:
    """Return how many pages a PDF has."""
    with pikepdf.open(BytesIO(pdf)) as opened:
        return len(opened.pages)


def pdf_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw a PDF and its thumbnail."""
    draw = engine.draw_book if job.format.layout in BOOK_LAYOUTS else engine.draw_pdf
    pdf = draw(design, job.format, job.data, debug)
    pages = pdf_pages(pdf)
    small = engine.draw_thumbnail(
        design, job.format, job.data, raster.THUMBNAIL_WIDTH, first_only=pages > REMEMBERED_PAGES
    )
    return drawn_file(job, ".pdf", "main", Shape(*job.format.size, pages), pdf), thumbnail_file(job, small)


def png_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw a PNG with its WebP and its thumbnail."""
    picture = raster.painted(engine.draw_bare(design, job.format, job.data, debug))
    few, shape = raster.with_few_colours(picture), Shape(*picture.size)
    return (
        drawn_file(job, ".png", "main", shape, raster.png(few)),
        drawn_file(job, ".webp", "alternative", shape, raster.webp(few, small=job.format.preview)),
        small_file(job, picture),
    )


def booklet_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw the pages half a sheet wide, then lay them on the sheets of a booklet."""
    width, height = job.format.size
    leaf = job.format.model_copy(update={"width": f"{width // 2}mm"})
    said = as_kind(job.content, Book)
    title = f"{said.title} ({said.labels.book_folding.text})"
    book = engine.draw_book(design, leaf, job.data, debug)
    notes = NotesPage(language=said.language, title=said.title, author=said.author, labels=said.labels)

    def blank() -> bytes:
        return engine.draw_pdf(design, leaf.model_copy(update={"layout": NOTES_LAYOUT}), as_json(notes))

    sheets = imposition.impose(book, blank, width * POINTS_PER_MM, height * POINTS_PER_MM, title)
    small = engine.draw_thumbnail(design, leaf, job.data, raster.THUMBNAIL_WIDTH, first_only=True)
    shape = Shape(width, height, pdf_pages(sheets))
    return drawn_file(job, ".pdf", "main", shape, sheets), thumbnail_file(job, small)


def pptx_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Write slides that can be edited; their thumbnail is drawn by the same layout."""
    said = as_kind(job.content, DeckSheet)
    deck = pptx_bytes(said, job.format, design)
    small = engine.draw_thumbnail(design, job.format, job.data, raster.THUMBNAIL_WIDTH, first_only=True)
    shape = Shape(*job.format.size, len(said.slides))
    return drawn_file(job, ".pptx", "main", shape, deck), thumbnail_file(job, small)


def mp4_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw a silent loop as MP4, its animated WebP and its thumbnail."""
    loop = draw_loop(job, design, debug)
    return (
        drawn_file(job, ".mp4", "main", Shape(*job.format.size), loop.mp4),
        drawn_file(job, ".webp", "alternative", Shape(*loop.webp_size), loop.webp),
        thumbnail_file(job, loop.poster),
    )


MAKERS: Mapping[str, Callable[[Job, Path, bool], tuple[DrawnFile, ...]]] = {
    "pdf": pdf_files,
    "png": png_files,
    "saddle-stitch": booklet_files,
    "pptx": pptx_files,
    "mp4": mp4_files,
}


def files_of(job: Job, design: Path, debug: bool = False) -> tuple[DrawnFile, ...]:
    """Draw all files of a job; raise `engine.FitError` or `engine.DrawingError`."""
    return MAKERS[job.format.imposition or job.format.file_format](job, design, debug)
