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


def lets_timers_pass(page: Page, milliseconds: int) -> None:
    """Return when the page has run every timer of up to `milliseconds` that it has set so far.

    A page's timers run in the order in which they are due (HTML, «timer initialization steps»), however busy the
    machine is; a pause on this side of the browser says nothing of them.
    """
    page.evaluate("milliseconds => new Promise(done => setTimeout(done, milliseconds))", milliseconds)
