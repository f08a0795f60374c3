"""What a layout tells of its slides (`design/told.typ`): part by part, as they are drawn and read."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter

from camnang.handbook.facts.formats import Format
from camnang.pictures.drawing import engine
from camnang.pictures.sheets.parts import Telephone


class Told(BaseModel):
    """What comes from a layout; a field that is not known here is a fault of the layout."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Art(Told):
    """What `deck-art.typ` draws: a telephone with its flags on one side, the sign of an act, a mark, the border."""

    art: Literal["telephone", "act", "dont", "do", "brocade", "chevron"]
    mock: Telephone | None = None
    side: Literal["left", "right"] | None = None
    act: str | None = None


class Part(Told):
    """A box on a slide, in pt from the top left corner; `page` counts from 1, `language` is a code."""

    page: int
    x: float
    y: float
    width: float
    height: float
    language: str


class Run(Told):
    """Words that are set alike; stressed ones stand in gold capitals."""

    text: str
    stress: bool


class Paragraph(Told):
    """A paragraph; `size` and the air `before` it in pt, `language` None where it is that of the box."""

    size: float
    bold: bool
    language: str | None
    before: float
    runs: tuple[Run, ...]


class Words(Part):
    """A box of words; `marks` hang `indent` pt before the paragraphs of a list."""

    kind: Literal["words"]
    title: bool
    colour: str
    align: Literal["left", "center"]
    marks: Literal["dont", "do", "number"] | None
    indent: float
    paragraphs: tuple[Paragraph, ...]


class Picture(Part):
    """A drawing; without `alt` it is decoration."""

    kind: Literal["picture"]
    art: Art
    alt: str


class Panel(Part):
    """A coloured ground, all its corners or the upper two rounded by `radius` pt."""

    kind: Literal["panel"]
    fill: str
    line: str | None
    radius: float
    corners: Literal["all", "top"]


class Disc(Part):
    """A number on a disc."""

    kind: Literal["disc"]
    number: str
    fill: str
    ink: str


class Line(Part):
    """A line through points that are measured from the box's corner."""

    kind: Literal["line"]
    colour: str
    thickness: float
    points: tuple[tuple[float, float], ...]


class Border(Part):
    """The woven border of every slide."""

    kind: Literal["border"]
    art: Art


class Foot(Part):
    """The words at the foot of every slide."""

    kind: Literal["foot"]
    size: float
    text: str
    colour: str


Shown = Words | Picture | Panel | Disc | Line
AnyPart = Annotated[Shown | Border | Foot, Field(discriminator="kind")]
PARTS: TypeAdapter[tuple[AnyPart, ...]] = TypeAdapter(tuple[AnyPart, ...])


class Layout(BaseModel):
    """A deck as it is laid out: what all slides share, and each slide's own parts by its number."""

    model_config = ConfigDict(frozen=True)

    border: Border
    foot: Foot
    slides: Mapping[int, tuple[Shown, ...]]


def laid_out(data: str, form: Format, design: Path) -> Layout:
    """Return what the format's layout tells of a deck; raise `engine.FitError` or `engine.DrawingError`."""
    shared: dict[str, Border | Foot] = {}
    slides: dict[int, tuple[Shown, ...]] = defaultdict(tuple)
    for part in PARTS.validate_json(engine.told_parts(design, form, data)):
        if isinstance(part, Border | Foot):
            shared[part.kind] = part
        else:
            slides[part.page] += (part,)
    return Layout.model_validate(shared | {"slides": slides})
