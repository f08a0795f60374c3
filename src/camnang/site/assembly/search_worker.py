"""The search worker of Material for MkDocs, the only part of that theme which the pages use."""

from __future__ import annotations

from functools import cache
from importlib.util import find_spec
from pathlib import Path

from camnang.files.faults import Fault, FaultsError

PACKAGE = "material"
FOLDER = "assets/javascripts/workers"
NAME = "search.*.min.js"


@cache
def theme_folder() -> Path:
    """Return the folder of Material's templates; raise `FaultsError` when the package is not installed."""
    found = find_spec(PACKAGE)
    places = found.submodule_search_locations if found else None
    if not places:
        repair = "chạy: python3 run.py trang"
        fault = Fault(
            path="requirements.txt",
            rule="thieu-goi-cai",
            found="chưa cài mkdocs-material",
            expected="gói đã ghim trong tệp này",
            repair=repair,
        )
        raise FaultsError([fault])
    return Path(places[0]) / "templates"


def search_worker(theme: Path) -> tuple[str, Path]:
    """Return the worker's path on the site and its file; the name carries a hash that changes with the version.

    Raises `FaultsError` when there is none.
    """
    file = next(iter(sorted((theme / FOLDER).glob(NAME))), None)
    if file is None:
        found, expected = f"giao diện Material không có {FOLDER}/{NAME}", "tệp tìm kiếm mà trang dùng"
        repair = "cài đúng bản mkdocs-material đã ghim"
        fault = Fault(path="requirements.txt", rule="thieu-goi-cai", found=found, expected=expected, repair=repair)
        raise FaultsError([fault])
    return f"{FOLDER}/{file.name}", file
