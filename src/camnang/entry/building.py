"""The site, beside the old one and then in its place."""

from __future__ import annotations

from camnang.entry.session import Session
from camnang.files.whole_folder import replaced_whole
from camnang.made.offer import Offer
from camnang.site.building import build_strictly


def build_site(session: Session, offer: Offer) -> None:
    """Build the site with what may be offered."""
    with replaced_whole(session.project.root / "site") as fresh:
        build_strictly(session.project.root, "--site-dir", str(fresh))
