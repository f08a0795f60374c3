from __future__ import annotations

import hashlib
import zipfile
from dataclasses import replace
from io import BytesIO

import pytest

from camnang.files.trust.manifest import NAME as MANIFEST
from camnang.files.zip_archive import SUMS, zip_bytes
from camnang.handbook.facts.recordings import Recording, RecordingName
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.handbook.spoken.script import script_of
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.sound.packs import PLAYLIST, READ_ME, pack_files
from tests.sound.conftest import DAY, SCAM_FOLDER


def recording(handbook: Handbook, code: str, pin: str = "", name: RecordingName = "loa-30") -> Recording:
    script = script_of(handbook.pages[SCAM_FOLDER, code], handbook, name)
    return Recording(
        page=SCAM_FOLDER,
        language=code,
        name=name,
        speaker="Bà Thử",
        date=DAY,
        script=pin or (script.pin if script else "0" * 12),
        seconds=30,
        consent=True,
    )


def with_recordings(project: Project, *listed: Recording) -> Handbook:
    for each in listed:
        (project.root / each.path).write_bytes(f"sound of {each.path}".encode())
    handbook = read_handbook_without_recordings(project)
    return replace(handbook, facts=replace(handbook.facts, recordings=listed))


def read_handbook_without_recordings(project: Project) -> Handbook:
    sounds = {file: file.read_bytes() for file in project.docs.rglob("*.mp3")}
    for file in sounds:
        file.unlink()
    handbook = read_handbook(project)
    for file, content in sounds.items():
        file.write_bytes(content)
    return handbook


@pytest.fixture
def files(project: Project) -> dict[str, bytes]:
    plain = read_handbook(project)
    handbook = with_recordings(project, recording(plain, "vi"), recording(plain, "tyz"))
    return pack_files(handbook, read_settings(project), project)


def test_a_pack_has_a_folder_for_each_language_and_length(files: dict[str, bytes]) -> None:
    assert set(files) == {
        READ_ME,
        SUMS,
        MANIFEST,
        f"vi/30-giay/{PLAYLIST}",
        "vi/30-giay/01-goi-la.mp3",
        f"tyz/30-giay/{PLAYLIST}",
        "tyz/30-giay/01-goi-la.mp3",
    }
    assert files["tyz/30-giay/01-goi-la.mp3"] == b"sound of docs/thu-doan/goi-la/loa-30.tyz.mp3"


def test_a_playlist_names_what_stands_beside_it(files: dict[str, bytes]) -> None:
    assert files[f"tyz/30-giay/{PLAYLIST}"].decode() == "#EXTM3U\n#EXTINF:30,Cần róa chả công an\n01-goi-la.mp3\n"


def test_every_sum_is_right(files: dict[str, bytes]) -> None:
    rows = [line.split("  ") for line in files[SUMS].decode().splitlines()]
    assert {name for _, name in rows} == set(files) - {SUMS, MANIFEST}
    assert [name for found, name in rows if hashlib.sha256(files[name]).hexdigest() != found] == []


def test_it_says_what_to_do_and_that_it_is_a_draft(files: dict[str, bytes]) -> None:
    text = files[READ_ME].decode()
    for said in (
        "«vi» (tiếng Việt), «tyz» (tiếng Tày)",
        "Dự thảo – chờ",
        "tiếng Tày: bản nháp theo từ điển, chưa có người bản ngữ",
    ):
        assert said in text, text
    assert phone_numbers(text) == {"113"}


def test_the_same_recordings_give_the_same_zip(files: dict[str, bytes]) -> None:
    shuffled = dict(reversed(files.items()))
    assert zip_bytes(files) == zip_bytes(shuffled)
    with zipfile.ZipFile(BytesIO(zip_bytes(files))) as pack:
        assert pack.testzip() is None
        assert pack.namelist() == sorted(files)
        assert {info.date_time for info in pack.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {name: pack.read(name) for name in files} == files


def test_an_old_recording_is_not_packed(project: Project) -> None:
    plain = read_handbook(project)
    handbook = with_recordings(project, recording(plain, "vi", pin="0" * 12), recording(plain, "tyz"))
    found = pack_files(handbook, read_settings(project), project)
    assert {name.partition("/")[0] for name in found} == {READ_ME, SUMS, MANIFEST, "tyz"}


def test_without_recordings_there_is_no_pack(project: Project) -> None:
    assert pack_files(read_handbook(project), read_settings(project), project) == {}
