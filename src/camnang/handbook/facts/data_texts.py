"""The texts of `data/` as they are printed: rules about words and numbers read them line by line."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from camnang.files.faults import FaultsError
from camnang.files.text_file import content_of


def data_texts(root: Path, but: Collection[str]) -> Iterator[tuple[str, str]]:
    """Yield path and text of each YAML file of `data/` that is not passed over.

    What is no UTF-8 comes with marks in its place; what is no file, or is no text by its size, does not come: the
    reader of that file tells it.
    """
    for file in sorted((root / "data").rglob("*.yml")):
        path = file.relative_to(root).as_posix()
        if path in but:
            continue
        try:
            content = content_of(file, path)
        except FaultsError:
            continue
        yield path, content.decode("utf-8", errors="replace")
