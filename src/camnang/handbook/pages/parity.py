"""What a translation shares with the Vietnamese page: headings, lists, numbers, links, the shape of the mock-up."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from camnang.files.faults import Fault
from camnang.handbook.pages.blocks import links_in
from camnang.handbook.pages.model import TRANSLATED_KIT_SECTIONS, Kind, Page, Section
from camnang.handbook.pages.numbers import numbers
from camnang.handbook.pages.rendering import SOURCE_MARK

KEEP_VIETNAMESE = 'câu chưa dịch được thì giữ tiếng Việt và ghi {: lang="vi" } ở dòng dưới'


def heading_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """The same heading ids in the same order; of a kit those that are translated."""
    kit = original.kind is Kind.KIT
    wanted = list(TRANSLATED_KIT_SECTIONS if kit else original.sections)
    found = list(translation.sections)
    if wanted != found:
        yield Fault(
            path=translation.file,
            rule="ban-dich-lech-y",
            found=f"các mục {' '.join(found)}",
            expected=f"như trang tiếng Việt: {' '.join(wanted)}",
            repair="thêm, bớt hoặc xếp lại các mục",
        )


def listed(values: Iterable[str]) -> str:
    """Return values as an editor reads them."""
    return ", ".join(sorted(values)) or "không có"


def set_fault(file: str, line: int, what: str, found: set[str], wanted: set[str]) -> Iterator[Fault]:
    """Two sets of numbers or links are the same."""
    if found != wanted:
        repair = f"thiếu: {listed(wanted - found)}; thừa: {listed(found - wanted)}; {KEEP_VIETNAMESE}"
        yield Fault(
            path=file,
            line=line,
            rule="ban-dich-lech-so",
            found=f"{what}: {listed(found)}",
            expected=f"như bản tiếng Việt: {listed(wanted)}",
            repair=repair,
        )


def figures(text: str) -> set[str]:
    """Return the numbers of a text, without the marks of sources."""
    return numbers(SOURCE_MARK.sub("", text))


def list_parity(file: str, wanted: Section, found: Section) -> Iterator[Fault]:
    """A section's lists have the same number of items."""
    if len(wanted.items) != len(found.items):
        yield Fault(
            path=file,
            line=found.line,
            rule="ban-dich-lech-y",
            found=f"mục {{#{found.id}}} có {len(found.items)} ý",
            expected=f"{len(wanted.items)} ý như bản tiếng Việt",
            repair=f"thêm hoặc bớt ý; {KEEP_VIETNAMESE}",
        )


def section_parity(file: str, wanted: Section, found: Section) -> Iterator[Fault]:
    """A section has the same lists, numbers and links."""
    yield from list_parity(file, wanted, found)
    yield from set_fault(file, found.line, f"mục {{#{found.id}}}, các số", figures(found.text), figures(wanted.text))
    links = links_in(found.blocks), links_in(wanted.blocks)
    yield from set_fault(file, found.line, f"mục {{#{found.id}}}, các liên kết", *links)


def lead_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """Title and lead have the same numbers."""
    found, wanted = (figures(f"{page.title}\n{page.lead}") for page in (translation, original))
    yield from set_fault(translation.file, translation.title_line, "đầu trang, các số", found, wanted)


def mock_line(page: Page) -> int:
    """Return the line of the mock-up's heading."""
    return page.sections["mau"].line if "mau" in page.sections else 0


def screen(page: Page) -> str:
    """Describe a mock-up's kind and where its red flags are."""
    if page.mock is None:
        return "không có"
    flags = "".join("1" if line.flag else "0" for line in page.mock.lines)
    return f"{page.mock.kind}, {len(page.mock.lines)} dòng, cờ đỏ {flags}{', có tiền' if page.mock.bait else ''}"


def mock_parity(original: Page, translation: Page) -> Iterator[Fault]:
    """The same kind of screen with red flags on the same lines, and the same numbers on it."""
    wanted, found = screen(original), screen(translation)
    if wanted != found:
        line = mock_line(translation)
        yield Fault(
            path=translation.file,
            line=line,
            rule="ban-dich-lech-khoi-mau",
            found=f"khối mau: {found}",
            expected=wanted,
            repair="sửa khối ```mau cho khớp",
        )
    elif original.mock and translation.mock:
        spoken = zip(original.mock.lines, translation.mock.lines, strict=True)
        for number, (there, here) in enumerate(spoken, start=1):
            texts = (f"{here.say} {here.flag}", f"{there.say} {there.flag}")
            what = f"khối mau, dòng {number}, các số"
            yield from set_fault(translation.file, mock_line(translation), what, *map(figures, texts))


def parity_faults(original: Page, translation: Page) -> Iterator[Fault]:
    """All differences that a translation may not have."""
    yield from heading_parity(original, translation)
    yield from lead_parity(original, translation)
    yield from mock_parity(original, translation)
    for name in original.sections.keys() & translation.sections.keys():
        yield from section_parity(translation.file, original.sections[name], translation.sections[name])
