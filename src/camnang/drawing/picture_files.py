"""The files of one job: the picture itself, its WebP, its thumbnail."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from camnang.drawing import engine, raster
from camnang.drawing.jobs import Job
from camnang.drawing.manifest import Picture, Role, digest


@dataclass(frozen=True)
class DrawnFile:
    """A picture's bytes with its row in the manifest."""

    picture: Picture
    content: bytes


def drawn_file(job: Job, ending: str, role: Role, size: tuple[int, int], content: bytes) -> DrawnFile:
    """Return a file with its row in the manifest."""
    page, language, form = job.key
    picture = Picture(
        path=f"{job.stem}{ending}",
        page=page,
        language=language,
        format=form,
        role=role,
        pages=1,
        width=size[0],
        height=size[1],
        bytes=len(content),
        sha256=digest(content),
        reviewed=job.page.details.reviewed.isoformat(),
        fingerprint=job.fingerprint,
    )
    return DrawnFile(picture, content)


def thumbnail_file(job: Job, png: bytes) -> DrawnFile:
    """Return the small picture that download lists show."""
    content, width, height = raster.thumbnail(png)
    return drawn_file(job, ".nho.webp", "thumbnail", (width, height), content)


def pdf_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw a PDF and its thumbnail."""
    pdf = engine.draw_pdf(design, job.format, job.data, debug)
    small = engine.draw_thumbnail(design, job.format, job.data, raster.THUMBNAIL_WIDTH)
    return drawn_file(job, ".pdf", "main", job.format.size, pdf), thumbnail_file(job, small)


def png_files(job: Job, design: Path, debug: bool) -> tuple[DrawnFile, ...]:
    """Draw a PNG with its WebP and its thumbnail."""
    png = engine.draw_png(design, job.format, job.data, debug)
    few, size = raster.quantised_png(png), raster.size_of(png)
    return (
        drawn_file(job, ".png", "main", size, few),
        drawn_file(job, ".webp", "alternative", size, raster.webp(few)),
        thumbnail_file(job, png),
    )


def files_of(job: Job, design: Path, debug: bool = False) -> tuple[DrawnFile, ...]:
    """Draw all files of a job; raise `engine.FitError` or `engine.DrawingError`."""
    draw = pdf_files if job.format.file_format == "pdf" else png_files
    return draw(job, design, debug)
