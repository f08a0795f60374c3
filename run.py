"""Cẩm nang chống lừa đảo Cao Bằng: một cửa cho mọi việc, từ máy mới, đứng ở thư mục nào cũng được.

    python3 run.py                  kể mọi việc
    python3 run.py trang            vẽ áp phích, dựng trang vào site/
    python3 run.py VIỆC --help      cách dùng một việc

This file only sets up what a job needs (`.venv`, packages; for the tests a browser, an nginx …) and hands over to
`camnang.entry.commands`, which says what jobs there are. Only the standard library of Python 3.11 or newer; Linux,
macOS and Windows. Exit codes: 0 done, 1 something to repair, 2 a wrong call, 130 stopped.
"""

from __future__ import annotations

import hashlib
import importlib
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path
from types import ModuleType

ROOT = Path(__file__).resolve().parent
SOURCE = ROOT / "src"
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
INSTALLER_LOCK = "requirements-install.lock"
SOURCE_ONLY = ("feedgen",)  # pure Python, but 1.0.0 has no wheel; nothing else is built on the user's machine
BROWSER_VARIABLE = "CHROMIUM"
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")


class SetupError(Exception):
    """One sentence that says what to do; printed without a traceback."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def surroundings() -> dict[str, str]:
    """Return the environment of every program that is started here.

    Python keeps what it compiled, else each of them would compile hundreds of modules anew; below `.venv`, so that
    nothing is left beside the pages and the programs.
    """
    own = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPYCACHEPREFIX": str(VENV / "compiled")}
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"} | own


def run(*command: str | Path, quiet: bool = False) -> None:
    """Run a program in the project's folder; raise `SetupError` when it fails."""
    printed = subprocess.DEVNULL if quiet else None
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=surroundings(), stdout=printed, check=False)
    if done.returncode:
        raise SetupError(f"Dừng: «{Path(command[0]).name} {' '.join(map(str, command[1:3]))}…» báo lỗi ở trên.")


def is_root() -> bool:
    """Tell whether system packages can be installed without asking."""
    return hasattr(os, "geteuid") and os.geteuid() == 0


def install_system_package(names: list[str], reason: str) -> None:
    """Install Debian packages as root; otherwise raise a `SetupError` that says what to install."""
    if not (is_root() and shutil.which("apt-get")):
        raise SetupError(
            f"{reason} Hãy cài gói {' '.join(names)} (Debian, Ubuntu: sudo apt-get install {' '.join(names)})."
        )
    say(f"Cài gói hệ thống {' '.join(names)} …")
    run("apt-get", "update", "-qq", quiet=True)
    os.environ.setdefault("DEBIAN_FRONTEND", "noninteractive")
    run("apt-get", "install", "-y", "-qq", "--no-install-recommends", *names, quiet=True)


def works(*command: str | Path) -> bool:
    """Tell whether a program starts and ends well; what it prints is not shown."""
    try:
        return subprocess.run([str(part) for part in command], capture_output=True, check=False).returncode == 0
    except OSError:
        return False


