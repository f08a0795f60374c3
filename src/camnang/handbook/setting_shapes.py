"""How `mkdocs.yml` is built: which lines hold a list, which one a name; and that Markdown knows its extensions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from typing import Any, Final

import yaml
from markdown import Markdown

from camnang.files.faults import Fault
from camnang.files.yaml_file import Location, line_of

EXTENSIONS: Final = "markdown_extensions"
NEEDED: Final = ("attr_list",)  # gives each heading the name by which translations, posters and links find it
WHOLE: Final = "các dòng «tên: giá trị», như bản trong kho"
REPAIR: Final = "chép lại phần này từ bản trong kho, hoặc bỏ điều vừa sửa"
MOST_SHOWN: Final = 60


def shape_fault(path: str, root: yaml.Node | None, location: Location, found: str, expected: str) -> Fault:
    """Say that a part of the settings is not what belongs there."""
    line = line_of(root, location)
    return Fault(path=path, line=line, rule="cai-dat-sai", found=found, expected=expected, repair=REPAIR)


def shape_faults(raw: object, root: yaml.Node | None, path: str) -> Iterator[Fault]:
    """Yield a fault for each part of the settings that has not the shape that is read."""
    if not isinstance(raw, Mapping):
        yield shape_fault(path, root, (), f"tệp chỉ có «{str(raw)[:MOST_SHOWN]}»", WHOLE)
        return
    if not isinstance(raw.get("extra") or {}, Mapping):
        yield shape_fault(path, root, ("extra",), f"extra là «{str(raw['extra'])[:MOST_SHOWN]}»", WHOLE)
    listed = raw.get(EXTENSIONS) or []
    if not isinstance(listed, list):
        expected = "danh sách, mỗi dòng bắt đầu bằng dấu «-»"
        yield shape_fault(path, root, (EXTENSIONS,), f"{EXTENSIONS} là «{str(listed)[:MOST_SHOWN]}»", expected)
        return
    for place, entry in enumerate(listed):
        yield from entry_faults(entry, root, (EXTENSIONS, place), path)


def missing_faults(names: Collection[str], root: yaml.Node | None, path: str) -> Iterator[Fault]:
    """Yield a fault for each extension that pages need and the settings do not name."""
    for name in NEEDED:
        if name not in names:
            yield shape_fault(path, root, (EXTENSIONS,), f"{EXTENSIONS} thiếu «{name}»", f"có dòng «- {name}»")


def entry_faults(entry: object, root: yaml.Node | None, location: Location, path: str) -> Iterator[Fault]:
    """Yield a fault when an entry is no extension that Markdown knows, with options that it takes."""
    options = entry if isinstance(entry, Mapping) else {entry: {}} if isinstance(entry, str) else {}
    shaped = options and all(isinstance(given or {}, Mapping) for given in options.values())
    if not shaped or not all(isinstance(name, str) and is_known(name, options[name] or {}) for name in options):
        found = f"phần mở rộng «{str(entry)[:MOST_SHOWN]}»"
        yield shape_fault(path, root, location, found, "tên một phần mở rộng của Markdown, như attr_list")


def is_known(name: str, options: Mapping[str, Any]) -> bool:
    """Tell whether Markdown has an extension that takes these options; it may raise whatever it likes."""
    try:
        Markdown(extensions=[name], extension_configs={name: dict(options)})
    except Exception:
        return False
    return True
