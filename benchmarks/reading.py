"""Lighthouse and a very slow line, this site beside Material as it comes; --write puts figures in README.md.

Needs a built site (`python3 run.py trang`) and Node.js: `npx` fetches the Lighthouse named below. Both sites
are served compressed from loopback. The slow line is Chromium's own throttle, 50 kbit/s and 800 ms, nothing cached.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from gzip_server import served
from measure import SCAM, browser_path, plain_material, report
from playwright.sync_api import Browser, sync_playwright

ROOT = Path(__file__).resolve().parent.parent
LIGHTHOUSE = "lighthouse@13.5.0"
MARKS = ("<!-- reading -->", "<!-- end of reading -->")
PAGES = {"home": "", "scam": SCAM, "downloads": "tai-ve/", "emergency": "khan-cap/dang-bi-goi/"}
CATEGORIES = ("performance", "accessibility", "best-practices", "seo")
OPTIONS = ["--no-sandbox", "--disable-background-networking"]
BYTES_A_SECOND, LATENCY = 50_000 / 8, 800  # 2G at its worst
FIRST_PAINT = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0"


def lighthouse(address: str) -> dict[str, Any]:
    """Return Lighthouse's report of a page on a simulated slow telephone."""
    flags = "--chrome-flags=--headless " + " ".join(OPTIONS)
    command = ["npx", "--yes", LIGHTHOUSE, address, "--output=json", "--quiet", flags]
    environment = {**os.environ, "CHROME_PATH": browser_path()}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    report: dict[str, Any] = json.loads(done.stdout)
    return report


def told(report: dict[str, Any]) -> str:
    """Return scores, LCP and CLS of a report."""
    scores = " / ".join(f"{report['categories'][name]['score'] or 0:.2f}" for name in CATEGORIES)
    audits = report["audits"]
    paint = audits["largest-contentful-paint"]["numericValue"] / 1000
    return f"{scores}, LCP {paint:.1f} s, CLS {audits['cumulative-layout-shift']['numericValue']:.3f}"


def first_paint(browser: Browser, address: str) -> float:
    """Return seconds to the first paint of text on the slow line, cold."""
    context = browser.new_context(viewport={"width": 360, "height": 640})
    tab = context.new_page()
    session = context.new_cdp_session(tab)
    session.send("Network.enable")
    session.send(
        "Network.emulateNetworkConditions",
        {
            "offline": False,
            "latency": LATENCY,
            "downloadThroughput": BYTES_A_SECOND,
            "uploadThroughput": BYTES_A_SECOND,
        },
    )
    tab.goto(address, wait_until="load", timeout=180_000)
    seconds = float(tab.evaluate(FIRST_PAINT)) / 1000
    context.close()
    return seconds


def rows() -> Iterator[str]:
    """Yield a row for each kind of page."""
    with (
        plain_material() as plain,
        served(ROOT / "site") as ours,
        served(plain) as theirs,
        sync_playwright() as driver,
    ):
        browser = driver.chromium.launch(executable_path=browser_path(), args=OPTIONS)
        for name, path in PAGES.items():
            paints = [first_paint(browser, site + path) for site in (ours, theirs)]
            reports = [told(lighthouse(site + path)) for site in (ours, theirs)]
            yield f"| {name} | {reports[0]} | {reports[1]} | {paints[0]:.1f} s | {paints[1]:.1f} s |"
        browser.close()


def table() -> str:
    """Return all rows as a Markdown table."""
    head = (
        "| page | Lighthouse mobile: performance / accessibility / best practices / SEO | Material as it comes "
        "| first paint at 50 kbit/s | Material as it comes |\n|---|---|---|---|---|"
    )
    return "\n".join((head, *rows())) + "\n"


if __name__ == "__main__":
    sys.exit(report(__doc__, MARKS, table))
