"""The one way in which YAML is read: what a person wrote, never what YAML guesses, and nothing that grows.

A scalar without quotes is text, but whole numbers as one writes them and nothing at all (`~`, `null`). YAML 1.1 would
make false of `no`, 83 of `0123`, 750 of `12:30`, 1 of `1.000`; where that could be meant, the author is asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

import yaml
from yaml.reader import ReaderError

from camnang.files.faults import Fault, FaultsError
from camnang.files.text_file import letter_faults

if TYPE_CHECKING:
    from camnang.files.rules import RuleId

MOST_DEPTH: Final = 20  # the handbook's deepest list has 5
MOST_VALUES: Final = 100_000  # the largest file has 2000
PREFIX: Final = "tag:yaml.org,2002:"
READ_TAGS: Final = frozenset(PREFIX + kind for kind in ("map", "seq", "str", "int", "null"))
# Values that YAML, spreadsheets and people read in different ways.
DOUBTFUL: Final = re.compile(
    r"[-+]?0[0-9]+|[-+]?\d[\d_]*_\d*|\d{1,3}(?:\.\d{3})+|\d+:\d{1,2}(?::\d{1,2})*|0[xob][0-9a-fA-F_]+|[-+]?\.(?:inf|nan)",
    re.IGNORECASE,
)
DOUBTFUL_BEGINNINGS: Final = frozenset("+-.0123456789")
# Indentation and signs that may be deeper than a reader written in C can go: such a text is counted first.
DEEP: Final = re.compile(r"^ {60}|(?:[-?:] ){20}", re.MULTILINE)
# A no-break space of Word or a web page: at the beginning, behind a name's colon, behind a list's dash.
UNBROKEN: Final = re.compile(r"[ \u00a0]*\u00a0(?! *#)|\s*(?:- +)*(?:[\w-]+:|-)\u00a0")
BRACKET: Final = re.compile(r"[\[\]{}]")

# libyaml reads ten times as fast as Python; both know lines and columns.
BASE: Final[type[yaml.SafeLoader]] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


class PlainLoader(BASE):  # type: ignore[misc, valid-type]
    """Reads text, whole numbers and nothing else."""

    yaml_implicit_resolvers: Final[dict[str, list[Any]]] = {}


PlainLoader.add_implicit_resolver(f"{PREFIX}int", re.compile(r"-?(?:0|[1-9][0-9]{0,14})$"), list("-0123456789"))
PlainLoader.add_implicit_resolver(f"{PREFIX}null", re.compile(r"(?:~|null|)$"), ["~", "n", ""])

# «C:\Users» between double quotes begins a letter's code.
BACKSLASH: Final = "dấu \\ trong ngoặc kép: dùng ngoặc đơn, ví dụ 'C:\\logo.png', hoặc viết dấu /"
# What libyaml says, in words of an editor; the rest is told in its own.
PROBLEMS: Final = {
    "found character that cannot start any token": "dòng có dấu Tab, hoặc chữ bắt đầu bằng @, `, %",
    "mapping values are not allowed in this context": "dòng có thêm một dấu hai chấm «:»",
    "did not find expected key": "thụt lề lệch, hoặc dấu ngoặc kép đóng chưa đúng chỗ",
    "could not find expected ':'": "thiếu dấu hai chấm «:» sau tên",
    "did not find expected ',' or ']'": "danh sách [a, b] chưa đóng, hoặc thiếu dấu phẩy",
    "did not find expected ',' or '}'": "nhóm {a: b} chưa đóng, hoặc thiếu dấu phẩy",
    "did not find expected '-' indicator": "dòng này không thẳng hàng với các dấu gạch «-» ở trên",
    "found unknown escape character": BACKSLASH,
    "did not find expected hexdecimal number": BACKSLASH,  # libyaml's own spelling
    "found unexpected end of stream": "dấu ngoặc kép mở mà không đóng",
    "did not find expected node content": "thiếu giá trị",
    "found undefined alias": "dấu * ở đầu giá trị: đặt cả giá trị trong ngoặc kép",
    "did not find expected alphabetic or numeric character": "dấu * hay & ở đầu giá trị: đặt trong ngoặc kép",
}


@dataclass(frozen=True)
class YamlText:
    """A YAML text with the file that it stands in and the file's line at which it begins."""

    text: str
    path: str
    first_line: int = 1

    def fault(self, line: int, found: str, expected: str, repair: str, rule: RuleId | None = None) -> Fault:
        """Return a fault at a line of the text, counted from 0; without a `rule` the text is no YAML of ours."""
        place = self.first_line + line
        if rule is None:
            rule = "yaml-hong"
        return Fault(path=self.path, line=place, rule=rule, found=found, expected=expected, repair=repair)


