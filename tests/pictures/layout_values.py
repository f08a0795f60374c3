"""What a value of a layout may be: a part of a sheet, a list or a tuple of such, a dictionary or a function.

Text and numbers are nothing: nobody asks them for a key.
"""

from __future__ import annotations

import types
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

Value = frozenset[Any]
NOTHING: Value = frozenset()
DEEPEST = 6  # lists in lists; a list that is put into itself ends there


@dataclass(frozen=True)
class Many:
    """A list of values."""

    each: Value


@dataclass(frozen=True)
class Row:
    """A tuple: one value after the other."""

    parts: tuple[Value, ...]


@dataclass(frozen=True)
class Made:
    """A dictionary that a layout makes, perhaps by adding to a part of a sheet."""

    keys: tuple[tuple[str, Value], ...]
    sheet: type | None = None


@dataclass(frozen=True)
class Function:
    """A function by where it stands; `key` is its name in a dictionary, `given` how many arguments it has already."""

    file: Path
    place: int
    key: str = ""
    given: int = 0


@cache
def hints_of(sheet: type) -> Mapping[str, Value]:
    """Return a class's fields with what they may be."""
    hints = get_type_hints(sheet)
    return {each.name: value_of(hints[each.name]) for each in fields(sheet)}


def union(*values: Value) -> Value:
    """Return all that any of the values may be."""
    return frozenset[Any]().union(*values)


def dictionary(keys: Mapping[str, Value], part: type | None = None) -> Made:
    """Return a dictionary whatever the order in which its keys were made; `part` is what they were added to."""
    return Made(tuple(sorted(keys.items(), key=lambda pair: pair[0])), part)


def value_of(hint: Any) -> Value:
    """Return what a field with this annotation may be."""
    inner = [each for each in get_args(hint) if each is not Ellipsis]
    if get_origin(hint) in {Union, types.UnionType}:
        return union(*map(value_of, inner))
    if get_origin(hint) is tuple:
        return frozenset({Many(value_of(inner[0]))})
    return frozenset({hint}) if is_dataclass(hint) else NOTHING


def kinds_of(sheet: Any) -> frozenset[str]:
    """Return what the field `kind` of a class may say, nothing where that is free."""
    hint = get_type_hints(sheet).get("kind") if isinstance(sheet, type) else None
    return frozenset(get_args(hint)) if get_origin(hint) is Literal else frozenset()


def contents(value: Value) -> Value:
    """Return what is in lists and tuples."""
    lists = [each.each for each in value if isinstance(each, Many)]
    return union(*lists, *(part for each in value if isinstance(each, Row) for part in each.parts))


def many(value: Value) -> Value:
    """Return a list of what a value may be."""
    return frozenset({Many(value)}) if depth(value) < DEEPEST else NOTHING


def depth(value: Value) -> int:
    """Return how deep lists lie in lists."""
    return 1 + max((depth(part) for each in value for part in parts_of(each)), default=0) if value else 0


def parts_of(each: Any) -> Iterable[Value]:
    """Return the values that a list, a tuple or a dictionary holds."""
    if isinstance(each, Many):
        return [each.each]
    if isinstance(each, Made):
        return [part for _, part in each.keys]
    return each.parts if isinstance(each, Row) else []


def added(one: Value, other: Value) -> Value:
    """Return one value plus another: a part of a sheet to which a layout adds keys keeps its own."""
    made = [each for each in other if isinstance(each, Made)]
    parts = [each for each in one if isinstance(each, Made | type)]
    if not made or not parts:
        return one | other
    return one.difference(parts) | {merged(part, more) for part in parts for more in made}


def merged(part: Made | type, more: Made) -> Made:
    """Return a part of a sheet, or a dictionary, with more keys."""
    if isinstance(part, Made):
        return dictionary({**dict(part.keys), **dict(more.keys)}, part.sheet)
    return dictionary(dict(more.keys), part)


def chosen(value: Value, key: str) -> Value:
    """Return what a function of a dictionary is given: of parts that name their kind only those of its own."""
    return frozenset(each for each in value if not (key and kinds_of(each)) or key in kinds_of(each))


def keyed(made: Made) -> Iterable[Any]:
    """Yield what a dictionary holds; functions know under which key."""
    for key, value in made.keys:
        for each in value:
            yield Function(each.file, each.place, key, each.given) if isinstance(each, Function) else each


def shifted(function: Function, given: int) -> Function:
    return Function(function.file, function.place, function.key, function.given + given)
