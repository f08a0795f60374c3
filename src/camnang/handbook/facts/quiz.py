"""The questions of «Thật hay lừa?» (`data/quiz.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml

FILE = "data/quiz.yml"

Level = Literal["tre-em", "nguoi-lon", "nguoi-cao-tuoi"]


class Question(BaseModel):
    """A message or a call to judge; `scam` is the slug of the page that tells more, '' where none does."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    level: Level
    via: Literal["goi-dien", "tin-nhan", "zalo", "trang-web", "gap-mat", "app"]
    text: str
    answer: Literal["lua", "that"]
    why: str
    scam: str = ""


def read_quiz(root: Path) -> tuple[Question, ...]:
    """Read the questions in their order, none when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    questions: tuple[Question, ...] = read_yaml(root / FILE, tuple[Question, ...], root)
    return questions
