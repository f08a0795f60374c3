"""The pages that search engines should know: true translations only, no page served in another language."""

from __future__ import annotations

from dataclasses import dataclass

from camnang.site.page_view import SiteContext, absolute, hreflangs
from camnang.site.views import Hreflang


@dataclass(frozen=True)
class SitemapEntry:
    """One address with its translations; `lastmod` as ISO 8601 date."""

    url: str
    lastmod: str
    alternates: tuple[Hreflang, ...]


def sitemap(context: SiteContext) -> tuple[SitemapEntry, ...]:
    """Return an entry for each page that exists; none while `site_url` is not set."""
    if not context.settings.site_url:
        return ()
    pages = sorted(context.handbook.pages.values(), key=lambda page: page.path)
    return tuple(
        SitemapEntry(
            absolute(context.settings, page.path),
            page.details.reviewed.isoformat(),
            hreflangs(page, page.language, context),
        )
        for page in pages
    )
