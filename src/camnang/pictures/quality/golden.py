"""Small approved pictures of each layout, so that a change of look is seen and approved on purpose."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from io import BytesIO
from pathlib import Path

from PIL import Image

from camnang.files.faults import Fault
from camnang.files.whole_files import write_files
from camnang.handbook.facts.formats import Format
from camnang.pictures.drawing.engine import draw_thumbnail
from camnang.pictures.drawing.job import Job
from camnang.pictures.quality.likeness import likeness

FOLDER = "tests/golden"
LOOK_FOLDER = "build/anh-mau"  # the new pictures, for the one who approves
WIDTH = 160  # px
SCAMS = ("gia-danh-cong-an", "cho-thue-tai-khoan")  # the first one people meet, and the longest
LANGUAGES = ("vi", "tyz")
DRAWN_AT_ONCE = ("pdf", "png")  # one picture each; films and slides are drawn of several
APPROVE = "xem ảnh mới trong build/anh-mau/; đúng ý thì chạy python3 run.py duyet-hinh, không thì sửa lại kiểu"


def kind(form: Format) -> tuple[str, str, str]:
    """Return what makes formats look alike: layout, edition, and whether they stand or lie."""
    width, height = form.size
    return form.layout, form.edition, "tall" if height > width else "wide" if width > height else "square"


def first_formats(formats: Iterable[Format]) -> frozenset[str]:
    """Return the first format of each kind."""
    firsts: dict[tuple[str, str, str], str] = {}
    for form in formats:
        if form.file_format in DRAWN_AT_ONCE and not form.imposition:  # a booklet is the book again, folded
            firsts.setdefault(kind(form), form.id)
    return frozenset(firsts.values())


def chosen(every: Iterable[Job], scams: tuple[str, ...] = SCAMS) -> dict[str, Job]:
    """Return the jobs to look at, by the name of their golden picture."""
    jobs = list(every)
    formats = first_formats(job.format for job in jobs)
    return {
        f"{job.stem.rpartition('/')[2]}.webp": job
        for job in jobs
        if job.format.id in formats
        and job.page.language.code in LANGUAGES
        and (job.page.kind != "scam" or job.page.details.id in scams)
    }


def small_picture(job: Job, design: Path) -> bytes:
    """Draw a job 160 px wide, as WebP."""
    drawn = Image.open(BytesIO(draw_thumbnail(design, job.format, job.data, WIDTH))).convert("RGB")
    height = max(1, round(drawn.height * WIDTH / drawn.width))
    out = BytesIO()
    drawn.resize((WIDTH, height), Image.Resampling.LANCZOS).save(out, "WEBP", quality=75, method=6)
    return out.getvalue()


def drawn(jobs: Mapping[str, Job], design: Path) -> dict[str, bytes]:
    """Draw all golden pictures anew, by name."""
    return {name: small_picture(job, design) for name, job in sorted(jobs.items())}


def change(approved: Path, fresh: bytes) -> str:
    """Say how a fresh picture differs from the approved one, '' when people see no difference."""
    if not approved.is_file():
        return "chưa có ảnh đã duyệt"
    with Image.open(approved) as old, Image.open(BytesIO(fresh)) as new:
        found = likeness(old, new)
    if found.alike:
        return ""
    return f"hình đã đổi (chỗ nặng nhất lệch {found.worst:.0f} ΔE, cả hình {found.mean:.1f} ΔE)"


def changes(folder: Path, fresh: Mapping[str, bytes]) -> dict[str, str]:
    """Return what differs from the approved pictures, by name."""
    told = {name: change(folder / name, content) for name, content in fresh.items()}
    return {name: found for name, found in told.items() if found}


def surplus(folder: Path, fresh: Mapping[str, bytes]) -> list[str]:
    """Return approved pictures of what is no longer drawn."""
    return sorted(file.name for file in folder.glob("*.webp") if file.name not in fresh)


def golden_faults(folder: Path, fresh: Mapping[str, bytes]) -> Iterator[Fault]:
    """Yield a fault for each picture that looks otherwise than approved."""
    for name, found in changes(folder, fresh).items():
        yield Fault(
            path=f"{FOLDER}/{name}",
            rule="hinh-khac-anh-duyet",
            found=found,
            expected="hình như đã duyệt",
            repair=APPROVE,
        )
    for name in surplus(folder, fresh):
        yield Fault(
            path=f"{FOLDER}/{name}",
            rule="hinh-cu",
            found="ảnh thừa: không còn vẽ hình này",
            expected="chỉ ảnh đang vẽ",
            repair=APPROVE,
        )


def approve(folder: Path, fresh: Mapping[str, bytes]) -> int:
    """Take the fresh pictures as approved and return how many files change; those that look the same stay."""
    changed: dict[Path, bytes | None] = {folder / name: fresh[name] for name in changes(folder, fresh)}
    gone = surplus(folder, fresh)
    folder.mkdir(parents=True, exist_ok=True)
    write_files(changed | {folder / name: None for name in gone})
    return len(changed) + len(gone)
