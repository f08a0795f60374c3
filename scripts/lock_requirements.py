"""Write the locks with hashes from requirements*.txt (needs `pip install uv`); --check compares without network."""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
NAMES = ("requirements", "requirements-test")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)


def normalised(name: str) -> str:
    """Return a package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> set[tuple[str, str]]:
    """Return the (package, version) pairs of a requirements text."""
    return {(normalised(name), version) for name, version in PIN.findall(text)}


def direct(name: str) -> str:
    """Return a requirements file with the files it includes, without the project itself."""
    lines = (ROOT / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    included = [direct(line.removeprefix("-r ").removesuffix(".txt")) for line in lines if line.startswith("-r ")]
    return "\n".join([*included, *(line for line in lines if not line.startswith("-"))]) + "\n"


def check(name: str) -> list[str]:
    """Return a sentence for each direct pin that the lock does not have."""
    locked = pins((ROOT / f"{name}.lock").read_text(encoding="utf-8"))
    missing = sorted(pins(direct(name)) - locked)
    return [
        f"{name}.lock lacks {package}=={version}; run python scripts/lock_requirements.py"
        for package, version in missing
    ]


def write(name: str) -> None:
    """Resolve for every platform and Python from 3.11 on, with hashes."""
    command = ["uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes", "--no-header"]
    done = subprocess.run(
        [*command, "--no-annotate", "--quiet", "-"], input=direct(name), capture_output=True, text=True, check=True
    )
    head = f"# Written by scripts/lock_requirements.py from {name}.txt; do not edit.\n"
    (ROOT / f"{name}.lock").write_text(head + done.stdout, encoding="utf-8")


def main() -> int:
    """Write the locks, or with --check say what is wrong with them."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true")
    if parser.parse_args().check:
        wrong = [sentence for name in NAMES for sentence in check(name)]
        print("\n".join(wrong) or "The locks hold every direct pin.")
        return 1 if wrong else 0
    for name in NAMES:
        write(name)
    return 0


if __name__ == "__main__":
    sys.exit(main())
