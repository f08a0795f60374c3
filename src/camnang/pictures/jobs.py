"""What must be drawn: one job for each page, language and format, with the fingerprint of all that shapes it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from camnang.files.shaping import hash_of, shaped_by
from camnang.handbook.facts.compounds import NO_COMPOUNDS, Compounds
from camnang.handbook.facts.formats import Format
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.pages.notices import translation_mark
from camnang.handbook.project import Settings
from camnang.pictures.drawing.job import Job
from camnang.pictures.drawing.layout_files import layout_fingerprints, scene_fingerprints
from camnang.pictures.layouts import WITH_PARTNER, sheets_of
from camnang.pictures.partner import Partner, with_partner
from camnang.pictures.shards import WHOLE, Shard
from camnang.pictures.sheets.values import Sheet, as_json

MAKER: Final = "camnang.pictures.picture_files"
# About how long one picture of a layout takes, in tenths of a second of one core; two where nothing is said.
TENTHS = {"handbook": 50, "motion": 50, "deck": 6, "leaflet": 3}
BOOK = "handbook"


@dataclass(frozen=True)
class Selection:
    """Which jobs are wanted; an empty set means all. With a partner every job shows its logo."""

    pages: frozenset[str] = frozenset()
    languages: frozenset[str] = frozenset()
    formats: frozenset[str] = frozenset()
    variants: frozenset[str] = frozenset()
    shard: Shard = WHOLE
    partner: Partner | None = None

    def wants(self, page: Page, form: Format, variant: str = "") -> bool:
        """Tell whether the page's variant is to be drawn in the format."""
        name = f"{page.details.id}/{form.id}{variant}{page.language.suffix}"
        return self.shard.has(name) and all(
            not wanted or value in wanted
            for wanted, value in (
                (self.pages, page.details.id),
                (self.languages, page.language.code),
                (self.formats, form.id),
                (self.variants, variant),
            )
        )


def fingerprint(form: Format, data: str, layout: str) -> str:
    """Return a hash over everything that shapes one picture: its words, its layout, the programs that draw it."""
    return hash_of(shaped_by(MAKER), layout, form.model_dump_json(), data)


@dataclass(frozen=True)
class Shapes:
    """What shapes pictures beside their words, looked at once for all jobs.

    The fingerprints of the layouts and of the scenes in `design/`, and the compounds that no line parts, by language.
    """

    layouts: Mapping[str, str]
    scenes: Mapping[str, str]
    compounds: Mapping[str, Compounds]

    def of(self, layout: str, data: str) -> str:
        """Return the fingerprint of a layout and of the scenes that the sheet names."""
        named = (shape for name, shape in self.scenes.items() if f'"{name}"' in data)
        return " ".join((self.layouts[layout], *named))


def shapes_of(layouts: Iterable[str], handbook: Handbook, design: Path) -> Shapes:
    """Return what shapes the pictures of some layouts."""
    return Shapes(layout_fingerprints(layouts, design), scene_fingerprints(design), handbook.facts.compounds)


def is_drawn(page: Page, form: Format) -> bool:
    """Tell whether a page gets a format: by its kind or its folder, and a scam by its tier."""
    named = page.kind in form.pages or page.folder in form.pages
    return named and (not page.details.tier or page.details.tier in form.tiers)


def job(page: Page, form: Format, content: Sheet, shapes: Shapes, variant: str = "") -> Job:
    """Return the job of drawing a page in a format, no compound of whose words is parted at the end of a line."""
    data = as_json(content, reviewed=page.details.reviewed.isoformat(), keywords=translation_mark(page))
    data = shapes.compounds.get(page.language.code, NO_COMPOUNDS).joined(data)
    return Job(page, form, content, data, fingerprint(form, data, shapes.of(form.layout, data)), variant)


def jobs(handbook: Handbook, settings: Settings, design: Path, partner: Partner | None = None) -> Iterator[Job]:
    """Yield every job, page by page in the order of folders and languages; a partner gets what has room for it."""
    shapes = shapes_of({form.layout for form in handbook.facts.formats}, handbook, design)
    for _, page in sorted(handbook.pages.items()):
        for form in handbook.facts.formats:
            if not is_drawn(page, form) or (partner and form.layout not in WITH_PARTNER):
                continue
            for variant, content in sheets_of(form, page, handbook, settings).items():
                words = handbook.facts.words[page.language.code]
                said = with_partner(content, partner, words) if partner else content
                yield job(page, form, said, shapes, variant)


def drawing_groups(to_draw: Iterable[Job]) -> list[tuple[Job, ...]]:
    """Return jobs in the groups in which one process draws them, the longest first, so that no core idles at the end.

    A page's pictures of one language and layout stand together: Typst remembers what they have in common. All books
    are one group: drawing one takes 800 MB, so never two at once.
    """
    groups: dict[tuple[str, ...], list[Job]] = {}
    for job in to_draw:
        layout = job.format.layout
        groups.setdefault((layout,) if layout == BOOK else (*job.key[:2], layout), []).append(job)
    return sorted(map(tuple, groups.values()), key=lambda group: -sum(tenths(job) for job in group))


def tenths(job: Job) -> int:
    """Return about how long a job takes, in tenths of a second of one core."""
    return TENTHS.get(job.format.layout, 2)
