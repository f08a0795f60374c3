"""`python -m camnang VIỆC`: the same door as `python3 run.py`, for a machine on which everything is installed."""

from __future__ import annotations

import sys

from camnang.entry.commands.frame import main

if __name__ == "__main__":
    sys.exit(main())
