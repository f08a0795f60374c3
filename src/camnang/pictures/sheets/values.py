"""What a sheet is: plain values by name, and the one string that a layout reads."""

from __future__ import annotations

import json
from typing import Any

Sheet = dict[str, Any]


def as_json(content: Sheet) -> str:
    """Return a sheet as the one string that layouts read; the same sheet gives the same string."""
    return json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
