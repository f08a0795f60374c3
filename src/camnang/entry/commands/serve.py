"""`xem`: shows the pages on this machine while they are edited."""

from __future__ import annotations

import argparse
from functools import partial

from camnang.entry.commands.frame import STOPPED, TO_REPAIR, warn
from camnang.entry.preview.serving import PreviewError, serve
from camnang.handbook.project import Project


def run(project: Project, options: argparse.Namespace) -> int:
    """Show a live preview until it is stopped; return the exit code."""
    try:
        serve(project, options.port, open_browser=not options.closed, say=partial(print, flush=True))
    except PreviewError as problem:
        warn(f"{problem} Ví dụ: python3 run.py xem --cong 8001")
        return TO_REPAIR
    except KeyboardInterrupt:  # the only way to end a preview, and `serve` has said so
        return STOPPED
    return 0
