"""The frame around every verb: what is typed is understood, the verb runs, and however it ends is told in one place.

Exit codes: 0 done, 1 something to repair, 2 a wrong call, 130 stopped (Ctrl+C, SIGTERM, or nobody reads any more).
"""

from __future__ import annotations

import argparse
import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from camnang.entry.commands.parser import understood
from camnang.entry.commands.verb import WrongCallError

if TYPE_CHECKING:
    from camnang.handbook.project import Project

DONE, TO_REPAIR, WRONG_CALL, STOPPED = 0, 1, 2, 130
STOPPED_SENTENCE = "Đã dừng. Kết quả cũ còn nguyên, không tệp nào dở dang."
SETTINGS_FILE = "mkdocs.yml"  # stands in every handbook's folder
STOPS = (signal.SIGINT, signal.SIGTERM)
ITSELF = Path(__file__).resolve().parents[4]

Action = Callable[["Project", argparse.Namespace], int]


def warn(text: str) -> None:
    """Print what went wrong."""
    print(text, file=sys.stderr, flush=True)


def main(given: list[str] | None = None) -> int:
    """Run what the command line asks; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):  # Windows consoles start in another code
            stream.reconfigure(encoding="utf-8")
    try:
        with stops_answered():
            options = understood(sys.argv[1:] if given is None else given)
            code = DONE if options is None else action_of(options.verb.action)(project_of(options.root), options)
            sys.stdout.flush()  # here, where it is told, and not when Python ends
            return code
    except (Exception, KeyboardInterrupt) as error:
        ending = told(error)
        if ending is None:
            raise
        return ending


def action_of(name: str) -> Action:
    """Return the function that does a verb; only now are the packages that it needs imported."""
    module, _, function = name.partition(":")
    action: Action = getattr(importlib.import_module(f"{__package__}.{module}"), function)
    return action


def project_of(root: Path | None) -> Project:
    """Return the handbook: the folder named, else the one the caller stands in, else the one this program lies in."""
    from camnang.handbook.project import Project  # noqa: PLC0415 (help needs none of its packages)

    here = Path.cwd()
    around = next((folder for folder in (here, *here.parents) if (folder / SETTINGS_FILE).is_file()), ITSELF)
    return Project(root or around)


def told(error: BaseException) -> int | None:
    """Say how a verb ended, in the words of those who typed it; None for what nobody foresaw."""
    if isinstance(error, KeyboardInterrupt):
        warn(STOPPED_SENTENCE)
        return STOPPED
    if isinstance(error, BrokenPipeError):  # the program that read our lines, such as `head`, has enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return STOPPED
    if isinstance(error, WrongCallError):
        warn(str(error))
        return WRONG_CALL
    sentence = sentence_of(error)
    if sentence is None:
        return None
    warn(sentence)
    return TO_REPAIR


def sentence_of(error: BaseException) -> str | None:
    """Return what an editor reads of an error that was foreseen."""
    # Only something that failed is worth the time that these imports take.
    from camnang.files.faults import FaultsError  # noqa: PLC0415
    from camnang.files.ffmpeg import FfmpegError  # noqa: PLC0415
    from camnang.pictures.drawing.engine import DrawingError  # noqa: PLC0415

    unchanged = "Không tệp nào bị đổi."
    match error:
        case FaultsError():
            return str(error)
        case DrawingError():
            return f"Không vẽ được:\n{error}\n{unchanged}"
        case FfmpegError():
            return f"Chương trình chỉnh tiếng, làm phim dừng giữa chừng:\n{error}\n{unchanged}"
        case OSError():
            return f"Không đọc hoặc không ghi được: {error}. {unchanged}"
    return None


@contextmanager
def stops_answered() -> Iterator[None]:
    """Make Ctrl+C and a plea to end stop everything at once, the workers too, and leave time to clean up."""
    before = {number: signal.signal(number, stop) for number in STOPS}
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)


def stop(_number: int, _frame: FrameType | None) -> None:
    """End the workers, let no second Ctrl+C disturb the cleaning, and stop."""
    for each in STOPS:
        signal.signal(each, signal.SIG_IGN)
    if "multiprocessing" in sys.modules:
        for worker in sys.modules["multiprocessing"].active_children():
            worker.kill()
    raise KeyboardInterrupt
