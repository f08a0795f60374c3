"""The style sheets: a folder a component, put together in a stated order; no rule for what no page has."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.site.served_assets import PART, served_sheet, whole_text
from tests.conftest import ROOT

OVERRIDES = ROOT / "overrides"
COMPONENTS = OVERRIDES / "components"
TOGETHER = {name: OVERRIDES / f"assets/{name}.css" for name in ("handbook", "wide", "print")}
# `phone--{{ screen.kind }}` and what Markdown's renderer and the views write.
COMPUTED = re.compile(r"phone--[a-z-]+")
UNSAID = re.compile(r'/\*.*?\*/|url\("[^"]*"\)|"[^"]*"', re.DOTALL)
CLASS, ID = re.compile(r"\.([a-zA-Z][\w-]*)"), re.compile(r"#[a-zA-Z][\w-]*")
# The only part that templates name by its address alone: what can be downloaded is not printed.
KNOWN_IDS = {"#tai-ve"}


def selectors(text: str) -> list[str]:
    """Return what stands before every brace."""
    return re.findall(r"([^{};]+)\{", UNSAID.sub("", text))


def sheets() -> dict[str, str]:
    return {file.relative_to(OVERRIDES).as_posix(): file.read_text("utf-8") for file in OVERRIDES.rglob("*.css")}


def test_every_part_of_a_component_is_in_one_sheet_and_named_after_its_folder() -> None:
    named = [file.parent / name for file in TOGETHER.values() for name in PART.findall(file.read_text("utf-8"))]
    found = sorted(part.resolve() for part in named)
    assert found == sorted(COMPONENTS.rglob("*.css")), "a part is in no sheet, in two, or not there"
    strange = [part.name for part in found if part.name.split(".")[0] != part.parent.name]
    assert strange == [], "named after another component than the folder"


@pytest.mark.parametrize("medium", TOGETHER)
def test_parts_go_into_the_sheet_of_their_medium(medium: str) -> None:
    ending = ".css" if medium == "handbook" else f".{medium}.css"
    parts = [Path(name) for name in PART.findall(TOGETHER[medium].read_text("utf-8"))]
    wrong = [part.name for part in parts if part.name != f"{part.parent.name}{ending}"]
    assert (wrong, bool(parts)) == ([], True), f"in {medium}.css"


def test_no_rule_is_for_a_class_that_nothing_bears() -> None:
    classes = {name for text in sheets().values() for head in selectors(text) for name in CLASS.findall(head)}
    bearers = [*OVERRIDES.rglob("*.html"), *OVERRIDES.rglob("*.js"), *(ROOT / "src").rglob("*.py")]
    said = set(re.findall(r"[a-zA-Z][\w-]*", "\n".join(file.read_text("utf-8") for file in bearers)))
    unused = sorted(name for name in classes - said if not COMPUTED.fullmatch(name))
    assert unused == [], f"{len(unused)} of {len(classes)} classes are in no template and no script"


def test_no_rule_outdoes_others_by_force() -> None:
    forced = [name for name, text in sheets().items() if "!important" in UNSAID.sub("", text)]
    ids = {each for text in sheets().values() for head in selectors(text) for each in ID.findall(head)}
    assert (forced, ids - KNOWN_IDS) == ([], set()), "use a class, and the order of the sheet"


def test_a_sheet_is_put_together_in_the_order_that_it_states(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text("p { color: red }\n", encoding="utf-8")
    (tmp_path / "b.css").write_text("p { color: blue }\n", encoding="utf-8")
    (tmp_path / "c.css").write_text('/* why */\n@import "b.css";\n@import "a.css";\n', encoding="utf-8")
    put_together = whole_text(tmp_path / "c.css")
    assert put_together.index("blue") < put_together.index("red"), put_together
    assert served_sheet(whole_text(tmp_path / "c.css")) == "p{color:red}"


def test_a_part_that_is_not_there_is_told_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "a.css").write_text('/* why */\n@import "none.css";\n@import "neither.css";\n', encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        whole_text(tmp_path / "a.css")
    assert [(fault.line, fault.found) for fault in caught.value.faults] == [
        (2, "không có tệp none.css"),
        (3, "không có tệp neither.css"),
    ]
