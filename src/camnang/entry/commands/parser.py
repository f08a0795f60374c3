"""Reading the command line in Vietnamese: the grouped help, the help of a verb, what is said of a wrong call."""

from __future__ import annotations

import argparse
import difflib
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any, NoReturn

from camnang.entry.commands.verb import Verb, WrongCallError
from camnang.entry.commands.verbs import GROUPS, VERBS

PROGRAM = "python3 run.py"
HEAD = "Cẩm nang chống lừa đảo Cao Bằng. Một cửa cho mọi việc; lần đầu máy tự cài thứ cần dùng."
FOOT = f"""Xem cách dùng một việc: {PROGRAM} ve --help. Tên tiếng Anh trong ngoặc cũng dùng được.
Mã thoát: 0 xong, 1 có chỗ phải sửa, 2 gõ sai lệnh, 130 bị dừng giữa chừng (Ctrl+C)."""
HELP_WORDS = ("-h", "--help", "--giup")
WIDTH = 20
# What argparse says, and what an editor reads; the rest stays in argparse's words.
SAID = (
    (r"the following arguments are required: (.*)", r"còn thiếu {}"),
    (r"unrecognized arguments: (.*)", r"không hiểu «{}»"),
    (r"argument (.*): expected one argument", r"sau {} phải ghi thêm một giá trị"),
    (r"argument (.*): expected at least one argument", r"sau {} phải ghi ít nhất một giá trị"),
    (r"argument (.*): invalid choice: '?(.*?)'? \(choose from (.*)\)", r"{}: không có «{}»; một trong {}"),
    (r"argument (.*): invalid int value: '(.*)'", r"{}: «{}» không phải con số"),
    (r"argument (.*): (.*)", r"{}: {}"),
)


class PlainHelp(argparse.HelpFormatter):
    """Argparse's help with Vietnamese words of its own."""

    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:  # noqa: ANN401
        """Begin with «Cách gõ»."""
        super().add_usage(usage, actions, groups, prefix or "Cách gõ: ")


class Parser(argparse.ArgumentParser):
    """A parser whose titles and complaints are Vietnamese; a wrong call raises `WrongCallError`."""

    def __init__(self, **how: Any) -> None:  # noqa: ANN401
        super().__init__(add_help=False, allow_abbrev=False, formatter_class=PlainHelp, **how)
        # argparse offers no public way to name its two groups
        self._positionals.title, self._optionals.title = "phải ghi", "tuỳ chọn"
        self.add_argument(*HELP_WORDS, action="help", help="hiện trang này rồi thôi")

    def error(self, message: str) -> NoReturn:
        """Say what is wrong and how the verb is typed."""
        raise WrongCallError(
            f"{in_vietnamese(message)}.\n{self.format_usage().strip()}\nXem thêm: {self.prog} --help"
        )


def in_vietnamese(message: str) -> str:
    """Return what argparse says of a wrong call, in the words of those who type it."""
    for pattern, said in SAID:
        if found := re.fullmatch(pattern, message):
            return said.format(*found.groups())
    return message


def named(verb: Verb) -> str:
    """Return a verb's name with its first alias, as the help lists it."""
    return f"{verb.name} ({verb.aliases[0]})"


def listed(verbs: Iterable[Verb], indent: str = "  ") -> str:
    """Return one line a verb; a name that is too long stands on a line of its own."""
    rows = []
    for verb in verbs:
        name = named(verb)
        gap = f"\n{indent}{'':<{WIDTH + 8}}" if len(name) > WIDTH + 6 else " " * (WIDTH + 8 - len(name))
        rows.append(f"{indent}{name}{gap}{verb.about}")
    return "\n".join(rows)


def whole_help() -> str:
    """Return the help that stands before all verbs."""
    groups = "\n\n".join(f"{group.title}\n{listed(group.verbs)}" for group in GROUPS)
    return f"{HEAD}\n\nCách gõ: {PROGRAM} VIỆC [tuỳ chọn]\n\n{groups}\n\n{FOOT}"


def help_of_parts(verb: Verb) -> str:
    """Return the help of a verb that has parts."""
    first = verb.parts[0].name
    return (
        f"Cách gõ: {PROGRAM} {verb.name} VIỆC [tuỳ chọn]\n\n{verb.about}\n\n{listed(verb.parts)}\n\n"
        f"Xem cách dùng một việc: {PROGRAM} {verb.name} {first} --help"
    )


def verb_called(word: str, verbs: tuple[Verb, ...], before: str = "") -> Verb:
    """Return the verb with that name or alias; raise `WrongCallError` with the nearest one."""
    for verb in verbs:
        if word in {verb.name, *verb.aliases}:
            return verb
    names = [name for verb in verbs for name in (verb.name, *verb.aliases)]
    near = difflib.get_close_matches(word.lower(), names, n=1, cutoff=0.5)
    guess = f" Có phải: {PROGRAM} {before}{near[0]}?" if near else ""
    raise WrongCallError(f"Không có việc «{before}{word}».{guess}\nKể mọi việc: {PROGRAM} {before}".rstrip())


def parser_of(verb: Verb, path: str) -> Parser:
    """Return the parser of a verb that does something; `path` is what is typed to call it."""
    epilog = f"Ví dụ: {PROGRAM} {verb.example}" if verb.example else None
    parser = Parser(prog=f"{PROGRAM} {path}", description=verb.about, epilog=epilog)
    for each in verb.options:
        parser.add_argument(*each.flags, **each.how)
    return parser


def root_and_words(words: list[str]) -> tuple[Path | None, list[str]]:
    """Split off the folder of the handbook, which `run.py` and tests put before the verb."""
    if len(words) > 1 and words[0] in {"--goc", "--root"}:
        return Path(words[1]).resolve(), words[2:]
    return None, words


def understood(words: list[str]) -> argparse.Namespace | None:
    """Return what was asked: the verb as `verb`, its options, the folder as `root`; None when help was printed.

    Raises `WrongCallError` when the words cannot be meant.
    """
    root, left = root_and_words(words)
    verbs, path, helping = VERBS, "", whole_help()
    while True:
        if not left or left[0] in HELP_WORDS:
            sys.stdout.write(f"{helping}\n")
            return None
        verb = verb_called(left[0], verbs, path)
        path, left = f"{path}{verb.name} ", left[1:]
        if not verb.parts:
            return options_of(verb, path.strip(), left, root)
        verbs, helping = verb.parts, help_of_parts(verb)


def options_of(verb: Verb, path: str, words: list[str], root: Path | None) -> argparse.Namespace | None:
    """Return the options of a verb; None when its help was printed."""
    parser = parser_of(verb, path)
    if any(word in HELP_WORDS for word in words):
        parser.print_help()
        return None
    known, passed = parser.parse_known_args(words)
    if passed and not verb.passes_on:
        parser.error(f"unrecognized arguments: {' '.join(passed)}")
    known.verb, known.root, known.passed = verb, root, passed
    return known


def options_for(name: str) -> argparse.Namespace:
    """Return the options of a verb that another verb calls: all as when nothing is typed after it."""
    return parser_of(verb_called(name, VERBS), name).parse_args([])
