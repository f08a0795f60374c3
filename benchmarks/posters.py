"""Draw the same A3 posters with Typst, WeasyPrint and Chromium, side by side; --write puts figures in README.md.

The twin in HTML (poster_twin.html) has the same words, fonts and drawings, but no fitting of type to its box: its
sizes are set by hand, which spares it work. The three take turns, so that a busy machine slows all of them; each
drawing is of another page, after one to warm up.
--everything also draws the whole catalogue without films, from nothing and once more without changes, and tells the
memory taken.
"""

from __future__ import annotations

import argparse
import base64
import os
import platform
import resource
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import jinja2
import typst
import weasyprint
from playwright.sync_api import sync_playwright
from processor_time import processor_seconds
from weasyprint.text.fonts import FontConfiguration

from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.pictures.drawing import engine
from camnang.pictures.jobs import jobs
from camnang.pictures.sheets.values import as_json

ROOT = Path(__file__).resolve().parent.parent
HERE = ROOT / "benchmarks"
PROJECT = Project(ROOT)
README = HERE / "README.md"
MARKS = ("<!-- posters -->", "<!-- end of posters -->")
FORMAT = "ap-phich-a3"
MEDIUM = "goi-video"  # the telephone that the twin has
WEIGHTS = {500: "Medium", 600: "SemiBold", 700: "Bold", 800: "ExtraBold", 900: "Black"}
DRAWINGS = ("lozenge", "brocade", "brocade-foot", "impostor", "victim", "hang-up", "family", "police-station")
MARKS_DRAWN = ("cross", "cross-inverse", "check", "check-inverse", *(f"badge-{number}" for number in range(1, 6)))
INPUTS = ("data", "design", "docs", "mkdocs.yml")
MEGABYTE = 1_000_000
MOST_MEMORY = 1500  # MB


@dataclass(frozen=True)
class Series:
    """What drawing several posters took: median ms, mean ms of processor time, and bytes of the largest file."""

    name: str
    milliseconds: float
    worked: float
    largest: int


@dataclass(frozen=True)
class Drawn:
    """One poster: ms, ms of processor time, and the PDF."""

    milliseconds: float
    worked: float
    pdf: bytes


@dataclass(frozen=True)
class Poster:
    """A sheet's words, and the file of its twin."""

    content: dict[str, Any]
    file: Path


Drawer = Callable[[Poster], bytes]


def sheets() -> list[dict[str, Any]]:
    """Return the Vietnamese posters' words, all told by the same medium."""
    every = jobs(read_handbook(PROJECT), read_settings(PROJECT), PROJECT.design)
    chosen = [job for job in every if job.format.id == FORMAT and job.page.language.code == "vi"]
    return [{**job.content, "mock": {**job.content["mock"], "kind": MEDIUM}} for job in chosen]


def data_address(svg: bytes) -> str:
    """Return a drawing as an address that needs no file."""
    return "data:image/svg+xml;base64," + base64.b64encode(svg).decode()


def drawings() -> dict[str, str]:
    """Draw the poster's art as SVG, by name."""
    with tempfile.TemporaryDirectory() as folder:
        design = Path(shutil.copytree(PROJECT.design, Path(folder) / "design"))
        main = Path(shutil.copy2(HERE / "poster_art.typ", design))
        pages = typst.compile(str(main), root=str(design), font_paths=[str(design / "fonts")], format="svg")
    return {name: data_address(page) for name, page in zip((*DRAWINGS, *MARKS_DRAWN), pages, strict=True)}


def twins(contents: list[dict[str, Any]]) -> list[str]:
    """Return the posters as HTML."""
    template = jinja2.Environment(autoescape=True).from_string(
        (HERE / "poster_twin.html").read_text(encoding="utf-8")
    )
    fonts = [
        (weight, (PROJECT.design / f"fonts/BeVietnamPro-{name}.ttf").as_uri()) for weight, name in WEIGHTS.items()
    ]
    art = drawings()
    return [template.render(data=content, art=art, fonts=fonts) for content in contents]


def typst_drawer() -> Drawer:
    """Return what draws a sheet with the layout that is printed."""
    form = next(form for form in read_handbook(PROJECT).facts.formats if form.id == FORMAT)
    return lambda poster: engine.draw_pdf(PROJECT.design, form, as_json(poster.content))


def weasyprint_drawer() -> Drawer:
    """Return what draws the twin with WeasyPrint, tagged, with fonts read once."""
    fonts = FontConfiguration()
    return lambda poster: bytes(
        weasyprint.HTML(filename=poster.file).write_pdf(font_config=fonts, pdf_variant="pdf/ua-1") or b""
    )


@contextmanager
def chromium_drawer() -> Iterator[Drawer]:
    """Yield what draws the twin with a running Chromium, tagged."""
    with sync_playwright() as playwright:
        path = os.environ.get("CHROMIUM") or shutil.which("chromium") or "chromium"
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        tab = browser.new_page()

        def draw(poster: Poster) -> bytes:
            tab.goto(poster.file.as_uri())
            return bytes(tab.pdf(width="297mm", height="420mm", print_background=True, tagged=True))

        yield draw
        browser.close()


