"""Rules between pages and data: what one names, the other has."""

from __future__ import annotations

from collections.abc import Iterator

from camnang.files.faults import Fault
from camnang.files.folding import fold
from camnang.handbook.facts import decks, places, quiz, sightings
from camnang.handbook.facts.decks import Deck
from camnang.handbook.facts.paths import matches
from camnang.handbook.pages.call_rules import call_faults
from camnang.handbook.pages.campaign_rules import campaign_faults
from camnang.handbook.pages.model import Handbook, Kind
from camnang.handbook.pages.plan_rules import plan_faults

NO_SUCH_SCAM = "tên thư mục của một trang trong docs/thu-doan"


def slugs(handbook: Handbook) -> frozenset[str]:
    """Return the slugs of all scam pages."""
    return frozenset(page.details.id for page in handbook.of_kind(Kind.SCAM, handbook.facts.original.code))


def unknown_scam(path: str, name: str, place: str) -> Fault:
    """Say that a file names a scam that has no page."""
    return Fault(
        path=path,
        rule="khong-co-thu-doan",
        found=f"{place}: thủ đoạn «{name}»",
        expected=NO_SUCH_SCAM,
        repair="sửa tên, hoặc viết trang ấy",
    )


def sighting_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every scam is found by what the reader sees, and nothing else is listed."""
    scams = slugs(handbook)
    listed = {name for sighting in handbook.facts.sightings for name in sighting.scams}
    for name in sorted(listed - scams):
        yield unknown_scam(sightings.FILE, name, "scams")
    for name in sorted(scams - listed):
        expected = "mỗi thủ đoạn đứng ở ít nhất một chỗ"
        yield Fault(
            path=sightings.FILE,
            rule="bo-sot-thu-doan",
            found=f"thiếu thủ đoạn «{name}»",
            expected=expected,
            repair=f"thêm {name} vào một dòng «scams»",
        )


def quiz_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every question leads to a scam that has a page, and has an id of its own."""
    scams, seen = slugs(handbook), set[str]()
    for question in handbook.facts.quiz:
        if question.scam and question.scam not in scams:
            yield unknown_scam(quiz.FILE, question.scam, question.id)
        if question.id in seen:
            yield Fault(
                path=quiz.FILE,
                rule="trung-muc",
                found=f"mã «{question.id}» có hai lần",
                expected="mỗi câu một mã",
                repair="đổi một mã",
            )
        seen.add(question.id)


def warning_faults(handbook: Handbook) -> Iterator[Fault]:
    """A warning's folder begins with its date, and its scam has a page."""
    scams = slugs(handbook)
    for page in handbook.of_kind(Kind.WARNING, handbook.facts.original.code):
        if page.details.scam not in scams:
            yield unknown_scam(page.file, page.details.scam, "scam")
        if page.details.date and not page.details.id.startswith(page.details.date.isoformat()):
            expected = f"tên thư mục bắt đầu bằng {page.details.date.isoformat()}"
            yield Fault(
                path=page.file,
                rule="thu-muc-lech-ten",
                found=f"thư mục {page.details.id}",
                expected=expected,
                repair="đổi tên thư mục, hoặc sửa dòng «date»",
            )


def alias_faults(handbook: Handbook) -> Iterator[Fault]:
    """What people type leads to one page only, with or without accents."""
    owners: dict[str, str] = {}
    for page in sorted(handbook.originals, key=lambda page: page.file):
        for alias in page.details.aliases:
            owner = owners.setdefault(fold(alias), page.file)
            if owner != page.file:
                expected = "mỗi cách gọi dẫn đến một trang"
                yield Fault(
                    path=page.file,
                    rule="trung-ten-goi",
                    found=f"alias «{alias}» đã có ở {owner}",
                    expected=expected,
                    repair="bỏ ở một trong hai trang",
                )


def document_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every folder whose documents a place gets is that of a page."""
    folders = {page.folder for page in handbook.originals}
    for place in handbook.facts.places:
        for listed in place.documents:
            if not any(matches(folder, listed) for folder in folders):
                expected = "thư mục của một trang trong docs, ví dụ tuyen-truyen/giao-duc"
                yield Fault(
                    path=places.FILE,
                    rule="khong-co-ten-nay",
                    found=f"{place.id}, documents: «{listed}»",
                    expected=expected,
                    repair="sửa tên, hoặc bỏ tên ấy",
                )


def place_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every scam that a place shows has a page, and every deck that it gets exists."""
    scams, known = slugs(handbook), {deck.id for deck in handbook.facts.decks}
    for place in handbook.facts.places:
        for name in sorted({name for advice in place.files for name in advice.decks} - known):
            expected = "mã của một bộ trong data/decks.yml"
            yield Fault(
                path=places.FILE,
                rule="khong-co-ten-nay",
                found=f"{place.id}, decks: «{name}»",
                expected=expected,
                repair="sửa tên, hoặc bỏ tên ấy",
            )
        named = {*place.scams, *(name for advice in place.files for name in advice.scams)}
        for name in sorted(named - scams):
            yield unknown_scam(places.FILE, name, place.id)


def deck_names(handbook: Handbook, deck: Deck) -> Iterator[tuple[str, str, bool]]:
    """Yield each name that a deck gives, with its field and whether it exists."""
    original = handbook.facts.original.code
    situations = {page.details.id for page in handbook.of_kind(Kind.SITUATION, original)}
    questions = {question.id for question in handbook.facts.quiz}
    for name in deck.pages:
        page = handbook.pages.get((name, original))
        yield "pages", name, page is not None and any(section.items for section in page.sections.values())
    for field, names, known in (
        ("scams", deck.scams, slugs(handbook)),
        ("quiz", deck.quiz, questions),
        ("situations", deck.situations, situations),
    ):
        yield from ((field, name, name in known) for name in names)


def deck_faults(handbook: Handbook) -> Iterator[Fault]:
    """Every deck has an id and a Vietnamese title of its own and shows what exists."""
    seen, original = set[str](), handbook.facts.original.code
    for deck in handbook.facts.decks:
        if deck.id in seen:
            yield Fault(
                path=decks.FILE,
                rule="trung-muc",
                found=f"mã «{deck.id}» có hai lần",
                expected="mỗi bộ một mã",
                repair="đổi một mã",
            )
        seen.add(deck.id)
        if original not in deck.title or original not in deck.opening:
            expected = f"«title» và «opening» có phần {original}"
            yield Fault(
                path=decks.FILE,
                rule="thieu-truong",
                found=f"{deck.id}: thiếu tiếng Việt",
                expected=expected,
                repair="viết thêm phần ấy",
            )
        for field, name, exists in deck_names(handbook, deck):
            if not exists:
                expected = "tên của một trang hay câu hỏi có thật; trang trong «pages» phải có danh sách"
                yield Fault(
                    path=decks.FILE,
                    rule="khong-co-ten-nay",
                    found=f"{deck.id}, {field}: «{name}»",
                    expected=expected,
                    repair="sửa tên, hoặc bỏ tên ấy",
                )


def handbook_faults(handbook: Handbook) -> Iterator[Fault]:
    """All faults between pages and data."""
    yield from sighting_faults(handbook)
    yield from quiz_faults(handbook)
    yield from warning_faults(handbook)
    yield from alias_faults(handbook)
    yield from place_faults(handbook)
    yield from document_faults(handbook)
    yield from deck_faults(handbook)
    yield from campaign_faults(handbook)
    yield from call_faults(handbook)
    yield from plan_faults(handbook)
