"""Office files as pages list them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from camnang.handbook.dates import written
from camnang.made.office_files import OfficeFile, OfficeUse
from camnang.site.downloads import use_key
from camnang.site.views.files import OfficeFileView, OfficeGroup


def office_view(file: OfficeFile) -> OfficeFileView:
    """Return a file with all that a reader should know before tapping."""
    return OfficeFileView(
        path=file.path,
        name=file.name,
        language=file.language,
        ending=file.ending,
        kilobytes=max(1, round(file.bytes / 1000)),
        date=written(file.reviewed),
        date_iso=file.reviewed,
    )


def office_views(folder: str, code: str, files: Iterable[OfficeFile]) -> tuple[OfficeFileView, ...]:
    """Return the files that the page in `folder` offers in the language of its text."""
    return tuple(office_view(each) for each in files if (each.folder, each.language) == (folder, code))


def office_groups(code: str, files: Iterable[OfficeFile]) -> tuple[OfficeGroup, ...]:
    """Return every office file by use: those of the reader's language first, then the Vietnamese ones."""
    listed = tuple(files)
    own = [each for wanted in dict.fromkeys((code, "vi")) for each in listed if each.language == wanted]
    groups = (
        OfficeGroup(use_key(use), tuple(office_view(each) for each in own if each.use == use))
        for use in get_args(OfficeUse)
    )
    return tuple(group for group in groups if group.files)
