"""A copy's list of files, signed where a key is given (environment variable `SIGNING_KEY`: the secret key's file)."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Final

from camnang.files.faults import Fault, FaultsError
from camnang.files.trust.manifest import (
    NAME,
    PUBLIC_KEY,
    SIGNATURE,
    Content,
    UnreadableError,
    listed,
    manifest_bytes,
    rows_of,
    sums_of,
)
from camnang.files.trust.minisign import SecretKey, read_secret_key, signature
from camnang.files.zip_archive import SUMS

KEY_VARIABLE: Final = "SIGNING_KEY"


def key_in(file: Path) -> SecretKey:
    """Read a secret key; raise `FaultsError` when it cannot be read."""
    try:
        return read_secret_key(file.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        found = f"không mở được tệp này ({type(error).__name__})"
    except UnreadableError as error:
        found = str(error)
    expected, repair = "khoá bí mật của minisign", f"sửa {KEY_VARIABLE}, hoặc tạo khoá: python3 run.py ky --tao-khoa"
    raise FaultsError([Fault(path=file.name, rule="khoa-ky-sai", found=found, expected=expected, repair=repair)])


def given_key() -> SecretKey | None:
    """Return the key of this run, None when nobody signs; raise `FaultsError`."""
    name = os.environ.get(KEY_VARIABLE, "")
    return key_in(Path(name)) if name else None


def key_print(key: SecretKey | None) -> str:
    """Return what a fingerprint says of a key: nothing secret, and something else where nobody signs."""
    return key.public.text if key else "unsigned"


def sealed(files: Mapping[str, Content], name: str, day: str, key: SecretKey | None) -> dict[str, bytes]:
    """Return what goes beside `files`: their sums, the list, and with a key its public half and the signature.

    `name` says what the copy is, `day` is the ISO date of the newest check of its texts.
    """
    own = {PUBLIC_KEY: key.public.text.encode()} if key else {}
    rows = rows_of({**{path: each for path, each in files.items() if path not in {SUMS, PUBLIC_KEY}}, **own})
    sums = sums_of(rows)
    content = manifest_bytes(name, day, (*rows, listed(SUMS, sums)))
    signed = {SIGNATURE: signature(content, key, f"{name}; {day}").encode()} if key else {}
    return {**own, SUMS: sums, NAME: content, **signed}
