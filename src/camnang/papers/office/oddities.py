"""What people leave in an office file beside plain words: comments, strokes, crossed-out words, tracked changes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum

MOST_LETTERS = 60  # of what is quoted


class OddKind(Enum):
    """What it is, as an office calls it."""

    STRUCK = "chữ gạch ngang"
    HIDDEN = "chữ ẩn (Hidden)"
    SYMBOL = "ký hiệu chèn từ phông Symbol, Wingdings"
    PICTURE = "hình hoặc nét vẽ tay"
    BOX = "hộp chữ hay hình có chữ"
    OBJECT = "tệp nhúng"
    TABLE = "bảng lồng trong ô"
    MATH = "công thức toán"
    INSERTED = "chữ thêm khi bật Track Changes"
    DELETED = "chữ bỏ khi bật Track Changes"
    COMMENT = "ghi chú bên lề (Comment)"
    NOTE = "chú thích cuối trang (Footnote)"


@dataclass(frozen=True)
class Odd:
    """One such thing with its words, '' where it has none."""

    kind: OddKind
    text: str = ""

    @property
    def named(self) -> str:
        """What it is, with its words."""
        words = " ".join(self.text.split())
        cut = f"{words[:MOST_LETTERS]}{'…' if len(words) > MOST_LETTERS else ''}"
        return f"{self.kind.value} «{cut}»" if words else self.kind.value
