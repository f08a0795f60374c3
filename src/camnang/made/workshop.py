"""The one loop by which everything is made: plan, keep what still fits, make the rest, register, swap.

A maker says which products there are (`key`, `fingerprint`) and how one of them becomes files; the workshop knows
which of them stand already, writes all of them or none, and drops what nobody wants any more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.whole_folder import keep, replaced_whole
from camnang.made.register import Key, MadeFile, has_its_size, is_whole, read_rows, rows_bytes


class Product(Protocol):
    """Something to make: `key` names it among its kind, `fingerprint` covers all that shapes it."""

    @property
    def key(self) -> Key:
        """What the rows of its files bear."""

    @property
    def fingerprint(self) -> str:
        """A hash over what is said and over what makes it."""


Row = TypeVar("Row", bound=MadeFile)
Wanted = TypeVar("Wanted", bound=Product)
Good = Callable[[MadeFile, Path], bool]


@dataclass(frozen=True)
class MadeBytes(Generic[Row]):
    """A file that was just made, with its row in the register."""

    row: Row
    content: bytes


Outcome = tuple[MadeBytes[Row], ...] | FaultsError


@dataclass(frozen=True)
class Shelf(Generic[Row]):
    """A folder of made files; `register` is the name of its list, `kind` what a row of it is."""

    folder: Path
    register: str
    kind: type[Row]

    def rows(self) -> tuple[Row, ...]:
        """Return what the register says."""
        return read_rows(self.folder / self.register, self.kind)


@dataclass(frozen=True)
class Plan(Generic[Wanted, Row]):
    """What is to do on a shelf: products to make, files that stay, files that nobody wants any more."""

    shelf: Shelf[Row]
    to_make: tuple[Wanted, ...]
    kept: tuple[Row, ...]
    dropped: tuple[Row, ...]

    @property
    def is_current(self) -> bool:
        """Tell whether there is nothing to do."""
        return not self.to_make and not self.dropped


def standing(shelf: Shelf[Row], products: Iterable[Product], good: Good) -> dict[Key, list[Row]]:
    """Return the files of each product that stands: all of its files good and of its fingerprint."""
    wanted = {product.key: product for product in products}
    found: dict[Key, list[Row]] = {}
    for row in shelf.rows():
        if row.key in wanted:
            found.setdefault(row.key, []).append(row)
    return {key: rows for key, rows in found.items() if stands(wanted[key], rows, shelf, good)}


def stands(product: Product, rows: Iterable[Row], shelf: Shelf[Row], good: Good) -> bool:
    """Tell whether the files of a product are as it wants them; only here is it asked for its fingerprint."""
    print_wanted = product.fingerprint
    return all(row.fingerprint == print_wanted and good(row, shelf.folder) for row in rows)


def current(shelf: Shelf[Row], products: Iterable[Product], good: Good = has_its_size) -> tuple[Row, ...]:
    """Return the files that may be offered, in the order of their products: an old or damaged one never is."""
    listed = tuple(products)
    found = standing(shelf, listed, good)
    return tuple(row for product in listed for row in found.get(product.key, ()))


def plan(
    shelf: Shelf[Row],
    products: Iterable[Wanted],
    *,
    wanted: Callable[[Wanted], bool] = lambda _: True,
    good: Good = is_whole,
) -> Plan[Wanted, Row]:
    """Hold a shelf against all products; those not `wanted` now stay as they are, old or not."""
    every = tuple(products)
    chosen = tuple(product for product in every if wanted(product))
    found = standing(shelf, chosen, good)
    to_make = tuple(product for product in chosen if product.key not in found)
    listed, known = shelf.rows(), {product.key for product in every}
    lost = {row.key for row in listed if not (shelf.folder / row.path).is_file()}
    leaving = lost | {product.key for product in to_make}
    kept = tuple(row for row in listed if row.key in known and row.key not in leaving)
    return Plan(shelf, to_make, kept, tuple(row for row in listed if row.key not in known))


def one_by_one(
    make: Callable[[Wanted], tuple[MadeBytes[Row], ...]],
) -> Callable[[tuple[Wanted, ...]], Iterator[tuple[Wanted, Outcome[Row]]]]:
    """Return a way to make products one after the other; the faults of one do not stop the next."""

    def made(products: tuple[Wanted, ...]) -> Iterator[tuple[Wanted, Outcome[Row]]]:
        for product in products:
            try:
                yield product, make(product)
            except FaultsError as error:
                yield product, error

    return made


def carry_out(
    work: Plan[Wanted, Row],
    make: Callable[[tuple[Wanted, ...]], Iterator[tuple[Wanted, Outcome[Row]]]],
    progress: Callable[[Wanted], None] = lambda _: None,
) -> tuple[Row, ...]:
    """Make what the plan says and swap the shelf whole; return its rows.

    Raises `FaultsError` with the faults of all products and writes nothing; so does an interruption.
    """
    if work.is_current:
        return work.kept
    rows, faults = list(work.kept), list[Fault]()
    folder = work.shelf.folder
    with replaced_whole(folder) as fresh:
        for row in work.kept:
            keep(folder / row.path, fresh / row.path)
        for product, outcome in make(work.to_make):
            if isinstance(outcome, FaultsError):
                faults += outcome.faults
            else:
                rows += [put(each, fresh) for each in outcome]
            progress(product)
        raise_if_any(faults)
        (fresh / work.shelf.register).write_bytes(rows_bytes(rows))
    return tuple(rows)


def put(made: MadeBytes[Row], folder: Path) -> Row:
    """Write a file at its place on the shelf; return its row."""
    target = folder / made.row.path
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(made.content)
    return made.row
