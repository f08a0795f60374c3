"""What the settings may say: who approved the handbook, and the address that is printed as a QR code.

They come from `mkdocs.yml` or from the environment, where shells, workflows and YAML leave what nobody meant.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

import yaml

from camnang.files.faults import Fault
from camnang.files.folding import fold
from camnang.files.letters import cleaned, strange_letters
from camnang.files.yaml_file import Location, line_of
from camnang.handbook.telephone_numbers import phone_numbers
from camnang.handbook.web_addresses import host_in_ascii, is_reached_from_outside, parts_of

ENV: Final = "!ENV"
QUOTES: Final = " \t\r\n\f\v\u00a0\u2003\u200b\ufeff'\"“”‘’«»`"
LONGEST_OFFICE: Final = 120  # characters: a line at the foot of a card
OFFICE: Final = "tên đầy đủ của cơ quan đã phê duyệt, ví dụ Công an tỉnh Cao Bằng; chưa ai phê duyệt thì để trống"
ADDRESS: Final = "địa chỉ mà điện thoại mở được, ví dụ https://camnang.caobang.gov.vn/; chưa có thì để trống"
# What programs put in the place of a value that they do not have, and paths.
LEFT_OPEN: Final = re.compile(r"\$[{(\w]|\{\{|%\w+%|<[^>]*>|://|@|^[~/\\.]|\\")
# Without accents. What people write while there is no approval, and the words of our own guide.
NO_OFFICE: Final = re.compile(
    r"(?:du thao|ban nhap|ban thao|chua|dang cho|cho (?:phe )?duyet|cho (?:y kien|co quan)|khong|da (?:phe )?duyet"
    r"|draft|pending|not|to be|approved|test|ten (?:day du cua )?co quan|co quan (?:phe duyet|chu tri)|ngay)\b.*",
)
# Law 72/2025/QH15 on local government: since 1 July 2025 there is nothing between a province and its communes.
FORMER_DISTRICT: Final = re.compile(
    r"\b(?:huyện|quận|thị xã|thị trấn|(?:thành phố|tp\.?) (?:thuộc tỉnh|cao bằng))\b", re.IGNORECASE
)
# What Word types around words. A shell's own quotes in a variable are taken away; those of a file are words to YAML.
TYPED_QUOTES: Final = re.compile(r"^[“”‘’«»„].*|.*[“”‘’«»]$", re.DOTALL)
DATE: Final = re.compile(r"\d{1,4}\s*[-/. ]\s*\d{1,2}\s*[-/. ]\s*\d{1,4}|^\d")
WORD: Final = re.compile(r"[^\W\d_]+")
BROKEN_SCHEME: Final = re.compile(r"^(?:https?\s*:?\s*[/\\]*|//+)", re.IGNORECASE)


@dataclass(frozen=True)
class Setting:
    """A value as it was given, and where: a variable's name, or a file with its line."""

    value: str
    path: str
    line: int = 0

    @property
    def is_typed_in_quotes(self) -> bool:
        """Whether a file's value stands in quotes that YAML takes for words."""
        return self.line > 0 and TYPED_QUOTES.fullmatch(self.value.strip()) is not None

    def fault(self, found: str, expected: str, repair: str) -> Fault:
        """Return a fault of this setting."""
        return Fault(
            path=self.path, line=self.line, rule="cai-dat-sai", found=found, expected=expected, repair=repair
        )


def node_at(node: yaml.Node | None, location: Location) -> yaml.Node | None:
    """Return the part of a YAML tree at a place, None when it has none."""
    for step in location:
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        node = next((value for key, value in pairs if key.value == step), None)
    return node


def variable_of(node: yaml.Node | None) -> str | None:
    """Return the environment's variable that an `!ENV` takes its value from, None when the file says it."""
    if node is None or node.tag != ENV:
        return None
    names = [node.value] if isinstance(node, yaml.ScalarNode) else [child.value for child in node.value]
    return next((name for name in names if isinstance(name, str) and name in os.environ), None)


def setting(value: object, root: yaml.Node | None, location: Location, file: str) -> Setting:
    """Return a value with the place where an editor finds it; what a variable says is taken letter by letter."""
    variable = variable_of(node_at(root, location))
    if variable:
        return Setting(os.environ[variable], f"biến {variable}")
    return Setting("" if value is None else str(value), file, line_of(root, location))


def meant(text: str) -> str:
    """Return a value without blanks and quotes around it."""
    return cleaned(text.replace("\u00ad", "")).strip(QUOTES)


