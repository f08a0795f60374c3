"""The options that verbs share, so that one thing has one name wherever it is typed."""

from __future__ import annotations

import argparse
import datetime
import os
from pathlib import Path

from camnang.entry.commands.verb import Option, option

RECORDINGS = ("loa-30", "loa-60")
PAGE_FOLDER = "thư mục của trang trong docs/, ví dụ thu-doan/gia-danh-cong-an"
LANGUAGE_CODE = "mã tiếng, ví dụ vi, tyz, nut"


def day(text: str) -> datetime.date:
    """Read a date of the command line."""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"«{text}» không phải ngày dạng 2026-11-24") from error


def several(*flags: str, dest: str, about: str) -> Option:
    """Return an option that may be typed again for each further name."""
    return option(*flags, dest=dest, action="append", default=[], metavar="MÃ", help=about)


def switch(*flags: str, dest: str, about: str) -> Option:
    """Return an option that is there or not."""
    return option(*flags, dest=dest, action="store_true", help=about)


def checking(about: str = "không ghi gì; thoát với mã 1 nếu có tệp đã cũ hoặc hỏng") -> Option:
    """Return the option that only looks."""
    return switch("--soat", "--check", dest="check", about=about)


def folder(about: str) -> Option:
    """Return the option that names where files are written."""
    return option("--ra", "--target", dest="target", type=Path, metavar="THƯ_MỤC", help=about)


PAGE = several("--trang", "--page", dest="page", about="chỉ trang này, ví dụ gia-danh-cong-an (ghi nhiều lần được)")
LANGUAGE = several("--tieng", "--language", dest="language", about="chỉ tiếng này, ví dụ tyz (ghi nhiều lần được)")
FORMAT = several("--co", "--format", dest="format", about="chỉ cỡ này, ví dụ ap-phich-a3 (ghi nhiều lần được)")
DECK = several("--bo", "--deck", dest="deck", about="chỉ bộ trình chiếu này (ghi nhiều lần được)")
JOBS = option(
    "--cung-luc",
    "--jobs",
    dest="jobs",
    type=int,
    default=os.cpu_count() or 1,
    metavar="SỐ",
    help="số tiến trình làm cùng lúc",
)
LIST = switch("--ke", "--list", dest="list", about="kể từng tên")
EVERYTHING = switch(
    "--tat-ca",
    "--all",
    dest="everything",
    about="làm cả phim, bài trình chiếu, tệp Word và Excel, gói cho từng nơi, bản mang đi",
)
WITHOUT_FILMS = switch(
    "--khong-phim", "--without-motion", dest="without_motion", about="không làm phim 15 giây (lâu nhất)"
)
BUILT_SITE = option(
    "--trang-da-dung", "--site", dest="site", type=Path, metavar="THƯ_MỤC", help="trang đã dựng, mặc định site/"
)
FILE = option("file", type=Path, metavar="TỆP", help="tệp cần soát")
