"""What shapes a made file is found by following imports; nothing is listed by hand."""

from __future__ import annotations

import ast
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from camnang.files.shaping import SOURCE, names_in, reached, shaped_by
from tests.conftest import ROOT

MAKERS = (
    "camnang.pictures.picture_files",
    "camnang.papers.office.word_page",
    "camnang.papers.documents.sms_bank",
    "camnang.papers.posting_calendar.files",
    "camnang.papers.reports.form_files",
    "camnang.bundles.packs.catalogue",
    "camnang.bundles.copies.copies",
    "camnang.sound.packs",
    "camnang.handbook.pages.reader",
    "camnang.site.assembly.site_files",
)
# Each of these was once missing in a list kept by hand, and yesterday's posters stayed.
ONCE_FORGOTTEN = (
    "drawing/pdf_boxes.py",
    "picture_files.py",
    "drawing/engine.py",
    "motion/loop.py",
    "motion/flashes.py",
)
COUNTED = """\
import sys
from pathlib import Path
from camnang.files import shaping
source = shaping.SOURCE
before = shaping.shaped_by(sys.argv[1])
unseen = []
for file in sorted(shaping.reached(sys.argv[1])):
    text = file.read_bytes()
    file.write_bytes(text + b"\\nTOUCHED = 1\\n")
    shaping.shaped_by.cache_clear()
    if shaping.shaped_by(sys.argv[1]) == before:
        unseen.append(file.relative_to(source).as_posix())
    file.write_bytes(text)
print("\\n".join(unseen))
"""


def copied(tmp_path: Path) -> Path:
    """Copy the program, so that it can be changed."""
    target = tmp_path / "src" / "camnang"
    shutil.copytree(SOURCE, target, ignore=shutil.ignore_patterns("__pycache__"))
    return target


@pytest.mark.parametrize("maker", MAKERS)
def test_a_change_of_any_module_that_a_maker_reaches_changes_the_print(maker: str, tmp_path: Path) -> None:
    copy = copied(tmp_path)
    command = [sys.executable, "-c", COUNTED, maker]
    environment = {"PYTHONPATH": str(copy.parent), "PATH": "", "SYSTEMROOT": ""}
    done = subprocess.run(command, env=environment, capture_output=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == "", f"these can change and old files stay: {done.stdout}"


@pytest.mark.parametrize("name", ONCE_FORGOTTEN)
def test_what_was_once_forgotten_is_reached(name: str) -> None:
    assert SOURCE / "pictures" / name in reached("camnang.pictures.picture_files")


def test_what_a_maker_does_not_use_does_not_shape_its_files() -> None:
    rooms = {file.relative_to(SOURCE).parts[0] for file in reached("camnang.papers.office.word_page")}
    assert not rooms & {"sound", "site", "bundles", "entry", "pictures"}, sorted(rooms)
    assert SOURCE / "pictures/quality/checking.py" not in reached("camnang.pictures.picture_files")


def test_layouts_beside_a_program_shape_what_it_makes(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    code = "import sys; from camnang.files.shaping import shaped_by; print(shaped_by(sys.argv[1]))"

    def told() -> str:
        command = [sys.executable, "-c", code, "camnang.papers.reports.form_files"]
        environment = {"PYTHONPATH": str(copy.parent), "PATH": "", "SYSTEMROOT": ""}
        return subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout

    before = told()
    layout = copy / "papers/reports/summary.typ"
    layout.write_text(layout.read_text(encoding="utf-8") + "\n// another\n", encoding="utf-8")
    assert told() != before


def test_line_ends_do_not_matter(tmp_path: Path) -> None:
    copy = copied(tmp_path)
    for file in copy.rglob("*.py"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    code = "from camnang.files.shaping import shaped_by; print(shaped_by('camnang.pictures.picture_files'))"
    environment = {"PYTHONPATH": str(copy.parent), "PATH": "", "SYSTEMROOT": ""}
    done = subprocess.run([sys.executable, "-c", code], env=environment, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == shaped_by("camnang.pictures.picture_files")


def test_every_maker_of_the_handbook_is_held() -> None:
    """Makers are named in the code as modules; each of them is among those that are held above."""
    named = {
        line.partition('"')[2].partition('"')[0]
        for file in SOURCE.rglob("*.py")
        for line in file.read_text(encoding="utf-8").splitlines()
        if ("MAKER" in line or "maker=" in line) and '"camnang.' in line
    }
    assert named <= set(MAKERS), f"not held: {sorted(named - set(MAKERS))}"
    assert ROOT in SOURCE.parents


def parsed_imports(block: list[ast.stmt]) -> Iterator[str]:
    """Yield what statements import when they run, as Python's own parser sees them."""
    for node in (each for each in block if not skipped(each)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
        for part in ("body", "orelse", "handlers", "finalbody", "cases"):
            yield from parsed_imports(getattr(node, part, []))


def skipped(node: ast.stmt) -> bool:
    """Tell whether a statement is a block that only the type checker reads."""
    return isinstance(node, ast.If) and ast.unparse(node.test) in {"TYPE_CHECKING", "typing.TYPE_CHECKING"}


def test_the_patterns_find_the_imports_that_python_finds() -> None:
    for file in SOURCE.rglob("*.py"):
        text = file.read_text(encoding="utf-8")
        found, wanted = set(names_in(text)), set(parsed_imports(ast.parse(text).body))
        assert found == wanted, f"{file}: {sorted(found ^ wanted)}"


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("import a.b as c, d\n", {"a.b", "d"}),
        ("from a import (\n    b,  # (one)\n    c as d,\n)\n", {"a", "a.b", "a.c"}),
        ("def f():\n    from a import b  # noqa\n", {"a", "a.b"}),
        ("if TYPE_CHECKING:\n    from a import b\n\n    import c\nimport d\n", {"d"}),
        ("def f():\n    if typing.TYPE_CHECKING:\n        import a\n    import b\n", {"b"}),
        ("from . import a\nfrom .b import c\n", set()),
    ],
)
def test_imports_are_found_in_whatever_form(text: str, names: set[str]) -> None:
    assert set(names_in(text)) == names