def posters(folder: Path) -> list[Poster]:
    """Return every poster, its twin written to a file, since Chromium reads fonts for files alone."""
    contents = sheets()
    found = []
    for number, (content, page) in enumerate(zip(contents, twins(contents), strict=True)):
        file = folder / f"{number}.html"
        file.write_text(page, encoding="utf-8")
        found.append(Poster(content, file))
    return found


def series(name: str, drawn: list[Drawn]) -> Series:
    """Sum up what one program drew; the first poster only warmed it up."""
    warm = drawn[1:]
    return Series(
        name,
        statistics.median(each.milliseconds for each in warm),
        statistics.mean(each.worked for each in warm),
        max(len(each.pdf) for each in drawn),
    )


def timed(draw: Drawer, poster: Poster) -> Drawn:
    """Draw a poster and measure."""
    began, worked = time.perf_counter(), processor_seconds()
    pdf = draw(poster)
    return Drawn(1000 * (time.perf_counter() - began), 1000 * (processor_seconds() - worked), pdf)


def compared(keep: Path | None) -> list[Series]:
    """Draw every poster with all three in turn; keep the last poster's files if a folder is given."""
    with tempfile.TemporaryDirectory() as folder, chromium_drawer() as chromium:
        drawers = {"Typst": typst_drawer(), "WeasyPrint": weasyprint_drawer(), "Chromium": chromium}
        drawn: dict[str, list[Drawn]] = {name: [] for name in drawers}
        for poster in posters(Path(folder)):
            for name, draw in drawers.items():
                drawn[name].append(timed(draw, poster))
    if keep:
        keep.mkdir(parents=True, exist_ok=True)
        for name, pdfs in drawn.items():
            (keep / f"{name}.pdf").write_bytes(pdfs[-1].pdf)
    return [series(name, pdfs) for name, pdfs in drawn.items()]


def build(root: Path, processes: int) -> float:
    """Run the drawing command as an editor does; return its seconds."""
    command = [sys.executable, "-m", "camnang", "--root", str(root), "ve", "--khong-phim"]
    began = time.perf_counter()
    subprocess.run([*command, "--jobs", str(processes)], check=True, capture_output=True)
    return time.perf_counter() - began


def everything(processes: int = 2) -> list[tuple[str, str]]:
    """Draw the whole catalogue from nothing and again; the memory is at most every process at its peak."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        for name in INPUTS:
            source = ROOT / name
            (shutil.copytree if source.is_dir() else shutil.copy2)(source, root / name)
        first, again = build(root, processes), min(build(root, processes) for _ in range(3))
        files = sum(file.is_file() for file in (root / "build/tai-ve").rglob("*"))
    kilobytes = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (
        1024 if platform.system() == "Darwin" else 1
    )
    largest = kilobytes * 1024 / MEGABYTE
    return [
        (f"whole catalogue from nothing without films, {files} files, {processes} processes", f"{first:.0f} s"),
        ("the same without changes", f"{again:.1f} s"),
        (
            f"memory: largest process, and {processes + 1} such (limit {MOST_MEMORY} MB)",
            f"{largest:.0f} MB, at most {(processes + 1) * largest:.0f} MB",
        ),
    ]


def table(found: list[Series], rows: list[tuple[str, str]]) -> str:
    """Return the figures as Markdown."""
    ours, others = found[0], found[1:]
    lines = [
        f"| {each.name} | {each.milliseconds:.0f} ms, {each.milliseconds / ours.milliseconds:.1f} | "
        f"{each.worked:.0f} ms, {each.worked / ours.worked:.1f} | "
        f"{each.largest / 1000:.0f} KB, {each.largest / ours.largest:.1f} |"
        for each in found
    ]
    best = min(each.milliseconds for each in others) / ours.milliseconds
    worked = min(each.worked for each in others) / ours.worked
    text = "| A3 poster, warm | time, times ours | processor time, times ours | largest file, times ours |\n"
    text += "|---|---|---|---|\n" + "\n".join(lines)
    text += (
        f"\n\nThe faster of the two others takes {best:.1f} times Typst's time, {worked:.1f} its processor time.\n"
    )
    if rows:
        text += (
            "\n| what | figure |\n|---|---|\n" + "\n".join(f"| {name} | {figure} |" for name, figure in rows) + "\n"
        )
    return text


def written(text: str) -> None:
    """Put the figures between the marks of README.md."""
    before, _, rest = README.read_text(encoding="utf-8").partition(MARKS[0])
    _, _, after = rest.partition(MARKS[1])
    README.write_text(f"{before}{MARKS[0]}\n{text}{MARKS[1]}{after}", encoding="utf-8")


def main() -> int:
    """Print the figures, and write them with --write."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--everything", action="store_true", help="also draw the whole catalogue: takes minutes")
    parser.add_argument("--keep", type=Path, metavar="FOLDER", help="keep the last poster of each to look at")
    options = parser.parse_args()
    text = table(compared(options.keep), everything() if options.everything else [])
    print(text)
    if options.write:
        written(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
