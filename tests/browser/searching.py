"""Typing into the search box and reading what it finds."""

from __future__ import annotations

from playwright.sync_api import Page, expect


def first_hit(page: Page, query: str) -> str:
    """Type a query and return where the first result leads."""
    hits = page.locator("[role=search] ol a")
    page.get_by_role("searchbox").fill("")
    expect(hits).to_have_count(0)
    page.get_by_role("searchbox").fill(query)
    expect(hits.first).to_be_visible()
    return str(hits.first.evaluate("link => new URL(link.href).pathname.slice(1)"))
