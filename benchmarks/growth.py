"""Build sites of growing size from generated pages, edit one page, search; --write puts figures in README.md.

Nothing is drawn: pictures belong to scams, whose number does not grow, and each takes as long as on any other day.

A handbook grows by warnings, law and advice, not by scams: generated pages are copies of those under other names. A
language more than the three is a copy of the Tày files under a made-up code, so that it costs what a real one costs.
"""

from __future__ import annotations

import gzip
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from functools import partial
from pathlib import Path

from gzip_server import served
from measure import browser_path, build_site, copy_handbook, report
from playwright.sync_api import sync_playwright

MARKS = ("<!-- growth -->", "<!-- end of growth -->")
MADE_UP = ("qaa", "qab", "qac", "qad", "qae")
GROWING = ("canh-bao", "phap-luat", "phong-tranh", "mo-hinh-hay")
ONLY_THERE = "ke-hoach-940"  # the one page that may name offices by their old names
Size = tuple[int, int]  # Vietnamese pages, languages
SIZES: tuple[Size, ...] = ((200, 3), (300, 3), (1000, 3), (300, 8), (1000, 8))
SMALL: tuple[Size, ...] = ((150, 4),)
EDITED = "gioi-thieu/nguon-tin"
QUERIES = ("lua dao cong an", "chuyển nhầm tiền", "otp", "viec nhe luong cao", "goi la", "kiện hàng")


def add_language(root: Path, code: str) -> None:
    """Add a copy of Tày under another code: data only."""
    entry = f"- {{code: {code}, name: Thử {code}, short_name: {code}, description: tiếng thử {code}}}\n"
    listed = root / "data/languages.yml"
    listed.write_text(listed.read_text(encoding="utf-8") + entry, encoding="utf-8")
    for file in [*root.glob("data/**/tyz.*"), *root.glob("overrides/**/tyz.*"), *root.glob("docs/**/*.tyz.md")]:
        shutil.copy2(file, file.with_name(file.name.replace("tyz", code)))
    translations = root / "data/translations"
    if (translations / "tyz").is_dir():
        shutil.copytree(translations / "tyz", translations / code)


def add_page(root: Path, model: Path, number: int) -> None:
    """Add a copy of a page under another name, with its translations."""
    slug = f"{model.name}-{number}"
    folder = model.parent / slug
    folder.mkdir()
    for file in model.glob("index*.md"):
        text = file.read_text(encoding="utf-8")
        text = re.sub(r"^id: .*$", f"id: {slug}", text, count=1, flags=re.MULTILINE)
        text = re.sub(r"^aliases: .*$", f"aliases: [cách hỏi số {number}]", text, count=1, flags=re.MULTILINE)
        (folder / file.name).write_text(text, encoding="utf-8")


def handbook_of(root: Path, pages: int, languages: int) -> None:
    """Make a handbook with that many Vietnamese pages and languages in `root`."""
    copy_handbook(root)
    models = sorted(file.parent for folder in GROWING for file in (root / "docs" / folder).glob("*/index.md"))
    models = [model for model in models if model.name != ONLY_THERE]
    missing = pages - sum(1 for _ in root.glob("docs/**/index.md"))
    for number in range(missing):
        add_page(root, models[number % len(models)], number)
    for code in MADE_UP[: languages - 3]:
        add_language(root, code)


def index_sizes(site: Path) -> str:
    """Return the largest index of a language, KB after gzip."""
    sizes = [len(gzip.compress(file.read_bytes(), 9)) for file in site.glob("search/*.json")]
    return f"{max(sizes) / 1000:.0f} KB"


def search_time(site: Path) -> str:
    """Return the median and longest time from the last key to the answer, without the pause for typing, in ms."""
    with sync_playwright() as playwright, served(site) as address:
        options = ["--no-sandbox", "--disable-background-networking"]
        browser = playwright.chromium.launch(executable_path=browser_path(), args=options)
        page = browser.new_page()
        page.goto(address)
        box = page.locator(".search__query")
        box.focus()
        page.wait_for_timeout(1500)
        times = [time_of(page, query) for query in QUERIES]
        browser.close()
    return f"{statistics.median(times):.0f} ms, at most {max(times):.0f} ms"


def time_of(page: object, query: str) -> float:
    """Type a query; return ms until the list of results changed, less the 120 ms for which the box waits."""
    return max(
        0.0,
        page.evaluate(  # type: ignore[attr-defined]
            """query => new Promise(done => {
            const box = document.querySelector('.search__query'), list = document.querySelector('.search__results');
            list.textContent = '';
            const began = performance.now();
            new MutationObserver((_, seen) => {
                if (list.children.length) { seen.disconnect(); done(performance.now() - began - 120); }
            }).observe(list, {childList: true});
            box.value = query;
            box.dispatchEvent(new Event('input', {bubbles: true}));
        })""",
            query,
        ),
    )


def seconds_to_build(root: Path) -> float:
    """Build a site and return how many seconds that took, the start of the process among them."""
    began = time.perf_counter()
    build_site(root)
    return time.perf_counter() - began


def edit(root: Path) -> None:
    """Add a sentence to a page before its last heading."""
    file = root / "docs" / EDITED / "index.md"
    before, mark, after = file.read_text(encoding="utf-8").rpartition("\n## ")
    file.write_text(f"{before}\nMột câu mới.\n{mark}{after}", encoding="utf-8")


def rows(sizes: Iterable[Size]) -> Iterator[str]:
    """Yield a row of the table for each size."""
    for pages, languages in sizes:
        with tempfile.TemporaryDirectory() as folder:
            root = Path(folder)
            handbook_of(root, pages, languages)
            taken = seconds_to_build(root)
            edit(root)
            again = seconds_to_build(root)
            built = sum(1 for _ in root.glob("site/**/index.html"))
            found = search_time(root / "site")
            yield (
                f"| {pages} × {languages} | {built} | {taken:.1f} s | {1000 * taken / built:.1f} ms | {again:.1f} s "
                f"| {index_sizes(root / 'site')} | {found} |"
            )
            print(pages, languages, f"{taken:.1f} s", file=sys.stderr)


def table(sizes: Iterable[Size]) -> str:
    """Return all rows as a Markdown table."""
    head = (
        "| pages × languages | HTML pages | site from nothing | a page | one page edited "
        "| largest index, gzip | answer |\n"
        "|---|---|---|---|---|---|---|"
    )
    return "\n".join((head, *rows(sizes))) + "\n"


if __name__ == "__main__":
    sys.exit(report(__doc__, MARKS, partial(table, SIZES), partial(table, SMALL)))
