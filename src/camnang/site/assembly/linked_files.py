"""Files that stand on the site as they lie elsewhere: what was made, recordings, the search worker."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.handbook.facts.facts import Facts
from camnang.handbook.project import Project
from camnang.made.offer import Offer
from camnang.made.pictures import FILE as MANIFEST
from camnang.made.site_paths import COPIES_FOLDER, DRAWN_FOLDER, PACK_FOLDER
from camnang.site.assembly.site_file import SiteFile
from camnang.site.document_files import document_files


def made_files(project: Project, offer: Offer) -> Iterator[SiteFile]:
    """Yield the files of the offer, and the pictures' manifest; a picture that is not drawn yet is left out."""
    drawn = project.drawn
    for name in (*(picture.path for picture in offer.pictures), MANIFEST):
        file = drawn / name
        if file.is_file():
            yield SiteFile(DRAWN_FOLDER + name, file)
    yield from (SiteFile(PACK_FOLDER + pack.path, project.packed / pack.path) for pack in offer.packs)
    yield from (SiteFile(each.path, project.office / each.path) for each in offer.office)
    yield from (SiteFile(COPIES_FOLDER + copy.path, project.carried / copy.path) for copy in offer.copies)


def linked_files(project: Project, facts: Facts, offer: Offer) -> Iterator[SiteFile]:
    """Yield all files that nothing has to be rendered for."""
    for path, file in document_files(project, facts.languages, facts.wanted):
        yield SiteFile(path, file)
    yield from made_files(project, offer)
