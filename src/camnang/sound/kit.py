"""The recording kit of a language: PDF sheets to read from, and one that tells how to record."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path

from camnang.files.faults import Fault, FaultsError, raise_if_any
from camnang.files.whole_folder import replaced_whole
from camnang.handbook.facts.formats import office_sheet
from camnang.handbook.facts.recordings import RECORDING_NAMES
from camnang.handbook.pages.model import Handbook, Page, reading_order
from camnang.handbook.project import Settings
from camnang.handbook.spoken.script import Script, script_of
from camnang.pictures.drawing.engine import draw_pdf
from camnang.pictures.drawing.glyphs import common_coverage, missing_letters
from camnang.pictures.sheets.values import Sheet, as_json, plain
from camnang.sound.sheet import guide_sheet, page_sheet

FOLDER = "build/thu-am"
GUIDE_FILE = "cach-thu-bang-dien-thoai.pdf"
PAPER = office_sheet("phieu-doc", "Phiếu đọc", "recording-sheet")


def scripts_of(page: Page, handbook: Handbook) -> tuple[Script, ...]:
    """Return the scripts that a page has enough words for."""
    found = (script_of(page, handbook, name) for name in RECORDING_NAMES)
    return tuple(script for script in found if script)


def pages_to_read(handbook: Handbook, code: str) -> tuple[Page, ...]:
    """Return the pages of a language that can be read aloud, in reading order."""
    found = [page for (_, language), page in handbook.pages.items() if language == code]
    return tuple(page for page in sorted(found, key=reading_order) if scripts_of(page, handbook))


def file_of(page: Page) -> str:
    """Return where a page's sheet stands in the kit: 'thu-doan/gia-danh-cong-an.pdf'."""
    return f"{page.folder or page.details.id}.pdf"


def drawn(content: Sheet, design: Path, covered: frozenset[str], place: str) -> bytes:
    """Draw a sheet; raise `FaultsError` when the fonts lack a letter, `engine.DrawingError` when Typst stops."""
    missing = missing_letters(plain(content), covered)
    raise_if_any(
        Fault(
            path=place,
            rule="phong-thieu-chu",
            found=f"phông không có chữ «{letter}» ({text})",
            expected="chữ có trong design/fonts",
            repair="sửa chữ ấy",
        )
        for letter, text in missing.items()
    )
    return draw_pdf(design, PAPER, as_json(content))


def kit_files(pages: Iterable[Page], handbook: Handbook, settings: Settings, design: Path) -> dict[str, bytes]:
    """Return the kit's files by path; raise `FaultsError` when a page says too little to be read aloud."""
    covered = common_coverage(design)
    files = {GUIDE_FILE: drawn(guide_sheet(handbook.facts), design, covered, GUIDE_FILE)}
    faults: list[Fault] = []
    for page in pages:
        scripts = scripts_of(page, handbook)
        if scripts:
            content = page_sheet(page, scripts, handbook.facts, settings)
            files[file_of(page)] = drawn(content, design, covered, page.file)
        else:
            repair = "chọn trang khác, hoặc viết thêm dòng vào các mục của trang"
            faults.append(
                Fault(
                    path=page.file,
                    rule="thu-it-chu",
                    found="không đủ chữ để đọc thành bài",
                    expected="ít nhất 20 giây lời đọc",
                    repair=repair,
                )
            )
    if faults:
        raise FaultsError(faults)
    return files


def write_kit(folder: Path, files: Mapping[str, bytes]) -> None:
    """Write a kit in the place of the old one, whole or not at all."""
    with replaced_whole(folder) as fresh:
        for name, content in files.items():
            file = fresh / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(content)
