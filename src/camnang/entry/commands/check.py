"""`soat`: reads all pages and data and tells every fault at once: where, what was found, what to do, which rule."""

from __future__ import annotations

import argparse
import datetime
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from camnang.entry.commands import due, rules
from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.handbook.dates import is_too_far_ahead
from camnang.handbook.facts import acts
from camnang.handbook.facts.data_files import stray_data_faults
from camnang.handbook.facts.facts import facts_as_far_as_they_go
from camnang.handbook.facts.languages import Language, read_all_languages
from camnang.handbook.kits import endings, sms_traps
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.kits import Kit
from camnang.handbook.pages.act_rules import needless
from camnang.handbook.pages.freshness import never_warned_of, warnings_by_age
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.pages.review import (
    REVIEW_DAYS,
    SHORT,
    fragments,
    longest_sentences,
    overdue,
    sentences_on_many_pages,
    short_sentences,
)
from camnang.handbook.project import Project
from camnang.handbook.translation.grade_counts import grade_counts
from camnang.papers.reports import units
from camnang.site.hosting import addresses
from camnang.site.links import link_faults


def ahead(handbook: Handbook, today: datetime.date) -> Iterator[tuple[str, str, datetime.date]]:
    """Yield file, field and day of all that pages say to have happened after today."""
    for page in handbook.originals:
        days = {"reviewed": page.details.reviewed, "date": page.details.date}
        yield from ((page.file, name, day) for name, day in days.items() if day and day > today)


def day_faults(handbook: Handbook, clock: datetime.date) -> Iterator[Fault]:
    """Yield a fault for each day so far ahead that its year is mistyped.

    A clock that runs behind the day on which the hotlines were checked is wrong: that day counts then.
    """
    today = max([clock, *(hotline.checked for hotline in handbook.facts.hotlines.numbers)])
    for file, name, day in ahead(handbook, today):
        if is_too_far_ahead(day, today):
            yield Fault(
                path=file,
                rule="ngay-chua-toi",
                found=f"«{name}» ngày {day}, hôm nay là {today}",
                expected="ngày đã qua",
                repair=f"sửa năm hoặc tháng ở dòng «{name}»",
            )


def report_style(handbook: Handbook) -> None:
    """Print where pages sound like a telegram or repeat themselves: no fault, a choice of the editor."""
    print(f"Năm trang nhiều câu cụt nhất (từ {SHORT} chữ trở xuống):")
    for share, file in short_sentences(handbook)[:5]:
        print(f"  {share:.0%}  {file}")
    for file, sentence in fragments(handbook):
        print(f"{file}: «{sentence}» nối câu trước, chưa có việc; gộp lại thành một câu")
    for count, sentence in sentences_on_many_pages(handbook):
        print(f"  {count} trang kết bằng: {sentence}")


def report(handbook: Handbook) -> None:
    """Print what is no fault but wants a look."""
    outdated = [page for page in handbook.pages.values() if not page.translation.current]
    for page in outdated:
        print(f"{page.file}: bản tiếng Việt đã đổi; xem lại rồi chạy python3 run.py ban-dich ghim {page.file}")
    for file, name, day in ahead(handbook, datetime.date.today()):
        print(f"{file}: «{name}» ngày {day} chưa tới; xem lại ngày")
    late = overdue(handbook, datetime.date.today())
    for page in late:
        print(f"{page.file}: xem lại lần cuối ngày {page.details.reviewed}, đã quá {REVIEW_DAYS} ngày")
    new, past = warnings_by_age(handbook, handbook.facts.original.code, datetime.date.today())
    never = f"{len(never_warned_of(handbook))} thủ đoạn chưa có cảnh báo (soat --qua-han)."
    print(f"{len(new)} cảnh báo còn mới, {len(past)} đã qua; {never}")
    for there in needless(handbook):
        print(f"{there} bản dịch đã có; bỏ khỏi left_out của {acts.FILE}")
    report_style(handbook)
    print("Mười câu dài nhất:")
    for words, file, sentence in longest_sentences(handbook):
        print(f"  {words} chữ  {file}: {sentence}")
    print(f"{len(handbook.pages)} trang, {len(outdated)} bản dịch cần xem lại, {len(late)} trang quá hạn.")


def report_grades(handbook: Handbook) -> None:
    """Print how sure the sentences of each translation are, a line a language; nothing while none is graded."""
    facts = handbook.facts
    for language in facts.languages[1:] if facts.graded else ():
        found = grade_counts(handbook.pages.values(), language.code, facts.graded)
        print(
            f"Bản {language.description}: {found.high} câu chắc, {found.mid} câu vừa, {found.low} câu chưa chắc, "
            f"{found.ungraded} câu chưa chấm."
        )


def other_data_faults(root: Path) -> list[Fault]:
    """Return the faults of the data files that no page rests on, and of files in `data/` that nobody reads."""
    faults: list[Fault] = []
    read_elsewhere: Mapping[str, Callable[[Path], object]] = {
        units.FILE: units.read_units,
        sms_traps.FILE: sms_traps.read_sms_traps,
        endings.FILE: endings.read_announcing_rules,
        addresses.LIST_FILE: addresses.read_published,
        addresses.MOVED_FILE: addresses.read_moves,
    }
    for file, read in read_elsewhere.items():
        if (root / file).is_file():
            attempt(faults, partial(read, root), None)
    listed: tuple[Language, ...] = attempt(faults, partial(read_all_languages, root), ())
    return [*faults, *stray_data_faults(root, listed, read_elsewhere.keys())]


def checked_handbook(project: Project) -> Handbook:
    """Return the handbook; raise `FaultsError` with the faults of all pages and of every data file."""
    faults = other_data_faults(project.root)
    handbook = attempt(faults, partial(read_handbook, project), None)
    if handbook is None:  # settings that cannot be read hide pages, not data
        faults += facts_as_far_as_they_go(project.root)[1]
    if handbook is None or faults:
        raise FaultsError(faults)
    return handbook


def run(project: Project, options: argparse.Namespace) -> int:
    """Check the handbook, or explain a rule; return the exit code, raise `FaultsError` with every fault."""
    if options.rule is not None:
        return rules.told(options.rule)
    if options.due:
        return due.told(read_handbook(project), datetime.date.today())
    handbook = checked_handbook(project)
    faults: list[Fault] = []
    kits: tuple[Kit, ...] = attempt(faults, partial(checked_kits, project.root, handbook), ())
    today = datetime.date.today()
    raise_if_any([*faults, *link_faults(handbook, project), *day_faults(handbook, today)])
    report(handbook)
    print(f"{len(kits)} bộ tuyên truyền đúng luật.")
    report_grades(handbook)
    return 0
