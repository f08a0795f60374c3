"""YAML files read with the line of every value, checked by pydantic models."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from camnang.files.faults import Fault, FaultsError, attempt, raise_if_any
from camnang.files.text_file import character_faults, open_text
from camnang.files.yaml_tree import YamlText, composed_tree

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

Location = tuple[int | str, ...]

LONGEST_SHOWN: Final = 60  # characters of a wrong value
WHOLE_NUMBER: Final = "một số nguyên viết liền, ví dụ 12"
DAY: Final = "ngày có thật, dạng năm-tháng-ngày: 2026-11-24"
YES_OR_NO: Final = "true hoặc false"
LIST: Final = "một danh sách, ví dụ [a, b]"
GROUP: Final = "các dòng «tên: giá trị»"
WORDS: Final = "một dòng chữ (đặt trong ngoặc kép nếu là số)"

# What a model's patterns mean to an editor, who is never shown one (a test holds the models against this).
PATTERNS: Final[Mapping[str, str]] = {
    r"^[a-z0-9-]+$": "chữ thường không dấu, chữ số và gạch nối, ví dụ gia-danh-cong-an",
    r"^[a-z0-9]+$": "chữ thường không dấu và chữ số, ví dụ a4",
    r"^[a-z_]+$": "chữ thường không dấu và gạch dưới, ví dụ so_nguoi",
    r"^[A-Z]\d{2,3}$": "mã nguồn: một chữ hoa và hai, ba chữ số, ví dụ C09",
    r"^[B-Z][0-9]+$": "tên ô của Excel, ví dụ C12",
    r"^(?:I|IV|V|II\.[12]|III\.[1-9])\.[1-9][a-z]?$": "mục của kế hoạch và số thứ tự của việc, ví dụ III.3.1",
    r"^(\d{3,11}|\+\d{1,3}( \d{2,4}){2,5})$": "số điện thoại, ví dụ 113, hoặc số quốc tế, ví dụ +84 981 84 84 84",
    r"^[0-9a-f]{12}$": "12 chữ số và chữ a–f, do «python3 run.py ban-dich ghim <tệp>» ghi",
    r"^[0-9]{2}-[0-9]{2}$": "tháng và ngày, hai chữ số mỗi bên, ví dụ 12-15",
    r"^[a-z]{2,3}$": "mã tiếng hai hoặc ba chữ, ví dụ vi, tyz",
    r"^([a-z]{3})?$": "mã tiếng ba chữ, ví dụ vie, hoặc để trống",
    r"^([a-z]{2,3}-[A-Z]{2})?$": "mã giọng đọc, ví dụ vi-VN, hoặc để trống",
    r"^\d+(mm|px)$": "số đo có đơn vị, ví dụ 210mm hoặc 1080px",
    r"^\d+mm$": "số đo bằng mm, ví dụ 3mm",
    r"^#[0-9A-F]{6}$": "mã màu: dấu # và sáu chữ số hay chữ A–F, ví dụ #43214F",
    r"^\S+ \S+$": "hai chữ cách nhau một dấu cách, ví dụ ngân hàng",
    r"^\d{3,11}$": '3 đến 11 chữ số viết liền trong ngoặc kép, ví dụ "113"',
    r"^https?://": "địa chỉ bắt đầu bằng https://",
}
# What pydantic's own error types mean to an editor.
EXPECTED: Final[Mapping[str, Callable[[dict[str, Any]], str]]] = {
    "missing": lambda _: "có trường này",
    "extra_forbidden": lambda _: "không có trường này",
    "literal_error": lambda context: f"một trong {context['expected']}".replace(" or ", ", "),
    "string_pattern_mismatch": lambda context: PATTERNS.get(context["pattern"], "viết như các mục khác trong tệp"),
    "string_type": lambda _: WORDS,
    "int_type": lambda _: WHOLE_NUMBER,
    "int_parsing": lambda _: WHOLE_NUMBER,
    "int_from_float": lambda _: WHOLE_NUMBER,
    "float_type": lambda _: "một số, ví dụ 0.4",
    "float_parsing": lambda _: "một số, ví dụ 0.4",
    "bool_type": lambda _: YES_OR_NO,
    "bool_parsing": lambda _: YES_OR_NO,
    "list_type": lambda _: LIST,
    "tuple_type": lambda _: LIST,
    "dict_type": lambda _: GROUP,
    "model_type": lambda _: GROUP,
    "model_attributes_type": lambda _: GROUP,
    "date_type": lambda _: DAY,
    "date_parsing": lambda _: DAY,
    "date_from_datetime_parsing": lambda _: DAY,
    "date_from_datetime_inexact": lambda _: DAY,
    "string_too_long": lambda context: f"nhiều nhất {context['max_length']} ký tự",
    "string_too_short": lambda context: f"ít nhất {context['min_length']} ký tự",
    "too_short": lambda context: f"ít nhất {context['min_length']} mục",
    "too_long": lambda context: f"nhiều nhất {context['max_length']} mục",
    "greater_than_equal": lambda context: f"số từ {context['ge']} trở lên",
    "less_than_equal": lambda context: f"số từ {context['le']} trở xuống",
    "greater_than": lambda context: f"số lớn hơn {context['gt']}",
    "less_than": lambda context: f"số nhỏ hơn {context['lt']}",
    "value_error": lambda context: str(context["error"]),
}


def line_of(node: yaml.Node | None, location: Location) -> int:
    """Return the 1-based line of the value at `location`, or of the nearest part that exists."""
    line = node.start_mark.line + 1 if node else 1
    if not location or node is None:
        return line
    step, rest = location[0], location[1:]
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(step):
                return max(int(key.start_mark.line) + 1, line_of(value, rest) if rest else 0)
    if isinstance(node, yaml.SequenceNode) and isinstance(step, int) and step < len(node.value):
        return line_of(node.value[step], rest)
    return line


def named(location: Location) -> str:
    """Return where a value stands as an editor counts: «mục 2 của «sources»»."""
    said = ""
    for step in location:
        if isinstance(step, int):
            said = f"mục {step + 1} của {said}" if said else f"mục {step + 1}"
        elif step != "[key]":
            said = f"«{step}» ở {said}" if said else f"«{step}»"
    return said or "nội dung"


def as_written(value: object) -> str:
    """Return the words with a colon that YAML took for a name and its value, '' for what is none."""
    pair = next(iter(value.items())) if isinstance(value, dict) and len(value) == 1 else None
    return f"{pair[0]}: {pair[1]}" if pair and isinstance(pair[0], str) and isinstance(pair[1], str) else ""


def shown(value: object) -> str:
    """Return a wrong value as the file has it, short."""
    if value is None:
        return "để trống"
    text = as_written(value) or (str(value) if isinstance(value, str | int) else "một danh sách hoặc một nhóm")
    return f"«{text[:LONGEST_SHOWN]}…»" if len(text) > LONGEST_SHOWN else f"«{text}»"


def repair_of(detail: ErrorDetails, where: str, expected: str) -> str:
    """Return what an editor can do about a wrong value."""
    value, last = detail["input"], detail["loc"][-1] if detail["loc"] else ""
    if detail["type"] in {"tuple_type", "list_type"} and isinstance(value, str) and isinstance(last, str):
        return f"viết {last}: [{value}]"
    if detail["type"] == "string_type" and (written := as_written(value)):
        return f'viết "{written}", có ngoặc kép, vì trong đó có dấu hai chấm'
    if detail["type"] == "string_type" and isinstance(value, int):
        return f'viết "{value}", có ngoặc kép'
    return f"sửa {where} thành {expected}"


def detail_fault(detail: ErrorDetails, node: yaml.Node | None, source: YamlText) -> Fault:
    """Turn one error of pydantic into a fault with the line of the field."""
    location = tuple(step for step in detail["loc"] if isinstance(step, int | str))
    where, kind = named(location), detail["type"]
    explain = EXPECTED.get(kind)
    expected = explain(detail.get("ctx") or {}) if explain else "viết như các mục khác trong tệp"
    found, repair = f"{where}: {shown(detail['input'])}", repair_of(detail, where, expected)
    rule: RuleId = "gia-tri-sai"
    if kind == "missing" and location:
        rule = "thieu-truong"
        found, repair = f"thiếu trường {where}", f"thêm dòng «{location[-1]}: …»"
    if kind == "extra_forbidden":
        rule = "truong-la"
        found, repair = f"trường lạ {where}", f"bỏ dòng «{location[-1]}», hoặc sửa lỗi chính tả trong tên"
    return source.fault(line_of(node, location) - 1, found, expected, repair, rule)


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401
    """Return what checks values of a type; pydantic takes longer to make it than to use it."""
    return TypeAdapter(kind)


def check_with_tree(source: YamlText, kind: Any) -> tuple[Any, yaml.Node | None]:  # noqa: ANN401
    """Return YAML as an object of type `kind` and its tree, which knows lines; raise `FaultsError`."""
    faults = list(character_faults(source.text, source.path, source.first_line))
    nothing: tuple[Any, yaml.Node | None] = (None, None)
    found = attempt(faults, lambda: understood(source, kind), nothing)
    raise_if_any(faults)
    return found


def understood(source: YamlText, kind: Any) -> tuple[Any, yaml.Node | None]:  # noqa: ANN401
    """Return YAML as `check_with_tree`, whatever its letters; raise `FaultsError`."""
    node, value = composed_tree(source)
    try:
        return adapter(kind).validate_python(value), node
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise FaultsError(detail_fault(item, node, source) for item in details) from error


def check_yaml(text: str, kind: Any, path: str, first_line: int = 1) -> Any:  # noqa: ANN401
    """Return YAML `text` as an object of type `kind`; raise `FaultsError` with every fault in it."""
    return check_with_tree(YamlText(text, path, first_line), kind)[0]


def read_with_tree(file: Path, kind: Any, root: Path) -> tuple[Any, yaml.Node | None]:  # noqa: ANN401
    """Read a data file as an object of type `kind`, with its tree; a missing or wrong file raises `FaultsError`."""
    path = file.relative_to(root).as_posix()
    return check_with_tree(YamlText(open_text(file, path), path), kind)


def read_yaml(file: Path, kind: Any, root: Path) -> Any:  # noqa: ANN401
    """Read a data file as an object of type `kind`; a missing or wrong file raises `FaultsError`."""
    return read_with_tree(file, kind, root)[0]
