"""Where made files stand on the site, from its root."""

from __future__ import annotations

DRAWN_FOLDER = "tai-ve/"
PACK_FOLDER = f"{DRAWN_FOLDER}goi/"
COPIES_FOLDER = f"{DRAWN_FOLDER}mang-di/"
CALENDAR_FOLDER = "tuyen-truyen/lich"  # of the page that offers the calendar's files
CALENDAR_ICS = f"{CALENDAR_FOLDER}/lich-tuyen-truyen.ics"
CALENDAR_XLSX = f"{CALENDAR_FOLDER}/lich-tuyen-truyen.xlsx"
SMS_FOLDER = "tuyen-truyen/sms"
REPORT_FOLDER = "tuyen-truyen/bao-cao"
REPORT_FORM = "bao-cao-mau.xlsx"  # in that folder
REPORT_OUTLINE = "de-cuong-bao-cao.docx"
OFFICE_TEXTS_FOLDER = "tuyen-truyen/van-ban-mau"
