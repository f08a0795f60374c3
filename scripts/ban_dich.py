"""Bản dịch: tình trạng, điều đã đổi, ghim lại, phiếu cho người bản ngữ duyệt, thêm một thứ tiếng."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import NamedTuple

from camnang.files.faults import FaultsError
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
from camnang.papers.review_sheets.round_trip import FOLDER, print_sheets, read_sheet

ROOT = Path(__file__).resolve().parent.parent
STATES = {
    State.MISSING: "chưa có",
    State.DRAFT: "bản nháp",
    State.HUMAN: "đã duyệt",
    State.DRIFTED: "bản tiếng Việt đã đổi",
}


class Command(NamedTuple):
    """A subcommand: what it is for, its arguments, and what it does; `run` returns the exit code."""

    about: str
    arguments: Callable[[argparse.ArgumentParser], None]
    run: Callable[[Project, argparse.Namespace], int]


def statuses(project: Project, code: str | None) -> tuple[tuple[Language, ...], tuple[TranslationStatus, ...]]:
    """Return the languages asked for and the status of all their texts; exit when there is no such language."""
    languages = tuple(language for language in read_all_languages(project.root) if not language.default)
    asked = tuple(language for language in languages if code in {None, language.code})
    if not asked:
        known = ", ".join(language.code for language in languages)
        raise SystemExit(f"không có tiếng «{code}»; hiện có: {known}")
    return asked, scan(project, asked, read_translation_scope(project.root))


def status(project: Project, options: argparse.Namespace) -> int:
    """Print the texts that want work, then the counts of each language."""
    languages, found = statuses(project, options.tieng)
    shown = set(State) if options.tat_ca else {State.MISSING, State.DRIFTED}
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


def chosen(project: Project, files: list[str], states: Iterable[State]) -> list[TranslationStatus]:
    """Return the translations named by path or page folder, or all; only those in one of `states`."""
    _, found = statuses(project, None)
    names = {Path(name).as_posix().rstrip("/") for name in files}
    wanted = set(states)
    return [
        each
        for each in found
        if each.state in wanted and (not names or names & {each.path, Path(each.path).parent.as_posix()})
    ]


def diff(project: Project, options: argparse.Namespace) -> int:
    """Print what changed in the Vietnamese text since each translation was made."""
    for each in chosen(project, options.tep, [State.DRIFTED]):
        fields = fields_of((project.root / each.path).read_text(encoding="utf-8"))
        old = pinned_version(project.root, each.original, fields.get("source", ""))
        new = (project.root / each.original).read_text(encoding="utf-8")
        print(f"== {each.path}")
        print(changes(old, new, each.original) if old else "Không thấy bản lúc dịch trong lịch sử git: so bằng mắt.")
    return 0


def pin(project: Project, options: argparse.Namespace) -> int:
    """Write into translations that they fit the Vietnamese text of now; with --check, only list those that don't."""
    old = chosen(project, options.tep, [State.DRIFTED])
    for each in old:
        print(f"{each.path}: bản tiếng Việt đã đổi" if options.check else f"đã ghim {each.path}")
        if not options.check:
            file, original = project.root / each.path, project.root / each.original
            text = with_pin(file.read_text(encoding="utf-8"), original.read_text(encoding="utf-8"))
            file.write_text(text, encoding="utf-8", newline="\n")
    return 1 if options.check and old else 0


def language_to_begin(facts: Facts, options: argparse.Namespace) -> tuple[Language, bool]:
    """Return the language that the command line names, and whether the list has it already."""
    listed = {language.code: language for language in (*facts.languages, *facts.wanted)}
    if options.ma in listed:
        return listed[options.ma], True
    if not options.ten:
        raise SystemExit(f"«{options.ma}» chưa có trong {LANGUAGES}: thêm --ten và --mo-ta")
    name, description = options.ten, options.mo_ta or f"tiếng {options.ten}"
    fields = {"name": name, "short_name": name, "description": description, "status": "can-nguoi-dich"}
    return Language(code=options.ma, **fields), False


def begin(project: Project, options: argparse.Namespace) -> int:
    """Write the files with which a new language begins; nothing that exists is touched."""
    language, listed = language_to_begin(read_facts(project.root), options)
    if not listed:
        file = project.root / LANGUAGES
        file.write_text(with_entry(file.read_text(encoding="utf-8"), language), encoding="utf-8", newline="\n")
        print(f"đã thêm «{language.code}» vào {LANGUAGES}")
    made = new_files(project, language)
    for path, text in made.items():
        (project.root / path).parent.mkdir(parents=True, exist_ok=True)
        (project.root / path).write_text(text, encoding="utf-8", newline="\n")
        print(f"đã tạo {path}")
    print(
        "Không có gì để tạo."
        if not made
        else f"Dịch xong thì bỏ dòng «status» của {language.code} trong {LANGUAGES}."
    )
    return 0


