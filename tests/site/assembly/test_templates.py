"""What templates print."""

from __future__ import annotations

import re

from camnang.handbook.project import Project
from tests.conftest import ROOT, SCAM, edit
from tests.site.made_up import build_site, page, words

MARKED_BY_HAND = re.compile(r"\|\s*(?:e|escape|forceescape|safe)\b")
# A language's code in an attribute that is there or not; `format` escapes what it is given.
AN_ATTRIBUTE = """' lang="%s"' | safe | format(view.text_language.code)"""
SWINDLER = "Bà dính vụ <b onclick=alert()>rửa tiền</b> & 'lệnh bắt'."


def test_what_a_swindler_writes_is_shown_as_text(project: Project) -> None:
    edit(project, SCAM, "Bà dính vụ rửa tiền.", SWINDLER)
    build_site(project)
    root = page(project, "thu-doan/goi-la/")
    assert root.xpath("//*[@onclick]") == []
    assert SWINDLER in words(root)


def test_no_template_escapes_by_hand() -> None:
    texts = {file.name: file.read_text(encoding="utf-8") for file in (ROOT / "overrides").rglob("*.html")}
    found = {name for name, text in texts.items() if MARKED_BY_HAND.search(text.replace(AN_ATTRIBUTE, ""))}
    assert found == set(), "a template's output is escaped; HTML comes as Markup from its view"
