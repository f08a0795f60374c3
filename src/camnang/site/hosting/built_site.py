"""The folder that is put on a server."""

from __future__ import annotations

from pathlib import Path

from camnang.files.faults import Fault, FaultsError


def as_built(site: Path) -> Path:
    """Return the folder; raise `FaultsError` when no site was built there."""
    if not (site / "index.html").is_file():
        repair = "dựng trước: python3 run.py trang"
        fault = Fault(
            path=f"{site.name}/",
            rule="chua-dung-trang",
            found="chưa có trang ở đây",
            expected="trang đã dựng",
            repair=repair,
        )
        raise FaultsError([fault])
    return site
