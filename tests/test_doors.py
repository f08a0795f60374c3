"""Texts, YAML and office files come in by few doors; a module that opens one by itself is told here.

`files/text_file.py` opens texts and names their letters, `files/yaml_tree.py` reads YAML, so that each rule
about them holds wherever they come from.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.conftest import ROOT

SOURCE = ROOT / "src" / "camnang"
OPENING = frozenset({"read_text", "load_workbook", "safe_load", "full_load", "load_all", "compose", "open"})
# What a module opens by itself, and why no person outside wrote it, or which door it is.
ALLOWED = {
    "files/shaping.py": "the list of files that an installed package has",
    "files/trust/bill_of_materials.py": "lists of packages that this program writes",
    "files/trust/manifest.py": "bytes that are hashed, whatever they are",
    "files/trust/sealing.py": "a key, judged by its own format",
    "files/trust/sources.py": "bytes of a server or an archive that are hashed",
    "files/unfinished.py": "a note that a run left for the next one",
    "files/yaml_tree.py": "the door of YAML",
    "bundles/copies/copies.py": "the drawing of an icon, as the site has it",
    "bundles/copies/edition.py": "pages that were built",
    "bundles/copies/kiwix.py": "the null device, to be silent",
    "entry/commands/frame.py": "the null device, where output goes that nobody reads",
    "entry/commands/sign.py": "a key that this program wrote",
    "entry/commands/verify.py": "a key, judged by its own format",
    "entry/commands/lock.py": "lists of packages that this program writes",
    "entry/commands/addresses.py": "a list that this program writes, held against its own text",
    "entry/last_run.py": "what the last run left",
    "entry/preview/serving.py": "a browser, not a file",
    "pictures/catalogue.py": "a list that drawing left",
    "pictures/drawing/layout_files.py": "layouts, which are code",
    "pictures/drawing/finishing.py": "a PDF that was drawn",
    "pictures/drawing/imposition.py": "a PDF that was drawn",
    "pictures/drawing/raster.py": "a picture that was drawn",
    "pictures/logo_files.py": "the door of logos: a picture, checked byte by byte",
    "pictures/picture_files.py": "a PDF that was drawn",
    "pictures/quality/golden.py": "pictures that were drawn",
    "pictures/quality/pdf_ua.py": "a PDF that was drawn",
    "pictures/quality/rasters.py": "a picture that was drawn",
    "pictures/quality/rendering.py": "a PDF that was drawn",
    "pictures/quality/subject.py": "a PDF that was drawn",
    "papers/office/package.py": "the door of office files that come back, within bounds",
    "papers/review_sheets/yaml_values.py": "places in a text that was read by the door of YAML",
    "site/assembly/site_files.py": "the drawing of an icon",
    "site/assembly/templates.py": "templates, which are code",
    "site/hosting/server_files.py": "pages that were built",
    "site/served_assets.py": "scripts and style sheets, which are code",
    "sound/recordings.py": "a list to which this program adds a line",
}


def opened(tree: ast.Module) -> Iterator[str]:
    """Yield each call that opens a text, YAML or an office file past the doors."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            module = getattr(getattr(node.func, "value", None), "id", "")
            if name in OPENING or (module == "yaml" and name in {"load", "parse", "scan"}):
                yield f"{node.lineno}: {name}"


def test_texts_come_in_by_the_doors_alone() -> None:
    found = {
        file.relative_to(SOURCE).as_posix(): sorted(opened(ast.parse(file.read_text(encoding="utf-8"))))
        for file in sorted(SOURCE.rglob("*.py"))
    }
    opening = {path: calls for path, calls in found.items() if calls}
    strangers = {path: calls for path, calls in opening.items() if path not in ALLOWED}
    assert strangers == {}, "open texts with files/text_file.py, YAML with files/yaml_file.py, or say here why not"
    assert sorted(ALLOWED.keys() - opening.keys()) == [], "these open nothing any more"


def test_a_stranger_is_seen() -> None:
    calls = sorted(opened(ast.parse("import yaml\nyaml.load(x)\nPath(y).read_text()\nopen(z)\nload_workbook(w)\n")))
    assert calls == ["2: load", "3: read_text", "4: open", "5: load_workbook"]
