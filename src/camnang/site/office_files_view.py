"""Office files as pages list them."""

from __future__ import annotations

from collections.abc import Iterable

from camnang.dates import written
from camnang.documents.office_files import OfficeFile
from camnang.site.views import OfficeFileView


def office_view(file: OfficeFile) -> OfficeFileView:
    """Return a file with all that a reader should know before tapping."""
    return OfficeFileView(
        path=file.path,
        name=file.name,
        ending=file.ending,
        kilobytes=max(1, round(file.bytes / 1000)),
        date=written(file.reviewed),
        date_iso=file.reviewed,
    )


def office_views(folder: str, code: str, files: Iterable[OfficeFile]) -> tuple[OfficeFileView, ...]:
    """Return the files that the page in `folder` offers in the language of its text."""
    return tuple(office_view(each) for each in files if (each.folder, each.language) == (folder, code))
