"""A school or bank that puts its own name and logo on the sheets that it prints (`--doi-tac my-school.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.files.folding import fold
from camnang.files.letters import ACCEPTED
from camnang.files.text_file import character_faults, open_text
from camnang.files.yaml_file import line_of, understood
from camnang.files.yaml_tree import YamlText
from camnang.handbook.facts.words import Words
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.sheets.parts import PartnerLogo
from camnang.pictures.sheets.sheet import Poster
from camnang.pictures.sheets.values import Sheet, as_kind

LONGEST_NAME = 60  # characters: a folder and a spoken line
MOST_SHOWN = 80  # characters of a file's name


class PartnerFile(BaseModel):
    """What the file says; `logo` is a file beside it."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    name: Annotated[str, Field(min_length=2, max_length=LONGEST_NAME)]
    logo: Annotated[str, Field(min_length=1)]


@dataclass(frozen=True)
class Partner:
    """A name to speak and a logo (SVG in ASCII) to put beside the notices."""

    name: str
    logo: str

    @property
    def slug(self) -> str:
        """The name for a folder: 'truong-thcs-trung-khanh'."""
        return re.sub(r"[^a-z0-9]+", "-", fold(self.name)).strip("-")


def name_faults(name: str, path: str, line: int, design: Path) -> Iterator[Fault]:
    """A name has letters that can be printed and a folder can carry, and no telephone number."""
    if numbers := phone_numbers(name):
        expected = "chỉ tên, không số điện thoại"
        yield Fault(
            path=path,
            line=line,
            rule="doi-tac-sai-ten",
            found=f"name: có số {', '.join(sorted(numbers))}",
            expected=expected,
            repair="bỏ số ấy khỏi tên",
        )
    if not Partner(name, "").slug:
        yield Fault(
            path=path,
            line=line,
            rule="doi-tac-sai-ten",
            found=f"name: «{name}»",
            expected="tên có chữ",
            repair="viết tên đơn vị",
        )
    for letter in ACCEPTED.intersection(missing_letters(name, common_coverage(design))):
        repair = "gõ lại chữ này bằng bộ gõ Unicode"
        yield Fault(
            path=path,
            line=line,
            rule="phong-thieu-chu",
            found=f"name: chữ «{letter}»",
            expected="chữ có trong phông Be Vietnam Pro",
            repair=repair,
        )


def read_partner(file: Path, design: Path) -> Partner:
    """Read a partner's file and its logo; raise `FaultsError` that names file and field."""
    from camnang.pictures.logo_files import read_logo  # noqa: PLC0415 (most runs have no partner and need no numpy)

    path = str(file)
    source = YamlText(open_text(file, path), path)
    faults = list(character_faults(source.text, path))
    nothing: tuple[PartnerFile | None, yaml.Node | None] = (None, None)
    said, node = attempt(faults, lambda: understood(source, PartnerFile), nothing)
    if said is None:
        raise FaultsError(faults)
    faults += name_faults(said.name, path, line_of(node, ("name",)), design)
    logo = ""
    try:
        logo = read_logo(file.parent / said.logo)
    except FaultsError as error:
        place = line_of(node, ("logo",))
        name = said.logo[:MOST_SHOWN]
        faults += [
            replace(fault, path=path, line=place, found=f"logo: {name}: {fault.found}") for fault in error.faults
        ]
    raise_if_any(faults)
    return Partner(said.name, logo)


def with_partner(content: Sheet, partner: Partner, words: Words) -> Poster:
    """Return a sheet that also shows the partner's logo; its name is what a screen reader says."""
    logo = PartnerLogo(partner.logo, f"{words['partner_with']} {partner.name}")
    return replace(as_kind(content, Poster), partner=logo)
