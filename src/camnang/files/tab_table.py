"""Tables of words between tabs, one row a line, as the lexicon's are: no cell has quotation marks of its own."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from typing import Final

FIRST_ROW: Final = 2  # below the names of the columns


def numbered_rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the line of each row and its cells by column; a cell that is not there is ''."""
    rows = csv.DictReader(StringIO(text), delimiter="\t", quoting=csv.QUOTE_NONE)
    for line, row in enumerate(rows, FIRST_ROW):
        yield line, {name: value or "" for name, value in row.items() if name}
