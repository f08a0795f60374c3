"""Ctrl+C and a plea to end, answered a moment later where what is begun must be ended."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager

STOPS = (signal.SIGINT, signal.SIGTERM)


@contextmanager
def stops_put_off() -> Iterator[None]:
    """Answer Ctrl+C and a plea to end only afterwards: a process that is half started would stay behind."""
    if threading.current_thread() is not threading.main_thread():  # only the main thread answers signals
        yield
        return
    heard: list[int] = []
    before = {number: signal.signal(number, lambda number, _: heard.append(number)) for number in STOPS}
    try:
        yield
    finally:
        for number, answer in before.items():
            signal.signal(number, answer)
    for told in heard:
        signal.raise_signal(told)
