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
        ("Cao Bằng: không chuyển tiền, gọi 113. Nội dung tin “lạ” thì xoá", []),
        ("Cao Bang: xem www.x.vn, goi 113", ["sms-co-duong-dan"]),
        (LONG, ["sms-qua-dai"]),
        ("Cao Bang: goi 113 hoac 0912.345.678", ["so-dien-thoai-la"]),
        ("Cao Bang: goi 113, (+84) 912 345 678, 1900 1234", ["so-dien-thoai-la"] * 2),
        ("Cao Bang: mat 146.000.000 dong ngay 20/11/2026, goi 113", []),
        ("Cao Bang: goi 113\u00a0", ["sms-dau-an", "sms-co-dau"]),
        ("Cao Bang: goi 113\u2003", ["sms-dau-an", "sms-co-dau"]),
        ("Cao Bang: goi 113\t", ["sms-dau-an", "sms-co-dau"]),
        ("Cao Bang:\u2028goi 113", ["sms-dau-an", "sms-co-dau"]),
        ("Cao Bang:\x0bgoi\x85113", ["sms-dau-an", "sms-co-dau"]),
        ("Cao Bang: xin ma “OTP”. Dung bam", ["sms-de-nham", "sms-co-dau"]),
        ("Cao Bằng: xin mã lạ. Dung bam vao link la", ["sms-de-nham"] * 2),
        ("Cao Bang: D\u00adung bam", ["sms-de-nham", "chu-la", "sms-co-dau"]),
        ("Cao Bang: \u0501ung bam", ["sms-de-nham", "chu-la", "sms-co-dau"]),
        ("Cao Bang: doi\u00a0tien", ["sms-dau-an", "sms-de-nham", "sms-co-dau"]),
        ("Cao Bang: C«ng an gäi", ["chu-la", "sms-co-dau"]),
        ("Cao Ba\u0306\u0300ng: không gọi", ["sms-dau-an"]),
    ],
)
def test_a_message_is_told_with_the_rules_that_it_breaks(
    message: str, rules: list[str], shared_project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tin.txt"
    file.write_bytes(f"{message}\n".encode())
    assert typed(shared_project, "tin-nhan", "soat", str(file)) == (1 if rules else 0)
    told = [
        line.rpartition("[")[2].rstrip("]") for line in capsys.readouterr().out.splitlines() if line[:4] == "    "
    ]
    assert told == rules, f"{message!r} breaks {told}, not {rules}"


def test_a_message_is_counted_as_it_is_sent_and_the_dear_sign_is_named(
    shared_project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tin.txt"
    file.write_bytes(("Cao Bang goi 113 " + "a" * 80 + "\u00a0\r\n\r\nxin “ma\r\n").encode())
    assert typed(shared_project, "tin-nhan", "soat", str(file)) == 1
    said = capsys.readouterr().out
    assert "tin.txt:1: UCS-2, 98 đơn vị, 2 tin\n" in said, said
    assert "dấu cách không ngắt U+00A0 ở cuối tin" in said, said
    assert "tin.txt:3: UCS-2, 7 đơn vị, 1 tin “" in said, said
    assert 'tốn gấp đôi vì «“» ở ký tự thứ 5 (viết «"»)' in said, said


def test_a_file_without_a_message_is_not_called_ready(
    shared_project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "tin.txt"
    file.write_bytes(b"\xef\xbb\xbf\r\n \r\n")
    code = typed(shared_project, "tin-nhan", "soat", str(file))
    said = "".join(capsys.readouterr())
    assert code == 1, f"exit code {code}, not 1"
    assert "tin.txt: tệp không có tin nào" in said, said
    assert "Mọi tin đều gửi được" not in said, said
