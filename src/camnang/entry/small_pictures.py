"""The small pictures that editors look at while they write."""

from __future__ import annotations

from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.jobs import Selection


def draw_small_pictures(project: Project, handbook: Handbook, settings: Settings) -> None:
    """Bring the pictures up to date that show in the preview, and no others."""
    formats = frozenset(form.id for form in handbook.facts.formats if form.preview)
    carry_out(project, plan(project, handbook, settings, Selection(formats=formats), project.drawn))
