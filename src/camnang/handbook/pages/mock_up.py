"""The fenced `mau` block: the scam's screen as data."""

from __future__ import annotations

from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError
from camnang.files.yaml_file import check_yaml
from camnang.handbook.pages.model import MockKind, MockLine, MockUp
from camnang.handbook.pages.source_blocks import with_lines


class Line(BaseModel):
    """What is said, and why it is a red flag."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    say: Annotated[str, Field(max_length=60)]
    co_do: Annotated[str | None, Field(max_length=40)] = Field(default=None, alias="co-do")


class Block(BaseModel):
    """The whole block as an editor writes it; `bait` draws banknotes into a chat that offers money."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    kind: MockKind
    sender: Annotated[str, Field(max_length=34)] = Field(alias="from")
    via: Annotated[str, Field(max_length=34)]
    lines: Annotated[tuple[Line, ...], Field(min_length=2, max_length=4)]
    bait: bool = False


def numbered(lines: tuple[Line, ...]) -> tuple[MockLine, ...]:
    """Give the red flags their numbers, from 1."""
    found, flags = [], 0
    for line in lines:
        flags += line.co_do is not None
        found.append(MockLine(line.say, line.co_do, flags if line.co_do else None))
    return tuple(found)


def read_mock_up(body: str, path: str, body_line: int) -> MockUp:
    """Read the page's one `mau` block; raise `FaultsError` when it is missing, double or wrong."""
    blocks = [each for each in with_lines(body, body_line) if each[0].kind == "mock"]
    if len(blocks) != 1:
        fault = Fault(
            path=path,
            line=body_line,
            rule="khoi-mau-sai",
            found=f"có {len(blocks)} khối ```mau",
            expected="đúng một khối ```mau dưới mục {#mau}",
            repair="chép khối ```mau của trang thu-doan/gia-danh-cong-an rồi sửa",
        )
        raise FaultsError([fault])
    (found, line), *_ = blocks
    block: Block = check_yaml(body[found.start : found.end], Block, path, line)
    return MockUp(block.kind, block.sender, block.via, numbered(block.lines), block.bait)
