"""Every Tày and Nùng word of a translation is in the lexicon, a loan, a name or inside a Vietnamese passage."""

from __future__ import annotations

from collections.abc import Iterator

import lxml.html

from camnang.facts.lexicon import FOLDER, Lexicon
from camnang.faults import Fault
from camnang.handbook.body import Body
from camnang.handbook.front_matter import RawPage, TranslationFrontMatter
from camnang.handbook.page_files import PageFile
from camnang.handbook.source_lines import line_containing


def own_words(html: str) -> str:
    """Return the words of HTML outside passages that are marked as another language, and outside code."""
    root = lxml.html.fragment_fromstring(html, create_parent="div")
    for passage in root.xpath(".//*[@lang] | .//pre"):
        passage.drop_tree()
    return str(root.text_content())


def texts(body: Body, front: TranslationFrontMatter) -> Iterator[str]:
    """Yield every text of a translation that is in its own language."""
    yield from (body.title, body.lead.statement, own_words(body.lead.intro_html), front.short, front.hint)
    for section in body.sections.values():
        yield section.title
        yield own_words(section.html)
    for line in body.mock.lines if body.mock else ():
        yield f"{line.say} {line.flag or ''}"


def nearest(word: str, code: str, lexicon: Lexicon) -> str:
    """Return the beginning of a repair: the attested words that `word` may have been meant for."""
    found = ", ".join(f"«{known}»" for known in lexicon.nearest(word, code))
    return f"chữ gần nhất: {found}; dùng chữ đã có nguồn; " if found else "dùng chữ đã có nguồn; "


def attestation_faults(
    source: PageFile, raw: RawPage, body: Body, front: TranslationFrontMatter, lexicon: Lexicon
) -> Iterator[Fault]:
    """Return a fault for each word that nothing attests."""
    code = source.language.code
    for word in lexicon.unattested("\n".join(texts(body, front)), code):
        yield Fault(
            source.path,
            line_containing(raw.body.lower(), raw.body_line, word),
            f"chữ «{word}» chưa có nguồn",
            f"chữ có trong {FOLDER}/{code}.tsv, hoặc chữ vay trong {FOLDER}/loans.tsv",
            f"{nearest(word, code, lexicon)}hoặc thêm «{word}» cùng nghĩa và nguồn vào bảng; "
            'câu tiếng Việt thì ghi {: lang="vi" }',
        )
