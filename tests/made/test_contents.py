from __future__ import annotations

from dataclasses import replace

from camnang.handbook.facts.places import Place
from camnang.handbook.pages.model import Handbook
from camnang.handbook.project import Project
from camnang.made.contents import contents, every_contents, scams_of
from camnang.made.pictures import Picture, read_manifest


def school(handbook: Handbook) -> Place:
    return next(place for place in handbook.facts.places if place.id == "truong-hoc")


def picture(page: str, form: str = "ap-phich-a4") -> Picture:
    made_up = {"role": "main", "pages": 1, "width": 1, "height": 1, "bytes": 1, "sha256": "0", "fingerprint": "0"}
    path = f"{page}/{page}-{form}.pdf"
    return Picture.model_validate(
        {"path": path, "page": page, "language": "vi", "format": form, "reviewed": "2026-11-24", **made_up}
    )


def test_a_place_gets_its_formats_in_the_order_of_advice(packed_handbook: Handbook, packed_project: Project) -> None:
    pictures = read_manifest(packed_project.drawn)
    found = contents(school(packed_handbook), packed_handbook.facts.original, packed_handbook, pictures)
    assert [sheaf.format.id for sheaf in found.sheaves] == ["ap-phich-a4", "anh-doc"]
    assert {each.role for each in found.pictures} == {"main"}, "neither WebP nor thumbnails are printed"
    assert found.sheaves[0].name_of(found.pictures[0]) == "treo/ap-phich-a4/goi-la-ap-phich-a4.pdf"


def test_pictures_of_the_campaign_come_first_and_other_scams_stay_out(packed_handbook: Handbook) -> None:
    page = packed_handbook.pages["thu-doan/goi-la", "vi"]
    strange = replace(page, folder="thu-doan/khac", details=replace(page.details, id="khac", tier=3))
    handbook = replace(packed_handbook, pages={**packed_handbook.pages, ("thu-doan/khac", "vi"): strange})
    drawn = (picture("goi-la"), picture("khac"), picture("trang-chu"))
    found = contents(school(handbook), handbook.facts.original, handbook, drawn)
    assert [each.page for each in found.pictures] == ["trang-chu", "goi-la"]


def test_advice_may_name_fewer_scams(packed_handbook: Handbook) -> None:
    place = school(packed_handbook)
    fewer = place.files[0].model_copy(update={"scams": ("khac",)})
    limited = place.model_copy(update={"files": (fewer,)})
    found = contents(limited, packed_handbook.facts.original, packed_handbook, [picture("goi-la"), picture("nha")])
    assert [each.page for each in found.pictures] == ["nha"], "«goi-la» is not among the advice's scams"


def test_advice_may_name_fewer_decks(packed_handbook: Handbook) -> None:
    place = school(packed_handbook)
    fewer = place.files[0].model_copy(update={"decks": ("cha-me",)})
    limited = place.model_copy(update={"files": (fewer,)})
    drawn = [picture("trang-chu").model_copy(update={"variant": deck}) for deck in ("cha-me", "ngan-hang")]
    found = contents(limited, packed_handbook.facts.original, packed_handbook, drawn)
    assert [each.variant for each in found.pictures] == ["cha-me"]


def test_tiers_add_scams_after_those_that_are_listed(packed_handbook: Handbook) -> None:
    place = school(packed_handbook)
    both = place.model_copy(update={"scams": ("dau",), "tiers": (1,)})
    assert scams_of(both, packed_handbook) == ("dau", "goi-la")


def test_a_language_without_pictures_has_no_pack(packed_handbook: Handbook) -> None:
    found = every_contents(packed_handbook, (picture("goi-la"),))
    assert [each.stem for each in found] == ["goi-truong-hoc"]
