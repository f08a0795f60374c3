"""The drawn files as lists to download."""

from __future__ import annotations

from collections.abc import Iterable

from camnang.dates import written
from camnang.drawing.manifest import Picture
from camnang.facts.facts import Facts
from camnang.facts.formats import Format
from camnang.handbook.model import Handbook, Kind, Page
from camnang.site.views import DownloadGroup, FileView, Thumbnail

FOLDER = "tai-ve/"


def thumbnail(picture: Picture) -> Thumbnail:
    """Return a thumbnail at half its pixels, for screens of double density."""
    return Thumbnail(FOLDER + picture.path, picture.width // 2, picture.height // 2)


def file_view(picture: Picture, form: Format, small: Picture | None, code: str) -> FileView:
    """Return one file with all that a reader should know before tapping."""
    return FileView(
        name=form.name.get(code) or form.name["vi"],
        format=form.file_format.upper(),
        kilobytes=max(1, round(picture.bytes / 1000)),
        pages=picture.pages,
        dimensions=form.dimensions,
        path=FOLDER + picture.path,
        date=written(picture.reviewed),
        date_iso=picture.reviewed,
        thumbnail=thumbnail(small) if small else None,
    )


def files_of(page: Page, pictures: Iterable[Picture], facts: Facts) -> tuple[FileView, ...]:
    """Return the files of a page in its own language, in the order of `formats.yml`."""
    own = [p for p in pictures if (p.page, p.language) == (page.details.id, page.language.code)]
    main = {picture.format: picture for picture in own if picture.role == "main"}
    small = {picture.format: picture for picture in own if picture.role == "thumbnail"}
    return tuple(
        file_view(main[form.id], form, small.get(form.id), page.language.code)
        for form in facts.formats
        if form.id in main
    )


def download_groups(handbook: Handbook, pictures: tuple[Picture, ...], code: str) -> tuple[DownloadGroup, ...]:
    """Return the files of every scam, in the reader's language where they were drawn in it."""
    originals = handbook.of_kind(Kind.SCAM, handbook.facts.original.code)
    pages = [handbook.served(page.folder, code) for page in originals]
    groups = [
        DownloadGroup(page.title, page.path, page.language.code, files_of(page, pictures, handbook.facts))
        for page in pages
    ]
    return tuple(group for group in groups if group.files)
