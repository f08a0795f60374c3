"""What a speaker's judgement says of a sentence, written into the tables of grades."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Final

from camnang.handbook.facts.sentence_grades import COLUMNS, FOLDER
from camnang.handbook.project import Project
from camnang.papers.review_sheets.changes import Change
from camnang.papers.review_sheets.filled import FilledSheet
from camnang.papers.review_sheets.judgement import Judgement, is_corrected, verdict_of

NEW_TABLE: Final = f"{FOLDER}/nguoi-duyet.tsv"
BY_SPEAKER: Final = "người duyệt: "


def judged_rows(sheet: FilledSheet, judgement: Judgement, code: str) -> Iterator[tuple[str, str]]:
    """Yield (sentence, its new row) of each sentence that a speaker judged."""
    date = judgement.date.isoformat() if judgement.date else ""
    by = f"{BY_SPEAKER}{judgement.reviewer}, {date}"
    for row in sheet.rows:
        verdict, old = verdict_of(row), row.draft.text
        if is_corrected(row):
            yield old, "\t".join((code, row.correction.text.rstrip(".!?… "), "high", by, ""))
        elif verdict == "right":
            yield old, "\t".join((code, old, "high", by, ""))
        elif verdict == "wrong":
            yield old, "\t".join((code, old, "low", by, f"{judgement.reviewer} nói là sai, chưa có câu thay"))


def grade_changes(project: Project, rows: Mapping[str, str], code: str) -> Iterator[Change]:
    """Yield the tables with the new rows for the old; a sentence that none has goes into one of its own."""
    left = dict(rows)
    for file in sorted((project.root / FOLDER).glob("*.tsv")):
        path = f"{FOLDER}/{file.name}"
        old = project.text(path)
        lines = old.split("\n")
        for place, line in enumerate(lines):
            language, _, rest = line.partition("\t")
            sentence = rest.partition("\t")[0]
            if language == code and sentence in rows:
                lines[place] = rows[sentence]
                left.pop(sentence, None)
        if (new := "\n".join(lines)) != old:
            yield Change(path, old, new)
    if left:
        yield new_rows(project, tuple(left.values()))


def new_rows(project: Project, added: tuple[str, ...]) -> Change:
    """Return the table of sentences that only a speaker graded, with more of them."""
    there = (project.root / NEW_TABLE).is_file()
    old = project.text(NEW_TABLE) if there else ""
    head = "" if there else "\t".join(COLUMNS) + "\n"
    return Change(NEW_TABLE, old, head + old + "".join(f"{row}\n" for row in added))
