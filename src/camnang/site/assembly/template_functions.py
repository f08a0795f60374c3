"""The functions that templates call: `t`, `asset`, `pictogram`, `policy`; the filters `url` and `compact_css`."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Callable, Mapping

from jinja2 import pass_context
from jinja2.runtime import Context
from markupsafe import Markup, escape

from camnang.handbook.facts.facts import Facts
from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.palette import PLACE, rules
from camnang.handbook.facts.words import Words
from camnang.site.hosting.content_policy import content_policy
from camnang.site.relative_address import relative_address

CSS_PARTS = re.compile(r'("[^"]*")|\s*([{};,])\s*|(:)\s+|\s+')


class WordsFunction:
    """`t("key")` for text, `t.raw("key")` for attributes."""

    def __init__(self, words: Words, original: str) -> None:
        self.words, self.original = words, original

    def raw(self, key: str) -> str:
        """Return the word as plain text."""
        return self.words[key]

    def vietnamese(self, key: str) -> str:
        """Return the Vietnamese word, whatever the page's language."""
        return self.words.original[key]

    def __call__(self, key: str) -> Markup:
        """Return the word, marked with the original language where the reader's has none of its own."""
        text = escape(self.words[key])
        return text if self.words.has(key) else Markup('<span lang="{}">{}</span>').format(self.original, text)


def words_function(facts: Facts, language: Language) -> WordsFunction:
    """Return `t` for a language."""
    return WordsFunction(facts.words[language.code], facts.original.code)


def served_address(page_path: str | None, base_url: str, path: str) -> str:
    """Return an address as seen from a page; where no page is known, as seen from `base_url`."""
    if page_path is None:
        return posixpath.join(base_url, path or ".")
    return relative_address(path or ".", page_path)


@pass_context
def url(context: Context, path: str) -> str:
    """Return an address from the site's root as the page links to it."""
    return served_address(context["page_path"], context["base_url"], str(path))


def asset_function(marks: Mapping[str, str]) -> Callable[[Context, str], str]:
    """Return `asset(path)`: an address relative to the page, with the mark of its bytes as served."""

    @pass_context
    def asset(context: Context, path: str) -> str:
        return f"{url(context, path)}?v={marks[path]}"

    return asset


def pictogram_function(pictograms: Mapping[str, str]) -> Callable[..., Markup]:
    """Return `pictogram(name, size_class)`: the drawing inline, hidden from screen readers."""

    def pictogram(name: str, size_class: str = "") -> Markup:
        classes = f"pictogram {size_class}".strip()
        opening = f'<svg class="{escape(classes)}" aria-hidden="true" focusable="false"'
        return Markup(  # noqa: S704 (our own drawings)
            pictograms[name].replace("<svg", opening, 1).replace(' xmlns="http://www.w3.org/2000/svg"', "", 1)
        )

    return pictogram


def policy_function(preview: bool) -> Callable[..., Markup]:
    """Return `policy(*sheets)`: the content policy of a page with these inline style sheets.

    It is empty while pages are being edited: a live reload is an inline script.
    """

    def policy(*sheets: str) -> Markup:
        return Markup("" if preview else content_policy(str(sheet) for sheet in sheets))  # noqa: S704 (our own rules)

    return policy


def compact_css(text: str) -> str:
    """Return a style sheet with the campaign's colours, without spaces that only editors need; quotes are kept."""
    coloured = text.strip().replace(PLACE, rules(text))
    compact = CSS_PARTS.sub(lambda part: part[1] or part[2] or part[3] or " ", coloured)
    return compact.replace(";}", "}")
