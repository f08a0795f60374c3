"""The interface's words in every language (`data/interface/<code>.yml`), Vietnamese where one is missing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from camnang.files.faults import Fault, raise_if_any
from camnang.files.yaml_file import read_yaml
from camnang.handbook.facts.languages import Language

FOLDER = "data/interface"
# The campaign's rule, act by act: «Tắt máy. Hỏi người nhà. Đến công an xã.»
RULE = ("rule_hang_up", "rule_ask_family", "rule_go_to_police")


@dataclass(frozen=True)
class Words:
    """Words of one language; `original` are the Vietnamese ones, which are complete."""

    code: str
    own: Mapping[str, str]
    original: Mapping[str, str]

    def __getitem__(self, key: str) -> str:
        return self.own.get(key) or self.original[key]

    def has(self, key: str) -> bool:
        """Tell whether the language has a word of its own for `key`."""
        return key in self.own


def file_of(language: Language) -> str:
    """Return the path of the language's words, relative to the project."""
    return f"{FOLDER}/{language.code}.yml"


def stray_keys(language: Language, own: Mapping[str, str], original: Mapping[str, str]) -> list[Fault]:
    """Return a fault for each key that the Vietnamese words do not have."""
    return [
        Fault(
            path=file_of(language),
            rule="khong-co-ten-nay",
            found=f"từ lạ «{key}»",
            expected=f"một tên có trong {FOLDER}/vi.yml",
            repair="sửa tên, hoặc thêm từ ấy vào bản tiếng Việt",
        )
        for key in own
        if key not in original
    ]


def read_words(root: Path, languages: tuple[Language, ...]) -> Mapping[str, Words]:
    """Read the words of all languages by code; raise `FaultsError` with every wrong key."""
    own: dict[str, dict[str, str]] = {
        language.code: read_yaml(root / file_of(language), dict[str, str], root) for language in languages
    }
    original = own[languages[0].code]
    raise_if_any(fault for language in languages for fault in stray_keys(language, own[language.code], original))
    return {code: Words(code, words, original) for code, words in own.items()}
