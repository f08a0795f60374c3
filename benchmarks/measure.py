"""Measure pictures and first views beside what one would pick instead; --write puts the figures in README.md.

Beside the poster: the same page printed to PDF by Chromium. Beside the site: the same Markdown in plain Material.
Needs a built site (`python3 run.py trang`) and requirements-test.lock.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from gzip_server import served
from playwright.sync_api import Browser, sync_playwright

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import read_manifest
from camnang.pictures.drawing import engine
from camnang.pictures.drawing.job import Job
from camnang.pictures.jobs import jobs
from camnang.pictures.picture_files import files_of

ROOT = Path(__file__).resolve().parent.parent
PROJECT = Project(ROOT)
README = ROOT / "benchmarks/README.md"
MARKS = ("<!-- figures -->", "<!-- end of figures -->")
SCAM = "thu-doan/gia-danh-cong-an/"
PAGES = {
    "home": "",
    "scam": SCAM,
    "list of scams": "thu-doan/",
    "downloads": "tai-ve/",
    "emergency": "khan-cap/dang-bi-goi/",
    "Tày scam": f"tyz/{SCAM}",
}
PARTS = ("docs", "data", "design", "overrides")
PLAIN_SETTINGS = """site_name: Plain
docs_dir: docs
theme: {name: material, language: vi, font: false}
plugins: [search]
markdown_extensions: [attr_list, sane_lists]
"""


def milliseconds(action: Callable[[], object]) -> float:
    """Return how long `action` takes, in ms."""
    began = time.perf_counter()
    action()
    return (time.perf_counter() - began) * 1000


def median(actions: Iterable[Callable[[], object]]) -> float:
    """Return the median time of several different actions in ms; the first one only warms up."""
    times = [milliseconds(action) for action in actions]
    return statistics.median(times[1:])


def drawing_rows(every: list[Job], browser: Browser, address: str) -> Iterator[tuple[str, str]]:
    """Time drawing in a warm process, every time another page, beside Chromium's print of a page."""
    design = PROJECT.design
    a3, wide = ([job for job in every if job.format.id == name] for name in ("ap-phich-a3", "man-hinh"))
    ours = median(lambda job=job: engine.draw_pdf(design, job.format, job.data) for job in a3)
    card = median(lambda job=job: files_of(job, design) for job in wide)
    tab = browser.new_page()
    tab.goto(address + SCAM)
    printed = [lambda: tab.pdf(format="A3", print_background=True)] * 6
    theirs = median(printed)
    yield "A3 poster PDF, warm process", f"{ours:.0f} ms"
    yield "the scam page printed to A3 PDF by warm Chromium", f"{theirs:.0f} ms, {theirs / ours:.1f} times as long"
    yield "1920 × 1080 PNG + WebP + thumbnail", f"{card:.0f} ms"


def size_rows() -> Iterator[tuple[str, str]]:
    """Tell the largest file of each format."""
    pictures = [picture for picture in read_manifest(PROJECT.drawn) if picture.role != "thumbnail"]
    for name in sorted({(picture.format, picture.path.rsplit(".", 1)[-1]) for picture in pictures}):
        sizes = [p.bytes for p in pictures if (p.format, p.path.rsplit(".", 1)[-1]) == name]
        yield (
            f"{name[0]} {name[1].upper()}, {len(sizes)} files",
            f"{min(sizes) / 1000:.0f}–{max(sizes) / 1000:.0f} KB",
        )


def first_view(browser: Browser, url: str) -> tuple[int, int]:
    """Return bytes over the wire and requests of a first visit on a phone, before any tap."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    asked: set[str] = set()
    sizes: list[int] = []

    def ask(event: dict[str, Any]) -> None:
        if event["request"]["url"].startswith("http"):  # a data: address asks nobody
            asked.add(event["requestId"])

    def finish(event: dict[str, Any]) -> None:
        if event["requestId"] in asked:
            sizes.append(int(event["encodedDataLength"]))

    session.on("Network.requestWillBeSent", ask)
    session.on("Network.loadingFinished", finish)
    tab.goto(url, wait_until="networkidle")
    context.close()
    return sum(sizes), len(sizes)


@contextmanager
def plain_material() -> Iterator[Path]:
    """Build the same Vietnamese Markdown with Material as it comes; yield its site."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        shutil.copytree(PROJECT.docs, root / "docs", ignore=shutil.ignore_patterns("*.tyz.md", "*.nut.md"))
        (root / "mkdocs.yml").write_text(PLAIN_SETTINGS, encoding="utf-8")
        run_mkdocs(root)
        yield root / "site"


def run_mkdocs(folder: Path, *options: str) -> None:
    """Run `mkdocs build` in a folder."""
    environment = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet", *options]
    subprocess.run(command, cwd=folder, env=environment, check=True, capture_output=True)


def view_rows(browser: Browser) -> Iterator[tuple[str, str, str]]:
    """Measure the first view of each kind of page, ours and plain Material's."""
    with plain_material() as plain, served(ROOT / "site") as ours, served(plain) as theirs:
        for name, path in PAGES.items():
            size, requests = first_view(browser, ours + path)
            other = (
                "–"
                if path.startswith("tyz/")
                else "{:.1f} KB, {} requests".format(*kilo(first_view(browser, theirs + path)))
            )
            yield name, f"{size / 1000:.1f} KB, {requests} requests", other


