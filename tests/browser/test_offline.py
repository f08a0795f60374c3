"""No network, a network that dies half-way, a damaged cache, refused storage: the page still serves its purpose."""

from __future__ import annotations

import gzip
import json
import re
import shutil
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from camnang.bundles.copies.edition import Built, edition
from camnang.bundles.copies.usb_stick import usb_bytes
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.site.assembly.search_worker import search_worker, theme_folder
from camnang.site.offline.keeping import file_of
from tests.browser.conftest import PHONE
from tests.browser.line import Line, line_to
from tests.browser.waiting import becomes_true
from tests.conftest import ROOT, SCAM, copy_handbook, edit
from tests.site.made_up import build_site

FAKE_POLICE = "thu-doan/gia-danh-cong-an/"
DAY = re.compile(r"^(?:reviewed|date): (\d{4})-(\d\d)-(\d\d)$", re.MULTILINE)
KEPT = """async () => {
  const names = await caches.keys();
  const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
  return requests.flat().map((request) => new URL(request.url).pathname.replace('/du-an/', ''));
}"""
SPOIL = """async (path) => {
  for (const name of await caches.keys()) {
    const cache = await caches.open(name);
    const [found] = (await cache.keys()).filter((request) => new URL(request.url).pathname === '/du-an/' + path);
    await cache.put(found, new Response('<p>rác</p>', {headers: {'content-type': 'text/html'}}));
  }
}"""

FORGET = """async (path) => {
  const found = await Promise.all((await caches.keys()).map(async (name) =>
    (await caches.open(name)).delete('/du-an/' + path)));
  if (!found.includes(true)) throw new Error(path + ' was not kept');
}"""


@pytest.fixture(scope="session")
def real_line(real_site: Path) -> Iterator[Line]:
    with line_to(real_site) as line:
        yield line


@pytest.fixture
def line(real_line: Line) -> Line:
    real_line.mend()
    real_line.asked.clear()
    return real_line


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    opened = browser.new_context(viewport=PHONE)
    yield opened
    opened.close()


def kept(page: Page) -> set[str]:
    return set(page.evaluate(KEPT))


def wait_until_kept(page: Page, path: str) -> None:
    """Wait for the last page or part that is kept in the background."""
    assert becomes_true(page, lambda: path in kept(page)), f"{path} was not kept, only {sorted(kept(page))}"


def wait_until_all_is_kept(page: Page, line: Line, code: str = "vi") -> None:
    """Wait for all that a first visit keeps: several are fetched side by side, so none of them is surely the last."""
    found = json.loads((line.folder / f"offline/{code}.json").read_text(encoding="utf-8"))
    wanted = {*found["first"], *found["then"]}
    assert becomes_true(page, lambda: wanted <= kept(page)), f"{sorted(wanted - kept(page))} were not kept"


def visited(context: BrowserContext, line: Line, path: str = "", code: str = "vi") -> Page:
    """Open a page for the first time, wait until the phone has what it keeps, cut the line."""
    page = context.new_page()
    page.goto(line.address + path)
    wait_until_all_is_kept(page, line, code)
    context.set_offline(True)
    line.cut()
    return page


def kept_notice() -> str:
    """Return what a kept page says of its age: the newest day that stands at the head of a Vietnamese page."""
    year, month, day = max(
        found for file in (ROOT / "docs").rglob("*.md") for found in DAY.findall(file.read_text(encoding="utf-8"))
    )
    return f"Đang xem bản đã lưu ngày {int(day)}/{int(month)}/{year}"


def test_after_one_visit_the_handbook_opens_without_a_network(context: BrowserContext, line: Line) -> None:
    page, notice = visited(context, line), kept_notice()
    errors: list[str] = []
    page.on("console", lambda message: errors.append(message.text) if message.type == "error" else None)
    for path, said in (
        ("", "Bạn đang gặp chuyện gì?"),
        ("khan-cap/da-chuyen-tien/", "Tôi đã chuyển tiền"),
        ("bao-tin/", "Báo tin"),
        (FAKE_POLICE + "index.html?x=1", "Giả danh công an"),
    ):
        page.goto(line.address + path)
        expect(page.locator("h1")).to_contain_text(said)
        expect(page.get_by_text(notice)).to_be_visible()
    page.get_by_role("searchbox").fill("lua dao cong an")
    expect(page.locator("[role=search] ol a").first).to_have_attribute("href", f"../../{FAKE_POLICE}")
    assert errors == []


def test_the_notice_leaves_the_five_choices_on_the_first_screen(context: BrowserContext, line: Line) -> None:
    page = visited(context, line)
    page.goto(line.address)
    notice, choice = page.locator(".notice").bounding_box(), page.locator(".choice").nth(4).bounding_box()
    assert notice is not None
    assert choice is not None
    assert notice["y"] >= choice["y"] + choice["height"], "the notice pushes the choices down"


