"""The handbook of one language as a folder of files that needs no server."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from camnang.bundles.copies.carried_page import KEEPER, Folder, carried_page
from camnang.bundles.copies.carried_search import ENGINE, INDEX, carried_engine, carried_index
from camnang.handbook.facts.languages import Language
from camnang.handbook.pages.kinds import KINDS
from camnang.handbook.pages.model import Handbook, Page
from camnang.made.pictures import Picture
from camnang.made.site_paths import DRAWN_FOLDER
from camnang.site.offline.app_icons import SOURCE
from camnang.site.offline.keeping import ASSETS, file_of, newest_day, served_pages, site_assets

PICTURES = "hinh/"
FILE_SEARCH = "assets/file-search.js"
FILE_SEARCH_SOURCE = "carried/file-search.js"
ICON = ASSETS + SOURCE
# Posters and packs do not fit on the way; without them the page has nothing to show.


@dataclass(frozen=True)
class Built:
    """A built site with what was drawn for it; `worker` is the search worker's path on the site."""

    site: Path
    drawn: Path
    pictures: tuple[Picture, ...]
    worker: str


@dataclass(frozen=True)
class Edition:
    """Files by their place in the folder, titles of the pages among them.

    `day` is the ISO date of the newest check; `draft` when a text is one that no native speaker has read.
    """

    language: Language
    files: Mapping[str, bytes]
    titles: Mapping[str, str]
    day: str
    draft: bool


def carried_pages(handbook: Handbook, language: Language) -> tuple[Page, ...]:
    """Return the pages of the folder, home first."""
    return tuple(page for page in served_pages(handbook, language) if KINDS[page.kind].carried)


def page_file(page: Page) -> str:
    """Return a page's place in the folder."""
    return f"{page.folder}/index.html" if page.folder else "index.html"


def small_pictures(handbook: Handbook, language: Language, pictures: Iterable[Picture]) -> Iterator[tuple[str, str]]:
    """Yield address on the site and source of each picture to send: the WebP in place of the PNG, and thumbnails."""
    formats = {form.id for form in handbook.facts.formats if form.preview}
    own = [picture for picture in pictures if picture.language == language.code and picture.format in formats]
    light = {picture.key: picture.path for picture in own if picture.role == "alternative"}
    for picture in own:
        carried = light.get(picture.key, picture.path) if picture.role == "main" else picture.path
        yield DRAWN_FOLDER + picture.path, carried


def picture_file(path: str) -> str:
    """Return a picture's place in the folder: all lie side by side, so that they are found without the pages."""
    return PICTURES + path.rpartition("/")[2]


def assets_of(site: Path) -> tuple[str, ...]:
    """Return the paths of style sheets, scripts and fonts; keeping pages is for sites."""
    return tuple(path for path in site_assets(site) if path != KEEPER)


def edition(handbook: Handbook, language: Language, built: Built) -> Edition:
    """Return everything that the folder of a language holds."""
    pages, assets = carried_pages(handbook, language), assets_of(built.site)
    drawn = dict(small_pictures(handbook, language, built.pictures))
    pictures = {picture_file(path): (built.drawn / path).read_bytes() for path in drawn.values()}
    files = {
        **{page.path_in(language): page_file(page) for page in pages},
        **{path: path for path in assets},
        **{address: picture_file(path) for address, path in drawn.items()},
        f"search/{language.code}.json": INDEX,
        built.worker: ENGINE,
    }
    folder = Folder(files, {name: len(content) for name, content in pictures.items()}, (FILE_SEARCH,))
    return Edition(
        language=language,
        files={
            **{page_file(page): page_bytes(page, language, built.site, folder) for page in pages},
            **{path: (built.site / path).read_bytes() for path in assets},
            **pictures,
            INDEX: carried_index(handbook, language, files),
            ENGINE: carried_engine((built.site / built.worker).read_bytes()),
            FILE_SEARCH: (built.site / FILE_SEARCH_SOURCE).read_bytes(),
        },
        titles={page_file(page): page.title for page in pages},
        day=newest_day(pages),
        draft=any(page.translation.state == "draft" for page in pages),
    )


def page_bytes(page: Page, language: Language, site: Path, folder: Folder) -> bytes:
    """Return a page of the site as it stands in the folder."""
    address = page.path_in(language)
    text = (site / file_of(address)).read_text(encoding="utf-8")
    return carried_page(text, address, page_file(page), folder)