def kilo(measured: tuple[int, int]) -> tuple[float, int]:
    """Return bytes as KB."""
    return measured[0] / 1000, measured[1]


def build_rows() -> Iterator[tuple[str, str]]:
    """Time reading the handbook and building the site in all languages, from nothing and again."""
    reading = median([lambda: read_handbook(PROJECT)] * 6)
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        copy_handbook(root)
        first, again = milliseconds(lambda: build_site(root)), median([lambda: build_site(root)] * 4)
    yield "reading and checking all pages", f"{reading:.0f} ms"
    yield "the site without pictures from nothing, all languages, whole process", f"{first / 1000:.1f} s"
    yield "the same again, nothing changed", f"{again / 1000:.1f} s"


def copy_handbook(root: Path) -> None:
    """Copy what the handbook is made of into an empty folder."""
    for part in PARTS:
        shutil.copytree(ROOT / part, root / part)
    shutil.copy2(ROOT / "mkdocs.yml", root / "mkdocs.yml")


def build_site(root: Path) -> None:
    """Build the site of a handbook of which nothing is drawn, in a process of its own; stop when it fails."""
    program = str(ROOT / "benchmarks/site_alone.py")
    done = subprocess.run([sys.executable, program, str(root)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise SystemExit(done.stderr)


def write_many_translations(root: Path, pages: int, codes: list[str]) -> None:
    """Write a handbook of `pages` copies of the longest scam page, each in all of the languages `codes`."""
    (root / "data").mkdir()
    listed = [f"- {{code: {code}, name: {code}, short_name: {code}, description: {code}}}" for code in codes]
    vietnamese = "- {code: vi, name: vi, short_name: vi, description: vi, default: true}"
    (root / "data/languages.yml").write_text("\n".join([vietnamese, *listed]), encoding="utf-8")
    (root / "data/translation_scope.yml").write_text('folders: ["thu-doan/*"]', encoding="utf-8")
    texts = [(PROJECT.docs / SCAM / name).read_text(encoding="utf-8") for name in ("index.md", "index.tyz.md")]
    for number in range(pages):
        folder = root / f"docs/thu-doan/{number}"
        folder.mkdir(parents=True)
        (folder / "index.md").write_text(texts[0], encoding="utf-8")
        for code in codes:
            (folder / f"index.{code}.md").write_text(texts[1], encoding="utf-8")


def status_rows() -> Iterator[tuple[str, str]]:
    """Time the table of translations of 100 pages in five languages, the whole process."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        write_many_translations(root, 100, ["qaa", "qab", "qac", "qad", "qae"])
        command = [sys.executable, "-m", "camnang", "--root", folder, "ban-dich", "tinh-trang"]
        time_taken = median([lambda: subprocess.run(command, check=True, capture_output=True)] * 6)
    yield "`run.py ban-dich tinh-trang`, 100 pages × 5 languages, whole process", f"{time_taken:.0f} ms"


def browser_path() -> str:
    """Return the Chromium to use."""
    return os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"


def figures() -> str:
    """Return all figures as Markdown."""
    every = list(jobs(read_handbook(PROJECT), read_settings(PROJECT), PROJECT.design))
    with sync_playwright() as playwright:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=browser_path(), args=options)
        with served(ROOT / "site") as address:
            drawing = list(drawing_rows(every, browser, address))
        views = list(view_rows(browser))
        browser.close()
    two = [*drawing, *size_rows(), *build_rows(), *status_rows()]
    first = "\n".join(f"| {name} | {figure} |" for name, figure in two)
    second = "\n".join(f"| {name} | {ours} | {theirs} |" for name, ours, theirs in views)
    return (
        f"| what | figure |\n|---|---|\n{first}\n\n"
        f"First view over the wire, gzip, phone screen, before any tap:\n\n"
        f"| page | this site | Material as it comes |\n|---|---|---|\n{second}\n"
    )


def written_between(marks: tuple[str, str], text: str) -> None:
    """Put figures between two marks of README.md."""
    before, _, rest = README.read_text(encoding="utf-8").partition(marks[0])
    _, _, after = rest.partition(marks[1])
    README.write_text(f"{before}{marks[0]}\n{text}{marks[1]}{after}", encoding="utf-8")


def report(
    description: str | None, marks: tuple[str, str], make: Callable[[], str], trial: Callable[[], str] | None = None
) -> int:
    """Print what `make` returns, and put it between the marks with --write; return the exit code.

    With --trial, `trial` makes every row of something small: it shows that the program runs, its figures say nothing.
    """
    parser = argparse.ArgumentParser(description=description)
    parser.add_argument("--write", action="store_true")
    if trial:
        parser.add_argument("--trial", action="store_true", help="every row on something small, written nowhere")
    options = parser.parse_args()
    if trial and options.trial:
        print(trial())
        return 0
    text = make()
    print(text)
    if options.write:
        written_between(marks, text)
    return 0


if __name__ == "__main__":
    sys.exit(report(__doc__, MARKS, figures))
