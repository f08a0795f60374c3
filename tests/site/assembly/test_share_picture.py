"""What a chat reads in the head of a built page."""

from __future__ import annotations

import pytest

from camnang.handbook.facts.formats import read_formats
from camnang.handbook.project import Project
from camnang.pictures.jobs import Selection
from camnang.site.share_picture import FORMAT
from tests.conftest import ROOT, copy_handbook, draw
from tests.site.made_up import SITE_URL, build_site, page


def with_link_previews(target: Project) -> Project:
    """Add the project's own format for links to the fixture, and draw it in Vietnamese."""
    form = next(each for each in read_formats(ROOT) if each.id == FORMAT)
    formats = target.root / "data" / "formats.yml"
    entry = (
        f"- id: {form.id}\n  name: {{vi: Ảnh hiện khi gửi đường dẫn}}\n  layout: {form.layout}\n"
        f"  width: {form.width}\n  height: {form.height}\n  file_format: png\n  pages: [home, scam]\n"
        f"  max_kilobytes: {form.max_kilobytes}\n"
    )
    formats.write_text(formats.read_text(encoding="utf-8") + entry, encoding="utf-8")
    draw(target, Selection(languages=frozenset({"vi"}), formats=frozenset({FORMAT})), SITE_URL)
    return target


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return with_link_previews(copy_handbook(tmp_path_factory.mktemp("shared-links") / "handbook"))


def meta(project: Project, path: str) -> dict[str, str]:
    found = page(project, path).xpath("//head/meta[@content]")
    return {str(each.get("property") or each.get("name")): str(each.get("content")) for each in found}


def test_every_page_shows_a_picture_that_is_there(drawn: Project) -> None:
    build_site(drawn, site_url=SITE_URL)
    for path, name in (
        ("thu-doan/goi-la/", "goi-la/goi-la"),
        ("khan-cap/dang-bi-goi/", "trang-chu/trang-chu"),
        ("", "trang-chu/trang-chu"),
    ):
        told = meta(drawn, path)
        assert told["og:image"] == f"{SITE_URL}tai-ve/{name}-anh-lien-ket.png", path
        assert (drawn.root / "site" / told["og:image"].removeprefix(SITE_URL)).is_file(), told["og:image"]
        assert (told["og:image:width"], told["og:image:height"]) == ("1200", "630")
        assert told["og:image:alt"], path
        assert told["twitter:card"] == "summary_large_image"


def test_without_an_address_no_picture_is_claimed(drawn: Project) -> None:
    build_site(drawn)
    for path in ("thu-doan/goi-la/", "khan-cap/dang-bi-goi/", ""):
        claimed = [name for name in meta(drawn, path) if name.startswith(("og:image", "twitter:"))]
        assert claimed == [], f"{path} claims {claimed}"
