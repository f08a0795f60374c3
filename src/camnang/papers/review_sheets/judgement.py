"""A filled-in sheet held against the draft of now: what the reviewer decided, or every fault of the sheet."""

from __future__ import annotations

import datetime
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from camnang.files.faults import Fault, raise_if_any
from camnang.files.letters import StrangeLetter, letters_of, strange_letters
from camnang.handbook.facts.lexicon import Lexicon
from camnang.handbook.facts.sources import ID
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.cells import Cell
from camnang.papers.review_sheets.drafts import Draft
from camnang.papers.review_sheets.filled import FilledRow, FilledSheet
from camnang.papers.review_sheets.remarks import odd_faults, quoted
from camnang.papers.review_sheets.units import LETTER, Unit, units_of, with_replaced
from camnang.papers.review_sheets.verdict_words import BEGINNING, is_verdict, local_words

Verdict = Literal["right", "wrong", ""]
# A cross may be meant either way; taken as «Sai» it never makes a wrong sentence «human».
VERDICTS: Final[Mapping[str, Verdict]] = {
    "": "",
    "đúng": "right",
    "đ": "right",
    "✓": "right",
    "✔": "right",
    "☑": "right",
    "✅": "right",
    "✗": "wrong",
    "✘": "wrong",
    "sai": "wrong",
    "s": "wrong",
    "x": "wrong",
}
VERDICT_WORDS: Final = "Đúng, Đ, Sai, S, x (là Sai), hoặc để trống"
DATES: Final = (
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})"),
    re.compile(r"(?P<day>\d{1,2})/(?P<month>\d{1,2})/(?P<year>\d{4})"),
)
# What Markdown reads as more than words: links and sources whole, else single signs.
MARKUP: Final = re.compile(rf"\]\([^)]*\)|\[{ID}\]|[*_`\[\]<>{{}}|\\#]")
# What Word and LibreOffice put by themselves for what was typed.
AUTOCORRECT: Final[Mapping[str, str]] = {
    **{"→": "-->", "←": "<--", "⇒": "==>", "⇐": "<==", "↔": "<-->", "½": "1/2", "¼": "1/4", "¾": "3/4"},
    **{"☺": ":)", "☹": ":(", "©": "(c)", "®": "(r)", "™": "(tm)"},
}
UNDO: Final = "viết bằng chữ; Word lại đổi thì bấm Ctrl+Z ngay sau đó"
AGAIN: Final = "in phiếu mới bằng lệnh «phieu», chép các chỗ sửa sang"


@dataclass(frozen=True)
class Judgement:
    """What a reviewer decided: `corrections` and the `places` of their cells by unit id.

    `date` is None when nothing is judged; `refused` tells that a unit is called wrong without a correction.
    """

    reviewer: str
    date: datetime.date | None
    corrections: Mapping[str, str]
    places: Mapping[str, str]
    complete: bool
    refused: bool


def verdict_of(row: FilledRow) -> Verdict | None:
    """Return what the last cell says, None when it is not understood."""
    return VERDICTS.get(row.verdict.text.casefold().rstrip("."))


def is_corrected(row: FilledRow) -> bool:
    """Tell whether the reviewer wrote something else than the draft."""
    return row.correction.text not in {"", row.draft.text}


def date_of(text: str) -> datetime.date | None:
    """Return a date written as 2026-12-01 or 1/12/2026, None when it is none."""
    match = next((found for pattern in DATES if (found := pattern.fullmatch(text))), None)
    try:
        return datetime.date(*(int(match[part]) for part in ("year", "month", "day"))) if match else None
    except ValueError:
        return None


def formula_faults(sheet: FilledSheet) -> Iterator[Fault]:
    """No cell counts or leads anywhere."""
    for cell in sheet.cells:
        if cell.formula:
            found = f"ô có công thức «{cell.text[:40]}»"
            yield cell.fault(
                sheet.file,
                rule="phieu-co-cong-thuc",
                found=found,
                expected="ô chỉ có chữ",
                repair="xoá công thức, gõ lại chữ",
            )


