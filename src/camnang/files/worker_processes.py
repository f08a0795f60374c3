"""Worker processes that leave Ctrl+C to the one who started them, and that do not outlive it."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing.context import SpawnContext, SpawnProcess

from camnang.files.stops import stops_put_off


@contextmanager
def deaf_children() -> Iterator[None]:
    """Let a process that is started meanwhile never hear Ctrl+C: what its parent holds back, it never hears."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


class QuietProcess(SpawnProcess):
    """A worker that is started whole, whatever is pressed meanwhile, and never hears Ctrl+C."""

    def start(self) -> None:
        """Start it."""
        with stops_put_off(), deaf_children():
            super().start()


class QuietContext(SpawnContext):
    """Starts quiet processes, spawned and not forked: a fork of a process in which Typst's threads run hangs."""

    Process = QuietProcess


def leave_with_parent() -> None:
    """End this worker when the one who started it is gone, killed without a word to anybody."""
    parent = multiprocessing.parent_process()

    def wait() -> None:
        if parent is not None:
            parent.join()
            os._exit(1)

    threading.Thread(target=wait, daemon=True).start()


def worker_pool(processes: int) -> ProcessPoolExecutor:
    """Return a pool of processes; a terminal's Ctrl+C reaches only the one that called this, which ends them."""
    return ProcessPoolExecutor(processes, mp_context=QuietContext(), initializer=leave_with_parent)
