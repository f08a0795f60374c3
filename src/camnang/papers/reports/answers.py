"""Values of cells understood: whole numbers, choices, texts, days. What is not sure is a problem, never a guess."""

from __future__ import annotations

import datetime
import math
import re
from collections.abc import Callable
from typing import Final

from camnang.handbook.telephone_numbers import numbers_of_persons
from camnang.papers.office.cells import FORMULA_MARKS
from camnang.papers.reports.findings import Problem, quoted
from camnang.papers.reports.grids import GridCell
from camnang.papers.reports.units import folded, spelled

DIGITS: Final = re.compile(r"[0-9]{1,15}")
DAY: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
NO_FORMULA: Final = "ô không có công thức, không bắt đầu bằng = + - @"


Understood = int | str | datetime.date


def formula_problem(cell: GridCell) -> Problem | None:
    """Return what is wrong when a cell counts, or begins as formulas begin."""
    text = str(cell.value).lstrip() if isinstance(cell.value, str) else ""
    if cell.formula:
        return Problem(
            rule="bao-cao-co-cong-thuc",
            found=f"công thức {quoted(cell.value)}",
            expected=NO_FORMULA,
            repair="gõ thẳng kết quả vào ô",
        )
    if text.startswith(FORMULA_MARKS):
        return Problem(
            rule="bao-cao-co-cong-thuc",
            found=f"chữ bắt đầu bằng dấu {text[0]}: {quoted(text)}",
            expected=NO_FORMULA,
            repair="bỏ dấu ấy ở đầu ô",
        )
    return None


def range_problem(value: int, most: int) -> Problem | None:
    """Return what is wrong with a number that is below 0 or above `most`."""
    expected = f"số tròn từ 0 đến {most}"
    if value < 0:
        return Problem(rule="bao-cao-sai-so", found=f"số âm {value}", expected=expected, repair="ghi số từ 0 trở lên")
    if value > most:
        return Problem(
            rule="bao-cao-sai-so",
            found=f"số quá lớn {value}",
            expected=expected,
            repair="xem lại có gõ thừa số không; đúng thì báo nơi chủ trì",
        )
    return None


def numeral(value: float, most: int) -> int | Problem:
    """Return a number as a whole number."""
    expected = f"số tròn từ 0 đến {most}"
    if not math.isfinite(value):
        return Problem(
            rule="bao-cao-sai-so", found=f"số không đọc được {quoted(value)}", expected=expected, repair="gõ lại số"
        )
    if value != int(value):
        return Problem(
            rule="bao-cao-sai-so",
            found=f"số lẻ {value}",
            expected=expected,
            repair="ghi số tròn; hay ô đã đổi 1.200 thành 1,2: gõ 1200",
        )
    return range_problem(int(value), most) or int(value)


def suggestion(text: str) -> str:
    """Return how a number in words could be written, where only one digit run is in it."""
    runs = re.findall(r"\d+", text)
    return f"ghi {int(runs[0])}, viết liền, không kèm chữ" if len(runs) == 1 else "ghi số liền, ví dụ 1200"


def written_numeral(text: str, most: int) -> int | Problem:
    """Return a number that was typed as text: plain digits only."""
    said = text.strip()
    if DIGITS.fullmatch(said):
        return range_problem(int(said), most) or int(said)
    if said.startswith("-") and DIGITS.fullmatch(said[1:].strip()):
        return Problem(
            rule="bao-cao-sai-so",
            found=f"số âm {said}",
            expected=f"số tròn từ 0 đến {most}",
            repair="ghi số từ 0 trở lên",
        )
    found = f"chữ {quoted(said)} trong ô số"
    return Problem(rule="bao-cao-sai-so", found=found, expected=f"số tròn từ 0 đến {most}", repair=suggestion(said))


def whole_number(cell: GridCell, most: int) -> int | Problem:
    """Return the whole number of a cell."""
    value = cell.value
    if cell.formula:
        return formula_problem(cell) or 0
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        found = f"ngày {quoted(value)}" if isinstance(value, datetime.date | datetime.time) else quoted(value)
        return Problem(
            rule="bao-cao-sai-so",
            found=f"{found} trong ô số",
            expected=f"số tròn từ 0 đến {most}",
            repair="đặt ô dạng số (Number), gõ lại số",
        )
    if not isinstance(value, str):
        return numeral(value, most)
    number = written_numeral(value, most)
    is_negative = isinstance(number, Problem) and number.found.startswith("số âm")
    return number if isinstance(number, int) or is_negative else formula_problem(cell) or number


def choice(cell: GridCell, choices: tuple[str, ...]) -> str | Problem:
    """Return the choice that a cell means; case and accents do not count."""
    meant = [name for name in choices if folded(name) == folded(str(cell.value))]
    if meant:
        return meant[0]
    return Problem(
        rule="bao-cao-sai-chu",
        found=quoted(cell.value),
        expected=" hoặc ".join(choices),
        repair="chọn trong danh sách của ô",
    )


def text(cell: GridCell, most: int) -> str | Problem:
    """Return the words of a cell with single spaces; the summary shows them, so no number of a person is taken."""
    said = spelled(str(cell.value))
    if len(said) > most:
        return Problem(
            rule="bao-cao-sai-chu",
            found=f"{len(said)} chữ cái",
            expected=f"nhiều nhất {most} chữ cái",
            repair="viết ngắn lại",
        )
    if numbers := numbers_of_persons(said):
        found = f"dãy số dài {quoted(numbers[0])}"
        return Problem(
            rule="bao-cao-lo-so-rieng",
            found=found,
            expected="không ghi số điện thoại, số tài khoản của ai",
            repair="bỏ dãy số ấy",
        )
    return said


def day(cell: GridCell) -> datetime.date | Problem:
    """Return the day of a cell: a date, or text such as «4/12/2026»."""
    wrong = Problem(
        rule="bao-cao-sai-ngay",
        found=quoted(cell.value),
        expected="một ngày, ví dụ 4/12/2026",
        repair="gõ lại ngày dạng ngày/tháng/năm",
    )
    if isinstance(cell.value, datetime.datetime):
        return cell.value.date()
    parts = DAY.fullmatch(cell.value.strip()) if isinstance(cell.value, str) else None
    if not parts:
        return wrong
    number, month, year = map(int, parts.groups())
    try:
        return datetime.date(year, month, number)
    except ValueError:
        return wrong


def checked(cell: GridCell, understand: Callable[[GridCell], Understood | Problem]) -> Understood | Problem:
    """Return what a cell of words means, unless it counts or begins as formulas do."""
    return formula_problem(cell) or understand(cell)
