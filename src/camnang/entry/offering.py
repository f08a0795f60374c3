"""What may be offered now: the made files that still hold what the handbook says."""

from __future__ import annotations

from camnang.bundles.copies.copies import current_copies
from camnang.bundles.packs.catalogue import current_packs
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.made.offer import Offer
from camnang.made.pictures import read_manifest
from camnang.papers.documents.office_files import current_files
from camnang.papers.documents.office_jobs import office_jobs


def current_offer(project: Project, handbook: Handbook, settings: Settings) -> Offer:
    """Return what the registers below `build/` know and what still fits the handbook."""
    pictures = read_manifest(project.drawn)
    office = current_files(project.office, office_jobs(project, handbook, settings))
    packs = current_packs(project, handbook, settings, pictures, office)
    return Offer(pictures, packs, office, current_copies(project, settings))
