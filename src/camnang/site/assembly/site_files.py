"""Every file of the site, from the handbook and from what was made; nothing else decides its bytes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, cached_property, partial
from pathlib import Path

from camnang.files.faults import raise_if_any
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Page
from camnang.handbook.project import Project, Settings
from camnang.handbook.translation.status import TranslationStatus, scan
from camnang.made.offer import Offer
from camnang.made.register import digest
from camnang.site.assembly.language_files import language_files
from camnang.site.assembly.linked_files import linked_files
from camnang.site.assembly.search_worker import search_worker, theme_folder
from camnang.site.assembly.site_file import Outlook, Settle, SiteFile, Step, key_of
from camnang.site.assembly.templates import Templates
from camnang.site.assembly.theme_files import served, theme_files, written
from camnang.site.assembly.watched import TRANSLATIONS, faces, note, noted, watched
from camnang.site.context import SiteContext
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
from camnang.site.page_view import page_outline, with_text
from camnang.site.served_assets import served_bytes
from camnang.site.sitemap import robots
from camnang.site.views.page import PageView


@dataclass(frozen=True)
class Site:
    """What a site is made of; in a `preview` nothing is kept on phones and no policy forbids the reload."""

    project: Project
    handbook: Handbook
    settings: Settings
    offer: Offer
    preview: bool = False

    @cached_property
    def prints(self) -> Mapping[str, str]:
        """A hash over all that a page says, by its file."""
        return {page.file: key_of(page) for page in self.handbook.pages.values()}

    @cached_property
    def watched(self) -> Handbook:
        """The handbook, which notes whose text is read."""
        return watched(self.handbook)

    @cached_property
    def statuses(self) -> tuple[TranslationStatus, ...]:
        """How far each text is in each language."""
        facts = self.handbook.facts
        return scan(self.project, (*facts.languages, *facts.wanted), facts.translation_scope)

    def noted_statuses(self) -> tuple[TranslationStatus, ...]:
        """Return the same and note that it was read."""
        note(TRANSLATIONS)
        return self.statuses

    @cached_property
    def ground(self) -> str:
        """A hash over all that views are made of, but the texts of pages and how far translations are."""
        rows = [row.model_dump_json() for row in self.offer.rows]
        return key_of(faces(self.handbook), self.handbook.facts, self.settings, rows, self.worker[0])

    def print_of(self, name: str) -> str:
        """Return the hash of what was noted under a name, '' when there is no such page any more."""
        return key_of(self.statuses) if name == TRANSLATIONS else self.prints.get(name, "")

    @cached_property
    def words(self) -> dict[Language, str]:
        """The hashes of `words_of` that are known."""
        return {}

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
        return SiteContext(self.watched, self.settings, self.offer, self.worker[0], self.noted_statuses)

    def page(self, templates: Templates, page: Page, language: Language) -> Step:
        """Return the step that makes a page for readers of `language`."""
        shape = templates.shape(KINDS[page.kind].template, language)
        said = self.prints[page.file], self.words_of(page.language)

        @cache
        def view() -> PageView:
            return page_outline(page, language, self.context)

        def key() -> tuple[str, tuple[str, ...]]:
            with noted() as read:
                found = key_of(shape, view(), *said)
            return found, tuple(sorted(read))

        def ground(read: Iterable[str]) -> str:
            return key_of(shape, self.ground, page.file, language.code, *said, *map(self.print_of, read))

        def made() -> bytes:
            return templates.page(with_text(view(), page, self.context)).encode()

        return Step(file_of(page.path_in(language)), made, outlook=Outlook(ground, key))

    def words_of(self, language: Language) -> str:
        """Return a hash over the words that are linked or marked in texts of a language."""
        if language not in self.words:
            facts = self.handbook.facts
            self.words[language] = key_of(facts.glossary, facts.lexicon.entries.get(language.code))
        return self.words[language]


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
            yield Step(path, partial(served, path, overrides), digest(written(path, overrides)))


def icon_steps(overrides: Path) -> Iterator[Step]:
    """Yield the icons of the installed handbook."""
    drawing = (overrides / ICON_FOLDER / SOURCE).read_text(encoding="utf-8")
    yield from (Step(icon.path, partial(draw_icon, icon, drawing), key_of(icon, drawing)) for icon in ICONS)


def page_steps(site: Site, templates: Templates) -> Iterator[Step]:
    """Yield every page in every language, and what every language has besides."""
    for language in site.handbook.facts.languages:
        for page in served_pages(site.watched, language):
            yield site.page(templates, page, language)
        yield from language_files(site.context, language, site.project, templates, site.prints)
    original = site.handbook.facts.original
    yield Step("404.html", lambda: templates.not_found().encode(), templates.shape("404.html", original))
    yield Step("sitemap.xml", lambda: templates.sitemaps().encode())
    yield Step("robots.txt", lambda: robots(site.context).encode())


def list_step(
    site: Site, templates: Templates, language: Language, marks: Mapping[str, str], parts: SharedParts
) -> Step:
    """Return the step that makes the list of what a phone keeps in a language."""
    handbook = site.handbook

    def made() -> bytes:
        return list_bytes(keeping_list(handbook, language, marks, parts, templates.saved_texts(language)))

    titles = [(page.path, page.title, page.details.tier, page.details.reviewed) for page in handbook.pages.values()]
    home = page_outline(handbook.served("", language.code), language, site.context)
    shape = templates.shape("offline.html", language)
    return Step(f"{FOLDER}{language.code}.json", made, key_of(shape, home, sorted(marks.items()), titles, parts))


def keeping_steps(site: Site, templates: Templates, marks: Mapping[str, str], settle: Settle) -> None:
    """See to the lists of what phones keep, and to the service worker, which names them."""
    parts, lists = SharedParts(kept_assets(templates.marks), site.worker[0]), {}
    for language in site.handbook.facts.languages:
        lists[language] = settle(list_step(site, templates, language, marks, parts))
    source = served_bytes(site.overrides / SERVICE_WORKER)
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
        settle(Step(SERVICE_WORKER, partial(served_bytes, site.overrides / SERVICE_WORKER)))
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
