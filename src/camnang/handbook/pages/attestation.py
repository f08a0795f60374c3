"""Every Tày and Nùng word of a translation is in the lexicon, a loan, a name or inside a Vietnamese passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

import lxml.html

from camnang.files.faults import Fault
from camnang.handbook.facts.lexicon import FOLDER, Lexicon
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.pages.model import Page
from camnang.handbook.pages.source_lines import line_containing


@dataclass(frozen=True)
class WordCount:
    """How many words of a text are the language's own, loans, names, or attested nowhere."""

    own: int = 0
    loans: int = 0
    names: int = 0
    unattested: int = 0

    @property
    def total(self) -> int:
        """All words."""
        return self.own + self.loans + self.names + self.unattested

    @property
    def attested_share(self) -> float:
        """The share of words that something attests, 0 to 1; 1 where there is no word."""
        return 1 - self.unattested / self.total if self.total else 1.0

    @property
    def loan_share(self) -> float:
        """The share of words that are Vietnamese loans, 0 to 1."""
        return self.loans / self.total if self.total else 0.0


def own_words(html: str) -> str:
    """Return the words of HTML outside passages that are marked as another language, and outside code."""
    if not html:
        return ""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for passage in root.xpath(".//*[@lang] | .//pre"):
        passage.drop_tree()
    return str(root.text_content())


def texts(page: Page) -> Iterator[str]:
    """Yield every text of a translation that is in its own language."""
    yield from (page.title, page.statement, own_words(page.intro_html), page.short, page.hint)
    for section in page.sections.values():
        yield section.title
        yield own_words(section.html)
    if page.mock:
        yield from (page.mock.sender, page.mock.via)
        yield from (f"{line.say} {line.flag or ''}" for line in page.mock.lines)


def count_words(text: str, code: str, lexicon: Lexicon) -> WordCount:
    """Count the words of a text by kind; a word of several syllables counts once."""
    kinds = Counter(token.entry.kind if token.entry else "unattested" for token in lexicon.tokens(text, code))
    return WordCount(kinds["word"], kinds["loan"], kinds["name"], kinds["unattested"])


def words_of(page: Page, lexicon: Lexicon) -> WordCount:
    """Count the words of a translated page by kind."""
    return count_words("\n".join(texts(page)), page.language.code, lexicon)


def nearest(word: str, code: str, lexicon: Lexicon) -> str:
    """Return the beginning of a repair: the attested words that `word` may have been meant for."""
    found = ", ".join(f"«{known}»" for known in lexicon.nearest(word, code))
    return f"chữ gần nhất: {found}; dùng chữ đã có nguồn; " if found else "dùng chữ đã có nguồn; "


def unattested_fault(path: str, line: int, word: str, code: str, lexicon: Lexicon) -> Fault:
    """Say that nothing attests a word, and which attested words are written most like it."""
    return Fault(
        path,
        line,
        f"chữ «{word}» chưa có nguồn",
        f"chữ có trong {FOLDER}/{code}.tsv, hoặc chữ vay trong {FOLDER}/loans.tsv",
        f"{nearest(word, code, lexicon)}hoặc thêm «{word}» cùng nghĩa và nguồn vào bảng; "
        'câu tiếng Việt thì ghi {: lang="vi" }',
    )


def attestation_faults(raw: RawPage, page: Page, lexicon: Lexicon) -> Iterator[Fault]:
    """Return a fault for each word of a translated page that nothing attests."""
    code = page.language.code
    for word in lexicon.unattested("\n".join(texts(page)), code):
        line = line_containing(raw.body.lower(), raw.body_line, word)
        yield unattested_fault(page.file, line, word, code, lexicon)
