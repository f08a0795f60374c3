from __future__ import annotations

import subprocess
from io import BytesIO
from pathlib import Path

import imageio_ffmpeg
import pytest
from PIL import Image, ImageChops

from camnang.files.shaping import reached
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project, read_settings
from camnang.made.pictures import read_manifest
from camnang.pictures.catalogue import carry_out, plan
from camnang.pictures.drawing.engine import DrawingError
from camnang.pictures.jobs import MAKER, Selection
from camnang.pictures.motion import film, flashes, loop
from camnang.pictures.sheets.reading_time import TOTAL, lengths
from tests.conftest import draw
from tests.pictures.motion.conftest import jobs_of, with_films

SMALL = (96, 54)
KINDS = ("call", "flag", "headline", "acts", "numbers")
ONE = Selection(pages=frozenset({"goi-la"}), languages=frozenset({"vi"}), formats=frozenset({"phim"}))


def key_frames() -> list[bytes]:
    """Return a picture of one colour for each drawn page."""
    pages = []
    for colour in ("#14234a", "#15244b", "#0e7c4a", "#f6b93b", "#fff9ef", "#c0132b"):
        out = BytesIO()
        Image.new("RGB", SMALL, colour).save(out, "PNG")
        pages.append(out.getvalue())
    return pages


def frames_in(mp4: Path, size: tuple[int, int] = SMALL) -> list[Image.Image]:
    """Decode every picture of a film."""
    command = [imageio_ffmpeg.get_ffmpeg_exe(), "-loglevel", "error", "-i", str(mp4), "-f", "rawvideo"]
    raw = subprocess.run([*command, "-pix_fmt", "rgb24", "-"], capture_output=True, check=True).stdout
    step = size[0] * size[1] * 3
    return [Image.frombytes("RGB", size, raw[at : at + step]) for at in range(0, len(raw), step)]


def difference(one: Image.Image, other: Image.Image) -> float:
    """Return how far two pictures are apart on average, 0 to 255."""
    levels = ImageChops.difference(one.convert("L"), other.convert("L")).histogram()
    return sum(level * count for level, count in enumerate(levels)) / (one.width * one.height)


@pytest.fixture(scope="module")
def made() -> film.Film:
    shots = film.shots(KINDS, lengths((4, 4, 8, 9, 8)))
    return film.made(shots, key_frames(), SMALL, flashes.SIZE)


def test_shots_name_their_pages_in_order() -> None:
    assert [shot.pages for shot in film.shots(KINDS, (75,) * 5)] == [(0, 1), (2,), (3,), (4,), (5,)]


