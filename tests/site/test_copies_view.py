from __future__ import annotations

from camnang.handbook.pages.model import Handbook
from camnang.made.copies import Copy, Use
from camnang.made.site_paths import COPIES_FOLDER
from camnang.site.copies_view import copy_views


def copy(use: Use, language: str, path: str) -> Copy:
    return Copy(
        path=path,
        use=use,
        language=language,
        pages=9,
        bytes=3_640_000,
        sha256="0",
        reviewed="2026-11-24",
        draft=language != "vi",
        fingerprint="0",
    )


def test_copies_for_sticks_come_first_and_each_by_the_order_of_languages(handbook: Handbook) -> None:
    made = [copy("kiwix", "vi", "a.zim"), copy("usb", "tyz", "b.tyz.zip"), copy("usb", "vi", "b.zip")]
    found = [(view.use, view.language.code, view.path, view.format) for view in copy_views(made, handbook.facts)]
    assert found == [
        ("usb", "vi", f"{COPIES_FOLDER}b.zip", "ZIP"),
        ("usb", "tyz", f"{COPIES_FOLDER}b.tyz.zip", "ZIP"),
        ("kiwix", "vi", f"{COPIES_FOLDER}a.zim", "ZIM"),
    ]


def test_a_copy_says_what_it_weighs_of_which_day_it_is_and_that_it_is_a_draft(handbook: Handbook) -> None:
    (view,) = copy_views([copy("usb", "tyz", "b.tyz.zip")], handbook.facts)
    told = (view.megabytes, view.pages, view.date, view.date_iso, view.draft)
    assert told == ("3,6 MB", 9, "24/11/2026", "2026-11-24", True)
