"""The frame around every verb: what is typed is understood, the verb runs, and however it ends is told in one place.

Exit codes: 0 done, 1 something to repair, 2 a wrong call, 130 stopped (Ctrl+C, SIGTERM, or nobody reads any more).
"""

from __future__ import annotations

import argparse
import gc
import importlib
import os
import signal
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING

from camnang.entry.commands.parser import understood
from camnang.entry.commands.verb import WrongCallError
from camnang.files.stops import STOPS

if TYPE_CHECKING:
    from camnang.handbook.project import Project

DONE, TO_REPAIR, WRONG_CALL, STOPPED = 0, 1, 2, 130
STOPPED_SENTENCE = "Đã dừng. Kết quả cũ còn nguyên, không tệp nào dở dang."
WAITING_SENTENCE = "Một lượt chạy khác đang ghi vào cẩm nang này; chờ nó xong (dừng chờ: Ctrl+C) …"
REPAIR_OF_DISK = "Sửa: xem ổ đĩa còn chỗ, thư mục còn quyền ghi, tên tệp không quá dài, rồi chạy lại."
SETTINGS_FILE = "mkdocs.yml"  # stands in every handbook's folder
ITSELF = Path(__file__).resolve().parents[4]

# Most verbs make a million objects that stay until the end; to look through all of them again and again for circles
# that could be freed takes an eighth of a short run. By default Python looks after every 700.
OBJECTS_BETWEEN_LOOKS = (100_000, 20, 50)

Action = Callable[["Project", argparse.Namespace], int]


def warn(text: str) -> None:
    """Print what went wrong."""
    print(text, file=sys.stderr, flush=True)


def main(given: list[str] | None = None) -> int:
    """Run what the command line asks; return the exit code."""
    streams_ready()
    gc.set_threshold(*OBJECTS_BETWEEN_LOOKS)
    try:
        with stops_answered():
            options = understood(sys.argv[1:] if given is None else given)
            code = DONE if options is None else done(options)
            sys.stdout.flush()  # here, where it is told, and not when Python ends
            return code
    except (Exception, KeyboardInterrupt) as error:
        ending = told(error)
        if ending is None:
            raise
        forget_unread_lines()
        return ending


def forget_unread_lines() -> None:
    """Send nowhere what cannot be printed any more, else Python says at its end that it failed again."""
    try:
        sys.stdout.flush()
    except OSError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def streams_ready() -> None:
    """Have streams that take every letter, whatever the console's code; closed ones lead nowhere."""
    while (free := os.open(os.devnull, os.O_RDWR)) <= 2:  # else the next file that is opened would be «the screen»
        pass
    os.close(free)
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115 (open until the end)
        stream = getattr(sys, name)
        if hasattr(stream, "reconfigure"):  # a file's name may hold what is no letter at all
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")


def done(options: argparse.Namespace) -> int:
    """Do what is asked, alone where it writes; return the exit code."""
    from camnang.files.sole_writer import finish_what_was_left, sole_writer  # noqa: PLC0415 (help needs no package)

    project = project_of(options.root)
    action = action_of(options.verb.action)
    if options.verb.writes_with(options):
        with sole_writer(project.root, partial(warn, WAITING_SENTENCE)):
            return action(project, options)
    finish_what_was_left(project.root)
    return action(project, options)


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
    from concurrent.futures import BrokenExecutor  # noqa: PLC0415

    from lxml.etree import SerialisationError  # noqa: PLC0415

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
        case BrokenExecutor() | MemoryError():
            return f"Máy hết bộ nhớ giữa chừng. {unchanged} Đóng bớt chương trình khác, hoặc thêm --cung-luc 1."
        case OSError() | SerialisationError():  # which is how lxml says that the disk is full
            return f"Không đọc hoặc không ghi được: {error}. {unchanged} {REPAIR_OF_DISK}"
    return None


@contextmanager
def stops_answered() -> Iterator[None]:
    """Make Ctrl+C and a plea to end stop everything at once, the workers too, and leave time to clean up."""
    before = {number: signal.signal(number, stop) for number in STOPS}
    try:
        if hasattr(signal, "pthread_sigmask"):  # `run.py` holds them back until there is somebody to answer
            signal.pthread_sigmask(signal.SIG_UNBLOCK, STOPS)
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
