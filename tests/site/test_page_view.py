from __future__ import annotations

from dataclasses import replace

import pytest

from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project, Settings, read_settings
from camnang.made.offer import Offer
from camnang.site.context import SiteContext
from camnang.site.handbook_view import handbook_view
from camnang.site.page_view import page_view, shortened
from camnang.site.sitemap import sitemap_addresses

FOLDER = "thu-doan/goi-la"


@pytest.fixture
def settings(shared_project: Project) -> Settings:
    return replace(read_settings(shared_project), site_url="https://cam-nang.example")


@pytest.fixture
def context(handbook: Handbook, settings: Settings) -> SiteContext:
    return SiteContext(handbook, settings, Offer(), "worker.js")


def test_source_marks_become_links(handbook: Handbook, context: SiteContext) -> None:
    page = handbook.pages[FOLDER, "vi"]
    told = replace(page.sections["vu-viec"], html="<p>Chặn kịp. [X01]</p>")
    view = page_view(replace(page, sections={told.id: told}), handbook.facts.original, context)
    assert view.sections["vu-viec"].html == '<p>Chặn kịp. <a class="source-ref" href="#nguon-X01">X01</a></p>'


def test_the_statement_keeps_its_words_and_its_stress(handbook: Handbook, context: SiteContext) -> None:
    view = page_view(handbook.pages[FOLDER, "vi"], handbook.facts.original, context)
    assert "".join(run.text for run in view.statement) == "Công an không gọi video, không đòi tiền."
    assert [run.text for run in view.statement if run.stress] == ["không", "không"]


def test_a_fallback_points_to_the_vietnamese_page(handbook: Handbook, context: SiteContext) -> None:
    tay = handbook.facts.language("tyz")
    view = page_view(handbook.pages["khan-cap/dang-bi-goi", "vi"], tay, context)
    assert view.translation == "fallback"
    assert view.path == "tyz/khan-cap/dang-bi-goi/"
    assert view.canonical == "https://cam-nang.example/khan-cap/dang-bi-goi/"
    assert view.hreflangs == ()
    assert [(link.language.code, link.current) for link in view.switch] == [("vi", False), ("tyz", True)]


def test_an_outdated_draft_is_both(handbook: Handbook, context: SiteContext) -> None:
    view = page_view(handbook.pages[FOLDER, "tyz"], handbook.facts.language("tyz"), context)
    assert (view.translation, view.draft) == ("outdated", True)


@pytest.mark.parametrize(("folder", "said"), [(FOLDER, 3), ("khan-cap/dang-bi-goi", 0)])
def test_a_page_says_its_unsure_sentences_and_an_emergency_page_does_not(
    handbook: Handbook, context: SiteContext, folder: str, said: int
) -> None:
    page = replace(handbook.pages[folder, "vi"], low=3)
    assert page_view(page, handbook.facts.original, context).low == said


def test_without_an_address_nothing_claims_one(handbook: Handbook, shared_project: Project) -> None:
    context = SiteContext(handbook, read_settings(shared_project), Offer(), "worker.js")
    view = page_view(handbook.pages[FOLDER, "vi"], handbook.facts.original, context)
    assert (view.canonical, view.hreflangs, sitemap_addresses(context)) == (None, (), ())


def test_lists_are_in_the_readers_language_where_it_exists(handbook: Handbook, settings: Settings) -> None:
    view = handbook_view(handbook, settings, Offer(), handbook.facts.language("tyz"))
    (scam,) = view.sightings[0].scams
    assert (scam.title, scam.language, scam.path) == ("Cần róa chả công an", "tyz", "tyz/thu-doan/goi-la/")
    assert [(card.short, card.language) for card in view.situations] == [("Đang bị gọi", "vi")]


def test_a_description_is_cut_between_words() -> None:
    text = "chữ " * 60
    assert shortened(text).endswith("chữ…")
    assert len(shortened(text)) <= 156