def pin_faults(sheet: FilledSheet, draft: Draft) -> Iterator[Fault]:
    """The Vietnamese text is the one that the reviewer saw."""
    cell = sheet.info[rows.SOURCE_PIN]
    if cell.text != draft.source_pin:
        found = f"dấu bản Việt «{cell.text}», trang tiếng Việt lúc này là «{draft.source_pin}»"
        yield cell.fault(
            sheet.file,
            rule="phieu-khac-ban-nhap",
            found=found,
            expected="phiếu in từ trang tiếng Việt lúc này",
            repair=AGAIN,
        )


def id_faults(sheet: FilledSheet, draft: Draft) -> Iterator[Fault]:
    """Every unit has one row, and every row is a unit."""
    wanted = {unit.id: number for number, unit in enumerate(draft.units, start=1)}
    counts = Counter(row.id.text for row in sheet.rows)
    for row in sheet.rows:
        if row.id.text not in wanted:
            found = f"mã dòng lạ «{row.id.text}»"
            yield row.id.fault(
                sheet.file,
                rule="phieu-thieu-o",
                found=found,
                expected="mã như khi in",
                repair="bỏ dòng lạ, hoặc chép lại cột «Số» từ phiếu gốc",
            )
        elif counts[row.id.text] > 1:
            yield row.id.fault(
                sheet.file,
                rule="phieu-thieu-o",
                found=f"dòng «{row.id.text}» có hai lần",
                expected="mỗi câu một dòng",
                repair="bỏ bớt một dòng",
            )
    for name in sorted(wanted.keys() - counts.keys(), key=wanted.__getitem__):
        found = f"thiếu dòng {wanted[name]} ({name})"
        yield Fault(
            path=sheet.file,
            rule="phieu-thieu-o",
            found=found,
            expected="đủ các dòng như khi in",
            repair="chép lại dòng ấy từ phiếu gốc",
        )


def draft_faults(sheet: FilledSheet, draft: Draft) -> Iterator[Fault]:
    """The draft in each row is the one of now."""
    now = {unit.id: unit.text for unit in draft.units}
    changed = sheet.info[rows.DRAFT_PIN].text != draft.pin
    for row in sheet.rows:
        if row.id.text in now and row.draft.text != now[row.id.text]:
            found = f"bản nháp trong phiếu «{row.draft.text}»"
            expected = f"như bản nháp lúc này «{now[row.id.text]}»"
            repair = f"viết chữ sửa vào cột «{rows.CORRECTION_COLUMN}», giữ nguyên cột «{rows.DRAFT_COLUMN}»"
            yield row.draft.fault(
                sheet.file,
                rule="phieu-khac-ban-nhap",
                found=found,
                expected=expected,
                repair=AGAIN if changed else repair,
            )


def said_of(each: StrangeLetter) -> str:
    """Return what a strange letter is; what Word puts by itself is named as such."""
    typed = AUTOCORRECT.get(each.text)
    return f"«{each.text}» (Word tự đổi từ «{typed}»)" if typed else each.said


def strange_fault(sheet: FilledSheet, cell: Cell, known: frozenset[str]) -> Iterator[Fault]:
    """Return a fault for letters that the language does not have, each named, with what helps against its kind."""
    put = [StrangeLetter(each, 0, "symbol") for each in cell.text if each in AUTOCORRECT]
    strange = tuple({each.text: each for each in (*strange_letters(cell.text, known), *put)}.values())
    if strange:
        named = ", ".join(map(said_of, strange))
        advice = dict.fromkeys(UNDO if each.text in AUTOCORRECT else each.advice for each in strange)
        yield cell.fault(
            sheet.file,
            rule="phieu-chu-la",
            found=f"chữ lạ {named} trong «{cell.text[:40]}»",
            expected="chữ Unicode, chỉ các chữ cái của tiếng này",
            repair="; ".join(advice),
        )


