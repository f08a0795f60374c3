"""Every size that is drawn (`data/formats.yml`)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.yaml_file import read_yaml

FILE = "data/formats.yml"

Length = Annotated[str, Field(pattern=r"^\d+(mm|px)$")]
# colour: for screens and office printers; saving: white grounds, line art, a third of the toner; mono: for
# photocopiers; press: CMYK, bleed, crop marks; large: >= 18 pt.
Edition = Literal["colour", "saving", "mono", "press", "large"]
FileFormat = Literal["pdf", "png", "mp4", "pptx"]
# What a reader does with a file: the download centre's sections, in their order.
Use = Literal["treo", "phat-tay", "man-hinh", "dien-thoai", "day-hoc", "nha-in"]


class Format(BaseModel):
    """A size of a layout; lengths carry their unit, mm for paper and px for screens.

    `pages` are kinds of pages or folders of `docs/`, `tiers` those of scams; `distance` is how far off it must be
    read, in m; `heavy_because` says why files may be heavier than the house's limits; `imposition` says that the
    layout draws half a sheet, and that two halves are laid on each side of a sheet to be folded.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    name: dict[str, str]
    layout: str
    width: Length
    height: Length
    file_format: FileFormat
    pages: tuple[str, ...]
    max_kilobytes: int
    preview: bool = False
    use: Use = "treo"
    tiers: tuple[int, ...] = (1, 2, 3)
    edition: Edition = "colour"
    bleed: Annotated[str, Field(pattern=r"^\d+mm$")] = "0mm"
    distance: float = 0.4
    heavy_because: str = ""
    imposition: Literal["", "saddle-stitch"] = ""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height as numbers, in mm for a PDF and in px for a PNG."""
        return int(self.width[:-2]), int(self.height[:-2])

    @property
    def bleed_mm(self) -> int:
        """How far grounds run past the trimmed edge, in mm."""
        return int(self.bleed[:-2])

    @property
    def dimensions(self) -> str:
        """The size as a reader knows it: «297 × 420 mm», «1080 × 1350»."""
        width, height = self.size
        return f"{width} × {height}" + (" mm" if self.width.endswith("mm") else "")


def office_sheet(id: str, name: str, layout: str) -> Format:  # noqa: A002 (the field's name)
    """Return an upright A4 PDF that is drawn beside the catalogue and stands in no list of formats."""
    return Format(
        id=id,
        name={"vi": name},
        layout=layout,
        width="210mm",
        height="297mm",
        file_format="pdf",
        pages=(),
        max_kilobytes=800,
    )


def read_formats(root: Path) -> tuple[Format, ...]:
    """Read the formats in their order; raise `FaultsError` when the file is wrong."""
    formats: tuple[Format, ...] = read_yaml(root / FILE, tuple[Format, ...], root)
    return formats
