"""What layouts read is what sheets have: a key renamed or added on one side alone is told here, not by Typst."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest

from camnang.bundles.packs.guide import PrintGuide
from camnang.pictures.drawing.specimen import Specimen
from camnang.pictures.layouts import LAYOUTS, SERIES
from camnang.pictures.sheets.book_parts import NotesPage
from camnang.pictures.sheets.values import Sheet
from camnang.pictures.slides.slides import ArtSheet
from camnang.sound.sheet import RecordingSheet
from tests.conftest import ROOT
from tests.pictures.layout_reads import Found, learnt
from tests.pictures.layout_values import Many, Value, hints_of

DESIGN = ROOT / "design"


def given_by(maker: Any) -> type[Sheet]:
    """Return the kind of sheet that a maker gives, of one that gives several under names each."""
    hint = get_type_hints(maker)["return"]
    kind: type[Sheet] = get_args(hint)[-1] if get_origin(hint) else hint
    return kind


SHEETS: Mapping[str, type[Sheet]] = {
    **{layout: given_by(maker) for layout, maker in {**LAYOUTS, **SERIES}.items()},
    "deck-art": ArtSheet,
    "notes-page": NotesPage,
    "print-guide": PrintGuide,
    "recording-sheet": RecordingSheet,
    "specimen": Specimen,
}
# What only the program reads: how a file is called, how it is dated, what stands in a slide's notes, what is timed.
READ_BY_THE_PROGRAM = {
    "ActsSlide.notes",
    "BookLabels.book_folding",
    "CoverSlide.notes",
    "DeckSheet.language_tags",
    "DeckSheet.reviewed",
    "DeckSheet.translation_mark",
    "EndSlide.notes",
    "Frame.reads",
    "ListSlide.notes",
    "QuestionSlide.notes",
    "SignsSlide.notes",
}


def parts_of(value: Value) -> set[type]:
    """Return the classes of a value and of all that is in it."""
    found: set[type] = set()
    for each in value:
        if isinstance(each, Many):
            found |= parts_of(each.each)
        elif isinstance(each, type):
            found |= {each}.union(*map(parts_of, hints_of(each).values()))
    return found


def unread(found: Found, sheets: Mapping[Path, Value]) -> set[str]:
    """Return the fields of sheets and of their parts that no layout reads."""
    classes = set[type]().union(*map(parts_of, sheets.values()))
    every = {(each, name) for each in classes for name in hints_of(each)}
    return {f"{each.__name__}.{name}" for each, name in every - found.read}


@pytest.fixture(scope="module")
def sheets() -> Mapping[Path, Value]:
    return {DESIGN / f"{layout}.typ": frozenset({kind}) for layout, kind in SHEETS.items()}


@pytest.fixture(scope="module")
def found(sheets: Mapping[Path, Value]) -> Found:
    # A scene is given paint and a measure, never a sheet.
    return learnt(sheets, (file for file in DESIGN.rglob("*.typ") if file.parent.name != "scenes"))


def test_every_layout_that_reads_a_sheet_has_its_kind_of_sheet() -> None:
    layouts = {file.stem for file in DESIGN.glob("*.typ") if "#set page(" in file.read_text(encoding="utf-8")}
    framed = {file.stem for file in DESIGN.glob("*.typ") if "base.with(" in file.read_text(encoding="utf-8")}
    assert layouts | framed == set(SHEETS)


def test_layouts_read_only_what_their_sheets_have(found: Found) -> None:
    assert sorted(found.unknown) == []


def test_every_field_of_a_sheet_is_read(found: Found, sheets: Mapping[Path, Value]) -> None:
    assert unread(found, sheets) == READ_BY_THE_PROGRAM


@dataclass(frozen=True)
class Leaf:
    """A leaf."""

    colour: str


@dataclass(frozen=True)
class Twig:
    """A part of one kind."""

    kind: Literal["twig"]
    leaves: tuple[Leaf, ...]


@dataclass(frozen=True)
class Root:
    """A part of another kind."""

    kind: Literal["root"]
    depth: int


@dataclass(frozen=True)
class Tree:
    """A made-up sheet."""

    name: str
    parts: tuple[Twig | Root, ...]
    best: Leaf | None


def read(folder: Path, **layouts: str) -> Found:
    """Read made-up layouts; the sheet of `tree` is a `Tree`."""
    for name, text in layouts.items():
        (folder / f"{name}.typ").write_text(text, encoding="utf-8")
    return learnt({folder / "tree.typ": frozenset({Tree})}, folder.glob("*.typ"))


WRONG = {
    "a key": ("#data.nam", "Tree has no «nam»"),
    "a key of a part": ("#text(lang: data.best.color)[x]", "Leaf has no «color»"),
    "a key that is asked for": ('#data.at("nam")', "Tree has no «nam»"),
    "a key with a default": ('#data.at("nam", default: none)', "Tree has no «nam»"),
    "a loop": ("#for p in data.parts { p.size }", "Twig has no «size»"),
    "a counted loop": ("#for (i, p) in data.parts.enumerate() [#p.size]", "Twig has no «size»"),
    "a function without a name": ("#data.parts.filter(p => p.kind == 1).map(p => p.size)", "Twig has no «size»"),
    "a function": ("#let drawn(t, leaf) = leaf.color\n#drawn(1, data.best)", "Leaf has no «color»"),
    "what a function gives": ("#let best(d) = d.best\n#best(data).color", "Leaf has no «color»"),
    "a named parameter": ("#let drawn(leaf: none) = leaf.color\n#drawn(leaf: data.best)", "Leaf has no «color»"),
    "a part with more keys": ("#let more = data.best + (size: 1)\n#more.size #more.color", "Leaf has no «color»"),
    "a row of parts": ("#(1, data.best).map(l => l.color)", "Leaf has no «color»"),
    "one of two ways": ('#if edition == "mono" { data.best.colour } else { data.best.color }', "Leaf has no «color»"),
    "a list that grows": ("#let all = ()\n#all.push(data.best)\n#all.first().color", "Leaf has no «color»"),
    "pairs": ("#data.parts.zip((1, 2)).map(((p, n)) => p.size)", "Twig has no «size»"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_key_that_no_sheet_has_is_told_however_it_is_reached(tmp_path: Path, text: str, told: str) -> None:
    unknown = read(tmp_path, tree=text).unknown
    assert f"tree.typ: {told}" in unknown, unknown


def test_what_another_file_does_with_a_part_is_told_there(tmp_path: Path) -> None:
    found = read(
        tmp_path,
        tree='#import "leaf.typ": drawn as paint\n#data.parts.filter(p => p.kind == "twig").map(paint.with(9))',
        leaf="#let drawn(t, twig) = twig.leaves.map(l => l.color)",
    )
    assert found.unknown == {"leaf.typ: Leaf has no «color»", "leaf.typ: Root has no «leaves»"}


def test_a_part_goes_to_the_function_of_its_kind(tmp_path: Path) -> None:
    draw = "#let kinds = (twig: t => t.leaves, root: r => r.depth)\n#for p in data.parts { (kinds.at(p.kind))(p) }"
    found = read(tmp_path, tree=draw)
    assert found.unknown == set()
    assert found.read == {(Tree, "parts")} | {(Twig, "kind"), (Root, "kind"), (Twig, "leaves"), (Root, "depth")}


def test_a_key_that_a_layout_adds_itself_may_be_asked_for_with_a_default(tmp_path: Path) -> None:
    ask = '#let drawn(leaf) = leaf.at("large", default: false)\n#drawn(data.best)'
    assert read(tmp_path, tree=ask).unknown == {"tree.typ: Leaf has no «large»"}
    assert read(tmp_path, tree=f"{ask}\n#drawn(data.best + (large: true))").unknown == set()


def test_a_field_that_no_layout_reads_is_told(tmp_path: Path) -> None:
    found = read(tmp_path, tree="// data.best\n#data.name #data.parts.map(p => p.kind) “data.best”")
    assert unread(found, found.sheets) == {"Tree.best", "Twig.leaves", "Root.depth", "Leaf.colour"}
