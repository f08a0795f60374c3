"""Every kit's text messages as rows, with their size and who approved them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from camnang.handbook.kits.kits import Kit
from camnang.handbook.kits.text_message import size_of


@dataclass(frozen=True)
class SmsRow:
    """A message; `units` in septets (GSM-7) or 16-bit units (UCS-2), `approval` who approved it."""

    id: str
    scam: str
    language: str
    encoding: str
    units: int
    parts: int
    reviewed: str
    approval: str
    text: str


def message_id(scam: str, number: int) -> str:
    """Return a message's id: its scam's slug and its place in the kit, from 1."""
    return f"{scam}-{number}"


def sms_rows(kits: Iterable[Kit], approval: str) -> Iterator[SmsRow]:
    """Yield a row for each message of each kit; `approval` is what the handbook says of itself."""
    for kit in kits:
        for number, line in enumerate(kit.items("sms"), start=1):
            size = size_of(line.text)
            yield SmsRow(
                message_id(kit.id, number),
                kit.id,
                kit.language,
                size.encoding,
                size.units,
                size.parts,
                kit.reviewed.isoformat(),
                approval,
                line.text,
            )
