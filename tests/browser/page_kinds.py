"""One address for every kind of page that readers meet; the swindlers' screens are five kinds of their own."""

from __future__ import annotations

SCAM = "thu-doan/gia-danh-cong-an/"
PAGE_KINDS = {
    "home": "",
    "situations": "khan-cap/",
    "situation": "khan-cap/dang-bi-goi/",
    "scams": "thu-doan/",
    "scam, video call": SCAM,
    "scam, chat": "thu-doan/chiem-tai-khoan-gia-nguoi-than/",
    "scam, message": "thu-doan/con-cap-cuu/",
    "scam, app": "thu-doan/dau-tu-san-gia/",
    "scam, web page": "thu-doan/du-lich-ve-gia/",
    "report": "bao-tin/",
    "form to print": "bao-tin/phieu-trinh-bao/",
    "downloads": "tai-ve/",
    "warnings": "canh-bao/",
    "warning": "canh-bao/2026-10-02-trang-gia-vien-kiem-sat/",
    "scams of the month": "canh-bao/thang-nay/",
    "quiz": "thu-tai/",
    "glossary": "giai-nghia/",
    "sources": "gioi-thieu/nguon-tin/",
    "translations": "gioi-thieu/ban-dich/",
    "list of plain pages": "phong-tranh/",
    "plain page with a table": "phap-luat/luat-dang-co-hieu-luc/",
    "about": "gioi-thieu/",
    "communicators": "tuyen-truyen/",
    "kit": f"{SCAM}tuyen-truyen/",
    "bank of messages": "tuyen-truyen/sms/",
    "office files": "tai-ve/van-phong/",
    "office": "tuyen-truyen/giao-duc/",
    "year of posts": "tuyen-truyen/lich/",
    "not found": "404.html",
}
LANGUAGES = ("", "tyz/", "nut/")


def paths_in(prefix: str) -> dict[str, str]:
    """Return the addresses in one language; the page that is not found is one for all."""
    return {kind: path if path == "404.html" else prefix + path for kind, path in PAGE_KINDS.items()}
