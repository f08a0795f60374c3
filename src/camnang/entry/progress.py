"""How far a long job is: a bar with the time left on a terminal, plain lines in a log file, a pipe or CI."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, TextIO

if TYPE_CHECKING:
    from rich.progress import Progress

PATIENCE = 10.0  # seconds: a log is never silent for longer
ROUNDED = 10  # an estimate that is told by single seconds claims too much

Tick = Callable[[str], None]
Clock = Callable[[], float]


def duration(seconds: float) -> str:
    """Return a time as people say it: «40 giây», «3 phút», «1 giờ 5 phút»."""
    whole = round(seconds)
    if whole < 90:
        return f"{whole} giây"
    hours, minutes = divmod(round(whole / 60), 60)
    return f"{hours} giờ {minutes} phút" if hours else f"{minutes} phút"


def left(done: int, total: int, elapsed: float) -> str:
    """Return how long the rest takes if it goes on like this, '' while nothing is done; `elapsed` in seconds."""
    if not done:
        return ""
    seconds = elapsed / done * (total - done)
    rounded = seconds if seconds < ROUNDED else round(seconds / ROUNDED) * ROUNDED
    return f"còn khoảng {duration(rounded)}"


def by_kind(kinds: Iterable[str]) -> str:
    """Return how many there are of each kind, the most first: «142 áp phích, 84 ảnh, 28 phim»."""
    counts: dict[str, int] = {}
    for kind in kinds:
        counts[kind] = counts.get(kind, 0) + 1
    return ", ".join(f"{count} {kind}" for kind, count in sorted(counts.items(), key=lambda pair: -pair[1]))


class Lines:
    """Progress where nobody looks at a moving bar: one line every ten seconds, also while one thing takes long."""

    def __init__(self, title: str, total: int, stream: TextIO, clock: Clock) -> None:
        self.title, self.total, self.stream, self.clock = title, total, stream, clock
        self.done, self.began = 0, clock()
        self.told = self.began
        self.lock = threading.Lock()

    def tick(self, _name: str) -> None:
        """Count one thing that is done, and tell it when it is time to."""
        with self.lock:
            self.done += 1
            self.tell_in_time()

    def beat(self) -> None:
        """Tell how far it is, when it is time to, although nothing was done."""
        with self.lock:
            self.tell_in_time()

    def tell_in_time(self) -> None:
        """Print a line unless one was printed in the last ten seconds."""
        now = self.clock()
        if now - self.told < PATIENCE:
            return
        self.told = now
        said = (f"{self.title}: {self.done}/{self.total}", left(self.done, self.total, now - self.began))
        print(", ".join(part for part in said if part), file=self.stream, flush=True)


@contextmanager
def beating(lines: Lines) -> Iterator[None]:
    """Look once a second whether a line is due, beside what is done."""
    over = threading.Event()

    def look() -> None:
        while not over.wait(1):
            lines.beat()

    thread = threading.Thread(target=look, daemon=True)
    thread.start()
    try:
        yield
    finally:
        over.set()
        thread.join()


@contextmanager
def moving_bar(title: str, total: int, stream: TextIO, clock: Clock) -> Iterator[Tick]:
    """Show a bar that goes when all is done; yield the function that counts one thing."""
    bar = terminal_bar(stream)
    began, counted = clock(), iter(range(1, total + 1))
    with bar:
        task = bar.add_task(title, total=total, left="", name="")

        def tick(name: str) -> None:
            done = next(counted, total)
            bar.update(task, completed=done, left=left(done, total, clock() - began), name=name)

        yield tick


def terminal_bar(stream: TextIO) -> Progress:
    """Return a bar of rich; only a terminal is worth the time that importing it takes."""
    from rich.console import Console  # noqa: PLC0415
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    words = (TextColumn("{task.fields[left]}"), TextColumn("{task.fields[name]}"))
    console = Console(file=stream, highlight=False, markup=False)
    return Progress(
        TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), *words, console=console, transient=True
    )


@contextmanager
def progress(
    title: str, total: int, stream: TextIO | None = None, *, clock: Clock = time.monotonic
) -> Iterator[Tick]:
    """Yield the function to call with a name whenever one of `total` things is done; it prints to standard error.

    A terminal shows a bar, everything else a line at least every ten seconds; what ends sooner prints nothing.
    """
    out = sys.stderr if stream is None else stream
    if out.isatty():
        with moving_bar(title, total, out, clock) as tick:
            yield tick
        return
    lines = Lines(title, total, out, clock)
    with beating(lines):
        yield lines.tick
