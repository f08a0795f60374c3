"""What layouts read of their sheets: Typst's code followed from `data` through loops, functions and files.

Nothing is drawn: of every name it is learnt what it may be (`layout_values`), whichever way an `if` goes. All files
are read again until nothing new is learnt, since a function's parameters are known only where it is called.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, NamedTuple

from tests.pictures.layout_values import (
    NOTHING,
    Function,
    Made,
    Many,
    Row,
    Value,
    added,
    chosen,
    contents,
    dictionary,
    hints_of,
    keyed,
    many,
    shifted,
    union,
)

TOKEN = re.compile(
    r'(?P<skip>/\*.*?\*/|(?<!:)//[^\n]*|[ \t]+)|(?P<string>"(?:\\.|[^"\\])*")|(?P<line>\n)'
    r"|(?P<name>[^\W\d][\w-]*)|(?P<number>\d[\w.%]*)|(?P<sign>=>|==|!=|<=|>=|\+=|-=|\*=|\.\.|.)",
    re.DOTALL,
)
CLOSED_BY = {"(": ")", "[": "]", "{": "}"}
JOINED_BY = {"+", "and", "or"}
COMPARED_BY = {"-", "*", "/", "==", "!=", "<", ">", "<=", ">=", "in", "not", "="} | {"+=", "-=", "*="}
MOST_ROUNDS = 30
WHOLE = {"filter", "rev", "sorted", "slice", "flatten", "dedup", "intersperse"}  # methods that give such a list again
ONE = {"first", "last", "find", "at", "sum", "pop", "join"}  # methods that give what is in the list


class Token(NamedTuple):
    """A word of Typst with its kind; `joined` when it follows the word before it at once."""

    kind: str
    text: str
    joined: bool = False


@dataclass
class Scope:
    """Names and what they may be."""

    parent: Scope | None = None
    names: dict[str, Value] = field(default_factory=dict)


@dataclass
class Found:
    """What is learnt: what each function is given and gives, which keys are read, which of them no class has."""

    sheets: Mapping[Path, Value]
    scopes: dict[tuple[Path, int], Scope] = field(default_factory=dict)
    parameters: dict[tuple[Path, int], list[Any]] = field(default_factory=dict)
    given_back: dict[tuple[Path, int], Value] = field(default_factory=dict)
    imports: dict[Path, list[tuple[Path, dict[str, str] | None]]] = field(default_factory=dict)
    read: set[tuple[type, str]] = field(default_factory=set)
    unknown: set[str] = field(default_factory=set)

    def scope(self, file: Path, place: int, parent: Scope | None = None) -> Scope:
        return self.scopes.setdefault((file, place), Scope(parent))

    def size(self) -> int:
        """Return a number that grows with all that is learnt."""
        known = sum(len(str(value)) for scope in self.scopes.values() for value in scope.names.values())
        return known + len(self.read) + sum(len(str(value)) for value in self.given_back.values())


def tokens(file: Path) -> tuple[Token, ...]:
    """Return a file's words; between round brackets an end of line means nothing."""
    found: list[Token] = []
    open_brackets: list[str] = []
    end = 0
    for match in TOKEN.finditer(file.read_text(encoding="utf-8")):
        kind, text = match.lastgroup or "", match[0]
        if kind == "sign" and text in CLOSED_BY:
            open_brackets.append(text)
        elif kind == "sign" and text in CLOSED_BY.values() and open_brackets:
            open_brackets.pop()
        if kind != "skip" and not (kind == "line" and open_brackets[-1:] == ["("]):
            found.append(Token(kind, text, match.start() == end))
            end = match.end()
    return (*found, Token("end", ""))


def closings(found: tuple[Token, ...]) -> Mapping[int, int]:
    """Return where each bracket is closed."""
    closed, open_brackets = {}, []
    for place, token in enumerate(found):
        if token.kind == "sign" and token.text in CLOSED_BY:
            open_brackets.append(place)
        elif token.kind == "sign" and token.text in CLOSED_BY.values() and open_brackets:
            closed[open_brackets.pop()] = place
    return closed


