from __future__ import annotations

from io import BytesIO

import docx

from camnang.handbook.project import Project, read_settings
from camnang.papers.documents.office_jobs import OWN_WORK, PLAN_WORK, OfficeJob, filled_for, template_jobs
from tests.conftest import ROOT, real_handbook


def sample(office: str, page: str) -> OfficeJob:
    """Return the job of a sample document for an office."""
    project = Project(ROOT)
    jobs = template_jobs(project, real_handbook(), read_settings(project))
    return next(job for job in jobs if job.path == f"tuyen-truyen/{office}/{page}-{office}.docx")


def test_an_offices_own_plan_holds_every_task_that_the_province_gives_it() -> None:
    document = docx.Document(BytesIO(sample("ngan-hang", "ke-hoach").make()))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    tasks = [task.task for task in real_handbook().facts.plan.tasks_of("ngan-hang")]
    assert [task for task in tasks if not any(cell.startswith(task) for cell in cells)] == []
    assert [cell for cell in cells if OWN_WORK in cell or PLAN_WORK in cell] == []


def test_a_task_says_in_which_section_of_the_plan_it_stands() -> None:
    handbook = real_handbook()
    office = next(office for office in handbook.facts.offices if office.id == "cong-thuong")
    filled = filled_for(office, handbook.facts.plan)
    assert filled[PLAN_WORK][0] == "Chợ, siêu thị, doanh nghiệp có băng rôn, áp phích, màn hình. (mục III.4)"
    assert filled[OWN_WORK] == tuple(act.do for act in office.acts)