def status_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `status`."""
    parser.add_argument("tieng", nargs="?", metavar="TIẾNG", help="mã tiếng; mặc định mọi tiếng")
    parser.add_argument("--tat-ca", action="store_true", help="liệt kê mọi trang, không chỉ trang cần làm")


def file_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `diff`."""
    parser.add_argument(
        "tep", nargs="*", metavar="TỆP", help="bản dịch hoặc thư mục của trang; mặc định mọi bản đã cũ"
    )


def pin_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `pin`."""
    file_arguments(parser)
    parser.add_argument("--check", action="store_true", help="không ghi; thoát với mã 1 nếu có bản đã cũ")


def language_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `them`."""
    parser.add_argument("ma", metavar="MÃ", help="mã ISO 639-3, ví dụ mww (Mông), ium (Dao)")
    parser.add_argument("--ten", metavar="TÊN", help="tên tiếng ấy tự gọi")
    parser.add_argument("--mo-ta", metavar="TÊN", help="tên nói bằng tiếng Việt")


def sheet_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `phieu`."""
    parser.add_argument("language", metavar="TIẾNG", help="mã tiếng, ví dụ tyz")
    parser.add_argument("page", metavar="TRANG", help="thư mục của trang, ví dụ thu-doan/gia-danh-cong-an; trang-chu")
    parser.add_argument("--ra", type=Path, metavar="THƯ_MỤC", help=f"nơi ghi phiếu, mặc định {FOLDER.as_posix()}")


def print_review_sheets(project: Project, options: argparse.Namespace) -> int:
    """Write the sheets of a page and say where they are."""
    draft, files = print_sheets(project, options.language, options.page, options.ra or project.root / FOLDER)
    for file in files:
        print(f"Đã ghi {file.relative_to(project.root) if file.is_relative_to(project.root) else file}")
    print(f"{len(draft.units)} câu. Tệp DOCX để in, tệp XLSX để điền trên máy.")
    if not draft.is_current:
        print(f"Chú ý: trang tiếng Việt đã đổi sau khi dịch {draft.path}. Nhờ người duyệt xem kỹ từng câu.")
    return 0


def reading_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the arguments of `nhap`."""
    parser.add_argument("file", type=Path, metavar="TỆP", help="phiếu đã điền, DOCX hoặc XLSX")
    parser.add_argument("--thu", action="store_true", help="chỉ cho xem sẽ đổi gì, không ghi")


def read_review_sheet(project: Project, options: argparse.Namespace) -> int:
    """Show what a filled-in sheet changes, and write it unless this is a trial."""
    changed = read_sheet(project, options.file)
    print(changed_lines(changed), end="")
    if not changed:
        print("Phiếu không đổi gì.")
    elif options.thu:
        print("Mới xem thử, chưa ghi tệp nào.")
    else:
        write_changes(project, changed)
        print(f"Đã ghi {', '.join(change.path for change in changed)}.")
    return 0


COMMANDS = {
    "status": Command("trang nào chưa có, là bản nháp, đã duyệt, đã cũ", status_arguments, status),
    "diff": Command("bản tiếng Việt đã đổi gì từ lúc dịch", file_arguments, diff),
    "pin": Command("ghi rằng bản dịch khớp với bản tiếng Việt lúc này", pin_arguments, pin),
    "phieu": Command("in phiếu duyệt của một trang", sheet_arguments, print_review_sheets),
    "nhap": Command("nhập phiếu đã duyệt vào trang", reading_arguments, read_review_sheet),
    "them": Command("tạo tệp đầu tiên của một thứ tiếng", language_arguments, begin),
}


def arguments(given: list[str] | None) -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--root", type=Path, default=ROOT, help=argparse.SUPPRESS)
    commands = parser.add_subparsers(dest="command", metavar="LỆNH", required=True)
    for name, command in COMMANDS.items():
        command.arguments(commands.add_parser(name, help=command.about, description=command.about))
    return parser.parse_args(given)


def main(given: list[str] | None = None) -> int:
    """Run a subcommand; print every fault with its place and repair."""
    options = arguments(given)
    try:
        return COMMANDS[options.command].run(Project(options.root), options)
    except FaultsError as error:
        print(error, file=sys.stderr)
    except OSError as error:
        print(f"Không ghi được: {error}. Không tệp nào bị đổi.", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main())
