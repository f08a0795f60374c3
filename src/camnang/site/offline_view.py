"""The page that a phone shows where a page cannot be had, as its template sees it."""

from __future__ import annotations

from dataclasses import replace

from camnang.handbook.facts.languages import Language
from camnang.site.context import SiteContext
from camnang.site.page_view import page_view
from camnang.site.views.page import PageView

HOME = ""


def offline_view(language: Language, context: SiteContext) -> PageView:
    """Return the home page's view under another title: search and languages work, search engines learn nothing."""
    words = context.handbook.facts.words[language.code]
    home = page_view(context.handbook.served(HOME, language.code), language, context)
    return replace(
        home,
        title=words["offline_title"],
        description=words["offline_hint"],
        canonical=None,
        hreflangs=(),
        share_picture=None,
        podcast=None,
    )
