"""What a translation must share with the Vietnamese page: headings, numbers, the shape of the mock-up."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.faults import Fault
from camnang.handbook.model import MockUp, Page
from camnang.handbook.numbers import numbers
from camnang.handbook.rendering import SOURCE_MARK


def text_of(page: Page) -> str:
    """Return all words of a page that a reader sees, without the marks of sources."""
    lines = page.mock.lines if page.mock else ()
    spoken = [f"{line.say} {line.flag or ''}" for line in lines]
    words = [page.title, page.lead, *(section.text for section in page.sections.values()), *spoken]
    return SOURCE_MARK.sub("", "\n".join(words))


def heading_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """The same heading ids in the same order."""
    wanted, found = list(original.sections), list(translation.sections)
    if wanted != found:
        yield Fault(
            translation.file,
            0,
            f"các mục {' '.join(found)}",
            f"như trang tiếng Việt: {' '.join(wanted)}",
            "thêm, bớt hoặc xếp lại các mục",
        )


def number_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """The same numbers, so that no amount, date or telephone number goes wrong in translation."""
    wanted, found = numbers(text_of(original)), numbers(text_of(translation))
    if wanted != found:
        missing = ", ".join(sorted(wanted - found)) or "không"
        stray = ", ".join(sorted(found - wanted)) or "không"
        yield Fault(
            translation.file,
            0,
            f"số thiếu: {missing}; số thừa: {stray}",
            f"đúng các số của {original.file}",
            'sửa các số cho khớp; câu chưa dịch được thì giữ tiếng Việt và ghi {: lang="vi" } ở dòng dưới',
        )


def shape(mock: MockUp | None) -> str:
    """Describe a mock-up's kind and where its red flags are."""
    if mock is None:
        return "không có"
    flags = "".join("1" if line.flag else "0" for line in mock.lines)
    return f"{mock.kind}, cờ đỏ {flags}"


def mock_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """The same kind of screen with red flags on the same lines."""
    wanted, found = shape(original.mock), shape(translation.mock)
    if wanted != found:
        yield Fault(translation.file, 0, f"khối mau: {found}", wanted, "sửa khối ```mau cho khớp")


def parity_faults(original: Page, translation: Page) -> Iterator[Fault]:
    """All differences that a translation may not have."""
    yield from heading_parity(original, translation)
    yield from number_parity(original, translation)
    yield from mock_parity(original, translation)
