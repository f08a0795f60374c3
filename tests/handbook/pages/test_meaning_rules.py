"""What can be heard the wrong way round is told; each rule's own examples show it."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from camnang.files.faults import FaultsError
from camnang.handbook.facts.meaning import Meaning, Phrase, read_meaning
from camnang.handbook.pages.meaning_rules import sentences, text_faults
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project
from tests.conftest import ROOT, TRANSLATION


def rules() -> Meaning:
    found = read_meaning(ROOT)
    assert found is not None
    return found


MEANING = rules()


def told(text: str, code: str) -> list[str]:
    return [fault.found for fault in text_faults("a.md", lambda _: 3, text, code, MEANING)]


def phrases() -> Iterator[tuple[Phrase, str]]:
    yield from ((phrase, code) for phrase in MEANING.phrases for code in phrase.languages)


@pytest.mark.parametrize(("phrase", "code"), list(phrases()), ids=lambda value: getattr(value, "phrase", value))
def test_a_phrase_with_a_sense_of_its_own_is_told_and_the_words_instead_are_not(phrase: Phrase, code: str) -> None:
    assert any(phrase.why in found for found in told(phrase.fails, code)), phrase.fails
    assert told(phrase.passes, code) == [], phrase.passes


@pytest.mark.parametrize("rule", [MEANING.prohibition, MEANING.questions])
def test_a_rule_tells_its_own_example(rule: Phrase) -> None:
    assert len(told(rule.fails, "tyz")) == 1, rule.fails
    assert told(rule.passes, "tyz") == [], rule.passes


@pytest.mark.parametrize(
    "text",
    [
        "Dá đảy phác chèn. Roọng 113.",
        "Mẻn nạt, dá đảy phác chèn.",
        "Dá đảy toọc mã OTP, mật khẩu.",
        "Tuyện lăng?\nLăng hết pện chế?",
        "Hâu cạ «Lẩn hẩư pỏ mẻ lẻ mẻn pắt.»",
    ],
)
def test_what_is_said_rightly_is_not_told(text: str) -> None:
    assert told(text, "tyz") == []


def test_what_is_quoted_is_a_sentence_of_its_own() -> None:
    assert list(sentences("Phuối: «Khỏi mẻn liển. Xo pang.» Cỏi pây.")) == [
        "Phuối:",
        "Khỏi mẻn liển.",
        "Xo pang.",
        "Cỏi pây.",
    ]


def test_a_heading_of_danger_does_not_stand_over_ones_own_child() -> None:
    rule = MEANING.danger_heading
    assert all(map(rule.is_heading, ("Hăn pện nẩy lẻ cần róa", "Hăn pện nẩy lẻ cần lóa")))
    assert not rule.is_heading("Hăn pện nẩy lẻ mì cần róa")
    assert rule.is_victim(rule.fails)
    assert not rule.is_victim(rule.passes)


def test_a_page_is_told_with_its_line(project: Project) -> None:
    rules_file = project.root / "data/lexicon/rules"
    rules_file.mkdir(parents=True, exist_ok=True)
    (rules_file / "meaning.yml").write_bytes((ROOT / "data/lexicon/rules/meaning.yml").read_bytes())
    page = project.root / TRANSLATION
    lines = page.read_text(encoding="utf-8").split("\n")
    number = next(at for at, line in enumerate(lines) if line.startswith("- **Dá đảy"))
    lines[number] = "- **Dá đảy phác chèn, toọc mã OTP.**"
    page.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(FaultsError) as raised:
        read_handbook(project)
    found = [(fault.line, fault.rule) for fault in raised.value.faults if fault.rule == "nghe-nguoc"]
    assert found == [(number + 1, "nghe-nguoc")]
