"""The recordings of people reading pages aloud (`data/recordings.yml`)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Literal, get_args

from pydantic import BaseModel, ConfigDict, Field

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import line_of, read_with_tree
from camnang.handbook.dates import Day
from camnang.handbook.facts.languages import Language

FILE = "data/recordings.yml"
PAGES = "docs"
LONGEST_NAME = 60  # characters of a speaker's name under a player

RecordingName = Literal["loa-30", "loa-60"]
RECORDING_NAMES: tuple[RecordingName, ...] = get_args(RecordingName)


class Recording(BaseModel):
    """One recording: `page` is a folder of `docs/`, `script` the pin of the text that was read."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    page: str
    language: str
    name: RecordingName
    speaker: Annotated[str, Field(min_length=1, max_length=LONGEST_NAME)]
    date: Day
    script: Annotated[str, Field(pattern=r"^[0-9a-f]{12}$")]
    seconds: Annotated[int, Field(ge=1)]
    consent: bool

    @property
    def key(self) -> tuple[str, str, str]:
        """The page's folder, the language's code and the recording's name."""
        return self.page, self.language, self.name

    @property
    def file_name(self) -> str:
        """The file beside the page, for example 'loa-30.tyz.mp3'; Vietnamese has its code too."""
        return f"{self.name}.{self.language}.mp3"

    @property
    def path(self) -> str:
        """The file's path in the project."""
        return "/".join(part for part in (PAGES, self.page, self.file_name) if part)


def missing_page_fault(recording: Recording, languages: tuple[Language, ...], root: Path, line: int) -> Fault | None:
    """Say what is missing: the language, or the page in that language."""
    known = {language.code: language for language in languages}
    if recording.language not in known:
        expected = f"một trong {', '.join(known)}"
        return Fault(
            path=FILE,
            line=line,
            rule="khong-co-ten-nay",
            found=f"tiếng «{recording.language}»",
            expected=expected,
            repair="sửa dòng «language»",
        )
    page = "/".join(part for part in (PAGES, recording.page, f"index{known[recording.language].suffix}.md") if part)
    if (root / page).is_file():
        return None
    return Fault(
        path=FILE,
        line=line,
        rule="thu-lech-muc",
        found=f"bản thu của trang không có: {page}",
        expected="một trang đang có",
        repair="sửa «page», hoặc bỏ mục này",
    )


def recording_faults(recording: Recording, languages: tuple[Language, ...], root: Path, line: int) -> Iterator[Fault]:
    """A recording has a page, a file beside it, and the consent of the one who reads."""
    missing = missing_page_fault(recording, languages, root, line)
    if missing:
        yield missing
    elif not (root / recording.path).is_file():
        repair = "chép tệp vào cạnh trang, hoặc bỏ mục này"
        yield Fault(
            path=FILE,
            line=line,
            rule="thu-lech-muc",
            found=f"không có tệp {recording.path}",
            expected="tệp MP3 nằm cạnh trang",
            repair=repair,
        )
    if not recording.consent:
        repair = "xin người đọc ký đồng ý rồi ghi «consent: true»; chưa có thì bỏ mục này và xoá tệp MP3"
        yield Fault(
            path=FILE,
            line=line,
            rule="thu-chua-dong-y",
            found=f"{recording.path}: người đọc chưa đồng ý",
            expected="consent: true",
            repair=repair,
        )


def stray_faults(recordings: tuple[Recording, ...], root: Path) -> Iterator[Fault]:
    """A recording beside a page that no entry names: nobody can tell whether its speaker agreed."""
    listed = {recording.path for recording in recordings}
    for name in RECORDING_NAMES:
        for file in sorted((root / PAGES).rglob(f"{name}*.mp3")):
            path = file.relative_to(root).as_posix()
            if path not in listed:
                repair = "nhập lại bằng python3 run.py thu-am nhap, hoặc xoá tệp"
                yield Fault(
                    path=path,
                    rule="thu-lech-muc",
                    found=f"không có mục nào trong {FILE}",
                    expected="mỗi bản thu một mục, có lời đồng ý",
                    repair=repair,
                )


def repetition_faults(recordings: tuple[Recording, ...], lines: tuple[int, ...]) -> Iterator[Fault]:
    """Each recording is listed once."""
    seen: set[tuple[str, str, str]] = set()
    for recording, line in zip(recordings, lines, strict=True):
        if recording.key in seen:
            yield Fault(
                path=FILE,
                line=line,
                rule="trung-muc",
                found=f"{recording.path} có hai mục",
                expected="mỗi bản thu một mục",
                repair="bỏ một mục",
            )
        seen.add(recording.key)


def read_recordings(root: Path, languages: tuple[Language, ...]) -> tuple[Recording, ...]:
    """Read the recordings in their order, none when there is no file; raise `FaultsError` with all that is wrong."""
    recordings: tuple[Recording, ...] = ()
    lines: tuple[int, ...] = ()
    if (root / FILE).is_file():
        recordings, node = read_with_tree(root / FILE, tuple[Recording, ...], root)
        lines = tuple(line_of(node, (place,)) for place in range(len(recordings)))
    faults = [
        fault
        for recording, line in zip(recordings, lines, strict=True)
        for fault in recording_faults(recording, languages, root, line)
    ]
    raise_if_any([*faults, *repetition_faults(recordings, lines), *stray_faults(recordings, root)])
    return recordings