def test_a_film_lasts_fifteen_seconds_and_shows_each_frame(made: film.Film, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(made.mp4)
    pictures = frames_in(tmp_path / "film.mp4")
    assert len(pictures) == TOTAL, f"{len(pictures)} pictures"
    ends, end = [], 0
    for length in lengths((4, 4, 8, 9, 8)):
        end += length
        ends.append(end - film.CROSSING - 2)
    wanted = [Image.open(BytesIO(page)).convert("RGB") for page in key_frames()[1:]]
    for number, (at, page) in enumerate(zip(ends, wanted, strict=True)):
        assert difference(pictures[at], page) < 6, f"at picture {at} frame {number} does not stand alone"


def test_the_end_flows_into_the_beginning(made: film.Film, tmp_path: Path) -> None:
    (tmp_path / "film.mp4").write_bytes(made.mp4)
    pictures = frames_in(tmp_path / "film.mp4")
    first = Image.open(BytesIO(key_frames()[0])).convert("RGB")
    assert difference(pictures[0], first) < 4, "the film does not begin with its first frame alone"
    crossing = difference(pictures[-film.CROSSING - 1], pictures[0])
    seam = difference(pictures[-1], pictures[0])
    assert seam <= crossing / film.CROSSING + 2, f"the seam jumps by {seam:.1f} of {crossing:.1f}"


def test_the_film_is_what_screens_play(made: film.Film, tmp_path: Path) -> None:
    file = tmp_path / "film.mp4"
    file.write_bytes(made.mp4)
    told = subprocess.run(
        [imageio_ffmpeg.get_ffmpeg_exe(), "-i", str(file)], capture_output=True, text=True, check=False
    ).stderr
    for wanted in ("h264 (High)", "yuv420p(tv, bt709", "96x54", "20 fps", "Duration: 00:00:15.00"):
        assert wanted in told, f"{wanted!r} is not in {told}"
    assert "Audio" not in told, told
    assert made.mp4.index(b"moov") < made.mp4.index(b"mdat"), "it does not start before it is loaded whole"


def test_the_animated_picture_repeats_for_ever(made: film.Film) -> None:
    with Image.open(BytesIO(made.webp)) as picture:
        assert picture.info["loop"] == 0
        assert picture.size == film.small_size(*SMALL)
        frames = getattr(picture, "n_frames", 1)
        assert frames > len(KINDS), f"{frames} pictures show no transition"
        told = 0
        for number in range(frames):
            picture.seek(number)
            picture.load()
            told += picture.info["duration"]
    assert told == 15_000, f"{told} ms"


def test_small_sizes_are_even_and_keep_the_shape() -> None:
    assert film.small_size(1920, 1080) == (800, 450)
    assert film.small_size(1080, 1920) == (450, 800)


def test_the_same_frames_give_the_same_bytes(made: film.Film) -> None:
    again = film.made(film.shots(KINDS, lengths((4, 4, 8, 9, 8))), key_frames(), SMALL, flashes.SIZE)
    assert (again.mp4, again.webp) == (made.mp4, made.webp)


def test_a_broken_key_frame_is_told() -> None:
    pages = [b"no picture", *key_frames()[1:]]
    with pytest.raises(DrawingError):
        film.made(film.shots(KINDS, lengths((4, 4, 8, 9, 8))), pages, SMALL, flashes.SIZE)


def test_a_film_that_flashes_is_refused(films: Project) -> None:
    job = jobs_of(films)["goi-la", "vi", "phim"]
    black, white = (bytes([value]) * (flashes.SIZE[0] * flashes.SIZE[1] * 3) for value in (0, 255))
    blinking = film.Film(b"", b"", b"".join((black, black, white, white)[place % 4] for place in range(50)))
    with pytest.raises(DrawingError, match="lần nháy"):
        loop.check_film(blinking, job)
    loop.check_film(film.Film(b"", b"", black * 50), job)


def test_a_loop_is_drawn_once_and_stands_in_the_manifest(tmp_path: Path) -> None:
    project = with_films(tmp_path / "handbook")
    assert draw(project, ONE) == 1
    rows = {picture.role: picture for picture in read_manifest(project.drawn)}
    assert {role: row.path for role, row in rows.items()} == {
        "main": "goi-la/goi-la-phim.mp4",
        "alternative": "goi-la/goi-la-phim.webp",
        "thumbnail": "goi-la/goi-la-phim.nho.webp",
    }
    assert (rows["main"].width, rows["main"].height) == (320, 180)
    assert rows["alternative"].width == film.WEBP_LONGEST
    pictures = frames_in(project.drawn / rows["main"].path, (320, 180))
    assert len(pictures) == TOTAL
    assert flashes.flashes(b"".join(each.resize(flashes.SIZE).tobytes() for each in pictures)) <= flashes.MOST
    assert draw(project, ONE) == 0, "an unchanged loop was drawn again"


def test_another_way_of_making_films_draws_them_anew() -> None:
    """A film's fingerprint covers the programs that its maker imports; tests/files/test_shaping.py touches each."""
    assert Path(film.__file__).resolve() in reached(MAKER)


def test_words_that_cannot_be_read_in_time_leave_nothing_written(tmp_path: Path) -> None:
    project = with_films(tmp_path / "handbook")
    page = project.root / "docs/thu-doan/goi-la/index.md"
    text = page.read_text(encoding="utf-8")
    for flag in ("Doạ cho mình sợ", "Bắt giữ bí mật", "Đòi chuyển tiền"):
        text = text.replace(f"co-do: {flag}", "co-do: chuyện này dài quá nên chẳng ai đọc kịp")
    page.write_text(text, encoding="utf-8")
    work = plan(project, read_handbook(project), read_settings(project), ONE, project.drawn)
    with pytest.raises(Exception, match="khối motion"):
        carry_out(project, work)
    assert not project.drawn.exists()
