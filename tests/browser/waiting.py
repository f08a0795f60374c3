"""Waiting for what a page's scripts and workers do in the background."""

from __future__ import annotations

import time
from collections.abc import Callable

from playwright.sync_api import Page

SECONDS = 30


def becomes_true(page: Page, ready: Callable[[], object]) -> bool:
    """Ask again and again; tell whether `ready` answered with something true within `SECONDS`.

    Playwright's own `wait_for_function` asks from inside the page, where the
    site's Content-Security-Policy refuses it at the second time of asking.
    """
    end = time.monotonic() + SECONDS
    while not (found := ready()) and time.monotonic() < end:
        page.wait_for_timeout(50)
    return bool(found)
