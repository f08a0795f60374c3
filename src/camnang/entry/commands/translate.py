"""`ban-dich`: what is translated, what changed since, pins, sheets for native speakers, a new language."""

from __future__ import annotations

import argparse
from pathlib import Path

from camnang.entry.commands.verb import WrongCallError
from camnang.files.faults import Fault, raise_if_any
from camnang.files.whole_files import write_files
from camnang.handbook.facts.facts import Facts, read_facts
from camnang.handbook.facts.languages import FILE as LANGUAGES
from camnang.handbook.facts.languages import Language, read_all_languages
from camnang.handbook.facts.translation_scope import read_translation_scope
from camnang.handbook.pages.pins import with_pin
from camnang.handbook.project import Project
from camnang.handbook.translation.drift import changes, pinned_version
from camnang.handbook.translation.skeleton import new_files, with_entry
from camnang.handbook.translation.status import State, TranslationStatus, fields_of, scan, tally
from camnang.papers.review_sheets.changes import diff as changed_lines
from camnang.papers.review_sheets.changes import write_changes
from camnang.papers.review_sheets.round_trip import FOLDER, print_scattered, print_sheets, read_sheet

STATES = {
    State.MISSING: "chưa có",
    State.DRAFT: "bản nháp",
    State.HUMAN: "đã duyệt",
    State.DRIFTED: "bản tiếng Việt đã đổi",
}


def statuses(project: Project, code: str | None) -> tuple[tuple[Language, ...], tuple[TranslationStatus, ...]]:
    """Return the languages asked for and the status of all their texts.

    Raises `WrongCallError` when there is no such language.
    """
    languages = tuple(language for language in read_all_languages(project.root) if not language.default)
    asked = tuple(language for language in languages if code in {None, language.code})
    if not asked:
        known = ", ".join(language.code for language in languages)
        raise WrongCallError(f"không có tiếng «{code}»; hiện có: {known}")
    return asked, scan(project, asked, read_translation_scope(project.root))


def status(project: Project, options: argparse.Namespace) -> int:
    """Print the texts that want work, then the counts of each language."""
    languages, found = statuses(project, options.language)
    shown = set(State) if options.all else {State.MISSING, State.DRIFTED}
    published = {language.code for language in languages if language.published}
    for each in found:
        if each.state in shown and each.code in published:
            print(f"{each.path}: {STATES[each.state]}")
    print(f"{'tiếng':<8}{'tổng':>6}{'chưa có':>9}{'nháp':>6}{'duyệt':>7}{'cũ':>4}{'có bản':>9}")
    for language in languages:
        row = tally(found, language.code)
        counts = f"{row.total:>6}{row.missing:>9}{row.draft:>6}{row.human:>7}{row.drifted:>4}{row.completeness:>9.0%}"
        print(f"{language.code:<8}{counts}{'' if language.published else '   cần người dịch'}")
    return 0


def meant(project: Project, typed: str) -> set[str]:
    """Return what a typed path may mean: as it is told in faults, or seen from where the user stands."""
    seen = Path(typed).resolve()
    root = project.root.resolve()
    inside = {seen.relative_to(root).as_posix()} if seen.is_relative_to(root) else set()
    return {Path(typed).as_posix().rstrip("/"), *inside}


def chosen(project: Project, files: list[str]) -> list[TranslationStatus]:
    """Return the translations named by path or page folder, or all that are there.

    Raises `FaultsError` with every name that is no translation.
    """
    found = [each for each in statuses(project, None)[1] if each.state is not State.MISSING]
    if not files:
        return found
    places = {typed: meant(project, typed) for typed in files}
    taken = {typed: [each for each in found if places[typed] & places_of(each)] for typed in files}
    raise_if_any(no_translation(typed) for typed in files if not taken[typed])
    named = {each.path for several in taken.values() for each in several}
    return [each for each in found if each.path in named]


def places_of(each: TranslationStatus) -> set[str]:
    """Return the paths by which a translation may be named: its own, and its page's folder."""
    return {each.path, Path(each.path).parent.as_posix()}


def no_translation(typed: str) -> Fault:
    """Return the fault of a name that is no translation."""
    repair = "xem lại tên tệp; python3 run.py ban-dich tinh-trang --tat-ca kể mọi bản dịch"
    return Fault(
        path=typed,
        rule="khong-co-ban-dich",
        found="không có bản dịch này",
        expected="tệp index.<mã>.md, hoặc thư mục của trang",
        repair=repair,
    )


def diff(project: Project, options: argparse.Namespace) -> int:
    """Print what changed in the Vietnamese text since each translation was made."""
    old = drifted(project, options.file)
    for each in old:
        fields = fields_of(project.text(each.path))
        before = pinned_version(project.root, each.original, fields.get("source", ""))
        now = project.text(each.original)
        lost = "Không thấy bản lúc dịch trong lịch sử git: so bằng mắt."
        print(f"== {each.path}")
        print(changes(before, now, each.original) if before else lost)
    return 0