def syntax_fault(error: yaml.YAMLError, source: YamlText) -> Fault:
    """Say where a text stops being YAML."""
    mark = getattr(error, "problem_mark", None)
    problem = str(getattr(error, "problem", None) or error).splitlines()[0]
    return source.fault(
        mark.line if mark else 0,
        f"không đọc được YAML ({PROBLEMS.get(problem, problem)})",
        "mỗi dòng một «tên: giá trị», thụt lề bằng dấu cách",
        "xem dấu hai chấm, dấu ngoặc và thụt lề ở dòng này; chữ có dấu «:» thì đặt trong ngoặc kép",
    )


def blank_faults(source: YamlText) -> Iterator[Fault]:
    """Yield a fault for each line with what looks like a space where YAML wants one, and is read in other ways."""
    for line, text in enumerate(source.text.split("\n") if "\u00a0" in source.text else ()):
        if UNBROKEN.match(text):
            found = f"dấu cách không ngắt trong «{text.strip()[:60]}»"
            repair = "xoá khoảng trống ấy, gõ lại bằng phím cách"
            yield source.fault(line, found, "dấu cách thường sau dấu «:», «-» và ở đầu dòng", repair)
    for line, text in enumerate(source.text.split("\n") if "\t" in source.text else ()):
        if "\t" in text:
            shown = text.strip().replace("\t", "⇥")
            found = f"có dấu Tab (chỗ ⇥): «{shown[:60]}»"
            yield source.fault(line, found, "chỉ dấu cách", "xoá dấu Tab, gõ dấu cách thay vào")


def may_be_deep(text: str) -> bool:
    """Tell whether lists may lie in lists deeper than anybody writes; brackets between quotes count too."""
    depth = 0
    for bracket in BRACKET.finditer(text):
        depth += 1 if bracket[0] in "[{" else -1
        if depth > MOST_DEPTH:
            return True
    return DEEP.search(text) is not None


def depth_fault(source: YamlText) -> Fault | None:
    """Return a fault when lists lie in lists deeper than anybody writes; nothing is built for that."""
    depth, line = 0, 0
    for event in yaml.parse(source.text, Loader=PlainLoader) if may_be_deep(source.text) else ():
        depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
        line = event.start_mark.line if event.start_mark else line
        if depth > MOST_DEPTH:
            found, repair = "danh sách lồng trong danh sách quá nhiều lớp", "bớt dấu ngoặc [ ] { } hoặc bớt thụt lề"
            return source.fault(line, found, f"nhiều nhất {MOST_DEPTH} lớp", repair)
    return None


def size_fault(source: YamlText) -> Fault | None:
    """Return a fault when a text holds more values than any file of a handbook; their signs are counted."""
    values = sum(map(source.text.count, ",\n:"))
    if values <= MOST_VALUES:
        return None
    repair = "xem lại: có lẽ chép nhầm tệp; tách bớt phần thừa"
    return source.fault(0, f"tệp có hơn {MOST_VALUES // 1000}.000 giá trị", "tệp của cẩm nang nhỏ hơn nhiều", repair)


def repeated_keys(node: yaml.MappingNode, source: YamlText) -> Iterator[Fault]:
    """Yield a fault for each name that stands twice in one group, with both lines."""
    first: dict[str, int] = {}
    for key, _ in node.value:
        name, line = str(key.value), key.start_mark.line
        if name in first:
            known = source.first_line + first[name]
            found = f"«{name}» có hai lần: dòng {known} và dòng {source.first_line + line}"
            yield source.fault(line, found, "mỗi tên một lần", "giữ một dòng, xoá dòng kia", rule="trung-muc")
        first.setdefault(name, line)


