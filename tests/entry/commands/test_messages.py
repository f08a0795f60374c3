"""`tin-nhan soat`: each message with its size, and the rules that it breaks."""

from __future__ import annotations

from pathlib import Path

import pytest

from camnang.handbook.project import Project
from tests.entry.commands.typed import typed

LONG = "Cao Bang: " + "khong chuyen tien " * 9 + "goi 113"


@pytest.mark.parametrize(
    ("message", "rules"),
    [
        ("Cao Bang: khong chuyen tien, goi 113", []),
        ("Cao Bang: xem www.x.vn, goi 113", ["sms-co-duong-dan"]),
        (LONG, ["sms-qua-dai"]),
    ],
    ids=["good", "a link", "too long"],
)
def test_a_message_is_told_with_the_rules_that_it_breaks(
    message: str, rules: list[str], shared_project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tin.txt"
    file.write_text(f"{message}\n", encoding="utf-8")
    assert typed(shared_project, "tin-nhan", "soat", str(file)) == (1 if rules else 0)
    told = [line.partition("[")[2].rstrip("]") for line in capsys.readouterr().out.splitlines() if line[:4] == "    "]
    assert told == rules, message