class Reader:
    """Reads one file from its first word to its last and tells `Found` what it learns."""

    def __init__(self, file: Path, words: tuple[Token, ...], found: Found) -> None:
        self.file, self.found, self.at = file, found, 0
        self.tokens, self.closings = words, closings(words)
        self.scope = found.scope(file, -1)

    # ---- words

    def text(self, ahead: int = 0) -> str:
        token = self.tokens[min(self.at + ahead, len(self.tokens) - 1)]
        return token.text if token.kind in {"sign", "name"} else ""

    def kind(self, ahead: int = 0) -> str:
        return self.tokens[min(self.at + ahead, len(self.tokens) - 1)].kind

    def take(self) -> str:
        self.at += 1
        return self.tokens[self.at - 1].text

    def skip(self, text: str) -> bool:
        """Go past a word if it is the next one."""
        if self.text() == text:
            self.at += 1
            return True
        return False

    def skip_lines(self, wanted: str) -> None:
        """Go past ends of lines if the wanted word follows them."""
        ahead = 0
        while self.kind(ahead) == "line":
            ahead += 1
        self.at += ahead if self.text(ahead) == wanted else 0

    # ---- names

    def look_up(self, name: str) -> Value:
        scope: Scope | None = self.scope
        while scope:
            if name in scope.names:
                return scope.names[name]
            scope = scope.parent
        return self.imported(name)

    def imported(self, name: str) -> Value:
        if name == "data":
            return self.found.sheets.get(self.file, NOTHING)
        value = NOTHING
        for file, brought in self.found.imports.get(self.file, []):
            wanted = name if brought is None else brought.get(name)
            value |= self.found.scope(file, -1).names.get(wanted, NOTHING) if wanted else NOTHING
        return value

    def name(self, pattern: Any, value: Value) -> None:
        """Give a value to a name, or to the names of a tuple part by part."""
        if isinstance(pattern, str):
            self.scope.names[pattern] = self.scope.names.get(pattern, NOTHING) | value
            return
        for place, each in enumerate(pattern):
            rows = [row.parts[place] for row in value if isinstance(row, Row) and place < len(row.parts)]
            lists = [found.each for found in value if isinstance(found, Many)]
            self.name(each, union(*rows, *lists))

    def pattern(self) -> Any:
        """Read a name or a tuple of names."""
        self.skip("..")
        if not self.skip("("):
            return self.take()
        found = []
        while not self.skip(")"):
            found.append(self.pattern())
            self.skip(",")
        return found

    # ---- what a sheet says

    def field(self, value: Value, key: str, certain: bool = True) -> Value:
        """Return what stands under a key; tell where a class has none, unless it is asked for with a default."""
        found, missing = [], []
        for each in value:
            own = dict(each.keys) if isinstance(each, Made) else {}
            sheet = each.sheet if isinstance(each, Made) else each
            if key in own:
                found.append(own[key])
            elif isinstance(sheet, type) and key in hints_of(sheet):
                self.found.read.add((sheet, key))
                found.append(hints_of(sheet)[key])
            elif isinstance(sheet, type):
                missing.append(sheet.__name__)
        if missing and (certain or len(missing) == len(value)):
            self.found.unknown.update(f"{self.file.name}: {sheet} has no «{key}»" for sheet in missing)
        return union(*found)

    # ---- functions

    def function(self, place: int, parameters: list[Any], body: Callable[[], Value]) -> Value:
        """Read a function's body with names of its own, and return the function."""
        key, outer = (self.file, place), self.scope
        self.scope = self.found.scope(self.file, place, outer)
        for pattern in parameters:
            self.name(pattern, NOTHING)
        self.found.parameters[key] = parameters
        given_back = body()
        self.found.given_back[key] = self.found.given_back.get(key, NOTHING) | given_back
        self.scope = outer
        return frozenset({Function(*key)})

    def parameters(self) -> list[Any]:
        """Read what a function takes, with its brackets; what a default gives is read as well."""
        found = []
        self.skip("(")
        while not self.skip(")"):
            found.append(self.pattern())
            if self.skip(":"):
                self.expression()
            self.skip(",")
        return found

    def call(self, called: Value, given: list[Value], named: Mapping[str, Value]) -> Value:
        """Give values to functions and return what they give back."""
        back = NOTHING
        for function in called:
            if isinstance(function, Function):
                back |= self.call_one(function, given, named)
        return back

    def call_one(self, function: Function, given: list[Value], named: Mapping[str, Value]) -> Value:
        key = (function.file, function.place)
        parameters, outer = self.found.parameters.get(key, []), self.scope
        self.scope = self.found.scope(*key)
        for pattern, value in zip(parameters[function.given :], given, strict=False):
            self.name(pattern, chosen(value, function.key))
        for name, value in named.items():
            if name in parameters:
                self.name(name, value)
        self.scope = outer
        return self.found.given_back.get(key, NOTHING)

    # ---- expressions

    def expression(self) -> Value:
        """Read an expression to its end."""
        value = self.operand()
        while True:
            sign = self.text()
            if sign in JOINED_BY:
                self.at += 1
                value = added(value, self.operand())
            elif sign in COMPARED_BY:
                self.at += 1
                self.operand()
                value = value if sign == "-" else NOTHING
            else:
                return value

    def operand(self) -> Value:
        """Read what stands between two signs, with all that is asked of it."""
        word = self.text()
        if word in STATEMENTS:
            self.at += 1
            return STATEMENTS[word](self)
        if word in {"-", "+", "not", "in", "#"}:
            self.at += 1
            return self.operand()
        if word == "[":
            return self.markup()
        if word in CLOSED_BY:
            return self.asked_of(self.bracket() if word == "(" else self.block(), "")
        if self.kind() == "name":
            return self.named()
        self.at += self.kind() != "end"
        return self.asked_of(NOTHING, "")

    def named(self) -> Value:
        """Read a name with all that is asked of it, or a function of one parameter."""
        start, name = self.at, self.take()
        if self.skip("=>"):
            return self.function(start, [name], self.expression)
        return self.asked_of(self.look_up(name), name)

    def asked_of(self, value: Value, name: str) -> Value:
        """Read fields, methods and calls that follow a value; `name` where the value has one."""
        while True:
            self.skip_lines(".")
            if self.text() == "." and self.kind(1) == "name":
                self.at += 1
                key = self.take()
                value = self.method(value, key, name) if self.text() == "(" else self.field(value, key)
            elif self.text() == "(" and self.tokens[self.at].joined:
                given, named, _ = self.members()
                value = self.call(value, given, named)
            elif self.text() == "[" and self.tokens[self.at].joined:
                self.markup()
            else:
                return value
            name = ""

    def method(self, value: Value, key: str, name: str) -> Value:
        """Read a method of a list or a dictionary, or a field that is called."""
        asked = self.tokens[self.at + 1]
        given, named, _ = self.members()
        if key == "at" and any(isinstance(each, Made | type) for each in value):
            if asked.kind == "string":
                return self.field(value, asked.text.strip('"'), "default" not in named)
            return frozenset(each for made in value if isinstance(made, Made) for each in keyed(made))
        if key == "with":
            self.call(value, given, named)
            return frozenset(shifted(each, len(given)) for each in value if isinstance(each, Function))
        if key in {"push", "insert"} and name:
            self.name(name, many(given[-1]))
            return NOTHING
        return self.of_list(value, key, given, named)

    def of_list(self, value: Value, key: str, given: list[Value], named: Mapping[str, Value]) -> Value:
        """Return what a method of a list gives; a function that it is given gets what is in the list."""
        inside = contents(value)
        self.call(named.get("key", NOTHING), [inside], {})
        back = self.call(given[0], [inside], {}) if given else NOTHING
        if key == "map":
            return many(back)
        if key == "enumerate":
            return many(frozenset({Row((NOTHING, inside))}))
        if key == "zip":
            return many(frozenset({Row((inside, *map(contents, given)))}))
        return many(inside | contents(inside)) if key in WHOLE else inside if key in ONE else NOTHING

    # ---- brackets

    def bracket(self) -> Value:
        """Read a function, a tuple, a dictionary or a value in brackets."""
        start = self.at
        if self.tokens[self.closings[start] + 1].text == "=>":
            parameters = self.parameters()
            self.at += 1
            return self.function(start, parameters, self.expression)
        parts, keys, commas = self.members()
        if keys:
            return frozenset({dictionary(keys)})
        return frozenset({Row(tuple(parts))}) if commas or not parts else parts[0]

    def members(self) -> tuple[list[Value], dict[str, Value], int]:
        """Read what stands in round brackets: values, those that have a name, and how many commas part them."""
        parts: list[Value] = []
        keys: dict[str, Value] = {}
        end, commas = self.closings[self.at], 0
        self.at += 1
        while self.at < end:
            if self.tokens[self.at + 1].text == ":" and self.kind() in {"name", "string"}:
                key = self.take().strip('"')
                self.at += 1
                keys[key] = self.expression()
            else:
                spread = self.skip("..")
                value = self.expression()
                parts += [contents(value)] if spread else [value]
            commas += self.skip(",")
        self.at = end + 1
        return parts, keys, commas

    def block(self) -> Value:
        """Read statements in braces; what they give is joined."""
        end, outer, value = self.closings[self.at], self.scope, NOTHING
        self.scope = self.found.scope(self.file, self.at, outer)
        self.at += 1
        while self.at < end:
            if self.kind() == "line" or self.text() == ";":
                self.at += 1
            else:
                value = added(value, self.expression())
        self.scope, self.at = outer, end + 1
        return value

    def markup(self) -> Value:
        """Read text with code in it."""
        end = self.closings[self.at]
        self.at += 1
        self.code_until(end)
        self.at = end + 1
        return NOTHING

    def code_until(self, end: int) -> None:
        """Read all code that text holds."""
        while self.at < end:
            if self.skip("#"):
                (self.expression if self.text() in STATEMENTS else self.operand)()
            elif self.text() == "[" and self.at in self.closings:
                self.markup()
            else:
                self.at += 1

    # ---- statements

    def bind(self) -> Value:
        """Read `let`: a name with its value, or a function."""
        if self.kind() == "name" and self.text(1) == "(":
            place, name = self.at, self.take()
            parameters = self.parameters()
            self.skip("=")
            self.name(name, self.function(place, parameters, self.expression))
            return NOTHING
        pattern = self.pattern()
        self.name(pattern, self.expression() if self.skip("=") else NOTHING)
        return NOTHING

    def choose(self) -> Value:
        """Read `if`, with `else`."""
        self.expression()
        value = self.operand()
        self.skip_lines("else")
        return value | self.operand() if self.skip("else") else value

    def repeat(self) -> Value:
        """Read `for`."""
        pattern = self.pattern()
        self.skip("in")
        outer, place = self.scope, self.at
        value = self.expression()
        self.scope = self.found.scope(self.file, place, outer)
        self.name(pattern, contents(value))
        back = self.operand()
        self.scope = outer
        return back

    def during(self) -> Value:
        """Read `while`."""
        self.expression()
        return self.operand()

    def show(self) -> Value:
        """Read `show` and `set`, which give nothing."""
        while self.kind() not in {"line", "end"} and self.text() not in {"}", "]", ";"}:
            self.skip(":")
            self.expression()
            self.skip("if")
        return NOTHING

    def bring(self) -> Value:
        """Read `import` with the names that it brings, and `include`."""
        place = self.take().strip('"')
        brought: dict[str, str] | None = {}
        while self.kind() not in {"line", "end"} and self.text() != ";":
            word = self.take()
            if word == "*":
                brought = None
            elif brought is not None and word not in {":", ","}:
                brought[self.take() if self.skip("as") else word] = word
        entry = ((self.file.parent / place).resolve(), brought)
        known = self.found.imports.setdefault(self.file, [])
        known += [entry] if entry not in known else []
        return NOTHING


STATEMENTS: Mapping[str, Callable[[Reader], Value]] = {
    "let": Reader.bind,
    "if": Reader.choose,
    "for": Reader.repeat,
    "while": Reader.during,
    "set": Reader.show,
    "show": Reader.show,
    "import": Reader.bring,
    "include": Reader.expression,
    "context": Reader.expression,
    "return": Reader.expression,
}


def learnt(sheets: Mapping[Path, Value], files: Iterable[Path]) -> Found:
    """Read files until nothing new is learnt; `sheets` tells what `data` is in each layout."""
    found, words = Found(sheets), {file: tokens(file) for file in sorted(files)}
    for _ in range(MOST_ROUNDS):
        before = found.size()
        found.unknown.clear()
        for file, own in words.items():
            Reader(file, own, found).code_until(len(own) - 1)
        if found.size() == before:
            return found
    raise AssertionError(f"still learning after {MOST_ROUNDS} rounds")
