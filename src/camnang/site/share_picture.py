"""The picture that a chat or a search engine shows above a link to a page (`og:image`)."""

from __future__ import annotations

from camnang.handbook.facts.words import RULE, Words
from camnang.handbook.pages.model import Handbook, Kind, Page
from camnang.handbook.project import Settings
from camnang.made.offer import Offer
from camnang.made.site_paths import DRAWN_FOLDER
from camnang.site.views.files import SharePicture

FORMAT = "anh-lien-ket"


def described(page: Page, words: Words) -> str:
    """Say what the picture of a page says: its title and statement, the campaign and its acts for the home page."""
    if page.kind is Kind.HOME:
        return f"{words['campaign']}. {' '.join(words[act] for act in RULE)}"
    return f"{page.title}. {page.statement}"


def share_picture(page: Page, handbook: Handbook, settings: Settings, offer: Offer) -> SharePicture | None:
    """Return the page's own picture, else the campaign's in its language, else the Vietnamese one.

    None while there is no `site_url`, since chats need a full address, or while nothing is drawn.
    """
    if not settings.site_url:
        return None
    for shown in (page, handbook.served("", page.language.code), handbook.served("", handbook.facts.original.code)):
        own = (each for each in offer.pictures_of(shown) if each.format == FORMAT and each.role == "main")
        if picture := next(own, None):
            url = settings.address(DRAWN_FOLDER + picture.path)
            alt = described(shown, handbook.facts.words[shown.language.code])
            return SharePicture(url, picture.width, picture.height, alt)
    return None
