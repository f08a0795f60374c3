"""`khoa-goi`: writes the locks with hashes from `requirements*.txt`, or says without a network what they lack."""

from __future__ import annotations

import argparse
import importlib.util
import re
import subprocess
import sys
from pathlib import Path

from camnang.files.whole_files import write_files
from camnang.handbook.project import Project

INSTALLED = ("requirements", "requirements-test", "requirements-install")
NAMES = (*INSTALLED, "requirements-audit")
PIN = re.compile(r"^([A-Za-z0-9._-]+)==([^\s;\\]+)", re.MULTILINE)
RESOLVER = ("uv", "pip", "compile", "--universal", "--python-version", "3.11", "--generate-hashes")
QUIETLY = ("--no-header", "--no-annotate", "--quiet", "-")


def normalised(name: str) -> str:
    """Return a package's name as the index compares it (PEP 503)."""
    return re.sub(r"[-_.]+", "-", name).lower()


def pins(text: str) -> set[tuple[str, str]]:
    """Return the (package, version) pairs of a requirements text."""
    return {(normalised(name), version) for name, version in PIN.findall(text)}


def locked_packages(root: Path) -> list[str]:
    """Return the packages of all locks that are installed, each once."""
    locks = (root / f"{name}.lock" for name in INSTALLED)
    return sorted({package for lock in locks for package, _ in pins(lock.read_text(encoding="utf-8"))})


def direct(root: Path, name: str) -> str:
    """Return a requirements file with the files it includes, without the project itself."""
    lines = (root / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    included = [
        direct(root, line.removeprefix("-r ").removesuffix(".txt")) for line in lines if line.startswith("-r ")
    ]
    return "\n".join([*included, *(line for line in lines if not line.startswith("-"))]) + "\n"


def lacking(root: Path, name: str) -> list[str]:
    """Return a sentence for each direct pin that the lock does not have."""
    locked = pins((root / f"{name}.lock").read_text(encoding="utf-8"))
    missing = sorted(pins(direct(root, name)) - locked)
    return [
        f"{name}.lock thiếu {package}=={version}. Sửa: chạy python3 run.py khoa-goi" for package, version in missing
    ]


def ensure_resolver() -> None:
    """Have uv, which alone resolves for every platform at once; `run.py` installs the packages with it."""
    if importlib.util.find_spec(RESOLVER[0]) is None:
        print("Cài uv …", flush=True)
        if importlib.util.find_spec("pip") is None:  # `run.py` calls the pip of another Python
            subprocess.run([sys.executable, "-m", "ensurepip"], stdout=subprocess.DEVNULL, check=True)
        subprocess.run([sys.executable, "-m", "pip", "install", "--quiet", "uv"], check=True)


def resolved(root: Path, name: str) -> bytes:
    """Return a lock for every platform and Python from 3.11 on, with hashes."""
    command = [sys.executable, "-m", *RESOLVER, *QUIETLY]
    # uv, by name
    done = subprocess.run(command, input=direct(root, name), capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise OSError(f"uv: {done.stderr.strip()}")
    return f"# Written by «python3 run.py khoa-goi» from {name}.txt; do not edit.\n{done.stdout}".encode()


def run(project: Project, options: argparse.Namespace) -> int:
    """Write the locks, or only say what is wrong with them; return the exit code."""
    root = project.root
    if options.check:
        wrong = [sentence for name in NAMES for sentence in lacking(root, name)]
        print("\n".join(wrong) or "Các khoá có đủ mọi gói đã ghi.")
        return 1 if wrong else 0
    ensure_resolver()
    write_files({root / f"{name}.lock": resolved(root, name) for name in NAMES})
    print(f"Đã ghi {', '.join(f'{name}.lock' for name in NAMES)}.")
    return 0
