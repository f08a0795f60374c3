"""Waiting for what a page's script does, under a policy that forbids `eval`."""

from __future__ import annotations

import time

from playwright.sync_api import Page


def wait_until(page: Page, script: str, seconds: float = 20) -> None:
    """Ask the page again and again until `script` is true; fails after `seconds`.

    Playwright's own `wait_for_function` asks from inside the page, where the
    site's Content-Security-Policy refuses it at the second time of asking.
    """
    end = time.monotonic() + seconds
    while not page.evaluate(script):
        assert time.monotonic() < end, f"still not true after {seconds} s: {script}"
        page.wait_for_timeout(50)
