"""Draw composed sentences of a translation at random, to be judged by a person: a table with tabs on standard output.

    python3 run.py do-dac sentences --language tyz --seed 7 --count 60

The same seed draws the same sentences of the same pages. A judge fills in `verdict`: right, doubtful or wrong.
"""

from __future__ import annotations

import argparse
import csv
import random
import sys
from collections.abc import Iterator
from pathlib import Path

from camnang.handbook.facts.sentence_grades import read_sentence_grades
from camnang.handbook.pages.attestation import texts
from camnang.handbook.pages.meaning_rules import sentences
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project

ROOT = Path(__file__).resolve().parent.parent
COLUMNS = ("page", "Vietnamese title", "sentence", "grade", "model", "verdict", "why")
LEAST_WORDS = 2


def composed(handbook: Handbook, code: str) -> Iterator[tuple[str, str, str]]:
    """Yield folder, Vietnamese title and text of each sentence of two words or more, each once, in reading order."""
    seen: set[str] = set()
    for (folder, language), page in sorted(handbook.pages.items()):
        if language != code:
            continue
        original = handbook.pages[folder, handbook.facts.original.code]
        for sentence in sentences("\n".join(texts(page))):
            said = sentence.strip(" .:–-")
            if said not in seen and len(said.split()) >= LEAST_WORDS:
                seen.add(said)
                yield folder, original.title, said


def main() -> int:
    """Write the sample; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--language", default="tyz")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=60)
    parser.add_argument("--write", action="store_true", help="nothing is kept: the table goes to standard output")
    asked = parser.parse_args()
    grades = {(each.language, each.sentence): each for each in read_sentence_grades(ROOT)}
    listed = list(composed(read_handbook(Project(ROOT)), asked.language))
    drawn = random.Random(asked.seed).sample(listed, min(asked.count, len(listed)))  # noqa: S311 (a sample, no secret)
    table = csv.writer(sys.stdout, delimiter="\t", lineterminator="\n")
    table.writerow(COLUMNS)
    for folder, title, said in drawn:
        grade = grades.get((asked.language, said))
        table.writerow((folder, title, said, grade.grade if grade else "", grade.model if grade else "", "", ""))
    print(f"{len(drawn)} of {len(listed)} distinct sentences, seed {asked.seed}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
