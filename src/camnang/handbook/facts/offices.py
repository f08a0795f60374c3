"""The offices to which the province's plan 940 gives a task (`data/offices.yml`), each with a page of its own."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated, Literal, Self

import yaml
from pydantic import Field, model_validator

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import line_of, read_with_tree
from camnang.handbook.facts.campaign_calendar import MONTHS, MonthNumber
from camnang.handbook.facts.part import Part, Slug, Words
from camnang.handbook.facts.sources import SourceId

FILE = "data/offices.yml"
ROOM = "tuyen-truyen"  # the folder under `docs/` in which every office has its page

LEAST_ACTS, MOST_ACTS = 3, 5  # in each month

Material = Literal["poster", "loudspeaker", "sms", "post", "questions", "slides", "words"]


class OfficeName(Part):
    """A name in the plan and what it is today; where that is not sure, `hedge` says how we know, or to ask."""

    in_plan: Words
    today: str = ""
    certain: bool
    hedge: str = ""
    sources: tuple[SourceId, ...] = ()

    @model_validator(mode="after")
    def says_how_sure(self) -> Self:
        """Refuse a sure name without source, and a name that is not sure without a word about it."""
        if self.certain and not (self.today and self.sources and not self.hedge):
            raise ValueError("tên chắc chắn thì có «today», có «sources», không có «hedge»")
        if not self.certain and not self.hedge:
            raise ValueError("tên chưa chắc thì có «hedge», ví dụ: hỏi lại tên trước khi ghi")
        return self


class Act(Part):
    """What an office does with a month's scam, which material it takes for that, and in which months it can."""

    do: Words
    material: Material
    months: Annotated[tuple[MonthNumber, ...], Field(min_length=1)] = MONTHS


class Office(Part):
    """An office; `scams` (slugs) in the order in which to speak of them, `place` and `decks` are ids."""

    id: Slug
    title: Words
    pictogram: str
    names: Annotated[tuple[OfficeName, ...], Field(min_length=1)]
    place: Slug
    decks: tuple[Slug, ...] = ()
    scams: Annotated[tuple[Slug, ...], Field(min_length=1)]
    acts: tuple[Act, ...]

    @model_validator(mode="after")
    def has_enough_to_do(self) -> Self:
        """Refuse an office that in some month has too few acts for a choice, or too many to keep in mind."""
        for month in MONTHS:
            count = len(self.acts_in(month))
            if not LEAST_ACTS <= count <= MOST_ACTS:
                raise ValueError(f"mỗi tháng {LEAST_ACTS}–{MOST_ACTS} việc; tháng {month} có {count}")
        return self

    def acts_in(self, month: int) -> tuple[Act, ...]:
        """Return what the office can do in a month."""
        return tuple(act for act in self.acts if month in act.months)

    @property
    def folder(self) -> str:
        """The folder of its page under `docs/`."""
        return f"{ROOM}/{self.id}"


def office_faults(
    offices: tuple[Office, ...], pictograms: Collection[str], node: yaml.Node | None
) -> Iterator[Fault]:
    """Every pictogram exists, every id stands once; `node` knows the lines."""
    ids = [office.id for office in offices]
    for index, office in enumerate(offices):
        if office.pictogram not in pictograms:
            line = line_of(node, (index, "pictogram"))
            expected = f"một trong {', '.join(pictograms)}"
            yield Fault(
                path=FILE,
                line=line,
                rule="khong-co-hinh-ve",
                found=f"{office.id}: hình «{office.pictogram}»",
                expected=expected,
                repair="sửa dòng «pictogram: …»",
            )
        if ids.index(office.id) != index:
            line = line_of(node, (index, "id"))
            yield Fault(
                path=FILE,
                line=line,
                rule="trung-muc",
                found=f"cơ quan «{office.id}» có hai lần",
                expected="mỗi cơ quan một mục",
                repair="bỏ một mục",
            )


def read_offices(root: Path, pictograms: Collection[str]) -> tuple[Office, ...]:
    """Read the offices in their order, none when there is no file; raise `FaultsError`."""
    if not (root / FILE).is_file():
        return ()
    offices: tuple[Office, ...]
    offices, node = read_with_tree(root / FILE, tuple[Office, ...], root)
    raise_if_any(office_faults(offices, pictograms, node))
    return offices
