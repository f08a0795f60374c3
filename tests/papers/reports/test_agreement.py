from __future__ import annotations

from hypothesis import assume, given
from hypothesis import strategies as st

from camnang.papers.reports.agreement import disagreements
from tests.papers.reports.returned_forms import reporting

COUNTS = st.integers(0, 500)


def found(answers: dict[str, int | str]) -> list[str]:
    return [each.key for each in disagreements(answers, reporting())]


@given(COUNTS, COUNTS, COUNTS, st.integers(0, 3000))
def test_places_that_add_up_agree_with_enough_people(first: int, second: int, third: int, people: int) -> None:
    total = first + second + third
    assume((people >= total) and (total > 0 or people == 0))
    answers: dict[str, int | str] = {"buoi": total, "buoi_xom": first, "buoi_truong": second, "buoi_khac": third}
    assert found({**answers, "nguoi": people}) == []


@given(COUNTS, COUNTS, COUNTS, st.integers(1, 99))
def test_a_total_that_differs_from_its_parts_is_told_once(first: int, second: int, third: int, more: int) -> None:
    answers: dict[str, int | str] = {"buoi_xom": first, "buoi_truong": second, "buoi_khac": third}
    assert found({**answers, "buoi": first + second + third + more}) == ["buoi"]


@given(st.tuples(COUNTS, COUNTS, COUNTS), COUNTS)
def test_languages_agree_only_with_their_sum(parts: tuple[int, int, int], total: int) -> None:
    names = [f"ap_phich.{language.code}" for language in reporting().languages]
    answers: dict[str, int | str] = dict(zip(names, parts, strict=True))
    assert found({**answers, "ap_phich": total}) == ([] if sum(parts) == total else ["ap_phich"])


def test_a_rule_says_nothing_while_one_of_its_answers_is_not_understood() -> None:
    assert found({"buoi": 10, "buoi_xom": 1, "buoi_truong": 1}) == []


def test_people_without_events_are_told_once() -> None:
    assert found({"buoi": 0, "buoi_xom": 0, "buoi_truong": 0, "buoi_khac": 0, "nguoi": 5}) == ["buoi"]
