"""A poster that says little, held against drawings of a few lines."""

from __future__ import annotations

from camnang.handbook.pages.model import MockLine
from camnang.handbook.pages.statement import Run
from camnang.pictures.sheets.parts import Act, ActList, Call, HotlineStrip, Lead, Slogan, Telephone
from camnang.pictures.sheets.sheet import Poster
from camnang.pictures.sheets.values import Sheet

SILENT = Sheet(language="", title="", author="")
POSTER = Poster(
    language="",
    title="",
    author="",
    kicker="",
    headline=((Run("Công an "), Run("không", stress=True)), (Run("gọi video."),)),
    lead=Lead(scene="", said="", ground="#14234A", glow="", deep="", number="", pictogram=""),
    mock=Telephone(
        kind="sms",
        sender="",
        via="",
        victim="elder",
        bait=False,
        alt="",
        lines=(MockLine("Chuyển tiền ngay", "Đòi chuyển tiền", 1), MockLine("Alo", None, None)),
    ),
    signs_title="",
    slogan=Slogan("", (Act("Tắt máy.", ""),)),
    dont=ActList("", ("Không sợ.",)),
    do=ActList("", ("Kể ngay.",)),
    hotlines=HotlineStrip(Call("113", "", ""), Call("111", "", ""), (), ""),
    campaign="",
    notices=("Dự thảo",),
    credit="",
    qr=None,
)
