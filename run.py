"""Cẩm nang chống lừa đảo Cao Bằng: một lệnh làm mọi việc, từ máy mới.

    python3 run.py site     cài đặt, vẽ áp phích, dựng trang vào site/
    python3 run.py serve    xem trước: sửa một trang thì trang và hình của nó đổi theo
    python3 run.py check    chỉ đọc và soát các trang, không vẽ
    python3 run.py draw     chỉ vẽ; thêm --shard 1/4 để vẽ một phần, --help kể hết
    python3 run.py host     nén trang và đóng gói để chép lên máy chủ (nginx, Apache, IIS)
    python3 run.py test     cài đặt, rồi chạy mọi phép thử

Only the standard library of Python 3.11 or newer; Linux, macOS and Windows.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
PYTHON = VENV / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
OLDEST_PYTHON = (3, 11)
SOURCE_ONLY = ("feedgen",)  # pure Python, but 1.0.0 has no wheel; nothing else is built on the user's machine
BROWSER_VARIABLE = "CHROMIUM"
BROWSERS = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome", "msedge")


class SetupError(Exception):
    """One sentence that says what to do; printed without a traceback."""


def say(text: str) -> None:
    """Print a line at once, so that it stands before what a child process prints."""
    print(text, flush=True)


def run(*command: str | Path, quiet: bool = False) -> None:
    """Run a program in the project's folder; raise `SetupError` when it fails."""
    environment = {**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    printed = subprocess.DEVNULL if quiet else None
    done = subprocess.run([str(part) for part in command], cwd=ROOT, env=environment, stdout=printed, check=False)
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


def ensure_venv() -> None:
    """Make `.venv` with pip in it; a half-made one is made anew."""
    if (
        PYTHON.exists()
        and subprocess.run([PYTHON, "-c", "import pip"], capture_output=True, check=False).returncode == 0
    ):
        return
    try:
        import ensurepip  # noqa: F401, PLC0415 (Debian splits it off; only its presence is asked)
    except ImportError:
        version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
        install_system_package([version], "Python này thiếu phần venv.")
    say("Tạo .venv …")
    shutil.rmtree(VENV, ignore_errors=True)
    subprocess.run([sys.executable, "-m", "venv", str(VENV)], check=True)


def ensure_packages(lock: str) -> None:
    """Install the lock's packages and the project; nothing to do when both are as last time."""
    shape = hashlib.sha256((ROOT / lock).read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f".{lock}"
    if stamp.exists() and stamp.read_text(encoding="utf-8") == shape:
        return
    say(f"Cài các gói trong {lock} …")
    pip = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    run(*pip, "--require-hashes", "--only-binary", ":all:", "--no-binary", ",".join(SOURCE_ONLY), "-r", lock)
    run(*pip, "--no-deps", "--no-build-isolation", "-e", ".")
    stamp.write_text(shape, encoding="utf-8")


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


def prepare(lock: str = "requirements.lock") -> None:
    """Set up everything that Python code needs."""
    ensure_venv()
    ensure_packages(lock)


def site() -> str:
    """Draw what changed, pack it for each place, build the site beside the old one, put it in its place."""
    prepare()
    run(PYTHON, "scripts/build_infographics.py")
    run(PYTHON, "scripts/build_documents.py")
    run(PYTHON, "scripts/build_packs.py")
    run(PYTHON, "scripts/build_offline.py")
    run(PYTHON, "scripts/build_site.py")
    return "Xong: trang ở site/, áp phích ở site/tai-ve/. Xem thử: python3 run.py serve"


def serve() -> str:
    """Show a live preview."""
    prepare()
    say("Xem trước ở http://127.0.0.1:8000/ – dừng bằng Ctrl+C.")
    run(PYTHON, "-m", "mkdocs", "serve", "--quiet", "--open")
    return "Đã dừng xem trước."


def draw() -> str:
    """Draw what changed; what follows the command goes to the drawing program."""
    prepare()
    run(PYTHON, "scripts/build_infographics.py", *sys.argv[2:])
    return "Hình ở build/tai-ve/."


def host() -> str:
    """Build the site, write compressed copies and the servers' files, pack everything for an upload."""
    site()
    run(PYTHON, "scripts/compress_site.py")
    run(PYTHON, "scripts/write_server_files.py")
    run(PYTHON, "scripts/pack_site.py")
    return "Xong: build/may-chu/. Cách đưa lên máy chủ: deploy/README.md"


def check() -> str:
    """Read all pages and data; every fault is told."""
    prepare()
    run(PYTHON, "scripts/check_handbook.py")
    return "Các trang đều đúng luật."


def test() -> str:
    """Run every check and test; pytest's own line comes last."""
    prepare("requirements-test.lock")
    ensure_browser()
    ensure_voice()
    ensure_web_server()
    ensure_office()
    run(PYTHON, "-m", "ruff", "format", "--check", "--quiet", ".")
    run(PYTHON, "-m", "ruff", "check", "--quiet", ".")
    run(PYTHON, "-m", "mypy")
    run(PYTHON, "scripts/lock_requirements.py", "--check")
    run(PYTHON, "scripts/cut_web_font.py", "--check")
    run(PYTHON, "scripts/check_handbook.py")
    run(PYTHON, "scripts/list_addresses.py", "--check")
    run(PYTHON, "-m", "pytest", "-n", "auto", "--dist", "loadfile", *sys.argv[2:])
    return ""


COMMANDS: dict[str, Callable[[], str]] = {
    "site": site,
    "serve": serve,
    "check": check,
    "draw": draw,
    "host": host,
    "test": test,
}


def main() -> int:
    """Run the command named on the command line; return the exit code."""
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(encoding="utf-8")  # type: ignore[union-attr]  # Windows consoles start in another code
    command = COMMANDS.get(sys.argv[1] if len(sys.argv) > 1 else "")
    if command is None:
        say(__doc__ or "")
        return 2
    if sys.version_info < OLDEST_PYTHON:
        say(f"Cần Python {OLDEST_PYTHON[0]}.{OLDEST_PYTHON[1]} trở lên; máy đang dùng {sys.version.split()[0]}.")
        return 1
    began = time.monotonic()
    try:
        ending = command()
    except SetupError as problem:
        say(str(problem))
        return 1
    except KeyboardInterrupt:
        ending = "Đã dừng."
    if ending:
        say(f"{ending} ({time.monotonic() - began:.0f} giây)")
    return 0


if __name__ == "__main__":
    sys.exit(main())
