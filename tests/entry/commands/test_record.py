from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from camnang.files.ffmpeg import run_well
from camnang.handbook.facts.recordings import FILE
from camnang.handbook.project import Project
from tests.conftest import SCAM, edit
from tests.entry.commands.typed import typed

PLACED = "docs/thu-doan/goi-la/loa-30.vi.mp3"


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    file = tmp_path_factory.mktemp("sound") / "loa-30.vi.m4a"
    filters = "volume=6dB,tremolo=f=4,adelay=1000:all=1,apad=pad_dur=1"
    run_well("-f", "lavfi", "-i", "sine=440:d=28", "-af", filters, str(file))
    return file


def run(project: Project, *words: str) -> int:
    return typed(project, "thu-am", *words)


def take_in(project: Project, file: Path, *more: str) -> int:
    told = ("--nguoi-doc", "Bà Thử", "--ngay", "2026-01-20", *more)
    return run(project, "nhap", str(file), "goi-la", "vi", "loa-30", *told)


def test_sheets_are_printed_and_what_is_missing_is_told(project: Project, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(project, "phieu", "tyz") == 0
    said = capsys.readouterr().out
    assert "Đã in 1 phiếu và trang cách thu, trong build/thu-am/tyz/" in said
    assert "docs/thu-doan/goi-la/index.tyz.md: chưa đủ chữ cho loa-60" in said
    kit = project.root / "build/thu-am/tyz"
    assert {file.relative_to(kit).as_posix() for file in kit.rglob("*.pdf")} == {
        "cach-thu-bang-dien-thoai.pdf",
        "thu-doan/goi-la.pdf",
    }


WRONG = {
    "a page that does not exist": (("phieu", "vi", "goi-laa"), "có phải: thu-doan/goi-la"),
    "a page that is not translated": (("phieu", "tyz", "khan-cap/dang-bi-goi"), "chưa có bản tyz"),
    "a name that two pages have": (("phieu", "vi", "hai-trang"), "ghi rõ: gioi-thieu/hai-trang, thu-tai/hai-trang"),
    "a language that does not exist": (("phieu", "xyz"), "một trong vi, tyz"),
}


@pytest.mark.parametrize(("arguments", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_wrong_name_is_met_with_a_repair(
    project: Project,
    capsys: pytest.CaptureFixture[str],
    arguments: tuple[str, ...],
    told: str,
) -> None:
    for folder in ("gioi-thieu/hai-trang", "thu-tai/hai-trang"):
        page = project.docs / folder / "index.md"
        page.parent.mkdir()
        page.write_text("---\nid: hai-trang\nreviewed: 2026-11-24\n---\n# Hai trang\n\nMột câu.\n", encoding="utf-8")
    assert run(project, *arguments) == 1
    assert told in capsys.readouterr().err
    assert not (project.root / "build/thu-am").exists()


def test_a_file_is_held_against_the_script_that_its_name_says(
    project: Project, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "kiem", str(good)) == 0
    assert "phần đọc 0:28," in capsys.readouterr().out
    assert run(project, "kiem", str(good), "loa-60") == 1
    assert "loa-60: 45–75 giây" in capsys.readouterr().err
    unnamed = tmp_path / "ban-thu.m4a"
    unnamed.write_bytes(good.read_bytes())
    assert run(project, "kiem", str(unnamed)) == 0
    assert "Chưa so độ dài" in capsys.readouterr().out


def test_from_the_telephone_to_the_loudspeaker(
    project: Project, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(project, "xem") == 0
    assert "Chưa có bản thu nào." in capsys.readouterr().out
    assert take_in(project, good, "--dong-y") == 0
    assert run(project, "xem") == 0
    assert f"{PLACED}  29 giây  Bà Thử, 2026-01-20: khớp với chữ trên trang" in capsys.readouterr().out
    assert run(project, "goi") == 0
    with zipfile.ZipFile(project.root / "build/loa/loa-phat-thanh.zip") as pack:
        assert pack.read("vi/30-giay/01-goi-la.mp3") == (project.root / PLACED).read_bytes()
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert run(project, "xem") == 0
    assert "bản thu đã cũ" in capsys.readouterr().out


def test_a_pack_of_old_recordings_only_is_not_written(
    project: Project, good: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert take_in(project, good, "--dong-y") == 0
    edit(project, SCAM, "**Không sợ.**", "**Không lo.**")
    assert run(project, "goi") == 1
    said = capsys.readouterr().out
    assert f"{PLACED}: bản thu đã cũ" in said
    assert "Không ghi tệp nào." in said
    assert not (project.root / "build/loa").exists()


def test_without_consent_nothing_is_written(project: Project, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_in(project, good) == 1
    assert "thêm --dong-y" in capsys.readouterr().err
    assert not (project.root / PLACED).exists()
    assert not (project.root / FILE).exists()


def test_a_date_is_read_as_it_is_written(project: Project, good: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert take_in(project, good, "--ngay", "20/1/2026") == 2
    assert "«20/1/2026» không phải ngày dạng 2026-11-24" in capsys.readouterr().err


def test_a_check_refuses_what_will_not_be_taken_in(
    project: Project, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "loa-30.vi.wav"
    filters = "volume=6dB,tremolo=f=4,adelay=1000:all=1,apad=pad_dur=1,pan=stereo|c0=c0|c1=-1*c0"
    run_well("-f", "lavfi", "-i", "sine=440:d=28", "-af", filters, str(file))
    assert run(project, "kiem", str(file)) == 1
    checked = capsys.readouterr().err
    assert take_in(project, file, "--dong-y") == 1
    assert "hai kênh triệt nhau" in checked
    assert capsys.readouterr().err == checked
