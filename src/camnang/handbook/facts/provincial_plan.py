"""The province's plan 940, task by task, and which pages serve each (`data/plan_940.yml`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Annotated

from pydantic import Field

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.part import Part, Slug, Words

FILE = "data/plan_940.yml"


class PlanTask(Part):
    """A task in plain words; `code` is the plan's section and the number of the dash: «III.2.2a».

    `offices` are those to which the plan gives it, none where it is everybody's; `pages` are folders below `docs/`.
    """

    code: Annotated[str, Field(pattern=r"^(?:I|IV|V|II\.[12]|III\.[1-9])\.[1-9][a-z]?$")]
    task: Words
    offices: tuple[Slug, ...] = ()
    pages: Annotated[tuple[str, ...], Field(min_length=1)]

    @property
    def section(self) -> str:
        """The plan's section: «III.2» of «III.2.2a»."""
        return self.code.rpartition(".")[0]


class ProvincialPlan(Part):
    """The whole plan; `sections` gives the titles of its sections in its order."""

    sections: Mapping[str, Words] = {}
    tasks: tuple[PlanTask, ...] = ()

    def tasks_in(self, section: str) -> tuple[PlanTask, ...]:
        """Return the tasks of a section, in the plan's order."""
        return tuple(task for task in self.tasks if task.section == section)

    def tasks_of(self, office: str) -> tuple[PlanTask, ...]:
        """Return the tasks that the plan gives to an office, in the plan's order."""
        return tuple(task for task in self.tasks if office in task.offices)


NO_PLAN = ProvincialPlan()


def plan_faults(plan: ProvincialPlan) -> Iterator[Fault]:
    """Every code stands once, every section has a title and tasks."""
    for code, times in Counter(task.code for task in plan.tasks).items():
        if times > 1:
            yield Fault(
                path=FILE,
                rule="trung-muc",
                found=f"việc «{code}» có {times} lần",
                expected="mỗi việc của kế hoạch một mục",
                repair="sửa mã, hoặc bỏ một mục",
            )
    for section in sorted({task.section for task in plan.tasks} ^ plan.sections.keys()):
        yield Fault(
            path=FILE,
            rule="ke-hoach-lech-trang",
            found=f"mục «{section}» chỉ có ở {'sections' if section in plan.sections else 'tasks'}",
            expected="mục nào cũng có tên ở «sections» và có việc ở «tasks»",
            repair="thêm tên mục, hoặc thêm việc",
        )


def read_plan(root: Path) -> ProvincialPlan:
    """Read the plan, an empty one when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return NO_PLAN
    plan: ProvincialPlan = read_yaml(root / FILE, ProvincialPlan, root)
    raise_if_any(plan_faults(plan))
    return plan
