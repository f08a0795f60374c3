"""The files with which a new language begins: interface words, a lexicon, the first pages."""

from __future__ import annotations

import re
from collections.abc import Mapping

from camnang.handbook.facts.languages import Language
from camnang.handbook.facts.lexicon import COLUMNS
from camnang.handbook.facts.words import FOLDER as WORDS_FOLDER
from camnang.handbook.pages.front_matter import BLOCK
from camnang.handbook.pages.pins import pin
from camnang.handbook.project import Project

# A reader in danger comes first: home, the emergency pages, and the scam that is told most.
FIRST_PAGES = ("index.md", "khan-cap/**/index.md", "thu-doan/gia-danh-cong-an/index.md")
CARD_FIELDS = re.compile(r"^(?:short|hint): .*$", re.MULTILINE)


def language_entry(code: str, name: str, description: str) -> str:
    """Return the entry of a language that still needs a translator, as `data/languages.yml` has it."""
    fields = {
        "name": name,
        "short_name": name,
        "description": description,
        "status": "can-nguoi-dich",
    }
    return f"- code: {code}\n" + "".join(f'  {key}: "{value}"\n' for key, value in fields.items())


def page_skeleton(original: str) -> str:
    """Return a page to be translated: its head, and the Vietnamese text to be replaced line by line."""
    block = BLOCK.match(original)
    front, body = (block[1], original[block.end() :]) if block else ("", original)
    cards = "".join(f"{line}\n" for line in CARD_FIELDS.findall(front))
    head = f'---\ntranslation: draft\nsource: "{pin(original)}"\ntranslator: ""\nreviewer: ""\n{cards}---\n'
    return f"{head}\n{body.lstrip()}"


def words_skeleton(vietnamese: str, language: Language) -> str:
    """Return the interface words with every line closed by «#»: open a line once it is translated."""
    head = f"# Chữ trên nút, đầu mục: {language.description}. Dịch dòng nào thì bỏ dấu # ở đầu dòng ấy.\n"
    lines = [line for line in vietnamese.splitlines() if not line.startswith("#")]
    return f"{head}province: Cao Bằng\n" + "".join(
        f"# {line}\n" for line in lines if not line.startswith("province:")
    )


def new_files(project: Project, language: Language) -> Mapping[str, str]:
    """Return the text of every file that a new language needs and does not have, by path from the project's root."""
    wanted = {
        f"{WORDS_FOLDER}/{language.code}.yml": words_skeleton(project.text(f"{WORDS_FOLDER}/vi.yml"), language),
        f"data/lexicon/{language.code}.tsv": "\t".join(COLUMNS) + "\n",
    }
    for pattern in FIRST_PAGES:
        for original in sorted(project.docs.glob(pattern)):
            path = project.relative(original.with_name(f"index.{language.code}.md"))
            wanted[path] = page_skeleton(project.text(project.relative(original)))
    return {path: text for path, text in wanted.items() if not (project.root / path).exists()}


def with_entry(listed: str, language: Language) -> str:
    """Return the list of languages with an entry for `language` at its end."""
    return f"{listed.rstrip()}\n{language_entry(language.code, language.name, language.description)}"
