"""The campaign's look as a PowerPoint theme: colours, font, border and foot stand in the master, so that a slide
that somebody adds has them too."""

from __future__ import annotations

from collections.abc import Mapping
from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Emu, Mm, Pt

from camnang.handbook.facts import palette
from camnang.handbook.facts.palette import bare
from camnang.pictures.slides.parts import Border, Foot, Layout

FONT, FALLBACK = "Be Vietnam Pro", "Arial"

# The jobs of `design/theme.typ`: indigo is the ground, gold leads the eye, red is danger, green the right act.
COLOURS = {
    "dk1": bare(palette.INDIGO),
    "lt1": "FFFFFF",
    "dk2": bare(palette.NIGHT),
    "lt2": bare(palette.CREAM),
    "accent1": bare(palette.GOLD),
    "accent2": bare(palette.RED),
    "accent3": bare(palette.GREEN),
    "accent4": bare(palette.GLOW),
    "accent5": "A9B8DA",
    "accent6": "5B6785",
    "hlink": bare(palette.GOLD),
    "folHlink": "A9B8DA",
}
WHITE, GOLD = MSO_THEME_COLOR.TEXT_1, MSO_THEME_COLOR.ACCENT_1
INDIGO, CREAM = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.TEXT_2
RED, GREEN = MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3
# The same roles by the names that layouts know them by; words keep their role when somebody changes the theme.
ROLES: Mapping[str, Any] = {
    **dict.fromkeys(("ink", "on-band"), INDIGO),
    **dict.fromkeys(("white", "panel", "on-hero", "on-danger", "on-safe"), WHITE),
    **dict.fromkeys(("paper", "on-foot"), CREAM),
    **dict.fromkeys(("accent", "rule", "band", "foot-accent"), GOLD),
    "danger": RED,
    "safe": GREEN,
}
# Slides are dark: what PowerPoint calls background is the theme's dark colour.
DARK_GROUND = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


def points(count: float) -> Emu:
    """Return pt as a length, to the nearest of Office's units."""
    return Emu(round(count * Pt(1)))


def scheme_name(role: str) -> str:
    """Return DrawingML's name for the colour of a layout's role."""
    return str(MSO_THEME_COLOR.to_xml(ROLES[role]))


def decorative(properties: Any) -> None:  # noqa: ANN401 (lxml element of python-pptx)
    """Mark a drawing that readers which speak must skip (Office 2019 and newer know the mark)."""
    listed = etree.SubElement(properties, qn("a:extLst"))
    listed.append(etree.fromstring(DECORATIVE))


def coloured(theme: bytes) -> bytes:
    """Return a theme with the campaign's colours and font; Arial has every Vietnamese letter too."""
    root = etree.fromstring(theme)
    for name, value in COLOURS.items():
        for slot in root.iter(qn(f"a:{name}")):
            slot.clear()
            etree.SubElement(slot, qn("a:srgbClr")).set("val", value)
    for kind in ("a:majorFont", "a:minorFont"):
        for fonts in root.iter(qn(kind)):
            for script, face in (("a:latin", FONT), ("a:ea", FALLBACK), ("a:cs", FALLBACK)):
                found = fonts.find(qn(script))
                if found is not None:
                    found.attrib.clear()
                    found.set("typeface", face)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def widened(presentation: Any, size: tuple[int, int]) -> None:  # noqa: ANN401
    """Make the sheets `size` mm large, and move what stands in the layouts, so that a new slide's boxes lie right."""
    width, height = (Mm(side) for side in size)
    across, down = width / presentation.slide_width, height / presentation.slide_height
    master = presentation.slide_master
    for sheet in (master, *master.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
                shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))
    presentation.slide_width, presentation.slide_height = width, height


def put_border(master: Any, part: Border, drawn: bytes) -> None:  # noqa: ANN401
    """Put the woven border at the top of every slide."""
    _, relation = master.part.get_or_add_image_part(BytesIO(drawn))
    box = (points(part.x), points(part.y), points(part.width), points(part.height))
    picture = CT_Picture.new_pic(900, "Border", "", relation, *box)  # type: ignore[no-untyped-call]
    decorative(picture.nvPicPr.cNvPr)
    master.shapes._spTree.append(picture)


def styled(properties: Any, part: Foot, tag: str) -> None:  # noqa: ANN401
    """Give words at the foot their language, size and colour."""
    properties.set("lang", tag)
    properties.set("sz", str(round(100 * part.size)))
    fill = etree.SubElement(properties, qn("a:solidFill"))
    etree.SubElement(fill, qn("a:schemeClr")).set("val", scheme_name(part.colour))


def put_foot(master: Any, part: Foot, tag: str) -> None:  # noqa: ANN401
    """Put notices and slide number at the foot of every slide."""
    box = CT_Shape.new_textbox_sp(  # type: ignore[no-untyped-call]
        901, "Foot", points(part.x), points(part.y), points(part.width), points(part.height)
    )
    master.shapes._spTree.append(box)
    body = box.get_or_add_txBody()
    body.bodyPr.set("anchor", "ctr")
    for name, value in {"wrap": "square", "lIns": "0", "rIns": "0", "tIns": "0", "bIns": "0"}.items():
        body.bodyPr.set(name, value)
    paragraph = body.p_lst[0]
    run = paragraph.add_r()
    run.text = f"{part.text}  ·  "
    field = etree.SubElement(paragraph, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    styled(run.get_or_add_rPr(), part, tag)
    styled(etree.SubElement(field, qn("a:rPr")), part, tag)
    etree.SubElement(field, qn("a:t")).text = "‹#›"


def themed(size: tuple[int, int], told: Layout, woven: bytes, tags: Mapping[str, str]) -> Any:  # noqa: ANN401
    """Return an empty presentation, `size` mm large, with the campaign's master; `woven` is the border's PNG."""
    presentation = Presentation()
    master = presentation.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = coloured(theme.blob)
    colour_map = master._element.find(qn("p:clrMap"))
    for name, value in DARK_GROUND.items():
        colour_map.set(name, value)
    widened(presentation, size)
    put_border(master, told.border, woven)
    put_foot(master, told.foot, tags[told.foot.language])
    return presentation
