"""How far posters are apart when they are seen small: the mean difference of their channels at 60 × 84 px, 0 to 255.

Who passes a board at ten metres sees no word of a poster. Two posters under 24 apart are taken for one and the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray
from PIL import Image

SIZE: Final = (60, 84)
LEAST: Final = 24.0

Thumbnail = NDArray[np.int16]


@dataclass(frozen=True)
class Nearest:
    """A poster, the one most like it, and how far they are apart."""

    name: str
    other: str
    apart: float


def thumbnail(picture: Image.Image) -> Thumbnail:
    """Return the pixels of a picture 60 × 84 px large."""
    small = picture.convert("RGB").resize(SIZE, Image.Resampling.LANCZOS)
    return np.asarray(small).astype(np.int16)


def apart(one: Thumbnail, other: Thumbnail) -> float:
    """Return the mean difference of the channels of two thumbnails, 0 to 255."""
    return float(np.abs(one - other).mean())


def nearest(thumbnails: Mapping[str, Thumbnail]) -> tuple[Nearest, ...]:
    """Return for each of two posters or more the one most like it, the closest pair first."""
    found = (
        min((Nearest(name, other, apart(seen, thumbnails[other])) for other in thumbnails if other != name), key=_gap)
        for name, seen in thumbnails.items()
    )
    return tuple(sorted(found, key=_gap))


def _gap(pair: Nearest) -> float:
    return pair.apart
