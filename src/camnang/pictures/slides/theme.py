"""The campaign's look as a PowerPoint theme: colours, font, border and foot stand in the master, so that a slide
that somebody adds has them too."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.opc.constants import RELATIONSHIP_TYPE
from pptx.oxml.ns import qn
from pptx.oxml.shapes.autoshape import CT_Shape
from pptx.oxml.shapes.picture import CT_Picture
from pptx.util import Emu, Mm

from camnang.handbook.facts import palette
from camnang.handbook.facts.palette import bare
from camnang.pictures.sheets.values import Sheet

WIDTH, HEIGHT = Mm(320), Mm(180)
# One step of the grid, as in `design/deck.typ`: the short side has 270.
UNIT = HEIGHT / 270
BORDER_HEIGHT, FOOT_HEIGHT, MARGIN = 9, 16, 16
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
INDIGO, WHITE = MSO_THEME_COLOR.BACKGROUND_1, MSO_THEME_COLOR.TEXT_1
CREAM, GOLD = MSO_THEME_COLOR.TEXT_2, MSO_THEME_COLOR.ACCENT_1
RED, GREEN = MSO_THEME_COLOR.ACCENT_2, MSO_THEME_COLOR.ACCENT_3
# Slides are dark: what PowerPoint calls background is the theme's dark colour.
DARK_GROUND = {"bg1": "dk1", "tx1": "lt1", "bg2": "dk2", "tx2": "lt2"}
DECORATIVE = (
    '<a:ext xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    ' uri="{C183D7F6-B498-43B3-948B-1728B52AA6E4}"><adec:decorative'
    ' xmlns:adec="http://schemas.microsoft.com/office/drawing/2017/decorative" val="1"/></a:ext>'
)


def steps(count: float) -> Emu:
    """Return steps of the grid as a length."""
    return Emu(round(count * UNIT))


def points(count: float) -> float:
    """Return steps of the grid in pt."""
    return float(count * UNIT / 12700)


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


def widened(presentation: Any) -> None:  # noqa: ANN401
    """Make the sheets wide, and move what stands in the layouts, so that a new slide's boxes lie right."""
    across, down = WIDTH / presentation.slide_width, HEIGHT / presentation.slide_height
    master = presentation.slide_master
    for sheet in (master, *master.slide_layouts):
        for shape in sheet.placeholders:
            if shape._element.spPr.find(qn("a:xfrm")) is not None:
                shape.left, shape.width = Emu(round(shape.left * across)), Emu(round(shape.width * across))
                shape.top, shape.height = Emu(round(shape.top * down)), Emu(round(shape.height * down))
    presentation.slide_width, presentation.slide_height = WIDTH, HEIGHT


def put_border(master: Any, border: bytes) -> None:  # noqa: ANN401
    """Put the woven border at the top of every slide."""
    _, relation = master.part.get_or_add_image_part(BytesIO(border))
    picture = CT_Picture.new_pic(  # type: ignore[no-untyped-call]
        900, "Border", "", relation, 0, 0, WIDTH, steps(BORDER_HEIGHT)
    )
    decorative(picture.nvPicPr.cNvPr)
    master.shapes._spTree.append(picture)


def foot_text(content: Sheet) -> str:
    """Return what stands at the foot of every slide: the notices, then the campaign."""
    return "  ·  ".join([*content["notices"], content["campaign"]])


def put_foot(master: Any, content: Sheet) -> None:  # noqa: ANN401
    """Put notices and slide number at the foot of every slide."""
    top, height = HEIGHT - steps(FOOT_HEIGHT), steps(FOOT_HEIGHT)
    left, width = steps(MARGIN), WIDTH - 2 * steps(MARGIN)
    box = CT_Shape.new_textbox_sp(901, "Foot", left, top, width, height)  # type: ignore[no-untyped-call]
    master.shapes._spTree.append(box)
    body = box.get_or_add_txBody()
    body.bodyPr.set("anchor", "ctr")
    paragraph = body.p_lst[0]
    run = paragraph.add_r()
    run.text = f"{foot_text(content)}  ·  "
    field = etree.SubElement(paragraph, qn("a:fld"))
    field.set("id", "{B6F15528-21DE-4FAA-801E-634DDDAF4B2B}")
    field.set("type", "slidenum")
    etree.SubElement(field, qn("a:rPr"))
    etree.SubElement(field, qn("a:t")).text = "‹#›"
    for properties in (run.get_or_add_rPr(), field.find(qn("a:rPr"))):
        properties.set("lang", content["language"])
        properties.set("sz", "1000")


def themed(content: Sheet, border: bytes) -> Any:  # noqa: ANN401 (python-pptx gives no type that can be named)
    """Return an empty presentation with the campaign's master."""
    presentation = Presentation()
    master = presentation.slide_master
    theme = master.part.part_related_by(RELATIONSHIP_TYPE.THEME)
    theme._blob = coloured(theme.blob)
    colour_map = master._element.find(qn("p:clrMap"))
    for name, value in DARK_GROUND.items():
        colour_map.set(name, value)
    widened(presentation)
    put_border(master, border)
    put_foot(master, content)
    return presentation
