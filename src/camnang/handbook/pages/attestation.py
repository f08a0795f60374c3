"""Every Tày and Nùng word of a translation is in the lexicon, a loan, a name or inside a Vietnamese passage."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from camnang.files.faults import Fault
from camnang.handbook.facts.lexicon import FOLDER, Lexicon, Token, unattested
from camnang.handbook.pages.blocks import own_words
from camnang.handbook.pages.front_matter import RawPage
from camnang.handbook.pages.model import Page, WordCount


def texts(page: Page) -> Iterator[str]:
    """Yield every text of a translation that is in its own language."""
    yield from (page.title, page.statement, own_words(page.intro_blocks), page.short, page.hint)
    for section in page.sections.values():
        yield section.title
        yield own_words(section.blocks)
    if page.mock:
        yield from (page.mock.sender, page.mock.via)
        yield from (f"{line.say} {line.flag or ''}" for line in page.mock.lines)


def spoken_words(page: Page, lexicon: Lexicon) -> tuple[Token, ...]:
    """Return the words of a translated page that are in its own language."""
    return lexicon.tokens("\n".join(texts(page)), page.language.code)


def word_count(words: Iterable[Token]) -> WordCount:
    """Count words by kind; a word of several syllables counts once."""
    kinds = Counter(word.entry.kind if word.entry else "unattested" for word in words)
    return WordCount(kinds["word"], kinds["loan"], kinds["name"], kinds["unattested"])


def nearest(word: str, code: str, lexicon: Lexicon) -> str:
    """Return the beginning of a repair: the attested words that `word` may have been meant for."""
    found = ", ".join(f"«{known}»" for known in lexicon.nearest(word, code))
    return f"chữ gần nhất: {found}; dùng chữ đã có nguồn; " if found else "dùng chữ đã có nguồn; "


def unattested_fault(path: str, line: int, word: str, code: str, lexicon: Lexicon) -> Fault:
    """Say that nothing attests a word, and which attested words are written most like it."""
    return Fault(
        path=path,
        line=line,
        rule="chu-chua-co-nguon",
        found=f"chữ «{word}» chưa có nguồn",
        expected=f"chữ có trong {FOLDER}/{code}.tsv, hoặc chữ vay trong {FOLDER}/loans.tsv",
        repair=f"{nearest(word, code, lexicon)}hoặc thêm «{word}» cùng nghĩa và nguồn vào bảng; "
        'câu tiếng Việt thì ghi {: lang="vi" }',
    )


def attestation_faults(raw: RawPage, page: Page, words: Iterable[Token], lexicon: Lexicon) -> Iterator[Fault]:
    """Return a fault for each of a translated page's words that nothing attests; none without a table of words."""
    code = page.language.code
    if code not in lexicon.entries:
        return
    lower = replace(raw, body=raw.body.lower())
    for word in unattested(words):
        line = lower.line_containing(word)
        yield unattested_fault(page.file, line, word, code, lexicon)
