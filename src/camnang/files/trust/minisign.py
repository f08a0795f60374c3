"""Signatures of minisign (https://jedisct1.github.io/minisign/): Ed25519 over the BLAKE2b-512 hash of a file.

Whoever has the program minisign can check what is signed here, and sign what is checked here. A secret key with a
password is not read: it is kept where only those who sign can reach it.
"""

from __future__ import annotations

import base64
import hashlib
import os
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from camnang.files.trust.manifest import UnreadableError

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

PLAIN, HASHED, SUM = b"Ed", b"ED", b"B2"
NO_PASSWORD: Final = b"\0\0"
UNTRUSTED, TRUSTED = "untrusted comment: ", "trusted comment: "
ID_LENGTH, KEY_LENGTH, SIGNATURE_LENGTH = 8, 32, 64
SECRET_HEAD: Final = len(PLAIN + NO_PASSWORD + SUM) + 32 + 8 + 8  # salt and the two limits of scrypt


@dataclass(frozen=True)
class PublicKey:
    """What anybody may know: the key's number and 32 bytes."""

    number: bytes
    key: bytes

    @property
    def name(self) -> str:
        """The number as minisign shows it."""
        return self.number[::-1].hex().upper()

    @property
    def text(self) -> str:
        """The file `minisign.pub`."""
        packed = base64.b64encode(PLAIN + self.number + self.key).decode()
        return f"{UNTRUSTED}minisign public key {self.name}\n{packed}\n"


@dataclass(frozen=True, repr=False)
class SecretKey:
    """What only the agency may have; it never shows itself in a message."""

    number: bytes
    seed: bytes

    @property
    def signer(self) -> Ed25519PrivateKey:
        """The key that signs."""
        # Most runs sign nothing and need not wait for this package.
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey  # noqa: PLC0415

        return Ed25519PrivateKey.from_private_bytes(self.seed)

    @property
    def public(self) -> PublicKey:
        """The key that checks."""
        return PublicKey(self.number, self.signer.public_key().public_bytes_raw())

    @property
    def text(self) -> str:
        """The secret key's file, as minisign writes it without a password (`minisign -G -W`)."""
        pair = self.number + self.seed + self.public.key
        check = hashlib.blake2b(PLAIN + pair, digest_size=32).digest()
        packed = base64.b64encode(PLAIN + NO_PASSWORD + SUM + bytes(48) + pair + check).decode()
        return f"{UNTRUSTED}minisign secret key {self.public.name}\n{packed}\n"


def new_key() -> SecretKey:
    """Return a new key by chance."""
    return SecretKey(os.urandom(ID_LENGTH), os.urandom(KEY_LENGTH))


def unpacked(text: str, line: int, length: int, what: str) -> bytes:
    """Return the bytes of a line in base64; raise `UnreadableError` when they are not `length`."""
    lines = text.strip().splitlines()
    try:
        found = base64.b64decode(lines[min(line, len(lines) - 1)], validate=True) if lines else b""
    except ValueError:  # binascii.Error is one
        found = b""
    if len(found) != length:
        raise UnreadableError(f"không đọc được {what}: không đúng dạng của minisign")
    return found


def read_public_key(text: str) -> PublicKey:
    """Read `minisign.pub`, or its second line alone; raise `UnreadableError`."""
    found = unpacked(text, 1, len(PLAIN) + ID_LENGTH + KEY_LENGTH, "khoá công khai")
    return PublicKey(found[2:10], found[10:])


def read_secret_key(text: str) -> SecretKey:
    """Read a secret key without a password; raise `UnreadableError`."""
    found = unpacked(text, 1, SECRET_HEAD + ID_LENGTH + 2 * KEY_LENGTH + 32, "khoá bí mật")
    if found[2:4] != NO_PASSWORD:
        raise UnreadableError("khoá bí mật có mật khẩu: bỏ mật khẩu bằng «minisign -C -W -s TỆP», rồi ký lại")
    rest = found[SECRET_HEAD:]
    key = SecretKey(rest[:ID_LENGTH], rest[ID_LENGTH : ID_LENGTH + KEY_LENGTH])
    if key.text.splitlines()[1] != base64.b64encode(found[:6] + bytes(48) + rest).decode():
        raise UnreadableError("khoá bí mật đã hỏng: chép lại từ nơi cất")
    return key


def signature(content: bytes, key: SecretKey, comment: str) -> str:
    """Return the text of a `.minisig` file; the same content, key and comment give the same text."""
    own = key.signer.sign(hashlib.blake2b(content).digest())
    over_all = key.signer.sign(own + comment.encode())
    first, last = (base64.b64encode(part).decode() for part in (HASHED + key.number + own, over_all))
    return f"{UNTRUSTED}signature from minisign secret key\n{first}\n{TRUSTED}{comment}\n{last}\n"


def signed_comment(content: bytes, text: str, key: PublicKey) -> str:
    """Return the comment that was signed with the content; raise `UnreadableError` with what is wrong."""
    from cryptography.exceptions import InvalidSignature  # noqa: PLC0415 (as above)
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey  # noqa: PLC0415

    head = unpacked(text, 1, len(HASHED) + ID_LENGTH + SIGNATURE_LENGTH, "chữ ký")
    over_all = unpacked(text, 3, SIGNATURE_LENGTH, "chữ ký")
    comment = text.splitlines()[2].removeprefix(TRUSTED)
    if head[2:10] != key.number:
        raise UnreadableError(f"ký bằng khoá khác ({PublicKey(head[2:10], b'').name}), không phải {key.name}")
    checker = Ed25519PublicKey.from_public_bytes(key.key)
    message = hashlib.blake2b(content).digest() if head[:2] == HASHED else content
    try:
        checker.verify(head[10:], message)
        checker.verify(over_all, head[10:] + comment.encode())
    except InvalidSignature as error:
        raise UnreadableError("chữ ký không khớp: danh sách hoặc chữ ký đã bị sửa") from error
    return comment
