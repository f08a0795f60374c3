"""Who prints and shows what (`data/places.yml`): the kinds of places of the province's plan 940, II.2 and III."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import line_of, read_with_tree
from camnang.handbook.facts.formats import Format
from camnang.handbook.facts.part import Words

FILE = "data/places.yml"


class Advice(BaseModel):
    """How one format is printed and hung; `scams` (slugs) and `decks` (ids) limit it where else too many come."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    format: str
    paper: Words
    where: Words
    height: Words
    scams: tuple[str, ...] = ()
    decks: tuple[str, ...] = ()


class Place(BaseModel):
    """A kind of place; it gets `scams` in this order, then every other scam of `tiers`. `title` by language code.

    `documents` are folders of pages whose office files it gets besides the kits of its scams, «*» for one name.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+$")]
    title: dict[str, str]
    pictogram: str
    scams: tuple[str, ...] = ()
    tiers: tuple[int, ...] = ()
    documents: tuple[str, ...] = ()
    files: Annotated[tuple[Advice, ...], Field(min_length=1)]


def unknown(place: str, what: str, name: str, known: Collection[str], line: int) -> Fault:
    """Say that a place names something that does not exist."""
    expected = f"một trong {', '.join(known)}"
    return Fault(
        path=FILE,
        line=line,
        rule="khong-co-ten-nay",
        found=f"{place}: {what} «{name}» không có",
        expected=expected,
        repair="sửa tên, hoặc bỏ dòng ấy",
    )


def doubled(names: Collection[str]) -> list[str]:
    """Return the names that stand more than once."""
    listed = list(names)
    return sorted({name for name in listed if listed.count(name) > 1})


def place_faults(
    places: tuple[Place, ...], formats: tuple[Format, ...], pictograms: Collection[str], node: yaml.Node | None
) -> Iterator[Fault]:
    """Every format and pictogram exists; ids, and the formats of a place, stand once; `node` knows the lines."""
    sizes = [form.id for form in formats]
    for index, place in enumerate(places):
        if place.pictogram not in pictograms:
            yield unknown(place.id, "hình", place.pictogram, pictograms, line_of(node, (index, "pictogram")))
        if "vi" not in place.title:
            line = line_of(node, (index, "title"))
            yield Fault(
                path=FILE,
                line=line,
                rule="thieu-truong",
                found=f"{place.id}: thiếu tên tiếng Việt",
                expected="dòng «vi: …»",
                repair="thêm tên tiếng Việt",
            )
        for row, advice in enumerate(place.files):
            if advice.format not in sizes:
                line = line_of(node, (index, "files", row, "format"))
                yield unknown(place.id, "cỡ", advice.format, sizes, line)
        for name in doubled([advice.format for advice in place.files]):
            line = line_of(node, (index, "files"))
            yield Fault(
                path=FILE,
                line=line,
                rule="trung-muc",
                found=f"{place.id}: cỡ «{name}» có hai lần",
                expected="mỗi cỡ một dòng",
                repair="bỏ một dòng",
            )
    for name in doubled([place.id for place in places]):
        yield Fault(
            path=FILE,
            rule="trung-muc",
            found=f"nơi «{name}» có hai lần",
            expected="mỗi nơi một mục",
            repair="bỏ một mục, hoặc đổi mã",
        )


def read_places(root: Path, formats: tuple[Format, ...], pictograms: Collection[str]) -> tuple[Place, ...]:
    """Read the places in their order; raise `FaultsError` when a format or pictogram that they name is missing."""
    places: tuple[Place, ...]
    places, node = read_with_tree(root / FILE, tuple[Place, ...], root)
    raise_if_any(place_faults(places, formats, pictograms, node))
    return places
