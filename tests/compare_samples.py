"""Compares what two machines made: `python -m tests.compare_samples ONE.json OTHER.json`."""

from __future__ import annotations

import json
import sys
from pathlib import Path


def differing(one: dict[str, str], other: dict[str, str]) -> list[str]:
    """Return the names of files that only one has, or that have other bytes."""
    return sorted(name for name in {*one, *other} if one.get(name) != other.get(name))


if __name__ == "__main__":
    first, second = (json.loads(Path(name).read_text(encoding="utf-8")) for name in sys.argv[1:3])
    found = differing(first, second)
    sys.stdout.write("".join(f"{name}\n" for name in found) + f"{len(found)} of {len(first)} files differ\n")
    sys.exit(1 if found else 0)
