"""`soat`: reads all pages and data and tells every fault at once: where, what was found, what to do, which rule."""

from __future__ import annotations

import argparse
import datetime
from functools import partial

from camnang.entry.commands import rules
from camnang.files.faults import Fault, attempt, raise_if_any
from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.kits import Kit
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.pages.review import REVIEW_DAYS, longest_sentences, overdue
from camnang.handbook.project import Project
from camnang.site.links import link_faults


def report(handbook: Handbook) -> None:
    """Print what is no fault but wants a look."""
    outdated = [page for page in handbook.pages.values() if not page.translation.current]
    for page in outdated:
        print(f"{page.file}: bản tiếng Việt đã đổi; xem lại rồi chạy python3 run.py ban-dich ghim {page.file}")
    late = overdue(handbook, datetime.date.today())
    for page in late:
        print(f"{page.file}: xem lại lần cuối ngày {page.details.reviewed}, đã quá {REVIEW_DAYS} ngày")
    print("Mười câu dài nhất:")
    for words, file, sentence in longest_sentences(handbook):
        print(f"  {words} chữ  {file}: {sentence}")
    print(f"{len(handbook.pages)} trang, {len(outdated)} bản dịch cần xem lại, {len(late)} trang quá hạn.")


def run(project: Project, options: argparse.Namespace) -> int:
    """Check the handbook, or explain a rule; return the exit code, raise `FaultsError` with every fault."""
    if options.rule is not None:
        return rules.told(options.rule)
    handbook = read_handbook(project)
    faults: list[Fault] = []
    kits: tuple[Kit, ...] = attempt(faults, partial(checked_kits, project.root, handbook), ())
    raise_if_any([*faults, *link_faults(handbook, project)])
    report(handbook)
    print(f"{len(kits)} bộ tuyên truyền đúng luật.")
    return 0
