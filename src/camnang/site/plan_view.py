"""What pages show of the province's plan: its tasks with the pages that serve them, and when reports are due."""

from __future__ import annotations

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.provincial_plan import PlanTask
from camnang.handbook.pages.model import Handbook
from camnang.made.site_paths import REPORT_FOLDER
from camnang.site.cards import page_card
from camnang.site.views.outreach import DeadlineView, PlanSectionView, ReportView, TaskView


def task_view(task: PlanTask, language: Language, handbook: Handbook) -> TaskView:
    """Return a task with its pages."""
    pages = tuple(page_card(handbook.served(folder, language.code), language) for folder in task.pages)
    return TaskView(task.section, task.task, pages)


def task_views(office: str, language: Language, handbook: Handbook) -> tuple[TaskView, ...]:
    """Return what the plan asks of an office."""
    return tuple(task_view(task, language, handbook) for task in handbook.facts.plan.tasks_of(office))


def plan_sections(language: Language, handbook: Handbook) -> tuple[PlanSectionView, ...]:
    """Return the whole plan, section by section."""
    plan = handbook.facts.plan
    return tuple(
        PlanSectionView(section, title, tuple(task_view(task, language, handbook) for task in plan.tasks_in(section)))
        for section, title in plan.sections.items()
    )


def report_view(language: Language, handbook: Handbook) -> ReportView | None:
    """Return where reports go and when; None while the handbook has no page or no data of them."""
    reporting = handbook.facts.reporting
    if reporting is None or (REPORT_FOLDER, handbook.facts.original.code) not in handbook.pages:
        return None
    deadlines = tuple(DeadlineView(period.name, period.before, period.said) for period in reporting.periods)
    page = handbook.served(REPORT_FOLDER, language.code)
    return ReportView(reporting.sent_to, deadlines, page_card(page, language))
