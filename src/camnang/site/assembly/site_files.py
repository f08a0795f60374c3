"""Every file of the site, from the handbook and from what was made; nothing else decides its bytes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property, partial
from pathlib import Path

from camnang.files.faults import raise_if_any
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.project import Project, Settings
from camnang.handbook.translation.status import scan
from camnang.made.offer import Offer
from camnang.site.assembly.language_files import language_files
from camnang.site.assembly.linked_files import linked_files
from camnang.site.assembly.search_worker import search_worker, theme_folder
from camnang.site.assembly.site_file import Settle, SiteFile, Step
from camnang.site.assembly.templates import Templates
from camnang.site.assembly.theme_files import served, theme_files
from camnang.site.links import link_faults
from camnang.site.offline.app_icons import FOLDER as ICON_FOLDER
from camnang.site.offline.app_icons import ICONS, SOURCE, draw_icon
from camnang.site.offline.keeping import (
    FOLDER,
    SharedParts,
    file_of,
    keeping_list,
    kept_assets,
    list_bytes,
    mark,
    served_pages,
)
from camnang.site.offline.service_worker import FILE as SERVICE_WORKER
from camnang.site.offline.service_worker import service_worker
from camnang.site.page_view import SiteContext, page_view
from camnang.site.sitemap import robots


@dataclass(frozen=True)
class Site:
    """What a site is made of; in a `preview` nothing is kept on phones and no policy forbids the reload."""

    project: Project
    handbook: Handbook
    settings: Settings
    offer: Offer
    preview: bool = False

    @property
    def overrides(self) -> Path:
        """The templates and what is served beside them."""
        return self.project.root / "overrides"

    @cached_property
    def worker(self) -> tuple[str, Path]:
        """The search worker's path on the site, and its file."""
        return search_worker(theme_folder())

    @cached_property
    def context(self) -> SiteContext:
        """What all views share."""
        facts = self.handbook.facts
        statuses = scan(self.project, (*facts.languages, *facts.wanted), facts.translation_scope)
        return SiteContext(self.handbook, self.settings, self.offer, self.worker[0], statuses)

    def page(self, templates: Templates, page: Page, language: Language) -> Step:
        """Return the step that makes a page for readers of `language`."""
        view = page_view(page, language, self.context)
        return Step(file_of(view.path), lambda: templates.page(view).encode())


def page_paths(handbook: Handbook) -> frozenset[str]:
    """Return the files of all pages in all languages."""
    return frozenset(
        file_of(page.path_in(language))
        for language in handbook.facts.languages
        for page in served_pages(handbook, language)
    )


def asset_steps(overrides: Path) -> Iterator[Step]:
    """Yield what is served beside the templates, but the service worker, which names what it keeps."""
    for path in theme_files(overrides):
        if path != SERVICE_WORKER:
            yield Step(path, partial(served, path, overrides))


def icon_steps(overrides: Path) -> Iterator[Step]:
    """Yield the icons of the installed handbook."""
    drawing = (overrides / ICON_FOLDER / SOURCE).read_text(encoding="utf-8")
    yield from (Step(icon.path, partial(draw_icon, icon, drawing)) for icon in ICONS)


def page_steps(site: Site, templates: Templates) -> Iterator[Step]:
    """Yield every page in every language, and what every language has besides."""
    for language in site.handbook.facts.languages:
        for page in served_pages(site.handbook, language):
            yield site.page(templates, page, language)
        yield from language_files(site.context, language, site.project, templates)
    yield Step("404.html", lambda: templates.not_found().encode())
    yield Step("sitemap.xml", lambda: templates.sitemaps().encode())
    yield Step("robots.txt", lambda: robots(site.context).encode())


def keeping_steps(site: Site, templates: Templates, marks: Mapping[str, str], settle: Settle) -> None:
    """See to the lists of what phones keep, and to the service worker, which names them."""
    handbook = site.handbook
    parts, lists = SharedParts(kept_assets(templates.marks), site.worker[0]), {}
    for language in handbook.facts.languages:
        found = keeping_list(handbook, language, marks, parts, templates.saved_texts(language))
        lists[language] = list_bytes(found)
        settle(Step(f"{FOLDER}{language.code}.json", partial(bytes, lists[language])))
    source = (site.overrides / SERVICE_WORKER).read_bytes()
    settle(Step(SERVICE_WORKER, partial(service_worker, source, lists)))


def see_to(site: Site, settle: Settle) -> None:
    """Take every step of a site in its order; raise `FaultsError` before the first when a link leads nowhere."""
    raise_if_any(link_faults(site.handbook, site.project))
    assets = {step.path: settle(step) for step in asset_steps(site.overrides)}
    path, worker = site.worker
    assets_and_worker = {**assets, path: settle(Step(path, worker.read_bytes))}
    templates = Templates(site.overrides, site.context, assets, site.preview)
    pages = {step.path: settle(step) for step in page_steps(site, templates)}
    if site.preview:
        settle(Step(SERVICE_WORKER, (site.overrides / SERVICE_WORKER).read_bytes))
        return
    for step in icon_steps(site.overrides):
        settle(step)
    keeping_steps(site, templates, {**assets_and_worker, **pages}, settle)


def site_files(
    project: Project, handbook: Handbook, settings: Settings, offer: Offer, *, preview: bool = False
) -> Iterator[SiteFile]:
    """Yield every file of the site; raise `FaultsError` before the first when something in it is wrong."""
    found: list[SiteFile] = []

    def settle(step: Step) -> str:
        content = step.make()
        found.append(SiteFile(step.path, content))
        return mark(content)

    see_to(Site(project, handbook, settings, offer, preview), settle)
    yield from found
    yield from linked_files(project, handbook.facts, offer)
