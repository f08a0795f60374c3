"""YAML files read with the line of every value, checked by pydantic models."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError
from pydantic_core import ErrorDetails

from camnang.files.faults import Fault, FaultsError

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

Checked = TypeVar("Checked")

# What pydantic's own error types mean to an editor; anything else falls back to pydantic's words.
EXPECTED: dict[str, Callable[[dict[str, Any]], str]] = {
    "missing": lambda _: "có trường này",
    "extra_forbidden": lambda _: "không có trường này",
    "literal_error": lambda context: f"một trong {context['expected']}".replace(" or ", ", "),
    "string_type": lambda _: "một dòng chữ (đặt trong ngoặc kép nếu là số)",
    "int_type": lambda _: "một số nguyên",
    "int_parsing": lambda _: "một số nguyên",
    "list_type": lambda _: "một danh sách, ví dụ [a, b]",
    "tuple_type": lambda _: "một danh sách, ví dụ [a, b]",
    "dict_type": lambda _: "các dòng «tên: giá trị»",
    "model_type": lambda _: "các dòng «tên: giá trị»",
    "date_type": lambda _: "ngày dạng 2026-11-24",
    "date_from_datetime_parsing": lambda _: "ngày dạng 2026-11-24",
    "string_too_long": lambda context: f"nhiều nhất {context['max_length']} ký tự",
    "string_too_short": lambda context: f"ít nhất {context['min_length']} ký tự",
    "too_short": lambda context: f"ít nhất {context['min_length']} mục",
    "too_long": lambda context: f"nhiều nhất {context['max_length']} mục",
    "value_error": lambda context: str(context["error"]),
}

# libyaml reads ten times as fast as Python; both know lines and columns.
LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def line_of(node: yaml.Node | None, location: tuple[int | str, ...]) -> int:
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


def yaml_fault(error: yaml.YAMLError, path: str, first_line: int) -> Fault:
    """Say where a text stops being YAML; `first_line` is the file's line at which the text begins."""
    mark = getattr(error, "problem_mark", None)
    line = first_line + (mark.line if mark else 0)
    return Fault(
        path=path,
        line=line,
        rule="yaml-hong",
        found=f"không đọc được YAML ({getattr(error, 'problem', None) or error})",
        expected="mỗi dòng một «tên: giá trị», thụt lề bằng dấu cách",
        repair="xem dấu hai chấm, dấu ngoặc và thụt lề ở dòng này; chữ có dấu «:» thì đặt trong ngoặc kép",
    )


def detail_fault(detail: ErrorDetails, node: yaml.Node | None, path: str, first_line: int) -> Fault:
    """Turn one error of pydantic into a fault with the line of the field."""
    location = tuple(step for step in detail["loc"] if isinstance(step, int | str))
    name = ".".join(str(step) for step in location) or "nội dung"
    explain = EXPECTED.get(detail["type"])
    expected = explain(detail.get("ctx") or {}) if explain else detail["msg"]
    missing = detail["type"] == "missing"
    found = f"thiếu trường «{name}»" if missing else f"«{name}»: {detail['input']!r}"
    repair = f"thêm dòng «{location[-1]}: …»" if missing and location else f"sửa giá trị của «{name}»"
    rule: RuleId = "thieu-truong" if missing else "gia-tri-sai"
    if detail["type"] == "extra_forbidden":
        rule = "truong-la"
        found, repair = f"trường lạ «{name}»", f"bỏ dòng «{name}», hoặc sửa lỗi chính tả trong tên"
    return Fault(
        path=path,
        line=first_line + line_of(node, location) - 1,
        rule=rule,
        found=found,
        expected=expected,
        repair=repair,
    )


@cache
def adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401
    """Return what checks values of a type; pydantic takes longer to make it than to use it."""
    return TypeAdapter(kind)


def check_yaml(text: str, kind: Any, path: str, first_line: int = 1) -> Any:  # noqa: ANN401
    """Return YAML `text` as an object of type `kind`; raise `FaultsError` with every fault in it."""
    try:
        loader = LOADER(text)
        node = loader.get_single_node()
        value = loader.construct_document(node) if node else None
    except yaml.YAMLError as error:
        raise FaultsError([yaml_fault(error, path, first_line)]) from error
    try:
        return adapter(kind).validate_python(value)
    except ValidationError as error:
        details = error.errors(include_url=False)
        raise FaultsError(detail_fault(item, node, path, first_line) for item in details) from error


def read_yaml(file: Path, kind: Any, root: Path) -> Any:  # noqa: ANN401
    """Read a data file as an object of type `kind`; a missing or wrong file raises `FaultsError`."""
    path = file.relative_to(root).as_posix()
    try:
        text = file.read_text(encoding="utf-8")
    except FileNotFoundError as error:
        fault = Fault(
            path=path,
            rule="khong-doc-duoc-tep",
            found="không có tệp này",
            expected="tệp dữ liệu của cẩm nang",
            repair="lấy lại tệp từ kho",
        )
        raise FaultsError([fault]) from error
    except UnicodeDecodeError as error:
        fault = Fault(
            path=path,
            rule="khong-doc-duoc-tep",
            found="không phải UTF-8",
            expected="chữ mã UTF-8",
            repair="lưu lại tệp với mã UTF-8",
        )
        raise FaultsError([fault]) from error
    return check_yaml(text, kind, path)
