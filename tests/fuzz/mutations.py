"""Ways to spoil a file as people, their programs and bad sticks do; for Hypothesis to choose from."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from io import BytesIO
from typing import Final

from hypothesis import strategies as st

TOKENS: Final = (
    "2026-02-30",
    "2026-13-01",
    "-0",
    "1e999",
    "9" * 5000,
    "0x10",
    "null",
    "~",
    "yes",
    "!!python/name:os.system",
    "!!binary aGk=",
    "&a [*a, *a]",
    "&a [x,x,x,x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b]",
    "? [a, b]\n: c",
    "<<: {a: 1}",
    "---\n",
    "\n...\n",
    "|\n  ",
    "%YAML 9.9\n---\n",
    "<!-- ghi chú -->",
    "<!--",
    "<?x ?>",
    "<![CDATA[ x ]]>",
    "<script>x</script>",
    "&nbsp;&#0;&#xD800;&khong;",
    "{#dau-hieu}",
    "{.a .b #c}",
    "## Mục\n",
    "[x](y.md)",
    "[x]: <",
    "![x](/dev/zero)",
    "```\n",
    "> > > > > > > >" * 30,
    "*" * 300,
    "[" * 300,
    "{" * 300,
    "| a | b |\n|---|---|\n",
    "\t",
    "\r",
    "\r\n",
    "\v\f\x1c\x85\u2028",
    "\0",
    "\x1b[2J",
    "\u00ad",
    "\u200b\u202e\u2066",
    "\ufeff",
    "\ufffe\uffff",
    "đ\u0110ð",
    "a\u0301\u0300\u0323" * 20,
    "ﬁ①㎏",
    "💥👩‍👩‍👧",
    "C«ng an kh«ng gäi",
    "0912 345 678",
    "bit.ly/x",
    "=1+1",
    "_x000D_",
    "../../../etc/passwd",
    "C:\\CON",
    "%s%n{0}{}",
    "{{ 7*7 }}{% raw %}",
    '#import "x"; $x$ \\ @y',
)
CODES: Final = ("utf-8-sig", "utf-16", "utf-16-le", "cp1252", "cp1258", "utf-32", "utf-7")
WAYS: Final = ("insert", "delete", "repeat", "replace", "cut", "flip", "recode", "long line")


@dataclass(frozen=True)
class Mutation:
    """One way to spoil a text: `where` and `length` are shares of it from 0 to 1, `put` what is put there."""

    way: str
    where: float = 0.5
    length: float = 0.1
    put: str = ""

    def of(self, content: bytes) -> bytes:
        """Return the spoilt content."""
        at = int(self.where * len(content))
        end = min(len(content), at + 1 + int(self.length * 200))
        part, token = content[at:end], self.put.encode("utf-8", "surrogatepass")
        changed = {
            "insert": token + part,
            "delete": b"",
            "repeat": part * 9,
            "replace": token,
            "flip": bytes(byte ^ 0x55 for byte in part),
            "long line": token * 2000 + part,
        }
        if self.way == "cut":
            return content[:at]
        if self.way == "recode":
            return recoded(content, self.put)
        return content[:at] + changed[self.way] + content[end:]


def recoded(content: bytes, code: str) -> bytes:
    """Return a text as another program saves it."""
    return content.decode("utf-8", "replace").encode(code if code in CODES else "utf-16", "replace")


def in_package(content: bytes, part: int, mutations: list[Mutation]) -> bytes:
    """Return an office file, one part of which is spoilt, packed as if nothing were wrong."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        names = old.namelist()
        for number, name in enumerate(names):
            kept = old.read(name)
            new.writestr(name, spoilt(kept, mutations) if number == part % len(names) else kept)
    return out.getvalue()


def spoilt(content: bytes, mutations: list[Mutation]) -> bytes:
    """Return content after all mutations."""
    for mutation in mutations:
        content = mutation.of(content)
    return content


MUTATION: Final = st.builds(
    Mutation,
    way=st.sampled_from(WAYS),
    where=st.floats(0, 1),
    length=st.floats(0, 1),
    put=st.sampled_from((*TOKENS, *CODES)),
)
MUTATIONS: Final = st.lists(MUTATION, min_size=1, max_size=3)