def letter_faults(sheet: FilledSheet, draft: Draft, lexicon: Lexicon) -> Iterator[Fault]:
    """What the reviewer wrote is in the letters of the language."""
    words = lexicon.entries.get(draft.language.code, {})
    known = letters_of([draft.language.letters, *words, *(unit.text for unit in draft.units)])
    written = [*(row.correction for row in sheet.rows), *(sheet.info[name] for name in rows.BLANKS)]
    for cell in written:
        yield from strange_fault(sheet, cell, known)


def verdict_faults(sheet: FilledSheet, row: FilledRow) -> Iterator[Fault]:
    """The last cell is understood, and does not call a corrected draft right."""
    verdict = verdict_of(row)
    if verdict is None:
        found = f"ô «{rows.VERDICT_COLUMN}» ghi «{row.verdict.text[:40]}»"
        yield row.verdict.fault(
            sheet.file,
            rule="phieu-sai-danh-gia",
            found=found,
            expected=VERDICT_WORDS,
            repair="sửa ô ấy; lời nhắn thì ghi riêng",
        )
    if verdict == "right" and is_corrected(row):
        found = f"vừa ghi {rows.RIGHT}, vừa viết lại «{row.correction.text[:40]}»"
        repair = f"câu nháp đúng thì xoá chữ sửa; cần sửa thì ghi {rows.WRONG}"
        yield row.verdict.fault(
            sheet.file, rule="phieu-sai-danh-gia", found=found, expected="một trong hai", repair=repair
        )


def misplaced_faults(sheet: FilledSheet, draft: Draft, lexicon: Lexicon) -> Iterator[Fault]:
    """No answer to «is it right?» stands where a sentence should; it would become the sentence."""
    local = local_words(lexicon.entries.get(draft.language.code, {}).values())
    for row in filter(is_corrected, sheet.rows):
        said, asked = row.correction.text, draft.originals.get(row.id.text, "")
        if is_verdict(said, local) and not is_verdict(asked, local):
            found = f"cột «{rows.CORRECTION_COLUMN}» chỉ có {quoted(said)}, giống lời chấm hơn là câu sửa"
            repair = (
                f"nếu ý là đúng hay sai: chuyển chữ ấy sang cột «{rows.VERDICT_COLUMN}»; nếu là câu sửa: viết cả câu"
            )
            yield row.correction.fault(
                sheet.file,
                rule="phieu-sai-danh-gia",
                found=found,
                expected="cả câu đã sửa, hoặc để trống",
                repair=repair,
            )
        elif BEGINNING.match(said) and not BEGINNING.match(asked):
            found = f"câu sửa bắt đầu bằng lời chấm: {quoted(said)}"
            repair = f"chuyển lời chấm sang cột «{rows.VERDICT_COLUMN}», ở cột này chỉ giữ câu sửa"
            yield row.correction.fault(
                sheet.file, rule="phieu-sai-danh-gia", found=found, expected="chỉ câu đã sửa", repair=repair
            )


def correction_faults(sheet: FilledSheet, row: FilledRow, unit: Unit) -> Iterator[Fault]:
    """A correction is words, with the links and sources of the draft."""
    if not LETTER.search(row.correction.text):
        found = f"chữ sửa «{row.correction.text}»"
        yield row.correction.fault(
            sheet.file,
            rule="phieu-chu-sua-hong",
            found=found,
            expected="một câu có chữ",
            repair="viết cả câu, hoặc để trống",
        )
    wanted, found_marks = Counter(MARKUP.findall(unit.text)), Counter(MARKUP.findall(row.correction.text))
    if unit.form == "markdown" and wanted != found_marks:
        named = " ".join((found_marks - wanted) | (wanted - found_marks))
        expected = f"đúng các dấu của bản nháp: {' '.join(wanted) or 'không dấu nào'}"
        yield row.correction.fault(
            sheet.file,
            rule="phieu-chu-sua-hong",
            found=f"thừa hoặc thiếu dấu {named}",
            expected=expected,
            repair="sửa các dấu ấy",
        )


