from __future__ import annotations

import json
from pathlib import Path

import pytest

from camnang.bundles.copies.edition import Built
from camnang.handbook.pages.model import Handbook
from camnang.site.offline.keeping import (
    SavedTexts,
    SharedParts,
    keeping_list,
    list_bytes,
    mark,
    newest_day,
    served_pages,
    site_assets,
)
from camnang.site.offline.service_worker import service_worker

TEXTS = SavedTexts("báo", "chân", "trang")


def found_list(handbook: Handbook, built: Built, code: str) -> dict[str, object]:
    parts = SharedParts(site_assets(built.site), built.worker)
    files = (file for file in built.site.rglob("*") if file.is_file())
    marks = {file.relative_to(built.site).as_posix(): mark(file.read_bytes()) for file in files}
    return keeping_list(handbook, handbook.facts.language(code), marks, parts, TEXTS)


@pytest.mark.parametrize(("code", "prefix"), [("vi", ""), ("tyz", "tyz/")])
def test_home_and_emergency_come_first_then_scams_seen_here(
    handbook: Handbook, built: Built, code: str, prefix: str
) -> None:
    found = found_list(handbook, built, code)
    first, then = found["first"], found["then"]
    assert [path for path in first if not path.startswith("assets/")] == [  # type: ignore[attr-defined]
        prefix,
        f"{prefix}khan-cap/",
        f"{prefix}khan-cap/dang-bi-goi/",
    ]
    assert {f"{prefix}thu-doan/", f"{prefix}thu-doan/goi-la/", f"search/{code}.json", built.worker} == set(then)  # type: ignore[call-overload]


def test_every_page_and_part_has_the_mark_of_its_bytes(handbook: Handbook, built: Built) -> None:
    found = found_list(handbook, built, "tyz")
    marks = found["marks"]
    assert isinstance(marks, dict)
    assert marks["tyz/"] == mark((built.site / "tyz/index.html").read_bytes())
    pages = served_pages(handbook, handbook.facts.language("tyz"))
    assert len(marks) == len(pages) + len(site_assets(built.site)) + len(("index", "worker"))


def test_marks_are_those_of_the_templates(built: Built) -> None:
    sheet = mark((built.site / "assets/handbook.css").read_bytes())
    assert f"handbook.css?v={sheet}" in (built.site / "index.html").read_text(encoding="utf-8")


def test_a_vietnamese_title_in_another_language_says_so(handbook: Handbook, built: Built) -> None:
    titles = found_list(handbook, built, "tyz")["titles"]
    assert isinstance(titles, dict)
    assert titles["tyz/gioi-thieu/"].startswith('<span lang="vi">')


def test_the_day_is_that_of_the_newest_check_or_warning(handbook: Handbook) -> None:
    pages = served_pages(handbook, handbook.facts.original)
    days = {str(page.details.reviewed) for page in pages} | {str(page.details.date) for page in pages} - {"None"}
    assert newest_day(pages) == max(days)


def test_material_own_parts_are_not_kept(built: Built) -> None:
    assert all(path.count("/") == 1 for path in site_assets(built.site)), site_assets(built.site)


def test_the_version_follows_from_what_is_kept(handbook: Handbook, built: Built) -> None:
    language = handbook.facts.original
    content = list_bytes(found_list(handbook, built, "vi"))
    same, other = (service_worker(b"x", {language: mark(each)}) for each in (content, content + b" "))
    assert same == service_worker(b"x", {language: mark(content)})
    assert same != other
    assert same.endswith(b";\nx")


def test_the_built_worker_names_the_lists_as_they_are(built: Built) -> None:
    named = json.loads(
        (built.site / "sw.js").read_text(encoding="utf-8").split("\n")[0].removeprefix("const HANDBOOK = ")[:-1]
    )
    for code, language in named["languages"].items():
        assert language["mark"] == mark(Path(built.site / f"offline/{code}.json").read_bytes()), code
