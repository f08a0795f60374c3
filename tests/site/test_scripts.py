"""The scripts of the pages: what old browsers know, nothing longer than a screen, what the linter finds."""

from __future__ import annotations

import re
import subprocess
import sysconfig
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import pytest
from tree_sitter import Node

from camnang.site.served_assets import BROWSERS
from camnang.site.served_script import ScriptError, nodes, served_script, tree, words, written
from tests.conftest import ROOT

SCRIPTS = sorted((ROOT / "overrides").rglob("*.js"))
OXLINT = Path(sysconfig.get_path("scripts")) / "oxlint"
MOST_LINES, USUAL_LINES = 40, 10
FUNCTIONS = {
    "function_declaration",
    "function_expression",
    "arrow_function",
    "method_definition",
}
# What Chrome 64, Safari 12 or Firefox 78 cannot read: one such word, and the whole file does nothing (MDN's data).
NEWER_WORDS = {"??", "&&=", "||=", "??="}
NEWER_PARTS = {
    "optional_chain",
    "private_property_identifier",
    "field_definition",
    "class_static_block",
    "import",
    "meta_property",
}
NEWER_PATTERN = re.compile(r"\(\?<[=!]|\(\?[a-z]+[:-]")  # looking behind, flags within: Safari 16.4 and later
NEWER_NUMBER = re.compile(r"_|n$")
# Methods that one of them lacks, with the first Chrome and Safari that have them.
NEWER_METHODS = {
    "allSettled": (76, 13),
    "any": (85, 14),
    "at": (92, 15.4),
    "findLast": (97, 15.4),
    "flat": (69, 12),
    "flatMap": (69, 12),
    "fromEntries": (73, 12.1),
    "hasOwn": (93, 15.4),
    "replaceAll": (85, 13.1),
    "replaceChildren": (86, 14),
    "structuredClone": (98, 15.4),
    "toSorted": (110, 16),
    "toggleAttribute": (69, 12),
}


def is_newer(node: Node) -> bool:
    """Tell whether a part of a script is newer than the browsers that are promised."""
    text = written(node)
    if node.type == "number":
        return bool(NEWER_NUMBER.search(text))
    if node.type == "regex_pattern":
        return bool(NEWER_PATTERN.search(text))
    if node.type == "property_identifier":
        is_of_clients = written(node.parent or node).endswith("clients.matchAll")  # a method of the same name
        return text in NEWER_METHODS or (text == "matchAll" and not is_of_clients)
    if node.type == "catch_clause":
        return node.child_by_field_name("parameter") is None
    return node.type in NEWER_WORDS | NEWER_PARTS


def newer_than_promised(text: str) -> list[str]:
    return [f"{node.start_point.row + 1}: {written(node)[:40]}" for node in nodes(tree(text)) if is_newer(node)]


def lengths(root: Node) -> Iterator[tuple[int, int]]:
    """Yield the first line and the number of lines of every function."""
    for node in nodes(root):
        if node.type in FUNCTIONS:
            yield node.start_point.row + 1, node.end_point.row - node.start_point.row + 1


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_script_holds_nothing_that_a_promised_browser_cannot_read(script: Path) -> None:
    assert BROWSERS == ["chrome >= 64", "safari >= 12", "firefox >= 78"], "the lists above are of other browsers"
    assert newer_than_promised(script.read_text(encoding="utf-8")) == [], f"newer than {BROWSERS}"


@pytest.mark.parametrize(
    "newer",
    ["a?.b", "a ?? b", "a ??= b", "try { f(); } catch { g(); }", "class A { #a = 1; }", "class A { a = 1; }", "1_000",
     "10n", "/(?<=a)b/", "/(?<!a)b/", "[1].flat()", "a.matchAll(/b/g)", "a.replaceAll('b', 'c')", "import('a')"],
)  # fmt: skip
def test_what_is_newer_is_seen(newer: str) -> None:
    assert newer_than_promised(newer), f"«{newer}» passed"


def test_functions_are_short() -> None:
    found = {
        f"{script.name}:{line}": length
        for script in SCRIPTS
        for line, length in lengths(tree(script.read_text(encoding="utf-8")))
    }
    long = {place: length for place, length in found.items() if length > MOST_LINES}
    assert long == {}, f"more than {MOST_LINES} lines: {long}"
    assert median(found.values()) <= USUAL_LINES, f"median {median(found.values())} lines, wanted {USUAL_LINES}"


def test_the_linter_finds_nothing() -> None:
    command = [OXLINT, "--deny-warnings", "--format", "unix", "overrides"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_the_linter_sees_a_fault(tmp_path: Path) -> None:
    (tmp_path / "wrong.js").write_text("var kept = 1;\nif (kept == nowhere) kept = 2;\n", encoding="utf-8")
    command = [OXLINT, "--config", ROOT / ".oxlintrc.json", "--format", "unix", "."]
    done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    rules = {rule for rule in ("no-var", "eqeqeq", "no-undef") if f"({rule})" in done.stdout}
    assert (done.returncode, rules) == (1, {"no-var", "eqeqeq", "no-undef"}), done.stdout


@pytest.mark.parametrize("script", SCRIPTS, ids=lambda script: script.name)
def test_a_served_script_says_word_for_word_the_same(script: Path) -> None:
    text = script.read_text(encoding="utf-8")
    served = served_script(text)
    said, wanted = ([written(word) for word in words(tree(each))] for each in (served, text))
    assert said == wanted, f"{script.name}: {len(said)} words became of {len(wanted)}"
    assert served_script(served) == served, f"{script.name} became smaller a second time"


@pytest.mark.parametrize(
    ("written_so", "served_so"),
    [
        ("a = b + +c - -d;", "a=b+ +c- -d;"),
        ("a = b / /c  d/g.exec(e);", "a=b/ /c  d/g.exec(e);"),
        ("const f = (a) => /b  c/.test(a);", "const f=(a)=>/b  c/.test(a);"),
        ("const t = `a  ${b + `  c`}  // d`; /* why */", "const t=`a  ${b + `  c`}  // d`;"),
        ("a = 1 .toFixed(); b = c < !--d;", "a=1 .toFixed();b=c< !--d;"),
        ("let a = 1\nlet b = a\n(b)", "let a=1\nlet b=a\n(b)"),
        ("return_ = typeof x in y;", "return_=typeof x in y;"),
    ],
)
def test_what_needs_a_space_keeps_it(written_so: str, served_so: str) -> None:
    assert served_script(written_so) == served_so


def test_a_script_that_is_none_is_told_with_its_line() -> None:
    with pytest.raises(ScriptError, match="line 2"):
        served_script("const one = 1;\nconst = 2;\n")
