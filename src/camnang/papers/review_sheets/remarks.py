"""What a reviewer left on a sheet beside plain words in the right cells: asked about, or told, never passed over."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from camnang.files.faults import Fault
from camnang.papers.office.oddities import Odd, OddKind
from camnang.papers.review_sheets import rows
from camnang.papers.review_sheets.cells import Cell
from camnang.papers.review_sheets.filled import FilledSheet

SHOWN: Final = 60  # letters of what is quoted
# What leaves open which words are meant: the sheet is not taken before somebody decided.
ASKED: Final[Mapping[OddKind, str]] = {
    OddKind.STRUCK: "chữ không dùng thì xoá hẳn; chữ còn dùng thì bôi đen, bấm lại nút gạch ngang (abc)",
    OddKind.HIDDEN: "chọn ô, bấm Ctrl+D (Font), bỏ dấu ở Hidden; chữ thừa thì xoá",
    OddKind.SYMBOL: f"xoá ký hiệu, gõ bằng chữ: {rows.RIGHT} hoặc {rows.WRONG}",
    OddKind.PICTURE: "gõ lời ấy thành chữ vào ô, rồi xoá hình",
    OddKind.BOX: "chép chữ trong hộp vào ô, rồi xoá hộp",
    OddKind.OBJECT: "mở tệp nhúng, chép chữ vào ô, rồi xoá tệp nhúng",
    OddKind.TABLE: "chép chữ ra ngoài bảng nhỏ, rồi xoá bảng nhỏ",
    OddKind.MATH: "gõ lại bằng chữ thường",
}
# What is only told: the words of the cell are plain without it.
TOLD: Final[Mapping[OddKind, str]] = {
    OddKind.INSERTED: "máy lấy cả chữ thêm; không đúng ý thì mở tệp, vào Review bấm Reject",
    OddKind.DELETED: "máy không lấy chữ đã bỏ; không đúng ý thì mở tệp, vào Review bấm Reject",
}
CROSSES: Final = frozenset("x✗✘")
READ_BY_HAND: Final = f"đọc lời ấy; cần sửa câu nào thì gõ vào cột «{rows.CORRECTION_COLUMN}» rồi nhập lại"


def quoted(text: str) -> str:
    """Return words in quotation marks, cut where they are long."""
    return f"«{text[:SHOWN]}{'…' if len(text) > SHOWN else ''}»"


def asked_about(cell: Cell, file: str) -> Iterator[Fault]:
    """Yield a fault for each thing in a cell that leaves open what was meant."""
    for odd in cell.odds:
        if odd.kind in ASKED:
            yield cell.fault(
                file,
                rule="phieu-o-la",
                found=f"trong ô có {odd.named}",
                expected="chỉ chữ thường trong ô",
                repair=ASKED[odd.kind],
            )
    if cell.torn:
        repair = "bỏ gộp (Word: Layout, Split Cells; Excel: Merge & Center), mỗi cột một ô như khi in"
        yield cell.fault(file, rule="phieu-o-la", found=cell.torn, expected="mỗi cột một ô như khi in", repair=repair)


def odd_faults(sheet: FilledSheet) -> Iterator[Fault]:
    """The cells that are read hold plain words, each cell on its own."""
    written = [*(cell for row in sheet.rows for cell in row.read), *sheet.info.values()]
    for cell in written:
        yield from asked_about(cell, sheet.file)


def told(cell: Cell, odd: Odd, file: str) -> Fault:
    """Tell of one thing that stops nothing."""
    return cell.fault(
        file,
        rule="phieu-o-la",
        found=odd.named,
        expected="chữ thường trong ô",
        repair=TOLD.get(odd.kind, READ_BY_HAND),
    )


def words_told(cell: Cell, file: str) -> Fault:
    """Tell of words that stand where nothing is read."""
    expected = f"chữ chỉ ở cột «{rows.CORRECTION_COLUMN}», «{rows.VERDICT_COLUMN}» và các ô trống"
    return cell.fault(
        file,
        rule="phieu-loi-ngoai-o",
        found=f"chữ ở chỗ máy không đọc {quoted(cell.text)}",
        expected=expected,
        repair=READ_BY_HAND,
    )


def order_told(sheet: FilledSheet, printed: rows.Sheet) -> Iterator[Fault]:
    """Tell that rows changed their places; each is found again by its id."""
    wanted = [row.id for row in printed.rows]
    for row, name in zip(sheet.rows, wanted, strict=False):
        if row.id.text != name:
            yield row.id.fault(
                sheet.file,
                rule="phieu-loi-ngoai-o",
                found="các dòng đổi thứ tự",
                expected="thứ tự như khi in",
                repair="máy vẫn đọc đúng theo số; xem lại cho chắc",
            )
            return


def crosses_told(sheet: FilledSheet) -> Iterator[Fault]:
    """Tell what a cross beside a sentence is taken for: on other forms it chooses, here it strikes out."""
    for row in sheet.rows:
        if row.verdict.text.casefold().rstrip(".") in CROSSES:
            yield row.verdict.fault(
                sheet.file,
                rule="phieu-sai-danh-gia",
                found=f"ô «{rows.VERDICT_COLUMN}» ghi «{row.verdict.text}»: máy hiểu là {rows.WRONG}",
                expected=f"{rows.RIGHT} hoặc {rows.WRONG}",
                repair=f"nếu ý là đúng thì sửa thành {rows.RIGHT} rồi nhập lại",
            )


def remarks(sheet: FilledSheet, fresh: rows.Sheet, printed: frozenset[str]) -> Iterator[Fault]:
    """Yield what stops nothing and is not taken either; `fresh` is the sheet as printed, `printed` its words."""
    yield from crosses_told(sheet)
    read = [cell for row in sheet.rows for cell in (row.id, *row.read)]
    for cell in (*read, *sheet.info.values()):
        yield from (told(cell, odd, sheet.file) for odd in cell.odds if odd.kind not in ASKED)
    for cell in (*sheet.unread, *sheet.asides):
        yield from (told(cell, odd, sheet.file) for odd in cell.odds)
        if cell.text and cell.text not in printed:
            yield words_told(cell, sheet.file)
    yield from order_told(sheet, fresh)
