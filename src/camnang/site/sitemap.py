"""What search engines should know: a sitemap a language, true translations only, no page served in another language.

The format is that of sitemaps.org 0.9 with Google's `xhtml:link` for translations.
"""

from __future__ import annotations

from lxml import etree

from camnang.handbook.facts.languages import Language
from camnang.site.context import SiteContext
from camnang.site.page_view import absolute, hreflangs

NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
XHTML = "http://www.w3.org/1999/xhtml"
ROBOTS = "User-agent: *\nAllow: /\n"


def sitemap_name(language: Language) -> str:
    """Return the file's path from the site's root."""
    return f"sitemap-{language.code}.xml"


def sitemap_addresses(context: SiteContext) -> tuple[str, ...]:
    """Return the full address of each language's sitemap; none while `site_url` is not set."""
    if not context.settings.site_url:
        return ()
    return tuple(absolute(context.settings, sitemap_name(each)) for each in context.handbook.facts.languages)


def sitemap_bytes(context: SiteContext, language: Language) -> bytes:
    """Return a language's sitemap: the pages that exist in it, with their translations."""
    root = etree.Element(f"{{{NAMESPACE}}}urlset", nsmap={None: NAMESPACE, "xhtml": XHTML})
    pages = [page for page in context.handbook.pages.values() if page.language == language]
    for page in sorted(pages, key=lambda page: page.path):
        entry = etree.SubElement(root, f"{{{NAMESPACE}}}url")
        etree.SubElement(entry, f"{{{NAMESPACE}}}loc").text = absolute(context.settings, page.path)
        etree.SubElement(entry, f"{{{NAMESPACE}}}lastmod").text = page.details.reviewed.isoformat()
        for other in hreflangs(page, language, context):
            etree.SubElement(entry, f"{{{XHTML}}}link", rel="alternate", hreflang=other.code, href=other.url)
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, pretty_print=True)


def robots(context: SiteContext) -> str:
    """Return `robots.txt`: all may be read, and where the sitemaps are (RFC 9309)."""
    return ROBOTS + "".join(f"Sitemap: {address}\n" for address in sitemap_addresses(context))
