"""What `--soat` says of a shelf, whatever lies on it."""

from __future__ import annotations

from typing import Any

from camnang.made.workshop import Plan


def told(work: Plan[Any, Any], current: str, repair: str) -> int:
    """Print what is out of date, or that all is `current`; return the exit code."""
    for product in work.to_make:
        print(f"cũ, hỏng hoặc thiếu: {product.path}")
    for row in work.dropped:
        print(f"thừa: {row.path}")
    print(current if work.is_current else f"Sửa: chạy {repair}")
    return 0 if work.is_current else 1
