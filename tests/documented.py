"""The commands that people are told to type, read out of documents, data, templates and the program's own words."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path

from camnang.entry.commands.verb import Verb
from camnang.entry.commands.verbs import VERBS
from tests.conftest import ROOT

PROGRAM = "python3 run.py"
GIVEN = "{}"  # what a message fills in by itself
FENCE = "```"
IN_CODE = re.compile(rf"`[^`]*{re.escape(PROGRAM)}([^`]*)`")
COMMENT = re.compile(r"\s+#.*")
OPTION = re.compile(r"--[a-z]")
CLOSING = ".,;:)»\"'`"


def markdown_files() -> list[Path]:
    folders = ("decisions", "deploy", "benchmarks", "docs", ".github")
    return [*sorted(ROOT.glob("*.md")), *(file for name in folders for file in sorted((ROOT / name).rglob("*.md")))]


def other_texts() -> list[Path]:
    """Return data, templates and servers' files, whose comments name commands."""
    folders = ("data", "deploy", "overrides", "src/camnang/entry", "src/camnang/site/hosting/templates")
    kinds = {".yml", ".txt", ".html", ".jinja", ".conf", ".config", ".htaccess"}
    return [file for folder in folders for file in sorted((ROOT / folder).rglob("*")) if file.suffix in kinds]


def of_markdown(text: str) -> Iterator[str]:
    """Yield the commands between backquotes and in blocks of code, as they stand there."""
    for number, part in enumerate(text.split(FENCE)):
        if number % 2:
            lines = (line.partition(PROGRAM) for line in part.splitlines() if PROGRAM in line)
            yield from (COMMENT.sub("", rest).strip() for _, _, rest in lines)
        else:
            yield from (" ".join(found.split()) for found in IN_CODE.findall(part))


def of_prose(text: str) -> Iterator[str]:
    """Yield the commands in running text: the verb, its part, then options, up to the next plain word."""
    for rest in text.split(PROGRAM)[1:]:
        yield " ".join(words_of_command(rest.partition("\n")[0]))


def words_of_command(rest: str) -> Iterator[str]:
    verbs: tuple[Verb, ...] = VERBS if rest.startswith(" ") else ()
    for written in rest.split():
        word = written.rstrip(CLOSING)
        found = next((verb for verb in verbs if word in {verb.name, *verb.aliases}), None)
        if not word or not (verbs or OPTION.match(word) or word == GIVEN):
            return
        yield word
        verbs = found.parts if found else ()
        if word != written:
            return


def of_program(text: str) -> Iterator[str]:
    """Yield the commands in the texts of a Python file; what a message fills in is `{}`."""
    tree = ast.parse(text)
    patterns = [node for node in ast.walk(tree) if isinstance(node, ast.JoinedStr)]
    parts = {id(part) for pattern in patterns for part in pattern.values}
    for pattern in patterns:
        told = (str(part.value) if isinstance(part, ast.Constant) else GIVEN for part in pattern.values)
        yield from of_prose("".join(told))
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in parts:
            yield from of_prose(node.value)


def documented() -> dict[str, str]:
    """Return every command as it is documented, and the first file that names it."""
    found: dict[str, str] = {}
    readers = (
        (markdown_files(), of_markdown),
        (other_texts(), of_prose),
        (sorted((ROOT / "src").rglob("*.py")), of_program),
    )
    for files, read in readers:
        for file in files:
            text = file.read_text(encoding="utf-8")
            if PROGRAM in text:
                for command in read(text):
                    found.setdefault(command, file.relative_to(ROOT).as_posix())
    return found
