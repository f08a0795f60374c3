from __future__ import annotations

import json
from dataclasses import replace

import pytest

from camnang.pictures.sheets.parts import Slogan, Telephone
from camnang.pictures.sheets.sheet import Poster
from camnang.pictures.sheets.values import Sheet, as_json, as_kind, part, plain
from tests.pictures.quality.made_up import POSTER, SILENT


def test_a_layout_reads_fields_by_their_names_in_the_order_of_letters() -> None:
    assert as_json(replace(SILENT, title="Thử")) == '{"author":"","language":"","title":"Thử"}'


def test_the_string_says_what_the_plain_values_say() -> None:
    assert json.loads(as_json(POSTER)) == json.loads(json.dumps(plain(POSTER)))


def test_a_sheet_of_another_kind_is_refused() -> None:
    assert as_kind(POSTER, Poster) is POSTER
    assert as_kind(POSTER, Sheet) is POSTER
    with pytest.raises(TypeError, match="a Sheet where a Poster was expected"):
        as_kind(SILENT, Poster)


def test_a_part_is_given_only_where_it_is_of_its_kind() -> None:
    assert part(POSTER, "slogan", Slogan) is POSTER.slogan
    assert part(POSTER, "slogan", Telephone) is None
    assert part(SILENT, "slogan", Slogan) is None
