"""The drawn files as lists to download."""

from __future__ import annotations

from collections.abc import Iterable
from typing import get_args

from camnang.handbook.dates import written
from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.formats import Format, Use
from camnang.made.pictures import Picture
from camnang.made.site_paths import DRAWN_FOLDER
from camnang.site.views.files import FileView, Thumbnail, UseGroup

USES: tuple[Use, ...] = get_args(Use)


def thumbnail(picture: Picture) -> Thumbnail:
    """Return a thumbnail at half its pixels, for screens of double density."""
    return Thumbnail(DRAWN_FOLDER + picture.path, picture.width // 2, picture.height // 2)


def name_in(form: Format, code: str) -> str:
    """Return a format's name in a language, Vietnamese where it has none."""
    return form.name.get(code) or form.name["vi"]


def file_name(picture: Picture, form: Format, facts: Facts) -> str:
    """Return what a file is called: its format, and which of several decks it is."""
    name, code = name_in(form, picture.language), picture.language
    if not picture.variant:
        return name
    titles = {deck.id: deck.title.get(code) or deck.title[facts.original.code] for deck in facts.decks}
    return f"{name}: {titles[picture.variant]}" if picture.variant in titles else name


def file_view(picture: Picture, form: Format, small: Picture | None, facts: Facts) -> FileView:
    """Return one file with all that a reader should know before tapping."""
    return FileView(
        name=file_name(picture, form, facts),
        use=form.use,
        format=form.file_format.upper(),
        kilobytes=max(1, round(picture.bytes / 1000)),
        pages=picture.pages,
        dimensions=form.dimensions,
        path=DRAWN_FOLDER + picture.path,
        date=written(picture.reviewed),
        date_iso=picture.reviewed,
        thumbnail=thumbnail(small) if small else None,
    )


def files_of(own: tuple[Picture, ...], facts: Facts) -> tuple[FileView, ...]:
    """Return the files of a page's `own` pictures, in the order of `formats.yml`."""
    small = {picture.key: picture for picture in own if picture.role == "thumbnail"}
    forms = {form.id: (place, form) for place, form in enumerate(facts.formats)}
    main = [picture for picture in own if picture.role == "main" and picture.format in forms]
    ordered = sorted(main, key=lambda picture: forms[picture.format][0])
    return tuple(file_view(picture, forms[picture.format][1], small.get(picture.key), facts) for picture in ordered)


def use_key(use: str) -> str:
    """Return the interface word for a use: 'use_phat_tay'."""
    return f"use_{use.replace('-', '_')}"


def use_groups(files: Iterable[FileView]) -> tuple[UseGroup, ...]:
    """Return files by what a reader does with them."""
    listed = tuple(files)
    groups = (UseGroup(use_key(use), tuple(each for each in listed if each.use == use)) for use in USES)
    return tuple(group for group in groups if group.files)
