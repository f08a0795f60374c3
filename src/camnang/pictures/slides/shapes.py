"""The parts of a slide as PowerPoint's own: words that can be edited, panels, pictures, discs, lines."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from io import BytesIO
from typing import Any

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from camnang.pictures.slides.parts import Disc, Line, Panel, Part, Picture, Run, Shown, Words
from camnang.pictures.slides.theme import GOLD, ROLES, WHITE, decorative, points, scheme_name

# What hangs before a list's lines, as elements of DrawingML in the schema's order. PowerPoint and LibreOffice both
# draw Wingdings' cross and tick as bullets.
WINGDINGS = ("a:buFont", {"typeface": "Wingdings", "charset": "2"})
MARKS: Mapping[str, tuple[tuple[str, dict[str, str]], ...]] = {
    "dont": (WINGDINGS, ("a:buChar", {"char": "\u00fb"})),
    "do": (WINGDINGS, ("a:buChar", {"char": "\u00fc"})),
    "number": (("a:buFont", {"typeface": "+mj-lt"}), ("a:buAutoNum", {"type": "arabicPeriod"})),
}
MARK_ROLES = {"dont": "danger", "do": "safe", "number": "ink"}
CORNERS = {"all": MSO_SHAPE.ROUNDED_RECTANGLE, "top": MSO_SHAPE.ROUND_2_SAME_RECTANGLE}
ALIGNED = {"left": PP_ALIGN.LEFT, "center": PP_ALIGN.CENTER}
OUTLINE = 4  # pt, of panels
RIM = 2  # pt, of discs
DISC_DIGIT = 0.62  # of a disc's width, as in `design/art/marks.typ`


@dataclass(frozen=True)
class Easel:
    """A slide to be filled; `tags` names languages as Office does, `draw` makes the PNG of a picture."""

    slide: Any
    tags: Mapping[str, str]
    draw: Callable[[Picture], bytes]


@dataclass(frozen=True)
class Style:
    """How words are set: `size` in pt, `tag` of their language."""

    size: float
    bold: bool
    colour: Any
    tag: str


def box_of(part: Part) -> tuple[Emu, Emu, Emu, Emu]:
    """Return a part's box as python-pptx wants it."""
    return points(part.x), points(part.y), points(part.width), points(part.height)


def add_words(paragraph: Any, text: str, style: Style) -> Any:  # noqa: ANN401
    """Add words to a paragraph and return their properties; their font is the theme's."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(math.floor(10 * style.size) / 10), style.bold  # never up: it fits exactly
    run.font.color.theme_color = style.colour
    properties = run._r.get_or_add_rPr()
    properties.set("lang", style.tag)
    return properties


def add_run(paragraph: Any, run: Run, style: Style) -> None:  # noqa: ANN401
    """Add a run line by line to a paragraph; stressed words stand in gold capitals."""
    for number, text in enumerate(run.text.split("\n")):
        if number:
            paragraph.add_line_break()
        if run.stress:
            add_words(paragraph, text, replace(style, colour=GOLD)).set("cap", "all")
        else:
            add_words(paragraph, text, style)


def hang(paragraph: Any, indent: float, marks: str) -> None:  # noqa: ANN401
    """Give a paragraph a hanging mark."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(points(indent)))
    properties.set("indent", str(-points(indent)))
    colour = etree.SubElement(etree.SubElement(properties, qn("a:buClr")), qn("a:schemeClr"))
    colour.set("val", scheme_name(MARK_ROLES[marks]))
    for name, attributes in MARKS[marks]:
        etree.SubElement(properties, qn(name), attributes)


def bare(shape: Any) -> Any:  # noqa: ANN401
    """Return a new shape without the lines and shadows that the theme would give it."""
    shape._element.remove(shape._element.find(qn("p:style")))
    return shape


def emptied(shape: Any) -> Any:  # noqa: ANN401
    """Return a shape's text frame ready for words: wrapped, of fixed size, its words in the middle."""
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, MSO_ANCHOR.MIDDLE
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = 0
    return frame


def title_of(easel: Easel, part: Words) -> Any:  # noqa: ANN401
    """Return the slide's title, moved before what is on the slide so far: read next, and covered by nothing."""
    title = easel.slide.shapes.title
    title.left, title.top, title.width, title.height = box_of(part)
    easel.slide.shapes._spTree.append(title._element)
    return title


def put_words(easel: Easel, part: Words) -> None:
    """Put a title or a text box on a slide."""
    shape = title_of(easel, part) if part.title else easel.slide.shapes.add_textbox(*box_of(part))
    frame = emptied(shape)
    for number, told in enumerate(part.paragraphs):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.alignment = ALIGNED[part.align]
        paragraph.space_before = Pt(round(told.before, 1))
        if part.marks:
            hang(paragraph, part.indent, part.marks)
        style = Style(told.size, told.bold, ROLES[part.colour], easel.tags[told.language or part.language])
        for run in told.runs:
            add_run(paragraph, run, style)


def put_panel(easel: Easel, part: Panel) -> None:
    """Put a coloured ground on a slide."""
    kind = CORNERS[part.corners] if part.radius else MSO_SHAPE.RECTANGLE
    shape = bare(easel.slide.shapes.add_shape(kind, *box_of(part)))
    if part.radius:
        shape.adjustments[0] = part.radius / min(part.width, part.height)
    shape.fill.solid()
    shape.fill.fore_color.theme_color = ROLES[part.fill]
    if part.line is None:
        shape.line.fill.background()
    else:
        shape.line.color.theme_color, shape.line.width = ROLES[part.line], Pt(OUTLINE)
    decorative(shape._element.nvSpPr.cNvPr)


def put_disc(easel: Easel, part: Disc) -> None:
    """Put a number on a disc."""
    disc = bare(easel.slide.shapes.add_shape(MSO_SHAPE.OVAL, *box_of(part)))
    disc.fill.solid()
    disc.fill.fore_color.theme_color = ROLES[part.fill]
    disc.line.color.theme_color, disc.line.width = WHITE, Pt(RIM)
    paragraph = emptied(disc).paragraphs[0]
    paragraph.alignment = PP_ALIGN.CENTER
    style = Style(DISC_DIGIT * part.width, True, ROLES[part.ink], easel.tags[part.language])
    add_words(paragraph, part.number, style)


def put_picture(easel: Easel, part: Picture) -> None:
    """Put a picture on a slide; without words it is decoration."""
    picture = easel.slide.shapes.add_picture(BytesIO(easel.draw(part)), *box_of(part))
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", part.alt)
    if not part.alt:
        decorative(properties)


def put_line(easel: Easel, part: Line) -> None:
    """Put a line on a slide, as decoration."""
    (start, *others) = [(points(part.x + x), points(part.y + y)) for x, y in part.points]
    builder = easel.slide.shapes.build_freeform(*start)
    shape = bare(builder.add_line_segments(others, close=False).convert_to_shape())
    shape.fill.background()
    shape.line.color.theme_color, shape.line.width = ROLES[part.colour], Pt(round(part.thickness, 1))
    decorative(shape._element.nvSpPr.cNvPr)


PUT: Mapping[str, Callable[[Easel, Any], None]] = {
    "words": put_words,
    "panel": put_panel,
    "disc": put_disc,
    "picture": put_picture,
    "line": put_line,
}


def put(easel: Easel, part: Shown) -> None:
    """Put a part on a slide, after and above all that is on it."""
    PUT[part.kind](easel, part)
