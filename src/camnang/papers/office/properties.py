"""What a file says of itself in its properties: title and language, never a person or the time of day."""

from __future__ import annotations

from docx.document import Document
from openpyxl import Workbook

from camnang.papers.office.same_bytes import PROPERTIES_TIME


def describe(document: Document, title: str, *, language: str = "vi", author: str = "") -> None:
    """Say in a Word file's properties what it is; `author` is the campaign, where it speaks."""
    properties = document.core_properties
    properties.title, properties.language, properties.author = title, language, author
    properties.comments = properties.last_modified_by = ""
    properties.created = properties.modified = PROPERTIES_TIME


def titled_workbook(title: str) -> Workbook:
    """Return a new workbook in Vietnamese with its title, and one empty sheet."""
    book = Workbook()
    book.properties.title, book.properties.language = title, "vi"
    book.properties.creator, book.properties.created = "", PROPERTIES_TIME
    return book