def drifted(project: Project, files: list[str]) -> list[TranslationStatus]:
    """Return the translations that are old, of those named or of all; say so when there is none."""
    old = [each for each in chosen(project, files) if each.state is State.DRIFTED]
    if not old:
        print("Bản dịch đều khớp với bản tiếng Việt lúc này; không có gì phải làm.")
    return old


def pin(project: Project, options: argparse.Namespace) -> int:
    """Write into translations that they fit the Vietnamese text of now, or only list those that don't."""
    old = drifted(project, options.file)
    if not options.check:
        write_files({project.root / each.path: pinned(project, each) for each in old})
    for each in old:
        print(f"{each.path}: bản tiếng Việt đã đổi" if options.check else f"đã ghim {each.path}")
    return 1 if options.check and old else 0


def pinned(project: Project, each: TranslationStatus) -> bytes:
    """Return a translation with the pin of the Vietnamese text of now."""
    text, original = (project.text(path) for path in (each.path, each.original))
    return with_pin(text, original).encode()


def language_to_begin(facts: Facts, options: argparse.Namespace) -> tuple[Language, bool]:
    """Return the language that the command line names, and whether the list has it already."""
    listed = {language.code: language for language in (*facts.languages, *facts.wanted)}
    if options.code in listed:
        return listed[options.code], True
    if not options.name:
        raise WrongCallError(f"«{options.code}» chưa có trong {LANGUAGES}: thêm --ten và --mo-ta")
    name, description = options.name, options.description or f"tiếng {options.name}"
    fields = {"name": name, "short_name": name, "description": description, "status": "can-nguoi-dich"}
    return Language(code=options.code, **fields), False


def begin(project: Project, options: argparse.Namespace) -> int:
    """Write the files with which a new language begins; nothing that exists is touched."""
    language, listed = language_to_begin(read_facts(project.root), options)
    made = {project.root / path: text.encode() for path, text in new_files(project, language).items()}
    listing = {} if listed else {project.root / LANGUAGES: listing_with(project, language)}
    write_files(listing | made)
    if not listed:
        print(f"đã thêm «{language.code}» vào {LANGUAGES}")
    for file in made:
        print(f"đã tạo {project.relative(file)}")
    done = f"Dịch xong thì bỏ dòng «status» của {language.code} trong {LANGUAGES}."
    print(done if made else "Không có gì để tạo.")
    return 0


def listing_with(project: Project, language: Language) -> bytes:
    """Return the list of languages with one more."""
    return with_entry(project.text(LANGUAGES), language).encode()


def tell_written(project: Project, files: tuple[Path, ...]) -> None:
    """Say where files were written."""
    for file in files:
        print(f"Đã ghi {file.relative_to(project.root) if file.is_relative_to(project.root) else file}")


def print_review_sheets(project: Project, options: argparse.Namespace) -> int:
    """Write the sheets of a page and say where they are."""
    folder = options.target or project.root / FOLDER
    if bool(options.page) == options.scattered:
        raise WrongCallError("ghi một trang, hoặc --sau-muoi để lấy sáu mươi câu ở nhiều trang")
    if options.scattered:
        sheet, files = print_scattered(project, options.language, folder)
        tell_written(project, files)
        print(
            f"{len(sheet.rows)} câu ở nhiều trang, chừng hai giờ. Nhập bằng «ban-dich nhap»: câu sửa vào mọi trang."
        )
        return 0
    draft, files = print_sheets(project, options.language, options.page, folder)
    tell_written(project, files)
    print(f"{len(draft.units)} câu. Tệp DOCX để in, tệp XLSX để điền trên máy.")
    if not draft.is_current:
        print(f"Chú ý: trang tiếng Việt đã đổi sau khi dịch {draft.path}. Nhờ người duyệt xem kỹ từng câu.")
    return 0


def read_review_sheet(project: Project, options: argparse.Namespace) -> int:
    """Show what a filled-in sheet changes, and write it unless this is a trial."""
    imported = read_sheet(project, options.file)
    changed = imported.changes
    print(changed_lines(changed), end="")
    for remark in imported.remarks:
        print(f"[Xem lại] {remark}")
    if not changed:
        left = f" Có {len(imported.remarks)} chỗ phải đọc bằng mắt, kể ở trên." if imported.remarks else ""
        print(f"Phiếu không đổi câu nào.{left}")
    elif options.trial:
        print("Mới xem thử, chưa ghi tệp nào.")
    else:
        write_changes(project, changed)
        print(f"Đã ghi {', '.join(change.path for change in changed)}.")
    return 0
