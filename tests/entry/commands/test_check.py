from __future__ import annotations

import pytest

from camnang.handbook.project import Project
from tests.entry.commands.typed import typed

ABOUT = "docs/gioi-thieu/index.md"


def test_a_link_that_leads_nowhere_is_told_with_its_line_before_a_site_is_built(
    project: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    page = project.root / ABOUT
    page.write_text(f"{page.read_text(encoding='utf-8')}\n[x](../khong-co/index.md)\n", encoding="utf-8")
    last = len(page.read_text(encoding="utf-8").splitlines())
    assert typed(project, "soat") == 1
    said = capsys.readouterr().err
    assert f"{ABOUT}:{last}: đường dẫn ../khong-co/index.md không tới đâu" in said, said
