from __future__ import annotations

from itertools import groupby

import pytest

from tests.conftest import LONGEST, ROOT


def test_the_files_that_are_begun_first_are_there() -> None:
    assert [file for file in LONGEST if not (ROOT / file).is_file()] == []


def test_the_longest_files_are_begun_first_and_each_file_stays_whole(request: pytest.FixtureRequest) -> None:
    files = [file for file, _ in groupby(item.path.relative_to(ROOT).as_posix() for item in request.session.items)]
    assert len(files) == len(set(files)), "a file is begun twice"
    long = [file for file in LONGEST if file in files]
    assert files[: len(long)] == long
