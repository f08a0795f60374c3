from __future__ import annotations

import hashlib
import json
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from camnang.bundles.packs import catalogue
from camnang.bundles.packs.catalogue import current_packs
from camnang.bundles.packs.guide import NAME as GUIDE
from camnang.files.faults import FaultsError
from camnang.files.trust.manifest import NAME as MANIFEST
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, read_settings
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.made.pictures import read_manifest
from tests.bundles.packs.conftest import PACK, pack_all, plan_of
from tests.conftest import SCAM, copy_handbook, draw, edit

EVERY = {PACK, "goi-truong-hoc.tyz.zip", "goi-bao-dai.zip", "goi-bao-dai.tyz.zip"}


def opened(project: Project, name: str = PACK) -> dict[str, bytes]:
    with zipfile.ZipFile(project.packed / name) as pack:
        assert pack.testzip() is None
        return {each: pack.read(each) for each in pack.namelist()}


def read(files: dict[str, bytes], name: str) -> str:
    return files[name].decode("utf-8-sig").replace("\r\n", "\n")


def guide_text(files: dict[str, bytes]) -> str:
    (page,) = PdfReader(BytesIO(files[GUIDE])).pages
    return " ".join(page.extract_text().split())


def folder_bytes(folder: Path) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in folder.iterdir()}


def test_there_is_a_pack_for_each_place_and_language(packed_project: Project) -> None:
    assert {file.name for file in packed_project.packed.iterdir()} == EVERY | {"goi.json"}
    rows = json.loads((packed_project.packed / "goi.json").read_text(encoding="utf-8"))
    for row in rows:
        content = (packed_project.packed / row["path"]).read_bytes()
        assert (row["bytes"], row["sha256"]) == (len(content), hashlib.sha256(content).hexdigest()), row["path"]
    assert {(row["language"], row["draft"]) for row in rows} == {("vi", False), ("tyz", True)}


def test_a_clerk_finds_the_files_where_the_guide_says(packed_project: Project) -> None:
    """Unzip, open the guide, go to each folder that it names: as many files as it says are there."""
    files = opened(packed_project)
    text = guide_text(files)
    for said in ("Trường học", "A4, giấy thường", "Bảng tin, cửa lớp.", "Giữa tờ cách nền 1,2 m.", "210 × 297 mm"):
        assert said in text, f"{said!r} is not in the guide: {text}"
    for folder in ("treo/ap-phich-a4", "dien-thoai/anh-doc"):
        inside = [name for name in files if name.startswith(f"{folder}/")]
        assert f"{folder} {len(inside)} tệp" in text, f"{folder} holds {inside}; the guide says {text}"
    assert PdfReader(BytesIO(files["treo/ap-phich-a4/goi-la-ap-phich-a4.pdf"])).pages


def test_the_guide_is_one_tagged_page_that_says_it_is_a_draft(packed_project: Project) -> None:
    reader = PdfReader(BytesIO(opened(packed_project, "goi-truong-hoc.tyz.zip")[GUIDE]))
    assert len(reader.pages) == 1
    assert reader.root_object["/MarkInfo"]["/Marked"]
    assert "pdfuaid:part>1<" in reader.root_object["/Metadata"].get_object().get_data().decode()
    text = reader.pages[0].extract_text()
    for said in (
        "Dự thảo – chờ cơ quan chủ trì phê duyệt",
        "Tiếng Tày: bản nháp theo từ điển, chưa có người bản ngữ duyệt",
    ):
        assert said in text, text
    assert phone_numbers(text) <= {"113", "111"}, phone_numbers(text)


def test_every_sum_is_right(packed_project: Project) -> None:
    files = opened(packed_project)
    rows = [line.split("  ") for line in files["SHA256SUMS"].decode().splitlines()]
    assert {name for _, name in rows} == set(files) - {"SHA256SUMS", MANIFEST}
    assert [name for found, name in rows if hashlib.sha256(files[name]).hexdigest() != found] == []


def test_the_texts_say_what_to_do_and_what_is_allowed(packed_project: Project) -> None:
    files = opened(packed_project, "goi-truong-hoc.tyz.zip")
    text, rights = read(files, "DOC-TRUOC.txt"), read(files, "GIAY-PHEP.txt")
    for said in ("Trường học (tiếng Tày)", GUIDE, "treo/ap-phich-a4: Áp phích A4, 210 × 297 mm, 1 tệp", "bản nháp"):
        assert said in text, text
    for said in ("- In, treo. Không mất tiền.", "creativecommons.org/licenses/by/4.0"):
        assert said in rights, rights


