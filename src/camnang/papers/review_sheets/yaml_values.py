"""Where the values of a YAML text stand, and how a new value is written in the place of an old one."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from camnang.files.faults import FaultsError
from camnang.files.yaml_tree import PlainLoader, YamlText, composed_tree

Key = str | int


@dataclass(frozen=True)
class Value:
    """A scalar under its keys, quotes among its characters; `text` is what it says."""

    keys: tuple[Key, ...]
    start: int
    end: int
    text: str


def children(node: yaml.Node) -> Iterator[tuple[Key, yaml.Node]]:
    """Yield what a node holds, items of a list numbered from 1."""
    if isinstance(node, yaml.MappingNode):
        yield from ((str(key.value), value) for key, value in node.value)
    elif isinstance(node, yaml.SequenceNode):
        yield from enumerate(node.value, start=1)


def scalars(node: yaml.Node, keys: tuple[Key, ...]) -> Iterator[tuple[tuple[Key, ...], yaml.ScalarNode]]:
    """Yield every scalar below a node with its keys, in the order of the text."""
    if isinstance(node, yaml.ScalarNode):
        yield keys, node
    for key, child in children(node):
        yield from scalars(child, (*keys, key))


def values_of(text: str, start: int, end: int) -> Iterator[Value]:
    """Yield the values of the YAML between two places of a text, none when it is no YAML."""
    part = text[start:end]
    try:
        node = yaml.compose(part, Loader=PlainLoader)
    except yaml.YAMLError:
        return  # reading the handbook tells the place and the repair
    for keys, scalar in scalars(node, ()) if node else ():
        first = scalar.start_mark.index
        length = len(part[first : scalar.end_mark.index].rstrip())
        yield Value(keys, start + first, start + first + length, scalar.value)


def is_plain(value: str) -> bool:
    """Tell whether a value says the same without quotes."""
    try:
        return bool(composed_tree(YamlText(f"value: {value}\nnext: 1", ""))[1] == {"value": value, "next": 1})
    except FaultsError:
        return False


def written(old: str, value: str) -> str:
    """Return `value` quoted as the characters `old` were, with quotes where it needs them."""
    if old.startswith("'"):
        return "'" + value.replace("'", "''") + "'"
    if old.startswith('"') or not is_plain(value):
        return json.dumps(value, ensure_ascii=False)
    return value
