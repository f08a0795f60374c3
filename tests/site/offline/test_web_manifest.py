from __future__ import annotations

import json
from io import BytesIO
from urllib.parse import urljoin

import pytest
from PIL import Image

from camnang.bundles.copies.edition import Built
from camnang.handbook.facts.palette import INDIGO
from camnang.handbook.pages.model import Handbook
from camnang.site.offline.app_icons import ICONS, app_icons
from camnang.site.offline.web_manifest import manifest_bytes
from tests.conftest import ROOT

SITE = "https://cam-nang.example/du-an/"


@pytest.mark.parametrize(("code", "home"), [("vi", SITE), ("tyz", SITE + "tyz/")])
def test_the_installed_handbook_opens_its_language_and_may_change_it(
    handbook: Handbook, code: str, home: str
) -> None:
    found = json.loads(manifest_bytes(handbook, handbook.facts.language(code)))
    here = home + "manifest.webmanifest"
    assert (found["lang"], urljoin(here, found["start_url"]), urljoin(here, found["scope"])) == (code, home, SITE)
    assert {urljoin(here, icon["src"]) for icon in found["icons"]} == {SITE + icon.path for icon in ICONS}
    assert [urljoin(here, each["url"]) for each in found["shortcuts"]] == [home + "khan-cap/"]


def test_icons_have_their_sizes_and_room_for_a_round_cut() -> None:
    drawn = dict(app_icons((ROOT / "overrides/assets/icon.svg").read_text(encoding="utf-8")))
    assert drawn == dict(app_icons((ROOT / "overrides/assets/icon.svg").read_text(encoding="utf-8")))
    for icon in ICONS:
        picture = Image.open(BytesIO(drawn[icon.path])).convert("RGB")
        assert picture.size == (icon.side, icon.side)
        ground = picture.getpixel((2, 2))
        assert "#{:02x}{:02x}{:02x}".format(*ground) == INDIGO  # type: ignore[misc]
    maskable = Image.open(BytesIO(drawn[ICONS[2].path])).convert("RGB")
    ground, centre, reach = maskable.getpixel((2, 2)), 256, 0.4 * 512
    outside = [
        (x, y)
        for x in range(0, 512, 8)
        for y in range(0, 512, 8)
        if maskable.getpixel((x, y)) != ground and (x - centre) ** 2 + (y - centre) ** 2 > reach**2
    ]
    assert outside == [], "a round cut takes part of the drawing"


def test_pages_name_the_colour_of_the_palette(built: Built) -> None:
    home = (built.site / "index.html").read_text(encoding="utf-8")
    assert f'<meta name="theme-color" content="{INDIGO}">' in home
    assert '<link rel="manifest" href="manifest.webmanifest">' in home
