"""Rules between the province's plan and the handbook: each task has pages, each office tasks, each text a task."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.files.faults import Fault
from camnang.handbook.facts import offices, provincial_plan
from camnang.handbook.facts.offices import ROOM
from camnang.handbook.pages.model import Handbook, Kind

NO_TEXTS = (Kind.OUTREACH, Kind.OFFICE)  # doors: they list what serves a task


def dead_page_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every page that a task names is there."""
    folders = {page.folder for page in handbook.originals}
    for task in handbook.facts.plan.tasks:
        for folder in task.pages:
            if folder not in folders:
                yield Fault(
                    path=provincial_plan.FILE,
                    rule="ke-hoach-lech-trang",
                    found=f"{task.code}: trang «{folder}» không có",
                    expected="thư mục của một trang trong docs, ví dụ tuyen-truyen/sms",
                    repair="sửa tên, hoặc viết trang ấy",
                )


def office_task_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every office that a task names exists, and the plan gives each office something to do."""
    known = {office.id for office in handbook.facts.offices}
    named = {name for task in handbook.facts.plan.tasks for name in task.offices}
    for name in sorted(named - known):
        yield Fault(
            path=provincial_plan.FILE,
            rule="ke-hoach-lech-trang",
            found=f"cơ quan «{name}» không có trong {offices.FILE}",
            expected=f"một trong {', '.join(sorted(known))}",
            repair="sửa tên cơ quan",
        )
    for name in sorted(known - named):
        yield Fault(
            path=offices.FILE,
            rule="ke-hoach-lech-trang",
            found=f"cơ quan «{name}» không có việc nào",
            expected=f"ít nhất một việc trong {provincial_plan.FILE} có «{name}» ở «offices»",
            repair="thêm cơ quan ấy vào việc của nó",
        )


def idle_page_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every text for communicators serves a task."""
    serving = {folder for task in handbook.facts.plan.tasks for folder in task.pages}
    for page in handbook.originals:
        if not page.folder.startswith(ROOM) or page.kind in NO_TEXTS or page.folder in serving:
            continue
        yield Fault(
            path=page.file,
            rule="ke-hoach-lech-trang",
            found="trang chưa đứng dưới việc nào của kế hoạch",
            expected=f"«{page.folder}» ở «pages» của một việc trong {provincial_plan.FILE}",
            repair="thêm trang vào việc mà nó giúp làm, hoặc bỏ trang",
        )


def plan_faults(handbook: Handbook) -> Iterator[Fault]:
    """All faults between the plan and the pages; none where the handbook has no plan."""
    if handbook.facts.plan.tasks:
        yield from dead_page_faults(handbook)
        yield from office_task_faults(handbook)
        yield from idle_page_faults(handbook)
