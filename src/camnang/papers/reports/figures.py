"""Numbers as Vietnamese readers write them."""

from __future__ import annotations


def grouped(number: int) -> str:
    """Return a number with points between thousands: «1.200»."""
    return f"{number:,}".replace(",", ".")


def percent(part: int, whole: int) -> str:
    """Return a share in whole percent; «0%» of nothing."""
    return f"{round(100 * part / whole) if whole else 0}%"
