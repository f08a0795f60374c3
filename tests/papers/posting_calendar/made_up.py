"""An entry of the posting calendar and the settings that its files are made with."""

from __future__ import annotations

import datetime

from camnang.handbook.project import Settings
from camnang.papers.posting_calendar.entries import Entry

SETTINGS = Settings("Cẩm nang", "https://cam-nang.example/", "", (), {})


def entry(act: str = "Đọc loa", why: str = "Vì thế.", scam: str = "Gọi lạ") -> Entry:
    return Entry(
        "tuan/2027-01-04", datetime.date(2027, 1, 4), act, scam, "thu-doan/goi-la/tuyen-truyen/", why, ("C09",)
    )
