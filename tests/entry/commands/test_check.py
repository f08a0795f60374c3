from __future__ import annotations

import pytest

from camnang.handbook.project import Project
from tests.conftest import SCAM, edit
from tests.entry.commands.typed import typed

LOST = "[một trang](../khong-co/index.md)"


def test_a_link_that_leads_nowhere_is_told_with_its_line_before_a_site_is_built(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    edit(project, f"{SCAM}/index.md", "## ", f"{LOST}\n\n## ")
    lines = (project.docs / SCAM / "index.md").read_text(encoding="utf-8").splitlines()
    place = f"docs/{SCAM}/index.md:{lines.index(LOST) + 1}: "
    assert typed(project, "soat") == 1
    said = capsys.readouterr().err
    assert f"{place}đường dẫn ../khong-co/index.md không tới đâu" in said, said
