"""Which tests are quick: those that neither draw nor build a site, open a browser or start another program.

What a test and its fixtures reach by name, through this project's own functions and classes, is followed until it
ends at one of `TOOLS`; a test that reaches one is `slow`, any other `quick`. Nobody marks a test by hand; a few files
that were measured to take long are named in `LONG`.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from types import CodeType, FunctionType, ModuleType
from typing import Any, Final

import pytest

# Typst draws; other programs are LibreOffice, nginx, espeak-ng, FFmpeg and MkDocs; workers draw side by side.
TOOLS: Final = frozenset({"typst", "subprocess", "concurrent", "playwright", "mkdocs"})
OWN: Final = ("camnang", "tests")
# Together they took half of the quick half: they draw through a table that is not followed, or rehearse a whole
# handbook for each sheet (`run.py thu --nhanh --junitxml=…` tells the seconds of each file).
LONG: Final = frozenset(
    {
        "tests/entry/commands/test_draw.py",
        "tests/entry/commands/test_site.py",
        "tests/papers/review_sheets/test_faults.py",
        "tests/papers/review_sheets/test_real_handbook.py",
        "tests/papers/review_sheets/test_round_trip.py",
        "tests/pictures/quality/test_golden.py",
    }
)
ROOT: Final = Path(__file__).resolve().parent.parent
DEPTH: Final = 2  # how deep a table of functions may be nested in lists and dicts


def package_of(thing: object) -> str:
    """Return the top package that a module, class or function comes from, '' for a plain value."""
    name = thing.__name__ if isinstance(thing, ModuleType) else getattr(thing, "__module__", None)
    return name.partition(".")[0] if isinstance(name, str) else ""


def codes_of(code: CodeType) -> Iterator[CodeType]:
    """Yield the code of a function and of the functions, lambdas and comprehensions in it."""
    yield code
    for constant in code.co_consts:
        if isinstance(constant, CodeType):
            yield from codes_of(constant)


def named_in(function: FunctionType) -> Iterator[object]:
    """Yield what a function names: globals, parts of named modules, what it imports itself, what it closes over."""
    names = {name for code in codes_of(function.__code__) for name in code.co_names}
    yield from (cell.cell_contents for cell in function.__closure__ or () if cell_is_filled(cell))
    for name in names:
        found = function.__globals__.get(name, name if name in TOOLS else None)
        yield found
        if isinstance(found, ModuleType) and package_of(found) in OWN:
            yield from (getattr(found, other) for other in names if hasattr(found, other))


def cell_is_filled(cell: Any) -> bool:
    """Tell whether a closed-over name has a value yet."""
    try:
        cell.cell_contents  # noqa: B018 (asked for its error)
    except ValueError:
        return False
    return True


def parts_of(thing: object, depth: int = DEPTH) -> Iterator[object]:
    """Yield what stands in a table, or what a class or a wrapped function is made of."""
    if isinstance(thing, dict | list | tuple) and depth:
        for part in thing.values() if isinstance(thing, dict) else thing:
            yield part
            yield from parts_of(part, depth - 1)
    elif isinstance(thing, partial):
        yield thing.func
    elif isinstance(thing, property):
        yield thing.fget
    elif isinstance(thing, type) and package_of(thing) in OWN:
        yield from vars(thing).values()
    elif hasattr(thing, "__wrapped__"):
        yield thing.__wrapped__
    elif isinstance(thing, staticmethod | classmethod):
        yield thing.__func__


def next_things(thing: object) -> Iterator[object]:
    """Yield what `thing` leads to."""
    yield from parts_of(thing)
    if isinstance(thing, FunctionType) and package_of(thing) in OWN:
        yield from named_in(thing)


def is_tool(thing: object) -> bool:
    """Tell whether a test that reaches `thing` takes long."""
    return (thing in TOOLS) if isinstance(thing, str) else package_of(thing) in TOOLS


@dataclass(frozen=True)
class Known:
    """Whether things reach a tool, by their id; each thing is kept, so that no other gets its id."""

    reaches: dict[int, tuple[object, bool]] = field(default_factory=dict)

    def quick(self, thing: object) -> bool:
        """Tell whether a thing was followed to its end before, and no tool was there."""
        return id(thing) in self.reaches and not self.reaches[id(thing)][1]


KNOWN: Final = Known()  # an object, since a table of functions would itself be followed
END: Final = object()


def found_from(start: FunctionType) -> bool:
    """Tell whether a function reaches a tool; each thing is followed once for all tests together."""
    if id(start) not in KNOWN.reaches:
        KNOWN.reaches.update(followed(start))
    return KNOWN.reaches[id(start)][1]


def followed(start: object) -> dict[int, tuple[object, bool]]:
    """Follow what leads on from `start` up to the first tool; return the things about which that says something.

    The way to a tool reaches it, every thing of it. Where none is found, nothing that was looked at reaches one.
    """
    seen: dict[int, object] = {id(start): start}
    way: list[tuple[object, Iterator[object]]] = [(start, next_things(start))]
    while way:
        thing = next((each for each in way[-1][1] if id(each) not in seen and not KNOWN.quick(each)), END)
        if thing is END:
            way.pop()
        elif is_tool(thing) or id(thing) in KNOWN.reaches:
            return {id(each): (each, True) for each, _ in way}
        else:
            seen[id(thing)] = thing
            way.append((thing, next_things(thing)))
    return {key: (each, False) for key, each in seen.items()}


def functions_of(item: pytest.Function) -> Iterator[Callable[..., object]]:
    """Yield a test's own function, without what Hypothesis puts around it, and those of its fixtures."""
    test = item.function
    yield getattr(getattr(test, "hypothesis", None), "inner_test", test)
    for definitions in item._fixtureinfo.name2fixturedefs.values():
        yield from (definition.func for definition in definitions)


def is_slow(item: pytest.Item) -> bool:
    """Tell whether a test draws, builds, opens a browser, starts a program or is known to take long."""
    if item.path.relative_to(ROOT).as_posix() in LONG:
        return True
    functions = functions_of(item) if isinstance(item, pytest.Function) else ()
    return any(found_from(inspect.unwrap(each)) for each in functions if isinstance(each, FunctionType))


def mark(items: list[pytest.Item]) -> tuple[int, int]:
    """Mark every test `quick` or `slow`; return how many there are of each."""
    slow = {item for item in items if is_slow(item)}
    for item in items:
        item.add_marker(pytest.mark.slow if item in slow else pytest.mark.quick)
    return len(items) - len(slow), len(slow)
