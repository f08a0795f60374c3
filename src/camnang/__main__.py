"""`python -m camnang VIỆC`: the same door as `python3 run.py`, for a machine on which everything is installed."""

from __future__ import annotations

import signal
import sys

from camnang.entry.commands.frame import STOPPED, main
from camnang.files.stops import STOPS

if __name__ == "__main__":
    try:
        code = main()
    except KeyboardInterrupt:  # pressed just as all was done
        code = STOPPED
    for each in STOPS:
        signal.signal(each, signal.SIG_IGN)  # nothing is left that could be stopped
    sys.exit(code)