def ensure_venv() -> None:
    """Make `.venv`; a half-made one is made anew."""
    if PYTHON.exists() and works(PYTHON, "-c", ""):
        return
    say("Tạo .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(VENV)], check=True)


def installer() -> tuple[str | Path, ...]:
    """Return how pip is called for `.venv`: the pip of this Python, else one of its own.

    To put one into `.venv` first takes as long as a third of all packages.
    """
    here = (sys.executable, "-m", "pip", "--python", PYTHON)
    if works(*here, "--version"):
        return here
    if not works(PYTHON, "-m", "pip", "--version"):
        try:
            import ensurepip  # noqa: F401, PLC0415 (Debian splits it off; only its presence is asked)
        except ImportError:
            version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
            install_system_package([version], "Python này thiếu phần venv.")
        run(PYTHON, "-m", "ensurepip", quiet=True)
    return PYTHON, "-m", "pip"


def wanted_packages(lock: str) -> str:
    """Return a hash of what is to be installed."""
    return hashlib.sha256((ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()


def ensure_packages(lock: str) -> None:
    """Install the lock's packages and the project; nothing to do when both are as last time."""
    shape, stamp = wanted_packages(lock), VENV / f".{lock}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == shape:
        return
    say(f"Cài các gói trong {lock} …")
    install(lock)
    stamp.write_text(shape, encoding="utf-8")


def install(lock: str) -> None:
    """Install the lock's packages and the project, with uv: it takes a quarter of pip's time; else with pip."""
    pip = (*installer(), "install", "--quiet", "--disable-pip-version-check")
    whole = ("--require-hashes", "--only-binary", ":all:")
    not_whole = ("--no-binary", ",".join(SOURCE_ONLY))
    try:
        run(*pip, *whole, "-r", INSTALLER_LOCK)
        uv = (PYTHON, "-m", "uv", "pip", "install", "--quiet", "--python", PYTHON)
        run(*uv, *whole, *not_whole, "-r", lock)
        run(*uv, "--no-deps", "--no-build-isolation", "-e", ".")
    except SetupError:
        say("Cài bằng uv không được; cài bằng pip, lâu hơn một chút …")
        run(*pip, *whole, *not_whole, "-r", lock)
        run(*pip, "--no-deps", "--no-build-isolation", "-e", ".")


def find_browser() -> str | None:
    """Return a Chromium named by the environment or found on PATH or in its usual folder."""
    named = os.environ.get(BROWSER_VARIABLE)
    usual = [
        Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome"),
        Path(os.environ.get("PROGRAMFILES", "/")) / "Google/Chrome/Application/chrome.exe",
        Path(os.environ.get("PROGRAMFILES(X86)", "/")) / "Microsoft/Edge/Application/msedge.exe",
    ]
    found = [named, *(shutil.which(name) for name in BROWSERS), *(str(file) for file in usual if file.is_file())]
    return next((name for name in found if name), None)


def ensure_browser() -> None:
    """Have a Chromium for the browser tests, and tell the tests which."""
    if find_browser() is None:
        install_system_package(["chromium"], f"Phép thử cần một trình duyệt Chromium (hoặc biến {BROWSER_VARIABLE}).")
    os.environ[BROWSER_VARIABLE] = find_browser() or "chromium"


def ensure_voice() -> None:
    """Have a speaking program for the tests of recordings; what it says is never published."""
    if shutil.which("espeak-ng") is None:
        install_system_package(["espeak-ng"], "Phép thử phần thu âm cần espeak-ng.")


def ensure_web_server() -> None:
    """Have an nginx for the tests of its settings; they start it themselves on a free port."""
    if shutil.which("nginx") is None and not Path("/usr/sbin/nginx").is_file():
        install_system_package(["nginx-light"], "Phép thử phần máy chủ cần nginx.")


def ensure_office() -> None:
    """Have LibreOffice for the few tests that open office files; it is large, so without it they are skipped."""
    if shutil.which("soffice") is None:
        packages = ["libreoffice-writer", "libreoffice-calc", "libreoffice-impress"]
        try:
            install_system_package(packages, "Chưa có LibreOffice.")
        except SetupError as problem:
            say(f"{problem} Phép thử mở tệp bằng LibreOffice được bỏ qua.")


def prepare(*, for_tests: bool, quick: bool) -> None:
    """Set up what a job needs, or its tests; the `quick` half of them starts no other program, so it needs none."""
    ensure_venv()
    ensure_packages("requirements-test.lock" if for_tests else "requirements.lock")
    if for_tests and not quick:
        ensure_browser()
        ensure_voice()
        ensure_web_server()
        ensure_office()


def reader_of_commands() -> ModuleType:
    """Return the module that knows all jobs; it stands on the standard library alone."""
    sys.path.insert(0, str(SOURCE))
    return importlib.import_module("camnang.entry.commands.parser")


def hand_over(words: list[str]) -> int:
    """Run the job with the packages of `.venv`, where the user stands; return its exit code.

    On Linux and macOS this process becomes the job, so that Ctrl+C and a plea to end reach it and nobody else.
    """
    command = [str(PYTHON), "-m", "camnang", "--root", str(ROOT), *words]
    if os.name != "nt":
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT, signal.SIGTERM})  # the job answers once it can
        os.execve(PYTHON, command, surroundings())
    child = subprocess.Popen(command, env=surroundings())
    while True:
        try:
            return child.wait()
        except KeyboardInterrupt:  # Windows sends Ctrl+C to the job too; it stops and says so
            continue


def main(words: list[str]) -> int:
    """Do what the command line asks; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:  # nobody looks; else Windows consoles start in another code
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if sys.version_info < OLDEST_PYTHON:
        say(f"Cần Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} trở lên; máy đang dùng {sys.version.split()[0]}.")
        return 1
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # a plea to end is answered like Ctrl+C
    reader = reader_of_commands()
    try:
        options = reader.understood(words)
        if options is None:  # help was asked for and printed
            return 0
        prepare(for_tests=options.verb.for_tests, quick=getattr(options, "quick", False))
        return hand_over(words)
    except reader.WrongCallError as problem:
        print(problem, file=sys.stderr)
        return 2
    except (SetupError, OSError, subprocess.SubprocessError) as problem:
        print(f"Không cài đặt được: {problem}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("Đã dừng lúc đang cài đặt. Chạy lại là cài tiếp.", file=sys.stderr)
        return 130


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
