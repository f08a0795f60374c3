"""What slides are made of: titles, text boxes, panels, pictures; in steps of the grid of `design/deck.typ`."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import Any, NamedTuple

from lxml import etree
from pptx.enum.shapes import MSO_SHAPE
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from camnang.pictures.sheets.values import Sheet
from camnang.pictures.slides.text_measure import Fitted
from camnang.pictures.slides.theme import GOLD, WHITE, decorative, points, steps

# What hangs before a list's lines, as elements of DrawingML in the schema's order. PowerPoint and LibreOffice both
# draw Wingdings' cross and tick as bullets.
Bullet = tuple[tuple[str, dict[str, str]], ...]
CROSSES: Bullet = (("a:buFont", {"typeface": "Wingdings", "charset": "2"}), ("a:buChar", {"char": "\u00fb"}))
TICKS: Bullet = (("a:buFont", {"typeface": "Wingdings", "charset": "2"}), ("a:buChar", {"char": "\u00fc"}))
NUMBERS: Bullet = (("a:buFont", {"typeface": "+mj-lt"}), ("a:buAutoNum", {"type": "arabicPeriod"}))
HANGING = 1.5  # how far words stand from the edge, in sizes
BETWEEN_ITEMS = 0.6  # in sizes


class Place(NamedTuple):
    """A box on a slide, in steps of the grid."""

    x: float
    y: float
    width: float
    height: float

    @property
    def lengths(self) -> tuple[Emu, Emu, Emu, Emu]:
        """The box as python-pptx wants it."""
        return steps(self.x), steps(self.y), steps(self.width), steps(self.height)

    def fitted(self, text: str) -> Fitted:
        """Return a text with this box, to be measured."""
        return Fitted(text, points(self.width), points(self.height))


@dataclass(frozen=True)
class Style:
    """How a text is set; `size` in pt."""

    size: float
    colour: Any = WHITE
    bold: bool = True
    language: str = "vi"
    align: Any = PP_ALIGN.LEFT
    anchor: Any = MSO_ANCHOR.MIDDLE


def language_tag(code: str) -> str:
    """Return the tag that Office knows a language by."""
    return "vi-VN" if code == "vi" else code


def add_run(paragraph: Any, text: str, style: Style) -> Any:  # noqa: ANN401
    """Add words to a paragraph; their font is the theme's."""
    run = paragraph.add_run()
    run.text = text
    run.font.size, run.font.bold = Pt(style.size), style.bold
    run.font.color.theme_color = style.colour
    run._r.get_or_add_rPr().set("lang", language_tag(style.language))
    return run


def emptied(shape: Any, style: Style, margin: float = 0) -> Any:  # noqa: ANN401
    """Return a shape's text frame ready for words: wrapped, of fixed size."""
    frame = shape.text_frame
    frame.word_wrap, frame.vertical_anchor = True, style.anchor
    frame.margin_left = frame.margin_right = steps(margin)
    frame.margin_top = frame.margin_bottom = 0
    frame.paragraphs[0].alignment = style.align
    return frame


def put_text(slide: Any, place: Place, text: str, style: Style) -> None:  # noqa: ANN401
    """Put a text box on a slide."""
    box = slide.shapes.add_textbox(*place.lengths)
    add_run(emptied(box, style).paragraphs[0], text, style)


def put_title(slide: Any, place: Place, style: Style, phrases: list[list[Sheet]]) -> None:  # noqa: ANN401
    """Fill the title's placeholder: phrases of runs, stressed words in gold capitals."""
    title = slide.shapes.title
    title.left, title.top, title.width, title.height = place.lengths
    paragraph = emptied(title, style).paragraphs[0]
    for number, phrase in enumerate(phrases):
        for part in phrase:
            words = f" {part['text']}" if number and part is phrase[0] else part["text"]
            run = add_run(paragraph, words, style)
            if part["stress"]:
                run.font.color.theme_color = GOLD
                run._r.get_or_add_rPr().set("cap", "all")


def put_panel(slide: Any, place: Place, fill: Any, *, line: Any = None, round_by: float = 0.04) -> Any:  # noqa: ANN401
    """Put a coloured ground behind everything that is on the slide so far; return it."""
    shape = slide.shapes.add_shape(MSO_SHAPE.ROUNDED_RECTANGLE if round_by else MSO_SHAPE.RECTANGLE, *place.lengths)
    if round_by:
        shape.adjustments[0] = round_by
    shape.fill.solid()
    shape.fill.fore_color.theme_color = fill
    shape.shadow.inherit = False
    if line is None:
        shape.line.fill.background()
    else:
        shape.line.color.theme_color, shape.line.width = line, steps(2)
    decorative(shape._element.nvSpPr.cNvPr)
    slide.shapes._spTree.insert(2, shape._element)  # after the tree's two property elements
    return shape


def put_badge(slide: Any, place: Place, number: int, style: Style, fill: Any) -> None:  # noqa: ANN401
    """Put a number on a disc."""
    disc = slide.shapes.add_shape(MSO_SHAPE.OVAL, *place.lengths)
    disc.fill.solid()
    disc.fill.fore_color.theme_color = fill
    disc.shadow.inherit = False
    disc.line.color.theme_color, disc.line.width = WHITE, Pt(2)
    add_run(emptied(disc, style).paragraphs[0], str(number), style)


def put_picture(slide: Any, place: Place, content: bytes, alt: str) -> None:  # noqa: ANN401
    """Put a picture on a slide; without words it is decoration."""
    picture = slide.shapes.add_picture(BytesIO(content), *place.lengths)
    properties = picture._element.nvPicPr.cNvPr
    properties.set("descr", alt)
    if not alt:
        decorative(properties)


def hang(paragraph: Any, indent: float, marks: Bullet) -> None:  # noqa: ANN401
    """Give a paragraph a hanging mark."""
    properties = paragraph._p.get_or_add_pPr()
    properties.set("marL", str(steps(indent)))
    properties.set("indent", str(-steps(indent)))
    for name, attributes in marks:
        etree.SubElement(properties, qn(name), attributes)


def put_list(
    slide: Any,  # noqa: ANN401
    place: Place,
    items: list[tuple[str, str]],
    style: Style,
    marks: Bullet,
) -> None:
    """Put a real list on a slide: (words, language) each."""
    frame = emptied(slide.shapes.add_textbox(*place.lengths), style)
    for number, (words, language) in enumerate(items):
        paragraph = frame.paragraphs[0] if number == 0 else frame.add_paragraph()
        paragraph.space_after = Pt(BETWEEN_ITEMS * style.size) if number < len(items) - 1 else Pt(0)
        hang(paragraph, HANGING * style.size / points(1), marks)
        add_run(paragraph, words, Style(style.size, style.colour, style.bold, language))
