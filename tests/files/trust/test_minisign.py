from __future__ import annotations

import pytest

from camnang.files.trust.manifest import UnreadableError
from camnang.files.trust.minisign import (
    SecretKey,
    new_key,
    read_public_key,
    read_secret_key,
    signature,
    signed_comment,
)
from tests.files.trust.made_up import KEY, OTHER_KEY

# The key of minisign's author and a signature of his: docs.rs/minisign-verify.
AUTHOR = "RWQf6LRCGA9i53mlYecO4IzT51TGPpvWucNSCh1CBM0QTaLn73Y7GFO3"
HIS_SIGNATURE = """untrusted comment: signature from minisign secret key
RUQf6LRCGA9i559r3g7V1qNyJDApGip8MfqcadIgT9CuhV3EMhHoN1mGTkUidF/z7SrlQgXdy8ofjb7bNJJylDOocrCo8KLzZwo=
trusted comment: timestamp:1556193335\tfile:test
y/rUw2y8/hOUYjZU71eHp/Wo1KZ40fGy2VJEDl34XMJM+TX48Ss/17u3IvIfbVR1FkZZSNCisQbuQY+bHwhEBg==
"""


def test_what_minisign_signed_is_understood() -> None:
    key = read_public_key(AUTHOR)
    assert key.name == "E7620F1842B4E81F"
    assert signed_comment(b"test", HIS_SIGNATURE, key) == "timestamp:1556193335\tfile:test"
    with pytest.raises(UnreadableError, match="không khớp"):
        signed_comment(b"Test", HIS_SIGNATURE, key)


def test_what_is_signed_is_the_same_each_time_and_holds() -> None:
    text = signature(b"danh sach", KEY, "ban 1")
    assert text == signature(b"danh sach", KEY, "ban 1")
    assert signed_comment(b"danh sach", text, read_public_key(KEY.public.text)) == "ban 1"


@pytest.mark.parametrize(
    ("content", "change", "told"),
    [
        (b"danh sach khac", ("", ""), "không khớp"),
        (b"danh sach", ("ban 1", "ban 2"), "không khớp"),
        (b"danh sach", ("trusted comment", "\n"), "không đúng dạng"),
    ],
)
def test_a_changed_word_is_seen(content: bytes, change: tuple[str, str], told: str) -> None:
    text = signature(b"danh sach", KEY, "ban 1").replace(*change)
    with pytest.raises(UnreadableError, match=told):
        signed_comment(content, text, KEY.public)


def test_another_s_signature_names_the_other_key() -> None:
    with pytest.raises(UnreadableError, match=OTHER_KEY.public.name):
        signed_comment(b"x", signature(b"x", OTHER_KEY, ""), KEY.public)


def test_a_secret_key_is_read_as_it_was_written_and_never_shown() -> None:
    key = new_key()
    assert read_secret_key(key.text) == key
    assert key.seed.hex() not in repr(key)
    assert repr(key.seed) not in repr(key)
    assert new_key() != key


def spoilt(key: SecretKey) -> str:
    head, line = key.text.splitlines()
    return f"{head}\n{line[:-4]}AAA="


@pytest.mark.parametrize("text", ["", "\n\n", "x", "untrusted comment: x\nkhông phải", spoilt(KEY), KEY.public.text])
def test_what_is_no_secret_key_is_told(text: str) -> None:
    with pytest.raises(UnreadableError, match="khoá bí mật"):
        read_secret_key(text)
