"""The icon of the installed handbook: the campaign's woven lozenge, drawn from the site's own icon."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import typst

from camnang.handbook.facts.palette import INDIGO

FOLDER = "assets/"
SOURCE = "icon.svg"
# Typst draws an SVG with sharp edges; one pt is one pixel at 72 ppi. Around it stays the icon's own ground.
LAYOUT = f"""\
#set page(width: 1pt * int(sys.inputs.side), height: 1pt * int(sys.inputs.side), margin: 0pt, fill: rgb("{INDIGO}"))
#place(center + horizon, image(bytes(sys.inputs.drawing), format: "svg", width: 100% * float(sys.inputs.share)))
"""


@dataclass(frozen=True)
class AppIcon:
    """A square PNG; `share` of its side is the drawing, `purpose` as the manifest says it."""

    side: int
    share: float = 1.0
    purpose: str = "any"

    @property
    def path(self) -> str:
        """The icon's path on the site: 'assets/icon-192.png'."""
        kind = "" if self.purpose == "any" else f"-{self.purpose}"
        return f"{FOLDER}icon{kind}-{self.side}.png"


# A launcher may cut a maskable icon to a circle of four fifths of its side (W3C, «Web Application Manifest», 3.3).
ICONS = (AppIcon(192), AppIcon(512), AppIcon(512, 0.8, "maskable"))
# What the ZIM standard asks for (openzim.org, «Metadata», Illustration_48x48@1).
ILLUSTRATION = AppIcon(48)


def draw_icon(icon: AppIcon, drawing: str) -> bytes:
    """Return the icon as PNG; `drawing` is the SVG's text."""
    inputs = {"side": str(icon.side), "share": str(icon.share), "drawing": drawing}
    drawn = typst.compile(LAYOUT.encode(), format="png", ppi=72, sys_inputs=inputs)
    return bytes(drawn[0] if isinstance(drawn, list) else drawn)


def app_icons(drawing: str) -> Iterator[tuple[str, bytes]]:
    """Yield path and bytes of every icon of the manifest."""
    for icon in ICONS:
        yield icon.path, draw_icon(icon, drawing)
