"""LibreOffice without a window: what opens there opens for a clerk."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest


def converted(file: Path, kind: str = "pdf") -> Path:
    """Return what LibreOffice makes of a file; `kind` is an ending, with the name of a filter if need be."""
    if shutil.which("soffice") is None:
        pytest.skip("LibreOffice is not on this machine; run.py says how to install it")
    folder = file.parent / "converted"
    profile = f"-env:UserInstallation={(file.parent / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder), str(file)]
    done = subprocess.run(command, check=False, capture_output=True, text=True, timeout=180)
    made = folder / f"{file.stem}.{kind.partition(':')[0]}"
    assert made.is_file(), f"LibreOffice made no {made.name}: {done.stdout} {done.stderr}"
    return made
