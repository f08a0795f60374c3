"""The site, beside the old one and then in its place."""

from __future__ import annotations

from camnang.entry.session import Session
from camnang.files.whole_folder import replaced_whole
from camnang.made.offer import Offer
from camnang.site.assembly.site_files import site_files
from camnang.site.assembly.writing import write_site


def build_site(session: Session, offer: Offer) -> None:
    """Build the site with what may be offered; raise `FaultsError` when a link leads nowhere."""
    with replaced_whole(session.project.root / "site") as fresh:
        write_site(fresh, site_files(session.project, session.handbook, session.settings, offer))
