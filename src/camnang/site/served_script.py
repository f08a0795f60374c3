"""A script as it is served: its words as they were written, without comments and spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import pairwise

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

JAVASCRIPT = Language(tree_sitter_javascript.language())
# Their parts are no words of the language: a space in a text or a pattern belongs to it.
WHOLE = frozenset({"string", "template_string", "regex"})
# Read without a space these would be one word, or another (ECMA-262, 12.7, 12.8 and B.1.1).
JOINED = re.compile(r"[\w$\\][\w$\\]|\+\+|--|//|/\*|<!|->|\d\.", re.ASCII)
# Where a line ends behind one of these, or before one, no semicolon is put in its place (ECMA-262, 12.10).
OPEN_END, OPEN_START = frozenset("{}(,;[?:=&|<>*%!~^"), frozenset(")].,;?:=&|<>*%^})")


class ScriptError(ValueError):
    """A script that is none; `line` counts from 1."""

    def __init__(self, line: int) -> None:
        self.line = line
        super().__init__(f"line {line}")


def tree(text: str) -> Node:
    """Return a script's tree; raise `ScriptError` with the first line that is not JavaScript."""
    root = Parser(JAVASCRIPT).parse(text.encode()).root_node
    if root.has_error:
        raise ScriptError(min(node.start_point.row + 1 for node in nodes(root) if node.is_error or node.is_missing))
    return root


def nodes(root: Node) -> Iterator[Node]:
    """Yield a node and all below it, in the order of the text."""
    yield root
    for child in root.children:
        yield from nodes(child)


def words(node: Node) -> Iterator[Node]:
    """Yield the words below a node: names, signs, whole texts and patterns; no comments."""
    if node.type in WHOLE or not node.children:
        if node.type != "comment" and node.end_byte > node.start_byte:
            yield node
        return
    for child in node.children:
        yield from words(child)


def written(word: Node) -> str:
    """Return a word's text."""
    return (word.text or b"").decode()


def between(word: Node, following: Node) -> str:
    """Return what must stay between two words: nothing, a space, or the end of a line that stands for a semicolon."""
    last, first = written(word)[-1], written(following)[0]
    if word.end_point.row < following.start_point.row and last not in OPEN_END and first not in OPEN_START:
        return "\n"
    is_touching = word.end_byte == following.start_byte
    return " " if not is_touching and (JOINED.match(last + first) or not (last + first).isascii()) else ""


@cache
def served_script(text: str) -> str:
    """Return a script without comments and needless spaces; raise `ScriptError` when it is no JavaScript."""
    found = list(words(tree(text)))
    gaps = [*(between(*pair) for pair in pairwise(found)), ""]
    return "".join(written(word) + gap for word, gap in zip(found, gaps, strict=True))
