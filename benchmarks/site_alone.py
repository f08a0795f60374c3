"""Build the site of a handbook of which nothing is drawn: what `trang` does besides drawing. Run by others here."""

from __future__ import annotations

import sys
from pathlib import Path

from camnang.entry.building import build_site
from camnang.entry.session import Session
from camnang.handbook.project import Project
from camnang.made.offer import Offer

if __name__ == "__main__":
    build_site(Session(Project(Path(sys.argv[1]))), Offer())
