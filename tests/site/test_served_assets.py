from __future__ import annotations

from pathlib import Path

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.palette import PLACE, rules
from camnang.site.assembly.theme_files import served, source_of, theme_files
from camnang.site.served_assets import KINDS, served_sheet, whole_text
from camnang.site.served_script import served_script
from tests.conftest import ROOT


def served_assets(overrides: Path) -> dict[str, bytes]:
    names = (name for name in theme_files(overrides) if name.startswith("assets/") and Path(name).suffix in KINDS)
    return {name: served(name, overrides) for name in names}


def test_every_sheet_and_script_is_served_smaller_and_always_the_same() -> None:
    found = served_assets(ROOT / "overrides")
    assert {"assets/handbook.css", "assets/handbook.js", "assets/before-paint.js"} <= set(found)
    for name, content in found.items():
        text = whole_text(source_of(name, ROOT / "overrides"))
        size = len(text.replace(PLACE, rules(text)).encode())
        assert len(content) < 0.95 * size, f"{name}: {size} bytes became {len(content)}"
    served_sheet.cache_clear()
    served_script.cache_clear()
    assert served_assets(ROOT / "overrides") == found


def test_other_files_are_left_alone(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/font.woff2").write_bytes(b"font")
    (tmp_path / "assets/a.css").write_text("/* why */ a { color: red }", encoding="utf-8")
    assert served_assets(tmp_path) == {"assets/a.css": b"a{color:red}"}
    assert served("assets/font.woff2", tmp_path) == b"font"


def test_a_components_script_lies_beside_its_template_and_is_served_with_the_others(tmp_path: Path) -> None:
    (tmp_path / "components/quiz").mkdir(parents=True)
    (tmp_path / "components/quiz/quiz.js").write_text("say( 1 );", encoding="utf-8")
    assert served_assets(tmp_path) == {"assets/quiz.js": b"say(1);"}


def test_no_two_scripts_are_served_under_one_name() -> None:
    names = [name for name in theme_files(ROOT / "overrides") if name.endswith(".js")]
    assert sorted(set(names)) == sorted(names), f"served twice: {sorted(names)}"


def test_old_phones_get_the_older_way_of_writing() -> None:
    assert "top:0" in served_sheet(".a { inset: 0 }")
    assert served_sheet(".a { max-height: 90vh; max-height: 90dvh }") == ".a{max-height:90vh;max-height:90dvh}"


def test_words_and_patterns_of_a_script_stay() -> None:
    script = 'const p = /[^\\p{L}]+/gu; /* why */ say("Không thấy", p, (name) => name);'
    assert served_script(script) == 'const p=/[^\\p{L}]+/gu;say("Không thấy",p,(name)=>name);'


def test_a_script_that_is_none_stops_the_site_and_says_where(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/a.js").write_text("say(1);\nsay(;\n", encoding="utf-8")
    with pytest.raises(FaultsError) as caught:
        served("assets/a.js", tmp_path)
    (fault,) = caught.value.faults
    assert (fault.path, fault.line) == ("assets/a.js", 2), fault