def shape_faults(sheet: FilledSheet, draft: Draft, row: FilledRow) -> Iterator[Fault]:
    """A correction is read back as it was written: it begins no list and ends no cell."""
    name, wanted = row.id.text, row.correction.text
    after = {unit.id: unit.text for unit in units_of(with_replaced(draft.text, {name: wanted}))}
    if after != {**{unit.id: unit.text for unit in draft.units}, name: wanted}:
        expected = "một câu bắt đầu bằng chữ, không có gạch hay số thứ tự ở đầu dòng"
        yield row.correction.fault(
            sheet.file,
            rule="phieu-chu-sua-hong",
            found=f"chữ sửa «{wanted[:40]}» làm vỡ trang",
            expected=expected,
            repair="bỏ dấu ở đầu câu",
        )


def row_faults(sheet: FilledSheet, draft: Draft) -> Iterator[Fault]:
    """Verdicts and corrections are sound, row by row."""
    units = {unit.id: unit for unit in draft.units}
    for row in sheet.rows:
        yield from verdict_faults(sheet, row)
        if row.id.text in units and is_corrected(row) and not row.correction.formula:
            faults = list(correction_faults(sheet, row, units[row.id.text]))
            yield from faults or shape_faults(sheet, draft, row)


def is_judged(row: FilledRow) -> bool:
    """Tell whether the reviewer said anything about a unit."""
    return bool(row.verdict.text) or is_corrected(row)


def name_faults(sheet: FilledSheet) -> Iterator[Fault]:
    """Whoever judges has a name, and says when it was."""
    if not any(is_judged(row) for row in sheet.rows):
        return
    name, date = sheet.info[rows.REVIEWER], sheet.info[rows.DATE]
    if not LETTER.search(name.text):
        yield name.fault(
            sheet.file,
            rule="phieu-thieu-nguoi-duyet",
            found="chưa có tên người duyệt",
            expected="họ và tên",
            repair="ghi tên vào ô ấy",
        )
    if date_of(date.text) is None:
        found = f"ngày duyệt «{date.text}»" if date.text else "chưa có ngày duyệt"
        yield date.fault(
            sheet.file,
            rule="phieu-thieu-nguoi-duyet",
            found=found,
            expected="ngày như 1/12/2026 hoặc 2026-12-01",
            repair="ghi ngày vào ô ấy",
        )


def all_faults(sheet: FilledSheet, draft: Draft, lexicon: Lexicon) -> Iterator[Fault]:
    """Yield every fault of a sheet."""
    rules: tuple[Callable[[], Iterator[Fault]], ...] = (
        lambda: formula_faults(sheet),
        lambda: pin_faults(sheet, draft),
        lambda: id_faults(sheet, draft),
        lambda: draft_faults(sheet, draft),
        lambda: letter_faults(sheet, draft, lexicon),
        lambda: odd_faults(sheet),
        lambda: misplaced_faults(sheet, draft, lexicon),
        lambda: row_faults(sheet, draft),
        lambda: name_faults(sheet),
    )
    for rule in rules:
        yield from rule()


def judged(sheet: FilledSheet, draft: Draft, lexicon: Lexicon) -> Judgement:
    """Return what the reviewer decided; raise `FaultsError` with every fault of the sheet."""
    raise_if_any(all_faults(sheet, draft, lexicon))
    corrected = [row for row in sheet.rows if is_corrected(row)]
    any_judged = any(is_judged(row) for row in sheet.rows)
    return Judgement(
        reviewer=sheet.info[rows.REVIEWER].text,
        date=date_of(sheet.info[rows.DATE].text) if any_judged else None,
        corrections={row.id.text: row.correction.text for row in corrected},
        places={row.id.text: row.correction.place for row in corrected},
        complete=all(is_corrected(row) or verdict_of(row) == "right" for row in sheet.rows),
        refused=any(verdict_of(row) == "wrong" and not is_corrected(row) for row in sheet.rows),
    )
