"""What Word can and python-docx has no words for: header rows, fields, shades, languages."""

from __future__ import annotations

from typing import Any

from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Pt
from docx.styles.style import ParagraphStyle
from docx.table import Table, _Cell, _Row
from docx.text.paragraph import Paragraph
from docx.text.run import Run


def element(name: str, **values: str) -> Any:  # noqa: ANN401  # python-docx and lxml type elements differently
    """Return an element of WordprocessingML with its attributes."""
    made = OxmlElement(f"w:{name}")
    for key, value in values.items():
        made.set(qn(f"w:{key}"), value)
    return made


def repeat_on_every_page(row: _Row) -> None:
    """Print a row at the top of each page of its table."""
    row._tr.get_or_add_trPr().append(element("tblHeader", val="true"))


def keep_whole(row: _Row) -> None:
    """Never break a row between pages."""
    row._tr.get_or_add_trPr().append(element("cantSplit", val="true"))


def shade(cell: _Cell, colour: str) -> None:
    """Fill a cell with a colour of six hex digits."""
    cell._tc.get_or_add_tcPr().append(element("shd", val="clear", color="auto", fill=colour))


def pad(table: Table, space: Length) -> None:
    """Leave `space` inside the edges of every cell; Word wants the margins before the look."""
    margins = element("tblCellMar")
    for side in ("top", "left", "bottom", "right"):
        margins.append(element(side, w=str(int(space.twips)), type="dxa"))
    look = table._tblPr.find(qn("w:tblLook"))
    table._tblPr.insert(len(table._tblPr) if look is None else table._tblPr.index(look), margins)


def describe(table: Table, text: str) -> None:
    """Say what a table holds to those who hear it read aloud."""
    table._tblPr.append(element("tblDescription", val=text))


def field(paragraph: Paragraph, instruction: str) -> None:
    """Add a number that Word counts, such as PAGE."""
    simple = element("fldSimple", instr=instruction)
    paragraph._p.append(simple)
    run = element("r")
    run.append(element("t"))
    simple.append(run)


def in_language(run: Run, tag: str) -> None:
    """Mark a run's language; no speller knows it, so none may underline it."""
    run.font.no_proof = True
    run._r.get_or_add_rPr().append(element("lang", val=tag))


def count_in(paragraph: Paragraph, number: int) -> None:
    """Count a paragraph in the numbering with the id `number`."""
    properties: Any = paragraph._p.get_or_add_pPr()
    counting = properties.get_or_add_numPr()
    counting.get_or_add_ilvl().val, counting.get_or_add_numId().val = 0, number


def default_language(style: ParagraphStyle, tag: str) -> None:
    """Mark the language of everything written in a style."""
    style.element.get_or_add_rPr().append(element("lang", val=tag, eastAsia=tag))


def set_font(style: ParagraphStyle, name: str, size: float) -> None:
    """Use one font and size in points, for all scripts."""
    style.font.name, style.font.size = name, Pt(size)
    fonts = style.element.get_or_add_rPr().get_or_add_rFonts()
    for script in ("eastAsia", "cs", "hAnsi"):
        fonts.set(qn(f"w:{script}"), name)
    for theme in ("asciiTheme", "eastAsiaTheme", "cstheme", "hAnsiTheme"):  # a theme's font would win
        fonts.attrib.pop(qn(f"w:{theme}"), None)
