"""The folder that is put on a server."""

from __future__ import annotations

from pathlib import Path


def unbuilt(site: Path) -> str | None:
    """Return the sentence for an editor who has not built the site yet, None when it is there."""
    if (site / "index.html").is_file():
        return None
    return f"Chưa có trang trong {site.name}/. Dựng trước: python3 run.py site"
