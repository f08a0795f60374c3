"""Which page is meant: its folder, or the folder's last part where only one page has it."""

from __future__ import annotations

import difflib

from camnang.files.faults import Fault, FaultsError
from camnang.handbook.pages.model import Handbook, Page


def folders_called(name: str, handbook: Handbook) -> list[str]:
    """Return the folders that a name may mean."""
    every = sorted({folder for folder, _ in handbook.pages})
    wanted = name.strip("/").removeprefix("docs/")
    return [wanted] if wanted in every else [folder for folder in every if folder.rpartition("/")[2] == wanted]


def nearest(name: str, handbook: Handbook) -> str:
    """Return a repair: the pages whose names look most alike."""
    every = {folder.rpartition("/")[2]: folder for folder, _ in handbook.pages if folder}
    found = difflib.get_close_matches(name.strip("/").rpartition("/")[2], every, n=3, cutoff=0.4)
    listed = ", ".join(every[each] for each in found)
    return f"có phải: {listed}" if listed else "xem tên thư mục trong docs/"


def language_fault(code: str, handbook: Handbook) -> Fault | None:
    """Say that a language does not exist."""
    known = [language.code for language in handbook.facts.languages]
    if code in known:
        return None
    return Fault(
        path=f"tiếng «{code}»",
        rule="khong-co-ten-nay",
        found="không có tiếng này",
        expected=f"một trong {', '.join(known)}",
        repair="sửa mã tiếng",
    )


def page_called(name: str, code: str, handbook: Handbook) -> Page:
    """Return the page with a name in a language; raise `FaultsError` when there is none or more than one."""
    if fault := language_fault(code, handbook):
        raise FaultsError([fault])
    found = folders_called(name, handbook)
    if len(found) == 1 and (found[0], code) in handbook.pages:
        return handbook.pages[found[0], code]
    place = f"trang «{name}»"
    if len(found) > 1:
        fault = Fault(
            path=place,
            rule="khong-co-ten-nay",
            found=f"có {len(found)} trang tên ấy",
            expected="một trang",
            repair=f"ghi rõ: {', '.join(found)}",
        )
    elif found:
        has = ", ".join(language.code for language in handbook.languages_of(found[0]))
        fault = Fault(
            path=place,
            rule="khong-co-ban-dich",
            found=f"chưa có bản {code}",
            expected=f"tiếng đã có: {has}",
            repair="dịch trang trước, rồi mới thu",
        )
    else:
        fault = Fault(
            path=place,
            rule="khong-co-ten-nay",
            found="không có trang này",
            expected="tên thư mục trong docs/",
            repair=nearest(name, handbook),
        )
    raise FaultsError([fault])
