"""Settings that are no settings any more are told with their line, whatever was done to the file."""

from __future__ import annotations

import pytest

from camnang.handbook.project import SETTINGS_FILE, Project, read_settings
from tests.handbook.test_setting_rules import faults

GOOD = "site_name: Cẩm nang\nmarkdown_extensions:\n  - attr_list\n  - toc: {permalink: true}\n"


@pytest.mark.parametrize(
    ("text", "line", "found"),
    [
        ("site_name", 1, "tệp chỉ có «site_name»"),
        ("- site_name: Cẩm nang\n", 1, "tệp chỉ có"),
        ("113", 1, "tệp chỉ có «113»"),
        (GOOD + "extra: approved_by\n", 5, "extra là «approved_by»"),
        (GOOD + "extra: [approved_by]\n", 5, "extra là"),
        ("site_name: Cẩm nang\nmarkdown_extensions: attr_list\n", 2, "markdown_extensions là «attr_list»"),
        ("site_name: Cẩm nang\nmarkdown_extensions: [sane_lists]\n", 2, "thiếu «attr_list»"),
        (GOOD + "extra:\n  approved-by: Công an tỉnh Cao Bằng\n", 6, "tên «approved-by» không ai đọc"),
        (GOOD + "extra:\n  approved_By: Công an tỉnh Cao Bằng\n", 6, "tên «approved_By» không ai đọc"),
        (GOOD + "approved_by: Công an tỉnh Cao Bằng\n", 5, "tên «approved_by» không ai đọc"),
        (GOOD + "site-url: https://caobang.gov.vn/\n", 5, "tên «site-url» không ai đọc"),
        (GOOD + "site_ulr: https://caobang.gov.vn/\n", 5, "tên «site_ulr» không ai đọc"),
        (GOOD + "extra:\n  approved_by: [Công an, Sở]\n", 6, "approved_by là một danh sách"),
        (GOOD + "site_url: {https: caobang}\n", 5, "site_url là một danh sách hoặc một nhóm"),
        ("site_name: Cẩm nang\n", 1, "thiếu «attr_list»"),
        (GOOD + "  - khong_co\n", 5, "phần mở rộng «khong_co»"),
        (GOOD + "  - [attr_list]\n", 5, "phần mở rộng «['attr_list']»"),
        (GOOD + "  - 2026-02-20\n", 5, "phần mở rộng «2026-02-20»"),
        (GOOD + "  -\n", 5, "phần mở rộng «None»"),
        (GOOD + "  - toc: {khong_co: 1}\n", 5, "phần mở rộng «{'toc': {'khong_co': 1}}»"),
        (GOOD + "  - toc: permalink\n", 5, "phần mở rộng «{'toc': 'permalink'}»"),
    ],
)
def test_a_part_of_another_shape_is_told_with_its_line(project: Project, text: str, line: int, found: str) -> None:
    (project.root / SETTINGS_FILE).write_text(text, encoding="utf-8")
    told = faults(project)
    assert [(each.path, each.line) for each in told] == [(SETTINGS_FILE, line)], told
    assert found in told[0].found


def test_extensions_with_and_without_options_are_taken(project: Project) -> None:
    (project.root / SETTINGS_FILE).write_text(GOOD, encoding="utf-8")
    assert read_settings(project).extensions == ("toc", "tables", "fenced_code", "attr_list")
    assert read_settings(project).extension_configs == {"toc": {"permalink": True}}


def test_settings_of_mkdocs_itself_are_left_to_it(project: Project) -> None:
    others = (
        "site_dir: site\nsite_description: A\nsite_author: B\nextra_css: [a.css]\nextra: {social: [], version: {}}\n"
    )
    (project.root / SETTINGS_FILE).write_text(GOOD + others, encoding="utf-8")
    assert read_settings(project).site_name == "Cẩm nang"
