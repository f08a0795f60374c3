"""Runs commands again and again, disturbed at another of its steps each time; tells what went wrong.

    python -m tests.abuse.disturbed WORK DISTURBANCE,… SEED COUNT COMMAND …

A step is what the audit hooks report: a file that is opened to be written, a folder that is made, a name
that is changed or taken away. So the same seed disturbs at the same steps, on a slow machine too. WORK holds `before`
(a handbook on which the command has something to do, beside it the caller's files); it prints a JSON object
with what was found for each command.
"""

from __future__ import annotations

import hashlib
import importlib
import json
import os
import random
import shutil
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from errno import ENOSPC, EROFS
from pathlib import Path
from typing import Any, Final

from camnang.entry.commands.frame import STOPPED, STOPPED_SENTENCE, main
from camnang.files.sole_writer import FOLDER, finish_what_was_left

CHANGING: Final = ("os.mkdir", "os.rename", "os.remove", "os.rmdir", "os.link", "os.chmod", "os.symlink")
FILLING: Final = ("open", "os.mkdir", "os.link", "os.symlink")  # what a full disk refuses
TO_WRITE: Final = os.O_WRONLY | os.O_RDWR | os.O_CREAT
SMALL: Final = 4_096  # bytes: where a file may not be larger, most writing ends in the midst
DISTURBANCES: Final = ("SIGKILL", "SIGTERM", "SIGINT", "full", "read-only", "small")
CACHES: Final = "."  # what a run keeps for the next one has a hidden name


def changes(event: str, arguments: tuple[Any, ...], work: str) -> bool:
    """Tell whether an event changes something below `work`."""
    if event == "ctypes.dlsym":
        return arguments[1] == "renameat2"
    if event not in CHANGING and not (event == "open" and isinstance(arguments[2], int) and arguments[2] & TO_WRITE):
        return False
    place = arguments[0]
    return isinstance(place, str | os.PathLike) and os.fspath(place).startswith(work)


@dataclass
class Hook:
    """Counts the steps of a command and disturbs it at one of them; `step` counts from 1, 0 for never."""

    work: str
    disturbance: str = ""
    step: int = 0
    count: int = 0

    def __call__(self, event: str, arguments: tuple[Any, ...]) -> None:
        """Hear of an event."""
        if not changes(event, arguments, self.work):
            return
        self.count += 1
        if self.step and self.disturbance.startswith("SIG") and self.count == self.step:
            os.kill(os.getpid(), getattr(signal, self.disturbance))
        elif self.disturbance == "read-only":
            raise OSError(EROFS, os.strerror(EROFS))
        elif self.disturbance == "full" and self.count >= self.step > 0 and event in FILLING:
            raise OSError(ENOSPC, os.strerror(ENOSPC))


@dataclass(frozen=True)
class Ended:
    """How a command ended: by its code or a signal, what it said, how many steps it had and which modules."""

    code: int
    said: str
    steps: int
    modules: tuple[str, ...]


def in_child(work: Path, words: list[str], disturbance: str = "", step: int = 0) -> Ended:
    """Run a command in a process of its own, which is forked so that it has all its modules already."""
    out, told = work / "said", work / "told"
    told.unlink(missing_ok=True)
    child = os.fork()
    if child == 0:
        with out.open("wb") as screen:
            for number in (1, 2):
                os.dup2(screen.fileno(), number)
        os.chdir(work)
        hook = Hook(str(work / "handbook"), disturbance, step)
        if disturbance == "small":
            import resource  # noqa: PLC0415 (Windows has none)

            resource.setrlimit(resource.RLIMIT_FSIZE, (SMALL, SMALL))
        sys.addaudithook(hook)
        code = ended_code(words, work)
        hook.disturbance = ""
        if not disturbance:
            told.write_text(json.dumps([hook.count, sorted(sys.modules)]), encoding="utf-8")
        os._exit(code)
    _, status = os.waitpid(child, 0)
    steps, modules = json.loads(told.read_text(encoding="utf-8")) if told.exists() else (0, [])
    said = out.read_text(encoding="utf-8", errors="replace")
    return Ended(os.waitstatus_to_exitcode(status), said, steps, tuple(modules))


def ended_code(words: list[str], work: Path) -> int:
    """Run the command; a traceback is printed, as Python would."""
    try:
        return main(["--root", str(work / "handbook"), *words])
    except BaseException:
        sys.excepthook(*sys.exc_info())
        return 99
    finally:
        sys.stdout.flush()
        sys.stderr.flush()


def unit_of(path: str) -> str:
    """Return what is replaced together with a file: pages and data, or a folder below build/, or the site."""
    first, _, rest = path.partition("/")
    return (
        "docs+data" if first in {"docs", "data"} else f"build/{rest.partition('/')[0]}" if first == "build" else first
    )


def units(handbook: Path) -> dict[str, str]:
    """Return a hash over the files of each unit; what is hidden is not shown to anybody."""
    found: dict[str, Any] = {}
    for file in sorted(handbook.rglob("*")):
        path = file.relative_to(handbook).as_posix()
        if file.is_file() and not any(part.startswith(CACHES) for part in path.split("/")):
            found.setdefault(unit_of(path), hashlib.sha256()).update(f"{path}\0".encode() + file.read_bytes())
    return {unit: content.hexdigest() for unit, content in found.items()}