def test_the_same_pictures_give_the_same_bytes(packed_project: Project, tmp_path: Path) -> None:
    again = copy_handbook(tmp_path / "again")
    draw(again)
    pack_all(again)
    assert folder_bytes(again.packed) == folder_bytes(packed_project.packed)
    with zipfile.ZipFile(again.packed / PACK) as pack:
        assert pack.namelist() == sorted(pack.namelist())
        assert {info.compress_type for info in pack.infolist()} == {zipfile.ZIP_STORED}


def test_nothing_is_packed_twice(packed_project: Project) -> None:
    assert plan_of(packed_project, thorough=True) == (set(), EVERY, set())


def test_only_what_changed_is_packed_again(fresh_project: Project) -> None:
    edit(fresh_project, "data/places.yml", "Bảng tin, cửa lớp.", "Cửa lớp.")
    made, kept, _ = plan_of(fresh_project)
    assert (made, kept) == ({PACK, "goi-truong-hoc.tyz.zip"}, {"goi-bao-dai.zip", "goi-bao-dai.tyz.zip"})
    before = folder_bytes(fresh_project.packed)
    pack_all(fresh_project)
    after = folder_bytes(fresh_project.packed)
    assert {name for name in after if after[name] != before[name]} == made | {"goi.json"}


def test_a_damaged_pack_is_found_by_a_thorough_look(fresh_project: Project) -> None:
    content = bytearray((fresh_project.packed / PACK).read_bytes())
    content[len(content) // 2] ^= 1
    (fresh_project.packed / PACK).write_bytes(content)
    assert plan_of(fresh_project, thorough=True)[0] == {PACK}
    (fresh_project.packed / PACK).write_bytes(content[:-1])
    assert plan_of(fresh_project)[0] == {PACK}


def test_packs_of_a_place_that_is_gone_are_dropped(fresh_project: Project) -> None:
    file = fresh_project.root / "data/places.yml"
    file.write_text(file.read_text(encoding="utf-8").partition("- id: bao-dai")[0], encoding="utf-8")
    assert plan_of(fresh_project)[2] == {"goi-bao-dai.zip", "goi-bao-dai.tyz.zip"}
    pack_all(fresh_project)
    assert {file.name for file in fresh_project.packed.iterdir()} == {PACK, "goi-truong-hoc.tyz.zip", "goi.json"}


def test_a_pack_that_is_too_heavy_is_told_and_nothing_is_written(
    fresh_project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    edit(fresh_project, "data/places.yml", "Bảng tin, cửa lớp.", "Cửa lớp.")
    before = folder_bytes(fresh_project.packed)
    monkeypatch.setattr(catalogue, "MOST_MEGABYTES", 0.1)
    with pytest.raises(FaultsError, match=r"data/places\.yml: gói goi-truong-hoc\.zip nặng 0\.\d MB") as raised:
        pack_all(fresh_project)
    assert len(raised.value.faults) == 2, "both languages are told in one run"
    assert folder_bytes(fresh_project.packed) == before


def test_a_damaged_picture_is_told_and_nothing_is_written(fresh_project: Project) -> None:
    edit(fresh_project, "data/places.yml", "Bảng tin, cửa lớp.", "Cửa lớp.")
    picture = fresh_project.drawn / "goi-la/goi-la-ap-phich-a4.pdf"
    picture.write_bytes(picture.read_bytes()[:-1])
    with pytest.raises(FaultsError, match=r"goi-la-ap-phich-a4\.pdf đã hỏng"):
        pack_all(fresh_project)
    picture.unlink()
    with pytest.raises(FaultsError, match=r"mất tệp goi-la/goi-la-ap-phich-a4\.pdf"):
        pack_all(fresh_project)


def test_advice_that_cannot_fit_one_page_is_told(fresh_project: Project) -> None:
    edit(fresh_project, "data/places.yml", "Bảng tin, cửa lớp.", "Bảng tin, cửa lớp, " * 120)
    with pytest.raises(FaultsError, match="không vừa một trang"):
        pack_all(fresh_project)


def test_the_site_offers_no_pack_that_is_older_than_its_pictures(
    fresh_project: Project, packed_handbook: Handbook
) -> None:
    settings = read_settings(fresh_project)
    pictures = read_manifest(fresh_project.drawn)
    assert {pack.path for pack in current_packs(fresh_project, packed_handbook, settings, pictures)} == EVERY
    edit(fresh_project, SCAM, "**Không sợ.**", "**Không lo.**")
    draw(fresh_project)
    pictures = read_manifest(fresh_project.drawn)
    found = {pack.path for pack in current_packs(fresh_project, packed_handbook, settings, pictures)}
    assert found.isdisjoint({PACK}), "the school's pack holds the old poster"
