"""Which office files a place gets besides pictures: the kits of its scams, and the documents that it names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import PurePosixPath

from camnang.handbook.facts.paths import matches
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.page_files import scam_folder
from camnang.made.contents import Contents, scams_of
from camnang.made.office_files import OfficeFile

KIT_FOLDER, DOCUMENT_FOLDER = "loi-noi", "van-ban"
FOLDER_NAMES: Mapping[str, str] = {
    KIT_FOLDER: "khẩu hiệu, bài loa, bài đăng, câu hỏi họp xóm (Word)",
    DOCUMENT_FOLDER: "văn bản, bài giảng, biểu mẫu",
}


def kit_of(file: OfficeFile) -> str:
    """Return the slug of the scam whose kit a file is, '' when it is none."""
    scam = scam_folder(file.folder)
    return "" if scam == file.folder else scam.rpartition("/")[2]


def office_texts(contents: Contents, handbook: Handbook, files: Iterable[OfficeFile]) -> dict[str, OfficeFile]:
    """Return a place's office files by their path in its pack, those in the pack's language only."""
    scams = scams_of(contents.place, handbook)
    found = {}
    for file in files:
        if file.language != contents.language.code:
            continue
        name = PurePosixPath(file.path).name
        if kit_of(file) in scams:
            found[f"{KIT_FOLDER}/{name}"] = file
        elif any(matches(file.folder, listed) for listed in contents.place.documents):
            found[f"{DOCUMENT_FOLDER}/{name}"] = file
    return found