def left_over(handbook: Path) -> list[str]:
    """Return what is temporary and still there."""
    hidden = [file for file in handbook.rglob(".*") if file.name.endswith(("-moi", "-cu"))]
    notes = [file for file in (handbook / FOLDER).glob("*") if file.name != "khoa"]
    return sorted(file.relative_to(handbook).as_posix() for file in (*hidden, *notes))


@dataclass
class Trial:
    """One command on one handbook, before and after it is carried out."""

    work: Path
    words: list[str]
    old: dict[str, str] = field(default_factory=dict)
    new: dict[str, str] = field(default_factory=dict)
    steps: int = 0
    code: int = 0

    @property
    def handbook(self) -> Path:
        """The handbook that the command changes."""
        return self.work / "handbook"

    def reset(self) -> None:
        """Have the handbook as it was before the command."""
        for each in (self.work / "before").iterdir():
            shutil.rmtree(self.handbook / each.name, ignore_errors=True)
        shutil.copytree(self.work / "before", self.handbook, dirs_exist_ok=True)
        for name in ("site", "deploy"):
            if not (self.work / "before" / name).exists():
                shutil.rmtree(self.handbook / name, ignore_errors=True)

    def learn(self) -> Iterator[str]:
        """Carry the command out undisturbed; yield what is wrong with that."""
        self.reset()
        self.old = units(self.handbook)
        ended = in_child(self.work, self.words)
        self.new, self.steps, self.code = units(self.handbook), ended.steps, ended.code
        for name in ended.modules:  # those that are forked next need not import them again
            if name.partition(".")[0] != "__main__":
                with suppress(ImportError):
                    importlib.import_module(name)
        if ended.code not in {0, 1} or self.new == self.old:  # `tong-hop` writes and says 1 where a form is refused
            yield f"undisturbed: exit {ended.code}, changed {self.new != self.old}: {ended.said}"

    def torn(self) -> list[str]:
        """Return the units that are neither as they were nor as they are to be."""
        now = units(self.handbook)
        return [
            unit
            for unit in {*now, *self.old, *self.new}
            if now.get(unit) not in {self.old.get(unit), self.new.get(unit)}
        ]

    def disturb(self, disturbance: str, step: int) -> Iterator[str]:
        """Disturb the command once; yield what is not as it should be."""
        self.reset()
        ended = in_child(self.work, self.words, disturbance, step)
        yield from ENDINGS[disturbance](ended)
        if disturbance != "SIGKILL" and (left := left_over(self.handbook)):
            yield f"left: {left}"
        finish_what_was_left(self.handbook)
        if torn := self.torn():
            yield f"torn: {torn}"
        if units(self.handbook) != self.new:
            again = in_child(self.work, self.words)
            if again.code != self.code or units(self.handbook) != self.new:
                yield f"the next run: exit {again.code}, torn {self.torn()}: {again.said}"
        if left := left_over(self.handbook):
            yield f"left after the next run: {left}"


def killed(ended: Ended) -> Iterator[str]:
    """Nobody can answer SIGKILL."""
    if ended.code not in {-signal.SIGKILL, 0, 1}:
        yield f"exit {ended.code}: {ended.said}"


def stopped(ended: Ended) -> Iterator[str]:
    """A run that is stopped says one sentence; one that was done already says nothing of it."""
    sentences = ended.said.count(STOPPED_SENTENCE)
    if (ended.code, sentences) not in {(STOPPED, 1), (0, 0), (1, 0)} or "Traceback" in ended.said:
        yield f"exit {ended.code}: {ended.said}"


def refused(ended: Ended) -> Iterator[str]:
    """A disk that refuses is told in a sentence, or was not needed."""
    if ended.code not in {0, 1} or "Traceback" in ended.said or (ended.code == 1 and not ended.said.strip()):
        yield f"exit {ended.code}: {ended.said}"


ENDINGS: Final[dict[str, Callable[[Ended], Iterator[str]]]] = {
    "SIGKILL": killed,
    "SIGTERM": stopped,
    "SIGINT": stopped,
    "full": refused,
    "read-only": refused,
    "small": refused,
}


def chosen_steps(disturbance: str, steps: int, count: int, seed: int) -> list[int]:
    """Return at which steps to disturb: half of them the ends, the others by chance; some disturb from the start."""
    if disturbance in {"read-only", "small"}:
        return [1]
    ends = [steps, steps - 1, steps - 2, 1]  # the last ones swap what was made, then clear up
    others = random.Random(f"{seed} {disturbance}").sample(range(1, steps + 1), min(count, steps))
    return sorted({step for step in (*ends[: count // 2], *others) if step > 0})[:count]


def run(work: Path, ways: list[str], seed: int, count: int, words: list[str]) -> dict[str, Any]:
    """Disturb a command in several ways, `count` times in each; return how often that was and what was found."""
    os.cpu_count = lambda: 1  # all is drawn in the process that is disturbed
    trial = Trial(work, words)
    found = list(trial.learn())
    disturbed = [] if found else [(way, step) for way in ways for step in chosen_steps(way, trial.steps, count, seed)]
    for way, step in disturbed:
        found += [f"{way} at step {step} of {trial.steps}: {each}" for each in trial.disturb(way, step)]
    return {"disturbed": len(disturbed), "steps": trial.steps, "found": found}


if __name__ == "__main__":
    place, listed, seed, count, *commands = sys.argv[1:]
    told = {each: run(Path(place), listed.split(","), int(seed), int(count), each.split()) for each in commands}
    sys.stdout.write(json.dumps(told))
