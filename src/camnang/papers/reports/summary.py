"""What the summary says, before it becomes a Word file or a PDF."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from camnang.papers.reports.agreement import number
from camnang.papers.reports.figures import grouped, percent
from camnang.papers.reports.gathering import Gathered
from camnang.papers.reports.layout import answer_key
from camnang.papers.reports.totals import Story, stories, totals


@dataclass(frozen=True)
class Bar:
    """A bar of a chart: a name and its parts (name, number)."""

    name: str
    parts: tuple[tuple[str, int], ...]

    @property
    def total(self) -> int:
        """All parts together."""
        return sum(value for _, value in self.parts)


@dataclass(frozen=True)
class ChartData:
    """A chart before it is drawn; `share` draws every bar to the same length."""

    name: str
    title: str
    bars: tuple[Bar, ...]
    share: bool = False

    @property
    def alt(self) -> str:
        """The chart in words, for those who do not see it."""
        return f"{self.title}: {'; '.join(self.sentences())}."

    def sentences(self) -> Iterator[str]:
        """Yield what each bar shows."""
        for bar in self.bars:
            parts = ", ".join(f"{name} {grouped(value)}" if name else grouped(value) for name, value in bar.parts)
            yield f"{bar.name}: {parts}" if bar.name else parts


@dataclass(frozen=True)
class NamedList:
    """Units under a heading; `empty` is said where there is none."""

    title: str
    names: tuple[str, ...]
    empty: str


@dataclass(frozen=True)
class Summary:
    """The whole summary; `figures` are (what, how many with unit)."""

    title: str
    period: str
    notice: str
    lead: str
    caution: str
    figures: tuple[tuple[str, str], ...]
    charts: tuple[ChartData, ...]
    lists: tuple[NamedList, ...]
    stories: tuple[Story, ...]


def returns_chart(gathered: Gathered) -> ChartData:
    """Return who sent what, as one bar."""
    late = len(gathered.late)
    parts = (
        ("đúng hạn", len(gathered.accepted) - late),
        ("nộp muộn", late),
        ("phải sửa", len(gathered.to_repair)),
        ("chưa nộp", len(gathered.missing)),
    )
    return ChartData("don-vi", "Báo cáo của các đơn vị", (Bar("", parts),), share=True)


def places_chart(gathered: Gathered) -> ChartData:
    """Return where people were spoken to."""
    sums, reporting = totals(gathered), gathered.asked.reporting
    bars = tuple(Bar(reporting.question(name).name, (("", sums[name]),)) for name in reporting.charts.places)
    return ChartData("noi", "Số buổi nói chuyện theo nơi", bars)


def languages_chart(gathered: Gathered) -> ChartData:
    """Return in which languages material was given out."""
    sums, reporting = totals(gathered), gathered.asked.reporting
    bars = []
    for name in reporting.charts.languages:
        question = reporting.question(name)
        parts = [
            (language.short_name, sums[answer_key(question, language)])
            for language in (reporting.languages if question.by_language else ())
        ]
        bars.append(Bar(question.name, tuple(parts) or (("", sums[name]),)))
    return ChartData("tieng", "Tài liệu và loa theo tiếng", tuple(bars), share=True)


def share(part: str, wholes: Mapping[str, str], sums: Mapping[str, int]) -> str:
    """Return how much of its whole a part is: « (80%)»; nothing for a number that is no share, or of nothing."""
    whole = sums[wholes[part]] if part in wholes else 0
    return f" ({percent(sums[part], whole)})" if whole else ""


def key_figures(gathered: Gathered) -> tuple[tuple[str, str], ...]:
    """Return every total with its unit, and with its share of a whole."""
    sums, wholes = totals(gathered), gathered.asked.reporting.wholes
    return tuple(
        (question.text, f"{grouped(sums[question.id])} {question.unit}{share(question.id, wholes, sums)}".strip())
        for question in gathered.asked.reporting.questions
        if question.kind == "so"
    )


def lead(gathered: Gathered) -> str:
    """Return in two sentences how many units count and how many people were reached."""
    accepted, asked = gathered.accepted, gathered.asked
    reached = sum(number(each.answers, "nguoi") for each in accepted.values())
    counted = f"Số dưới đây cộng từ {len(accepted)} trên {len(asked.units)} đơn vị."
    return f"{counted} Lượt người dự: {grouped(reached)}." if reached else counted


def caution(gathered: Gathered) -> str:
    """Return what the totals lack."""
    files, units = len(gathered.rejected), len(gathered.missing)
    if not files and not units:
        return "Mọi đơn vị đã nộp, không tệp nào phải sửa."
    return f"Chưa tính {files} tệp phải sửa. {units} đơn vị chưa nộp. Xem sổ tổng hợp, tờ «Cần sửa»."


def unit_lists(gathered: Gathered) -> tuple[NamedList, ...]:
    """Return who has to repair, who is missing, who was late."""
    late = tuple(each.unit.full_name for each in gathered.late if each.unit)
    return (
        NamedList("Phải sửa rồi gửi lại", tuple(unit.full_name for unit in gathered.to_repair), "Không có."),
        NamedList("Chưa nộp", tuple(unit.full_name for unit in gathered.missing), "Không có."),
        NamedList("Nộp muộn", late, "Không có."),
    )


def summarised(gathered: Gathered, notice: str) -> Summary:
    """Return the summary; `notice` says who approved it."""
    asked = gathered.asked
    deadline = f"{asked.deadline.day}/{asked.deadline.month}/{asked.year}"
    return Summary(
        title=asked.reporting.form.title,
        period=f"{asked.period.name} {asked.year}. Hạn: trước ngày {deadline}.",
        notice=notice,
        lead=lead(gathered),
        caution=caution(gathered),
        figures=key_figures(gathered),
        charts=(returns_chart(gathered), places_chart(gathered), languages_chart(gathered)),
        lists=unit_lists(gathered),
        stories=stories(gathered),
    )
