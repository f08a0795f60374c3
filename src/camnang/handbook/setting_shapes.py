"""How `mkdocs.yml` is built: which lines hold a list, which one a name; and that Markdown knows its extensions."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
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
# What is read here; a name of MkDocs' own is never as near to one of these as a slip of the hand.
READ_HERE: Final = ("site_name", "site_url", "extra", EXTENSIONS)
READ_IN_EXTRA: Final = ("approved_by",)
NEAR: Final = 0.8  # of difflib's ratio: «site_dir» is 0.75 of «site_url», «approved-by» 0.91 of «approved_by»


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
    else:
        yield from (*name_faults(raw, root, path), *value_faults(raw, root, path))
    listed = raw.get(EXTENSIONS) or []
    if not isinstance(listed, list):
        expected = "danh sách, mỗi dòng bắt đầu bằng dấu «-»"
        yield shape_fault(path, root, (EXTENSIONS,), f"{EXTENSIONS} là «{str(listed)[:MOST_SHOWN]}»", expected)
        return
    for place, entry in enumerate(listed):
        yield from entry_faults(entry, root, (EXTENSIONS, place), path)


def nearest(name: str, known: Collection[str]) -> str:
    """Return the name of `known` for which a name was mistyped, '' when it is like none."""
    plain = name.strip().lower().replace("-", "_").replace(" ", "_")
    return next(iter(get_close_matches(plain, known, 1, NEAR)), "")


def name_faults(raw: Mapping[str, Any], root: yaml.Node | None, path: str) -> Iterator[Fault]:
    """Yield a fault for each name that is nearly one of those read here, or stands in the wrong part."""
    for name in (name for name in map(str, raw) if name not in READ_HERE):
        if meant := nearest(name, READ_HERE):
            yield misnamed(path, root, (name,), f"viết «{meant}: …»")
        elif meant := nearest(name, READ_IN_EXTRA):
            repair = f"chuyển xuống dưới dòng «extra:», thụt vào hai dấu cách, viết «{meant}: …»"
            yield misnamed(path, root, (name,), repair)
    for name in (name for name in map(str, raw.get("extra") or {}) if name not in READ_IN_EXTRA):
        if meant := nearest(name, READ_IN_EXTRA):
            yield misnamed(path, root, ("extra", name), f"viết «{meant}: …»")


def misnamed(path: str, root: yaml.Node | None, location: Location, repair: str) -> Fault:
    """Say that nobody reads a setting, because of its name."""
    found = f"tên «{location[-1]}» không ai đọc"
    line, expected = line_of(root, location), f"một trong {', '.join((*READ_HERE, *READ_IN_EXTRA))}, đúng chỗ"
    return Fault(path=path, line=line, rule="cai-dat-sai", found=found, expected=expected, repair=repair)


def value_faults(raw: Mapping[str, Any], root: yaml.Node | None, path: str) -> Iterator[Fault]:
    """Yield a fault for each name or address that is a list or a group."""
    places: tuple[tuple[str, ...], ...] = (("site_name",), ("site_url",), ("extra", "approved_by"))
    for location in places:
        part = (raw.get("extra") or {}) if len(location) > 1 else raw
        value = part.get(location[-1])
        if isinstance(value, list | Mapping):
            found = f"{location[-1]} là một danh sách hoặc một nhóm: «{str(value)[:MOST_SHOWN]}»"
            yield shape_fault(path, root, location, found, f"một dòng chữ, ví dụ {location[-1]}: …")


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
