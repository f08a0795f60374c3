"""The site, beside the old one and then in its place."""

from __future__ import annotations

from camnang.entry.session import Session
from camnang.made.offer import Offer
from camnang.site.assembly.up_to_date import Changed, bring_up_to_date


def build_site(session: Session, offer: Offer) -> Changed:
    """Bring the site up to date with what may be offered; raise `FaultsError` when a link leads nowhere."""
    project = session.project
    return bring_up_to_date(project.root / "site", project, session.handbook, session.settings, offer)
