"""What data files are made of: parts with known fields, names as addresses have them, words that are there."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

Slug = Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
Words = Annotated[str, Field(min_length=1)]


class Part(BaseModel):
    """A part of a data file: never changed, no field that is not known."""

    model_config = ConfigDict(frozen=True, extra="forbid")