def test_with_a_network_nothing_is_said_of_a_saved_copy(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    page.goto(line.address)
    wait_until_all_is_kept(page, line)
    page.goto(line.address + FAKE_POLICE)
    expect(page.locator("h1")).to_be_visible()
    assert page.locator(".notice").count() == 0


def test_what_is_kept_is_light(real_site: Path) -> None:
    """A home and twelve emergency pages in the time of two taps on 2G; the rest in the background.

    The rest is 34 scams and the words of all pages to search in, 160 KB of it.
    """
    found = json.loads((real_site / "offline/vi.json").read_text(encoding="utf-8"))
    first, everything = (
        sum(len(gzip.compress((real_site / file_of(path)).read_bytes())) for path in paths) / 1000
        for paths in (found["first"], found["first"] + found["then"])
    )
    assert first <= 120, f"{first:.0f} KB are kept at once"
    assert everything <= 400, f"{everything:.0f} KB are kept after the first visit"


def test_an_unseen_page_offers_113_and_what_is_kept(context: BrowserContext, line: Line) -> None:
    page = visited(context, line)
    page.goto(line.address + "phap-luat/phat-tin-gia/")
    expect(page.locator("h1")).to_have_text("Trang này chưa lưu trên máy")
    expect(page.locator("main a[href='tel:113']")).to_be_in_viewport()
    links = page.locator("main a[href^='/']").evaluate_all("all => all.map((a) => a.pathname.replace('/du-an/', ''))")
    assert {"khan-cap/dang-bi-goi/", FAKE_POLICE, "bao-tin/"} <= set(links), links
    assert set(links) <= kept(page), f"{set(links) - kept(page)} is offered and not kept"
    page.get_by_role("link", name="Giả danh công an").click()
    expect(page.locator("h1")).to_contain_text("Giả danh công an")
    page.go_back()
    line.mend()
    context.set_offline(False)
    page.get_by_role("link", name="Thử lại").click()
    expect(page.locator("h1")).not_to_have_text("Trang này chưa lưu trên máy")


def test_a_page_that_was_seen_stays(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    page.goto(line.address)
    wait_until_all_is_kept(page, line)
    page.goto(line.address + "phap-luat/phat-tin-gia/")
    wait_until_kept(page, "phap-luat/phat-tin-gia/")
    line.cut()
    page.goto(line.address + "phap-luat/phat-tin-gia/")
    expect(page.locator("h1")).not_to_have_text("Trang này chưa lưu trên máy")


def test_a_language_keeps_its_own_pages(context: BrowserContext, line: Line) -> None:
    page = visited(context, line, "tyz/", "tyz")
    assert "thu-doan/gia-danh-cong-an/" not in kept(page)
    page.goto(line.address + "tyz/" + FAKE_POLICE)
    expect(page.locator("html")).to_have_attribute("lang", "tyz")
    day = kept_notice().rpartition(" ")[2]
    expect(page.locator(".notice", has_text=f"Đang slí ngòi bài vằn {day}")).to_be_visible()
    page.goto(line.address + "tyz/phap-luat/")
    expect(page.get_by_role("link", name="Tiểng Tày", exact=True).first).to_have_attribute("aria-current", "true")


def test_a_reader_who_saves_data_gets_the_first_pages_only(context: BrowserContext, line: Line) -> None:
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setDataSaverOverride", {"dataSaverEnabled": True})
    page.goto(line.address)
    wait_until_kept(page, "khan-cap/mat-lien-lac/")
    # Forgotten and kept again by the next visit, a first page shows that all the first visit asked for is done.
    page.evaluate(FORGET, "khan-cap/mat-lien-lac/")
    page.goto(line.address + "bao-tin/")
    wait_until_kept(page, "khan-cap/mat-lien-lac/")
    assert not {path for path in kept(page) if path.startswith(("search/", "thu-doan/"))}, kept(page)


@pytest.mark.parametrize("spoilt", [FAKE_POLICE, "assets/handbook.css", "offline/vi.json"])
def test_a_damaged_entry_is_never_shown(context: BrowserContext, line: Line, spoilt: str) -> None:
    page = context.new_page()
    page.goto(line.address)
    wait_until_all_is_kept(page, line)
    page.evaluate(SPOIL, spoilt)
    page.goto(line.address + FAKE_POLICE)
    expect(page.locator("h1")).to_contain_text("Giả danh công an")
    assert page.evaluate("getComputedStyle(document.body).margin") == "0px", "the style sheet is missing"


def test_a_damaged_page_gives_way_to_the_offline_page(context: BrowserContext, line: Line) -> None:
    page = visited(context, line)
    page.evaluate(SPOIL, FAKE_POLICE)
    page.goto(line.address + FAKE_POLICE)
    expect(page.locator("h1")).to_have_text("Trang này chưa lưu trên máy")


def test_where_storage_is_refused_pages_work_as_before(context: BrowserContext, line: Line) -> None:
    context.add_init_script("navigator.serviceWorker.register = () => Promise.reject(new DOMException('refused'))")
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(line.address, wait_until="networkidle")
    page.get_by_role("searchbox").fill("lua dao cong an")
    expect(page.locator("[role=search] ol a").first).to_be_visible()
    assert (wrong, kept(page)) == ([], set())


# ---------- from a stick


@pytest.fixture(scope="module")
def stick(real_site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The real handbook, unpacked in a folder whose name has letters that addresses do not."""
    project = Project(ROOT)
    handbook, folder = read_handbook(project), tmp_path_factory.mktemp("stick") / "Cẩm nang #1"
    worker, _ = search_worker(theme_folder())
    found = edition(handbook, handbook.facts.original, Built(real_site, project.drawn, (), worker))
    with zipfile.ZipFile(BytesIO(usb_bytes(found, handbook, read_settings(project)))) as packed:
        packed.extractall(folder)
    return folder


def test_the_stick_opens_and_finds_without_a_network(browser: Browser, stick: Path) -> None:
    context = browser.new_context(viewport=PHONE)
    page = context.new_page()
    wrong: list[str] = []
    page.on("console", lambda message: wrong.append(message.text) if message.type != "log" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("requestfailed", lambda request: wrong.append(f"failed {request.url}"))
    page.on("request", lambda asked: None if asked.url.startswith(("file:", "data:")) else wrong.append(asked.url))
    page.goto((stick / "MO-CAM-NANG.html").as_uri())
    page.wait_for_url("**/cam-nang/index.html")
    page.get_by_role("searchbox").fill("lua dao cong an")
    page.locator("[role=search] ol a").first.click()
    page.wait_for_url("**/thu-doan/gia-danh-cong-an/index.html")
    page.get_by_role("searchbox").fill("xyzxyz")
    expect(page.locator("[role=search] [role=status]")).not_to_be_empty()
    page.get_by_role("link", name="Khẩn cấp", exact=True).last.click()
    page.wait_for_url("**/khan-cap/index.html")
    context.close()
    assert wrong == []


def test_the_stick_ranks_as_the_site_does(browser: Browser, address: str, stick: Path) -> None:
    context = browser.new_context(service_workers="block")
    on_site, on_stick = context.new_page(), context.new_page()
    on_site.goto(address)
    on_stick.goto((stick / "cam-nang/index.html").as_uri())
    different = []
    for query in ("công an giả", "lua dao", "otp", "bi doa tung anh"):
        found = [titles_for(page, query) for page in (on_site, on_stick)]
        different += [] if found[0] == found[1] else [f"{query}: {found}"]
    context.close()
    assert different == []


def titles_for(page: Page, query: str) -> list[str]:
    """Return the titles found, without the download centre, which is not on the stick."""
    page.get_by_role("searchbox").fill("")
    expect(page.locator("[role=search] ol a")).to_have_count(0)
    page.get_by_role("searchbox").fill(query)
    expect(page.locator("[role=search] ol a").first).to_be_visible()
    titles = page.locator("[role=search] ol a b").all_inner_texts()
    return [title for title in titles if not title.startswith("Tải về")][:5]


# ---------- two versions of the tiny handbook

OLD, NEW = "cũ", "mới"
VERSIONS = """() => [document.querySelector('h1').textContent.match(/bản ([^,]+)/)[1],
  getComputedStyle(document.documentElement).getPropertyValue('--version').trim()]"""


def tiny_site(folder: Path, version: str) -> Path:
    """Build the tiny handbook; its pages and its style sheet both name the version."""
    project = copy_handbook(folder)
    edit(project, SCAM, "# Người lạ gọi", f"# Người lạ gọi bản {version}")
    edit(project, "overrides/components/base/base.css", ":root {\n", f":root {{\n  --version: {version};\n")
    build_site(project)
    return project.root / "site"


@pytest.fixture(scope="module")
def versions(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    folder = tmp_path_factory.mktemp("versions")
    return tiny_site(folder / "old", OLD), tiny_site(folder / "new", NEW)


def seen_version(page: Page, address: str) -> str:
    """Return the version of page and style sheet, both read at one moment; fail when they differ.

    A worker that takes over answers with an empty page that asks again at once: only what then comes has a heading,
    and its sheet may come later.
    """
    page.goto(address + "thu-doan/goi-la/")
    expect(page.locator("h1")).to_contain_text("bản")
    page.wait_for_load_state()
    said, styled = page.evaluate(VERSIONS)
    assert said == styled, f"the page is version {said}, its style sheet {styled}"
    return said


def update(page: Page) -> str:
    """Let the browser look for a new version now; return what became of it: none, waiting."""
    return str(
        page.evaluate("""async () => {
          const registration = await navigator.serviceWorker.getRegistration();
          await registration.update().catch(() => null);
          const worker = registration.installing;
          if (worker) await new Promise((done) => { worker.onstatechange = done; });
          return registration.waiting ? 'waiting' : 'none';
        }""")
    )


def visited_once(context: BrowserContext, line: Line) -> Page:
    page = context.new_page()
    page.goto(line.address)
    wait_until_all_is_kept(page, line)
    assert seen_version(page, line.address) == OLD
    return page


def test_an_update_is_whole_or_not_at_all(context: BrowserContext, versions: tuple[Path, Path]) -> None:
    old, new = versions
    with line_to(old) as line:
        page = visited_once(context, line)
        line.folder = new
        for place in ("offline/vi.json", "thu-doan/goi-la/"):
            line.cut(at=place)
            assert update(page) == "none", f"cut at {place}"
            assert seen_version(page, line.address) == OLD, f"cut at {place}"
            line.mend()
        assert update(page) == "waiting"
        assert page.evaluate("caches.keys().then((names) => names.length)") == 2, "the old cache went too early"
        line.cut()
        seen_version(page, line.address)
        expect(page.locator("h1")).to_contain_text(f"bản {NEW}")
        assert seen_version(page, line.address) == NEW
        assert page.evaluate("caches.keys().then((names) => names.length)") == 1, "the old cache is still there"


def test_a_second_window_keeps_the_version_it_began_with(
    context: BrowserContext, versions: tuple[Path, Path]
) -> None:
    old, new = versions
    with line_to(old) as line:
        page = visited_once(context, line)
        other = context.new_page()
        assert seen_version(other, line.address) == OLD
        line.folder = new
        assert update(page) == "waiting"
        assert seen_version(page, line.address) == OLD
        other.close()  # the worker may hear of that only after the next page was asked for
        assert becomes_true(page, lambda: seen_version(page, line.address) == NEW), "the new version never took over"


def test_an_update_gets_past_a_cache_that_holds_the_version_before(
    context: BrowserContext, versions: tuple[Path, Path]
) -> None:
    old, new = versions
    with line_to(old) as line:
        page = visited_once(context, line)
        line.folder, line.behind = new, old
        assert update(page) == "waiting"


def test_an_update_fetches_only_what_changed(context: BrowserContext, versions: tuple[Path, Path]) -> None:
    old, new = versions
    with line_to(old) as line:
        page = visited_once(context, line)
        line.folder = new
        line.asked.clear()
        assert update(page) == "waiting"
        assert "thu-doan/goi-la/" in line.asked
        unchanged = {"assets/handbook.js", "assets/be-vietnam-pro-800.woff2", "khan-cap/dang-bi-goi/"}
        assert unchanged & set(line.asked) == set(), "what did not change was fetched again"


def test_an_editors_preview_clears_what_was_kept(
    context: BrowserContext, versions: tuple[Path, Path], tmp_path: Path
) -> None:
    """`mkdocs serve` leaves the worker's source as it is: a kept page would be older than the edit."""
    shutil.copytree(versions[1], tmp_path / "preview")
    shutil.copyfile(ROOT / "overrides/sw.js", tmp_path / "preview/sw.js")
    with line_to(versions[0]) as line:
        page = visited_once(context, line)
        line.folder = tmp_path / "preview"
        update(page)
        assert becomes_true(page, lambda: not kept(page)), kept(page)
        workers = "navigator.serviceWorker.getRegistrations().then((all) => all.length)"
        assert becomes_true(page, lambda: page.evaluate(workers) == 0), "the worker has not retired"
        assert seen_version(page, line.address) == NEW


def test_the_same_handbook_gives_the_same_worker(versions: tuple[Path, Path], tmp_path: Path) -> None:
    again = tiny_site(tmp_path / "again", OLD)
    names = ("sw.js", "offline/vi.json", "offline/tyz.json", "manifest.webmanifest", "assets/icon-512.png")
    same = [name for name in names if (versions[0] / name).read_bytes() == (again / name).read_bytes()]
    assert tuple(same) == names
    assert (versions[0] / "sw.js").read_bytes() != (versions[1] / "sw.js").read_bytes()
