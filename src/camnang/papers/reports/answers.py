"""Values of cells understood: whole numbers, choices, texts, days. What is not sure is a problem, never a guess."""

from __future__ import annotations

import datetime
import math
import re
import unicodedata
from collections.abc import Callable
from typing import Final

from openpyxl.utils.datetime import from_excel

from camnang.handbook.telephone_numbers import numbers_of_persons
from camnang.papers.office.cells import FORMULA_MARKS
from camnang.papers.office.workbook import GridCell
from camnang.papers.reports.findings import Problem, quoted
from camnang.papers.reports.units import folded, spelled

DIGITS: Final = re.compile(r"[0-9]{1,15}")
DAY: Final = re.compile(r"([0-9]{1,2})[/.-]([0-9]{1,2})[/.-]([0-9]{4})")
GROUPED: Final = re.compile(r"[0-9]{1,3}(?:[ .,\u00a0\u202f][0-9]{3})+")  # «1.200», «1 200»
NOTHING: Final = frozenset({"", "khong", "khong co", "ko", "k", "chua co", "chua", "o"})  # «-», «//» fold to nothing
NO_FORMULA: Final = "ô không có công thức, không bắt đầu bằng = + - @"


Understood = int | str | datetime.date


def formula_problem(cell: GridCell) -> Problem | None:
    """Return what is wrong when a cell counts, or begins as formulas begin."""
    text = str(cell.value).lstrip() if isinstance(cell.value, str) else ""
    if cell.formula and text.startswith("#"):
        return Problem(
            rule="bao-cao-co-cong-thuc",
            found=f"ô báo lỗi {quoted(cell.value)}",
            expected=NO_FORMULA,
            repair="xoá ô, gõ thẳng số hoặc chữ vào",
        )
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


def meant_number(text: str) -> int | None:
    """Return the number that a text most likely means, to be proposed and never taken."""
    plain = unicodedata.normalize("NFKC", text).strip().strip("'")
    if folded(plain) in NOTHING:
        return 0
    grouped = GROUPED.fullmatch(plain)
    runs = [plain] if grouped else re.findall(r"[0-9]+", plain)
    return int(re.sub(r"[^0-9]", "", runs[0])) if len(runs) == 1 else None


def suggestion(text: str) -> str:
    """Return how a number in words could be written, where only one number can be meant."""
    number = meant_number(text)
    return "ghi số liền, ví dụ 1200" if number is None else f"ghi {number}, viết liền, không kèm chữ"


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
    if isinstance(number, int) or number.found.startswith("số âm") or meant_number(value) == 0:
        return number
    return formula_problem(cell) or number


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
        found = f"dãy số dài {', '.join(map(quoted, numbers))}"
        return Problem(
            rule="bao-cao-lo-so-rieng",
            found=found,
            expected="không ghi số điện thoại, số tài khoản của ai",
            repair="bỏ dãy số ấy",
        )
    return said


def day_suggestion(value: object) -> str:
    """Return how a day is typed again; a bare number is the count of days that Excel shows when a cell is no date."""
    if isinstance(value, int | float) and not isinstance(value, bool) and 40_000 < value < 60_000:
        return f"ô đang ở dạng số; gõ lại dạng chữ {from_excel(int(value)):%d/%m/%Y}, nếu đúng ngày ấy"
    return "gõ lại ngày dạng ngày/tháng/năm"


def day(cell: GridCell) -> datetime.date | Problem:
    """Return the day of a cell: a date, or text such as «4/12/2026»."""
    wrong = Problem(
        rule="bao-cao-sai-ngay",
        found=quoted(cell.value),
        expected="một ngày, ví dụ 4/12/2026",
        repair=day_suggestion(cell.value),
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