def is_no_office(name: str) -> bool:
    """Tell whether a text is no name of an office: an answer, a number, a date, what a program left open."""
    if LEFT_OPEN.search(name) or DATE.search(name) or NO_OFFICE.fullmatch(fold(name)):
        return True
    words = WORD.findall(name)
    return len(words) < 2 or max(map(len, words)) < 2 or len(name) > LONGEST_OFFICE or bool(phone_numbers(name))


def office_faults(given: Setting) -> Iterator[Fault]:
    """What stands as the approving office is the name of one."""
    name = meant(given.value)
    repair = f"sửa {given.path} thành tên cơ quan, hoặc bỏ trống để mọi nơi ghi «Dự thảo»"
    if name and is_no_office(name):
        yield given.fault(f"cơ quan phê duyệt là «{name[:60]}»", OFFICE, repair)
    elif former := FORMER_DISTRICT.search(name):
        found = f"cơ quan phê duyệt là «{name[:60]}»: cấp huyện («{former[0]}») đã bỏ từ ngày 1/7/2025"
        yield given.fault(found, "tên cơ quan của tỉnh, của xã hoặc phường hiện nay", repair)
    if name and given.is_typed_in_quotes:
        found = f"cơ quan phê duyệt đặt trong ngoặc kép của Word: {given.value.strip()[:60]}"
        yield given.fault(found, "tên viết không ngoặc, hoặc trong ngoặc kép thẳng", f'viết approved_by: "{name}"')
    for said in dict.fromkeys(each.said for each in strange_letters(name)):
        yield given.fault(f"cơ quan phê duyệt có chữ lạ {said}", OFFICE, repair)


def normalised(address: str) -> str:
    """Return a sound address in one spelling: small host in ASCII, a slash at the end, no port that goes unsaid."""
    found = parts_of(address)
    if found is None:
        return ""
    host = found.hostname or ""
    written = f"[{host}]" if ":" in host else host_in_ascii(host)
    port = f":{found.port}" if found.port and found.port != {"http": 80, "https": 443}[found.scheme] else ""
    path = quote(found.path, safe="/%:@!$&'()*+,;=~-._").rstrip("/")
    return f"{found.scheme}://{written}{port}{path}/"


def proposed(text: str) -> str:
    """Return the sound address that was most likely meant, '' when there is none to see."""
    bare = re.split(r"[?#]", "".join(BROKEN_SCHEME.sub("", text).split()), maxsplit=1)[0].replace("\\", "/")
    first, slash, rest = bare.partition("/")
    address = normalised(f"https://{first.rpartition('@')[2]}{slash}{rest}")
    return "" if not address or address_trouble(address) else address


def address_trouble(address: str) -> str:
    """Return what is wrong with an address, '' when a telephone opens it."""
    found = parts_of(address)
    if found is None or re.search(r"[\\<>{}|^\"`]|\$|%(?![0-9A-Fa-f]{2})", address):
        return "không phải địa chỉ trang: thiếu https:// hoặc tên máy chủ"
    if any(letter.isspace() or not letter.isprintable() for letter in address):
        return "có dấu cách hoặc ký tự ẩn bên trong"
    if found.username is not None or "@" in found.netloc:
        return "có tên người dùng trước dấu @"
    if found.query or found.fragment or address.endswith(("?", "#")):
        return "có phần sau dấu ? hoặc #"
    host = found.hostname or ""
    if not is_reached_from_outside(host if ":" in host else host_in_ascii(host)):
        return "chỉ mở được trong máy này, trong nhà này, hoặc không có thật: điện thoại của bà con không mở được"
    return ""


def address_faults(given: Setting) -> Iterator[Fault]:
    """The address that is printed is one that a telephone opens."""
    address = given.value.strip(QUOTES)
    trouble = address_trouble(address) if address else ""
    if address and not trouble and given.is_typed_in_quotes:
        trouble = "đặt trong ngoặc kép của Word"
    if trouble:
        better = proposed(address)
        repair = f"viết {better}" if better else f"sửa {given.path} cho đúng, hoặc bỏ trống để in không có mã QR"
        yield given.fault(f"địa chỉ trang «{address[:80]}» {trouble}", ADDRESS, repair)


def name_faults(given: Setting) -> Iterator[Fault]:
    """The site has a name."""
    if not WORD.search(given.value):
        yield given.fault(f"tên trang «{given.value}»", "tên cẩm nang, bằng chữ", "viết tên vào dòng site_name")
