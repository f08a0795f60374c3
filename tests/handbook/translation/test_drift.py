from __future__ import annotations

import subprocess
from pathlib import Path

from camnang.handbook.pages.pins import pin
from camnang.handbook.translation.drift import changes, pinned_version

FILE = "docs/index.md"


def commit(root: Path, text: str) -> None:
    (root / "docs").mkdir(exist_ok=True)
    (root / FILE).write_text(text, encoding="utf-8")
    for command in (("add", "-A"), ("-c", "user.name=a", "-c", "user.email=a@a.example", "commit", "-qm", "text")):
        subprocess.run(["git", *command], cwd=root, check=True)


def test_the_version_that_was_translated_is_found_in_the_history(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q"], cwd=tmp_path, check=True)
    texts = ["# Lừa đảo\n\nMột.\n", "# Lừa đảo\n\nHai.\n", "# Lừa đảo\n\nBa.\n"]
    for text in texts:
        commit(tmp_path, text)
    assert pinned_version(tmp_path, FILE, pin(texts[1])) == texts[1]
    assert pinned_version(tmp_path, FILE, "0" * 12) is None


def test_without_a_history_nothing_is_found(tmp_path: Path) -> None:
    assert pinned_version(tmp_path, FILE, "0" * 12) is None


def test_only_changed_lines_are_told() -> None:
    told = changes("a\nMột.\nb\nc\nd\n", "a\nHai.\nb\nc\nd\n", FILE)
    assert "-Một.\n+Hai.\n" in told
    assert "c\n" not in told
