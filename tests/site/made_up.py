"""A site of a made-up handbook, made directly: no builder stands between the handbook and its files."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from lxml.html import HtmlElement
from lxml.html import parse as parse_html

from camnang.entry.building import build_site as build
from camnang.entry.offering import current_offer
from camnang.entry.session import Session
from camnang.files.ffmpeg import run_well
from camnang.handbook.facts.recordings import FILE, Recording
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.handbook.spoken.script import script_of
from camnang.sound.recordings import data_text

SITE_URL = "https://cam-nang.example/"

SCAM, SITUATION, ABOUT = "thu-doan/goi-la", "khan-cap/dang-bi-goi", "gioi-thieu"
# Tay has a text of its own for the scam only; its situation page is served in Vietnamese.
RECORDED = {(SCAM, "vi"): 500, (SCAM, "tyz"): 600, (SITUATION, "vi"): 700, (ABOUT, "vi"): 800}


def settings_of(project: Project, site_url: str = "", approved_by: str = "") -> Settings:
    """Return a project's settings as if these stood in the environment."""
    return replace(read_settings(project), site_url=site_url, approved_by=approved_by)


def build_site(project: Project, site_url: str = "", approved_by: str = "") -> None:
    """Make the site of a handbook in its folder `site`, with what was made for it."""
    session = Session(project, settings_of(project, site_url, approved_by))
    build(session, current_offer(session))


def page(project: Project, path: str) -> HtmlElement:
    """Return a page of the made site."""
    file = project.root / "site" / path / "index.html"
    assert file.is_file(), f"{path}index.html was not built"
    return parse_html(str(file)).getroot()


def language_of(root: HtmlElement, text: str) -> str:
    """Return the language of the innermost element that holds a text, as a browser works it out."""
    innermost = root.xpath(f"//body//*[contains(., '{text}')][not(*[contains(., '{text}')])]")
    assert innermost, f"{text!r} is not on the page"
    return str(innermost[0].xpath("ancestor-or-self::*[@lang][1]/@lang")[-1])


def words(element: HtmlElement) -> str:
    """Return what an element says, with single spaces."""
    return " ".join(element.text_content().split())


def tone(hertz: int, file: Path) -> None:
    """Write a short tone; a different one for each recording, so that none can be taken for another."""
    run_well("-f", "lavfi", "-i", f"sine={hertz}:d=1", "-fflags", "+bitexact", "-flags:a", "+bitexact", str(file))


def record(project: Project, recorded: Mapping[tuple[str, str], int]) -> None:
    """Put tones where recordings stand, with entries for the text of now (a page of few words: of before)."""
    handbook, listed = read_handbook(project), []
    for (folder, code), hertz in recorded.items():
        script = script_of(handbook.pages[folder, code], handbook, "loa-30")
        recording = Recording(
            page=folder,
            language=code,
            name="loa-30",
            speaker="Bà <Thử>",
            date="2026-11-20",
            script=script.pin if script else "0" * 12,
            seconds=31,
            consent=True,
        )
        tone(hertz, project.root / recording.path)
        listed.append(recording)
    (project.root / FILE).write_text(data_text("", listed), encoding="utf-8")
