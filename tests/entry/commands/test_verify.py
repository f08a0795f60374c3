from __future__ import annotations

import json
import os
import re
import zipfile
from pathlib import Path

import pytest

from camnang.files.trust.bill_of_materials import NAME as BILL
from camnang.files.trust.bill_of_materials import bill_of_materials
from camnang.files.trust.manifest import NAME, PUBLIC_KEY, SIGNATURE
from camnang.files.trust.minisign import read_secret_key
from camnang.files.trust.sealing import KEY_VARIABLE
from camnang.handbook.project import Project
from tests.conftest import ROOT
from tests.entry.commands.typed import typed
from tests.files.trust.made_up import KEY, OTHER_KEY, copy, laid, zipped

Read = pytest.CaptureFixture[str]


@pytest.fixture
def site(project: Project) -> Path:
    """A built site of the handbook."""
    return laid(project.root / "site", {"index.html": b"<p>Goi 113</p>", "sw.js": b"0"})


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    """A key that signs."""
    file = tmp_path / "khoa"
    file.write_text(KEY.text, encoding="utf-8")
    return file


def test_an_unsigned_site_says_so_and_is_whole(project: Project, site: Path, capsys: Read) -> None:
    prepare(project)
    assert typed(project, "ky") == 0
    assert "chưa ký" in capsys.readouterr().out
    assert {file.name for file in site.iterdir()} == {"index.html", "sw.js", BILL, NAME, "SHA256SUMS"}
    assert typed(project, "kiem", str(site)) == 0
    told = capsys.readouterr().out
    assert "Còn nguyên." in told
    assert "Chưa ký: " in told, told


def prepare(project: Project) -> None:
    """Give the handbook what the bill of materials is read from."""
    for name in ("requirements.lock", "pyproject.toml"):
        (project.root / name).write_bytes((ROOT / name).read_bytes())


def test_a_signed_site_is_held_against_the_handbook_s_key(
    project: Project, site: Path, key_file: Path, capsys: Read
) -> None:
    prepare(project)
    (project.root / "data" / PUBLIC_KEY).write_text(KEY.public.text, encoding="utf-8")
    assert typed(project, "ky", "--khoa", str(key_file)) == 0
    assert typed(project, "kiem", str(site)) == 0
    before = {file.name: file.read_bytes() for file in site.iterdir()}
    assert typed(project, "ky", "--khoa", str(key_file)) == 0
    assert {file.name: file.read_bytes() for file in site.iterdir()} == before, "the same files, other bytes"
    assert typed(project, "ky") == 0, "without a key"
    assert not (site / SIGNATURE).exists(), "the signature of an older list stays"
    capsys.readouterr()
    assert typed(project, "kiem", str(site)) == 1
    assert "có thể đã bị gỡ" in capsys.readouterr().out


def test_a_key_that_readers_do_not_trust_signs_nothing(project: Project, site: Path, key_file: Path) -> None:
    prepare(project)
    (project.root / "data" / PUBLIC_KEY).write_text(OTHER_KEY.public.text, encoding="utf-8")
    assert typed(project, "ky", "--khoa", str(key_file)) == 1
    assert not (site / NAME).exists()


def test_one_changed_byte_ends_with_one(project: Project, tmp_path: Path, capsys: Read) -> None:
    stick = laid(tmp_path / "usb", copy())
    (stick / "index.html").write_bytes(b"<p>Goi 114</p>")
    assert typed(project, "kiem", str(stick)) == 1
    told = capsys.readouterr().out
    assert "Bị đổi: index.html" in told
    assert "KHÔNG còn nguyên" in told, told


@pytest.mark.parametrize("words", [["khong-co"], ["a.txt"], ["ftp://x/"], [], [".", "--khoa", "khong-co"]])
def test_what_cannot_be_meant_ends_with_two(
    project: Project, tmp_path: Path, words: list[str], monkeypatch: pytest.MonkeyPatch, capsys: Read
) -> None:
    laid(tmp_path / "day", {**copy(), "a.txt": b"x"})
    monkeypatch.chdir(tmp_path / "day")
    assert typed(project, "kiem", *words) == 2
    assert "Traceback" not in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "content"),
    [("x.zip", b""), ("x.zip", b"PK\x03\x04 ngan"), ("x.zim", b"ZIM"), ("x/doc.txt", b"x"), (f"x/{NAME}", b"[]")],
)
def test_what_cannot_be_read_is_a_sentence_and_ends_with_one(
    project: Project, tmp_path: Path, name: str, content: bytes, capsys: Read
) -> None:
    laid(tmp_path, {name: content})
    assert typed(project, "kiem", str(tmp_path / name.partition("/")[0])) == 1
    said = capsys.readouterr()
    assert said.out.startswith(str(tmp_path)), said
    assert said.err == "", said.err


