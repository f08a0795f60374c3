"""The picture that «Gửi cho người nhà» sends with a page."""

from __future__ import annotations

from camnang.handbook.pages.kinds import scam_page
from camnang.handbook.pages.model import Handbook, Page
from camnang.made.offer import Offer
from camnang.made.pictures import Picture
from camnang.made.site_paths import DRAWN_FOLDER
from camnang.site.views.files import SendPicture

# Made to be read in a chat: upright first, square where a page has no other.
FORMATS = ("anh-doc", "anh-vuong")
# Lightest first; every browser that shares files shares these.
MEDIA_TYPES = {".webp": "image/webp", ".png": "image/png"}


def media_type(picture: Picture) -> str | None:
    """Return the media type of a picture that chats can show, else None."""
    return next((kind for ending, kind in MEDIA_TYPES.items() if picture.path.endswith(ending)), None)


def send_picture(page: Page, handbook: Handbook, offer: Offer) -> SendPicture | None:
    """Return the lightest file of the page's own picture, a warning's from its scam; None while nothing is drawn."""
    shown = handbook.served(scam_page(page.details.scam), page.language.code) if page.details.scam else page
    for name in FORMATS:
        fit = [(each.bytes, each.path, kind) for each in offer.pictures_of(shown) if (kind := sendable(each, name))]
        if fit:
            size, path, kind = min(fit)
            return SendPicture(DRAWN_FOLDER + path, kind, max(1, round(size / 1000)))
    return None


def sendable(picture: Picture, name: str) -> str | None:
    """Return the media type of a picture in the format `name`, None when it is a thumbnail or another format."""
    return media_type(picture) if picture.format == name and picture.role != "thumbnail" else None
