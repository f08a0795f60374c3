"""The summary's charts by matplotlib, without a screen: SVG for the PDF, PNG for Word, the same bytes each time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

from camnang.handbook.facts.palette import GOLD, GREEN, INDIGO, RED
from camnang.papers.reports.figures import grouped
from camnang.papers.reports.summary import Bar, ChartData
from camnang.pictures.drawing.glyphs import FONT_FOLDER

# matplotlib takes a second to import; every run knows of the forms, and these need no chart.
if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

FONT: Final = "Be Vietnam Pro"
GREY: Final = "#A9B2C6"
LANGUAGE_COLOURS: Final = (INDIGO, GOLD, GREEN, "#5C8FD6", "#8A3B2E", GREY)
STATE_COLOURS: Final = {"đúng hạn": GREEN, "nộp muộn": GOLD, "phải sửa": RED, "chưa nộp": GREY}
DARK: Final = frozenset({INDIGO, GREEN, RED, "#8A3B2E"})
WIDTH: Final = 6.9  # inches: the text of an A4 page
BAR_INCHES, HEAD_INCHES = 0.42, 0.62
PNG_PPI: Final = 200
LEAST_SHARE: Final = 0.06  # of the width; a narrower part has no room for its number
SETTINGS: Final[dict[Any, Any]] = {
    "font.family": FONT,
    "font.weight": "medium",
    "font.size": 10,
    "text.parse_math": False,  # a «$» is a letter
    "svg.fonttype": "path",  # the PDF's own text says the same as `alt`
    "svg.hashsalt": "camnang",  # ids of clip paths, which are random otherwise
}


@contextmanager
def campaign_look(design: Path) -> Iterator[None]:
    """Draw with the campaign's font."""
    import matplotlib as mpl  # noqa: PLC0415 (see above)
    from matplotlib.font_manager import fontManager  # noqa: PLC0415

    known = {entry.fname for entry in fontManager.ttflist}
    for font in sorted((design / FONT_FOLDER).glob("*.ttf")):
        if str(font) not in known:
            fontManager.addfont(font)
    with mpl.rc_context(SETTINGS):
        yield


def colour(name: str, place: int) -> str:
    """Return a part's colour: a state has its own, languages follow the list."""
    return STATE_COLOURS.get(name, LANGUAGE_COLOURS[place % len(LANGUAGE_COLOURS)])


def draw_total(axes: Axes, y: int, total: int, end: float) -> None:
    """Write the sum of a bar behind it."""
    axes.annotate(
        grouped(total), (end, y), xytext=(6, 0), textcoords="offset points", va="center", color=INDIGO, weight="bold"
    )


def draw_bars(axes: Axes, data: ChartData) -> None:
    """Draw all bars from above; bars of shares have one length, their numbers stay the real ones."""
    longest = max((bar.total for bar in data.bars), default=0) or 1
    for place, bar in enumerate(data.bars):
        y = len(data.bars) - 1 - place
        if data.share:
            draw_shares(axes, y, bar)
        else:
            axes.barh(y, bar.total, height=0.66, color=INDIGO)
            draw_total(axes, y, bar.total, bar.total)
    axes.set_xlim(0, 1 if data.share else longest)
    axes.set_ylim(-0.6, len(data.bars) - 0.4)
    axes.set_yticks(range(len(data.bars)), [bar.name for bar in reversed(data.bars)])


def draw_shares(axes: Axes, y: int, bar: Bar) -> None:
    """Draw a bar of full length, divided; a bar of nothing is an empty frame."""
    left, whole = 0.0, bar.total or 1
    axes.barh(y, 1, height=0.66, color="white", edgecolor=GREY, linewidth=0.8)
    for place, (name, value) in enumerate(bar.parts):
        share, paint = value / whole, colour(name, place)
        axes.barh(y, share, left=left, height=0.66, color=paint, edgecolor="white", linewidth=1)
        if share >= LEAST_SHARE:
            ink = "white" if paint in DARK else INDIGO
            axes.text(left + share / 2, y, grouped(value), ha="center", va="center", color=ink, weight="bold")
        left += share
    draw_total(axes, y, bar.total, 1)


def draw_legend(axes: Axes, data: ChartData) -> None:
    """Name the colours, where a bar has several."""
    names = [name for name, _ in data.bars[0].parts if name] if data.bars else []
    handles = [axes.barh(-9, 0, color=colour(name, place)) for place, name in enumerate(names)]
    if names:
        axes.legend(
            handles, names, loc="lower left", bbox_to_anchor=(0, 1), ncols=len(names), frameon=False, handlelength=1
        )


def figure(data: ChartData) -> Figure:
    """Draw a chart; its title is text of the page, not of the picture."""
    from matplotlib.backends.backend_agg import FigureCanvasAgg  # noqa: PLC0415 (see above)
    from matplotlib.figure import Figure  # noqa: PLC0415

    height = HEAD_INCHES + BAR_INCHES * len(data.bars)
    drawn = Figure(figsize=(WIDTH, height), layout="constrained")
    FigureCanvasAgg(drawn)
    axes = drawn.add_subplot()
    draw_bars(axes, data)
    draw_legend(axes, data)
    axes.tick_params(length=0, colors=INDIGO)
    axes.xaxis.set_visible(False)
    for side in ("top", "right", "bottom", "left"):
        axes.spines[side].set_visible(False)
    return drawn


def picture(data: ChartData, design: Path, kind: str) -> bytes:
    """Return a chart as «svg» or «png»."""
    out = BytesIO()
    metadata = {"Date": None, "Creator": None} if kind == "svg" else {"Software": None}
    with campaign_look(design):
        figure(data).savefig(out, format=kind, dpi=PNG_PPI, metadata=metadata)
    return out.getvalue()
