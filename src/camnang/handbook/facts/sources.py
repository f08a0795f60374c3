"""Every source that a page may name, by its id (`data/sources.yml`)."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml

FILE = "data/sources.yml"

ID = r"[A-Z]\d{2,3}"  # what a page writes in square brackets
SourceId = Annotated[str, Field(pattern=rf"^{ID}$")]


class Source(BaseModel):
    """A document or report; `date` stands as published, since some sources give only a month."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: str
    publisher: str
    date: str
    url: Annotated[str, Field(pattern=r"^https?://")] | None = None


def read_sources(root: Path) -> Mapping[str, Source]:
    """Read the sources; raise `FaultsError` when the file is wrong."""
    sources: dict[str, Source] = read_yaml(root / FILE, dict[SourceId, Source], root)
    return sources