def test_a_key_and_a_list_may_be_named(project: Project, tmp_path: Path) -> None:
    stick, file = laid(tmp_path / "usb", copy(KEY)), zipped(tmp_path / "X.ZIP", copy(KEY))
    line, other = KEY.public.text.splitlines()[1], OTHER_KEY.public.text.splitlines()[1]
    for copied in (stick, file):
        assert typed(project, "kiem", str(copied), "--khoa", line) == 0
        assert typed(project, "kiem", str(copied), "--khoa", other) == 1
        assert typed(project, "kiem", str(copied), "--danh-sach", str(stick / NAME)) == 0
    assert typed(project, "kiem", str(stick), "--danh-sach", str(tmp_path / "khong-co")) == 2


def test_a_new_key_is_written_once_and_for_its_owner_alone(project: Project, tmp_path: Path) -> None:
    file = tmp_path / "noi-cat" / "khoa"
    assert typed(project, "ky", "--tao-khoa", str(file)) == 0
    key = read_secret_key(file.read_text(encoding="utf-8"))
    assert (project.root / "data" / PUBLIC_KEY).read_text(encoding="utf-8") == key.public.text
    assert os.name == "nt" or file.stat().st_mode & 0o077 == 0, oct(file.stat().st_mode)
    assert typed(project, "ky", "--tao-khoa", str(tmp_path / "khac")) == 2, "a second key would orphan the first"
    public = (project.root / "data" / PUBLIC_KEY).read_bytes()
    (project.root / "data" / PUBLIC_KEY).unlink()  # as a run leaves it that is stopped between the halves
    assert typed(project, "ky", "--tao-khoa", str(file)) == 0
    assert (project.root / "data" / PUBLIC_KEY).read_bytes() == public, (
        "the public half belongs to the secret one that is there"
    )
    assert file.read_text(encoding="utf-8") == key.text


def test_the_packed_site_carries_a_list_of_all_that_is_in_it(
    project: Project, site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, key_file: Path
) -> None:
    prepare(project)
    laid(project.root / "deploy", dict.fromkeys(("apache.htaccess", "web.config"), b"x"))
    monkeypatch.setenv(KEY_VARIABLE, str(key_file))
    assert typed(project, "ky") == 0
    assert typed(project, "dong-goi", "--ra", str(tmp_path / "ra")) == 0
    packed = tmp_path / "ra" / "cam-nang.zip"
    line = KEY.public.text.splitlines()[1]
    assert typed(project, "kiem", str(packed), "--khoa", line) == 0
    with zipfile.ZipFile(packed) as archive:
        listed = {row["path"] for row in json.loads(archive.read(NAME))["files"]}
        assert listed == set(archive.namelist()) - {NAME, SIGNATURE}
        assert {".htaccess", "web.config", PUBLIC_KEY, BILL} <= listed
    assert site.is_dir()


def test_the_bill_of_materials_names_every_package_of_the_lock() -> None:
    found = json.loads(bill_of_materials(ROOT))
    assert (found["bomFormat"], found["specVersion"], found["version"]) == ("CycloneDX", "1.6", 1)
    assert re.fullmatch(r"urn:uuid:[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", found["serialNumber"])
    pins = re.findall(r"^(\S+)==(\S+)", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    packages = {each["purl"] for each in found["components"] if "purl" in each}
    assert packages == {f"pkg:pypi/{name}@{version}" for name, version in pins}
    assert bill_of_materials(ROOT) == bill_of_materials(ROOT)


@pytest.mark.parametrize("name", ["khong-co.zip", "khong-co"])
def test_a_copy_that_is_not_there_is_said_not_to_be_there(project: Project, capsys: Read, name: str) -> None:
    assert typed(project, "kiem", name) == 2
    assert f"Không có tệp hay thư mục «{name}»" in capsys.readouterr().err
