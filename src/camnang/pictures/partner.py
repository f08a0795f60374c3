"""A school or bank that puts its own name and logo on the sheets that it prints (`--doi-tac my-school.yml`)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import yaml
from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.yaml_file import check_yaml, line_of
from camnang.handbook.facts.words import Words
from camnang.handbook.pages.folding import fold
from camnang.handbook.pages.numbers import phone_numbers
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.logo_files import read_logo
from camnang.pictures.sheets.values import Sheet

LONGEST_NAME = 60  # characters: a folder and a spoken line


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
    for letter in missing_letters(name, common_coverage(design)):
        repair = "gõ lại chữ này bằng bộ gõ Unicode"
        yield Fault(
            path=path,
            line=line,
            rule="phong-thieu-chu",
            found=f"name: chữ «{letter}»",
            expected="chữ có trong phông Be Vietnam Pro",
            repair=repair,
        )


def read_text(file: Path) -> str:
    """Return a partner's file; raise `FaultsError` when it cannot be read."""
    try:
        return file.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        expected = "tệp YAML có hai dòng «name: …» và «logo: …»"
        fault = Fault(
            path=str(file),
            rule="khong-doc-duoc-tep",
            found="không đọc được tệp này",
            expected=expected,
            repair="kiểm tra tên tệp, lưu với mã UTF-8",
        )
        raise FaultsError([fault]) from error


def read_partner(file: Path, design: Path) -> Partner:
    """Read a partner's file and its logo; raise `FaultsError` that names file and field."""
    path, text = str(file), read_text(file)
    said: PartnerFile = check_yaml(text, PartnerFile, path)
    node = yaml.compose(text, Loader=yaml.SafeLoader)
    faults = list(name_faults(said.name, path, line_of(node, ("name",)), design))
    logo = ""
    try:
        logo = read_logo(file.parent / said.logo)
    except FaultsError as error:
        place = line_of(node, ("logo",))
        faults += [
            replace(fault, path=path, line=place, found=f"logo: {said.logo}: {fault.found}") for fault in error.faults
        ]
    raise_if_any(faults)
    return Partner(said.name, logo)


def with_partner(content: Sheet, partner: Partner, words: Words) -> Sheet:
    """Return a sheet that also shows the partner's logo; its name is what a screen reader says."""
    return {**content, "partner": {"logo": partner.logo, "alt": f"{words['partner_with']} {partner.name}"}}
