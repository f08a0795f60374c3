"""The block of YAML between `---` lines at the head of a page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError
from camnang.files.yaml_file import check_yaml
from camnang.handbook.dates import Day
from camnang.handbook.facts.hotlines import Threat
from camnang.handbook.facts.part import Slug
from camnang.handbook.facts.sources import SourceId
from camnang.handbook.facts.translated_data import TranslationHead
from camnang.handbook.pages.model import Kind

# With the line ends of any system: a review sheet keeps those of the file.
# HTML comments, declarations, CDATA, processing instructions; code blocks and code in a line are taken whole.
UNSHOWN = re.compile(
    r"(?P<code>^(?:```|~~~).*?^(?:```|~~~)[ \t]*$|`[^`\n]+`)"
    r"|<!--.*?-->|<!\[CDATA\[.*?\]\]>|<\?.*?\?>|<![A-Za-z][^>\n]*>",
    re.DOTALL | re.MULTILINE,
)
BLOCK = re.compile(r"\A---[ \t]*\r?\n(.*?)^---[ \t]*\r?$\n?", re.DOTALL | re.MULTILINE)

Audience = Literal[
    "nguoi-cao-tuoi",
    "ho-gia-dinh",
    "hoc-sinh",
    "cha-me",
    "ho-kinh-doanh",
    "nguoi-tim-viec",
    "nguoi-gui-tien",
]


class FrontMatter(BaseModel):
    """Fields that every Vietnamese page has; `document` for a text that offices also take as a Word file."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Slug
    reviewed: Day
    pictogram: str = ""
    aliases: tuple[str, ...] = ()
    sources: tuple[SourceId, ...] = ()
    short: Annotated[str, Field(max_length=24)] = ""
    hint: Annotated[str, Field(max_length=32)] = ""
    document: bool = False


class ScamFrontMatter(FrontMatter):
    """Fields of a scam page; tier 1: seen in Cao Bằng, 2: near or likely, 3: further reading.

    `scene` names the drawing that tells the scam without words, '' where there is none yet.
    """

    group: str
    tier: Annotated[int, Field(ge=1, le=3)]
    pictogram: str
    audience: Annotated[tuple[Audience, ...], Field(min_length=1)]
    aliases: Annotated[tuple[str, ...], Field(min_length=1)]
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]
    scene: str = ""


class SituationFrontMatter(FrontMatter):
    """Fields of an emergency page; `short` and `hint` stand on the home page's card.

    `threat` says what is in danger: `data/hotlines.yml` has the order of calls for it.
    """

    order: int
    threat: Threat
    pictogram: str
    short: Annotated[str, Field(min_length=1, max_length=24)]


class WarningFrontMatter(FrontMatter):
    """Fields of a dated warning; `scam` is the slug of the page that tells more."""

    date: Day
    place: str
    scam: Slug
    sources: Annotated[tuple[SourceId, ...], Field(min_length=1)]


class TranslationFrontMatter(TranslationHead):
    """Fields of a translated page; `short` and `hint` stand on the home page's card."""

    short: Annotated[str, Field(max_length=40)] = ""
    hint: Annotated[str, Field(max_length=40)] = ""


MODELS: dict[Kind, type[FrontMatter]] = {
    Kind.SCAM: ScamFrontMatter,
    Kind.SITUATION: SituationFrontMatter,
    Kind.WARNING: WarningFrontMatter,
}


@dataclass(frozen=True)
class RawPage:
    """A page's text cut in two; `body_line` is the file's line at which `body` begins."""

    front: str
    body: str
    body_line: int

    def line_of(self, field: str) -> int:
        """Return the line of a field of the front matter, else the page's first line."""
        lines = self.front.splitlines()
        return next((number for number, line in enumerate(lines, start=2) if line.startswith(f"{field}:")), 1)

    def line_containing(self, text: str) -> int:
        """Return the first line of the body that holds `text`, else the body's first line."""
        lines = enumerate(self.body.splitlines(), start=self.body_line)
        return next((number for number, line in lines if text in line), self.body_line)


def without_comments(body: str) -> str:
    """Return a body with empty lines in the place of comments and the like, which are no words for readers.

    Code blocks keep theirs: there they are shown.
    """
    if "<!" not in body and "<?" not in body:
        return body
    return UNSHOWN.sub(lambda match: match[0] if match["code"] else "\n" * match[0].count("\n"), body)


def cut(text: str, path: str) -> RawPage:
    """Cut a page into front matter and body; raise `FaultsError` when the block is missing."""
    match = BLOCK.match(text)
    if match is None:
        fault = Fault(
            path=path,
            line=1,
            rule="trang-thieu-khoi-dau",
            found="trang không bắt đầu bằng khối «---»",
            expected="dòng «---», các trường như id, sources, reviewed, rồi lại «---»",
            repair="chép khối đầu trang của một trang cùng loại rồi sửa",
        )
        raise FaultsError([fault])
    return RawPage(match[1], text[match.end() :], text[: match.end()].count("\n") + 1)


def read_front_matter(raw: RawPage, kind: Kind, path: str) -> FrontMatter:
    """Read the front matter of a Vietnamese page of `kind`; raise `FaultsError`."""
    found: FrontMatter = check_yaml(raw.front, MODELS.get(kind, FrontMatter), path, first_line=2)
    return found


def read_translation_front_matter(raw: RawPage, path: str) -> TranslationFrontMatter:
    """Read the front matter of a translation; raise `FaultsError`."""
    found: TranslationFrontMatter = check_yaml(raw.front, TranslationFrontMatter, path, first_line=2)
    return found
