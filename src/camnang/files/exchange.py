"""Two folders that change places in one step, where the system can."""

from __future__ import annotations

import ctypes
import os
import sys
from pathlib import Path
from typing import Final

HERE: Final = -100  # AT_FDCWD of Linux: paths are seen from the folder that the process stands in
LINUX_EXCHANGE: Final = 2  # RENAME_EXCHANGE, renameat2(2)
MACOS_SWAP: Final = 2  # RENAME_SWAP, renamex_np(2)


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders change places, so that a reader never finds neither; False where system or disk cannot."""
    first, second = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "linux":
            return bool(ctypes.CDLL(None).renameat2(HERE, first, HERE, second, LINUX_EXCHANGE) == 0)
        if sys.platform == "darwin":
            return bool(ctypes.CDLL(None).renamex_np(first, second, MACOS_SWAP) == 0)
    except AttributeError:  # an older system library
        return False
    return False
