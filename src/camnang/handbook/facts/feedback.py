"""Where readers' opinions go (`data/feedback.yml`); a channel may be empty, and then no page offers it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, BaseModel, ConfigDict

from camnang.files.faults import Fault, FaultsError
from camnang.files.yaml_file import line_of, read_with_tree
from camnang.handbook.web_addresses import host_in, host_in_ascii, is_reached_from_outside

FILE = "data/feedback.yml"

# RFC 6068 lets a mailto address carry headers after «?»: such an address is refused here.
EMAIL = re.compile(r"[\w.+-]+@(?:[a-z0-9-]+\.)+[a-z]{2,}", re.ASCII | re.IGNORECASE)
FORM = re.compile(r"https://[^\s/<>\"']+\.[^\s<>\"']+")
# A name, not a number: a telephone number may stand in `data/hotlines.yml` only.
ZALO = re.compile(r"https://zalo\.me/(?!\+?\d{3,12}(?!\d))[\w.-]+", re.ASCII)
PLACES = re.compile(r"\{(?:text|page)\}")


def shaped(pattern: re.Pattern[str], expected: str) -> Callable[[str], str]:
    """Return a check that lets '' pass and what has the shape of `pattern`, on a host that telephones find.

    The check raises `ValueError` with `expected`.
    """

    def check(value: str) -> str:
        host = host_in_ascii(host_in(PLACES.sub("x", value)))
        if value and not (pattern.fullmatch(value) and is_reached_from_outside(host)):
            raise ValueError(expected)
        return value

    return check


class Channels(BaseModel):
    """Ways to those who keep the handbook; '' where there is none.

    `form` may hold `{text}` and `{page}`, which are filled in; `sms` is a number of `data/hotlines.yml`.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")

    email: Annotated[str, AfterValidator(shaped(EMAIL, "địa chỉ dạng ten@noi.vn, hoặc để trống"))] = ""
    form: Annotated[str, AfterValidator(shaped(FORM, "địa chỉ dạng https://noi.vn/phieu, hoặc để trống"))] = ""
    zalo: Annotated[str, AfterValidator(shaped(ZALO, "https://zalo.me/<mã trang chính thức>, hoặc để trống"))] = ""
    sms: str = ""

    @property
    def any_set(self) -> bool:
        """Whether somebody receives opinions."""
        return any((self.email, self.form, self.zalo, self.sms))


NO_CHANNELS = Channels()


def unknown_number(number: str, allowed: Collection[str], line: int) -> Fault:
    """Say that opinions would go to a number that nobody confirmed."""
    expected = f"một trong {', '.join(sorted(allowed))}, hoặc để trống"
    repair = "gọi thử rồi thêm số vào data/hotlines.yml trước, hoặc để trống dòng này"
    return Fault(
        path=FILE, line=line, rule="so-dien-thoai-la", found=f"«sms»: {number!r}", expected=expected, repair=repair
    )


def read_feedback(root: Path, allowed: Collection[str]) -> Channels:
    """Read the channels, none when there is no file; raise `FaultsError`.

    `allowed` are the handbook's numbers; none means that their own file is broken, which is told already.
    """
    if not (root / FILE).is_file():
        return NO_CHANNELS
    channels: Channels
    channels, node = read_with_tree(root / FILE, Channels, root)
    if channels.sms and allowed and channels.sms not in allowed:
        raise FaultsError([unknown_number(channels.sms, allowed, line_of(node, ("sms",)))])
    return channels