def scalar_faults(node: yaml.ScalarNode, source: YamlText) -> Iterator[Fault]:
    """Yield a fault for a value without quotes that can be read in two ways."""
    if not node.style and node.value[:1] in DOUBTFUL_BEGINNINGS and DOUBTFUL.fullmatch(node.value):
        written = node.value
        found = f"giá trị «{written}» không có ngoặc kép: số, giờ hay chữ thì máy đọc mỗi nơi một khác"
        expected = "số tròn viết liền không có số 0 đứng đầu (ví dụ 1200), hoặc chữ trong ngoặc kép"
        yield source.fault(
            node.start_mark.line,
            found,
            expected,
            f'là chữ thì viết "{written}"; là số thì viết liền',
            rule="gia-tri-sai",
        )


def children(node: yaml.Node) -> list[yaml.Node]:
    """Return the parts of a group or a list, names among them."""
    if isinstance(node, yaml.MappingNode):
        return [part for pair in node.value for part in pair]
    return list(node.value) if isinstance(node, yaml.SequenceNode) else []


def written_out(node: yaml.Node, known: dict[int, int], depth: int = 0) -> int:
    """Return how many values a tree has once each `*name` is written out, `MOST_VALUES` at most."""
    if id(node) in known:
        return known[id(node)]
    if depth > MOST_DEPTH * 2:
        return MOST_VALUES
    size = 1 + sum(written_out(part, known, depth + 1) for part in children(node))
    known[id(node)] = min(size, MOST_VALUES)
    return known[id(node)]


def growth_fault(root: yaml.Node, source: YamlText) -> Iterator[Fault]:
    """Yield a fault when few lines stand for very many values, each `*name` for a whole list."""
    if "*" in source.text and written_out(root, {}) >= MOST_VALUES:
        found = f"các dấu & và * lặp lại giá trị quá {MOST_VALUES // 1000}.000 lần"
        yield source.fault(0, found, "giá trị viết đủ ở từng chỗ", "bỏ dấu & và *, viết lại giá trị ở từng chỗ")


def node_faults(root: yaml.Node, source: YamlText, tags: frozenset[str]) -> Iterator[Fault]:
    """Yield every fault of a tree, of each part once."""
    seen: set[int] = set()
    waiting = [root]
    while waiting:
        node = waiting.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        waiting += children(node)
        if node.tag not in tags:
            found = f"dấu ! ở đầu giá trị ({node.tag.removeprefix(PREFIX)})"
            yield source.fault(node.start_mark.line, found, "giá trị viết thẳng", "đặt cả giá trị trong ngoặc kép")
        if isinstance(node, yaml.MappingNode):
            yield from repeated_keys(node, source)
        elif isinstance(node, yaml.ScalarNode):
            yield from scalar_faults(node, source)


def composed_tree(
    source: YamlText, loader: type[Any] = PlainLoader, tags: frozenset[str] = READ_TAGS
) -> tuple[yaml.Node | None, Any]:
    """Return the tree of a YAML text and the value that it says; raise `FaultsError` with all that is wrong in it.

    `loader` and `tags` say what else than text and numbers is read.
    """
    faults = list(blank_faults(source))
    try:
        faults += [fault for fault in (size_fault(source) or depth_fault(source),) if fault]
        if faults:
            raise FaultsError(faults)
        reading = loader(source.text)
        node = reading.get_single_node()
        faults += (*node_faults(node, source, tags), *growth_fault(node, source)) if node else ()
        if faults:
            raise FaultsError(faults)
        return node, reading.construct_document(node) if node else None
    except ReaderError as error:  # a letter that YAML has not: told as one
        strange = tuple(letter_faults(source.text, source.path, source.first_line))
        raise FaultsError([*faults, *(strange or (syntax_fault(error, source),))]) from error
    except yaml.YAMLError as error:
        raise FaultsError([*faults, syntax_fault(error, source)]) from error
