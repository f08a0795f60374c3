"""`ky`: writes into the built site what proves that it is unchanged; makes the key that signs."""

from __future__ import annotations

import argparse
import os
from collections.abc import Mapping
from pathlib import Path

from camnang.entry.commands.verb import WrongCallError
from camnang.entry.commands.verify import KEY_FILE
from camnang.entry.session import Session
from camnang.files.faults import Fault, FaultsError
from camnang.files.trust import bill_of_materials
from camnang.files.trust.manifest import PUBLIC_KEY, SIGNATURE, Content
from camnang.files.trust.minisign import SecretKey, new_key
from camnang.files.trust.sealing import given_key, key_in, sealed
from camnang.files.whole_files import write_files
from camnang.handbook.project import Project
from camnang.site.hosting.built_site import as_built
from camnang.site.offline.keeping import newest_day


def site_files(site: Path) -> dict[str, Content]:
    """Return the files of a built site by their paths."""
    return {file.relative_to(site).as_posix(): file for file in site.rglob("*") if file.is_file()}


def checked(key: SecretKey | None, project: Project) -> SecretKey | None:
    """Return the key; raise `FaultsError` when the handbook tells readers to trust another one."""
    file = project.root / KEY_FILE
    if key is None or not file.is_file():
        return key
    if file.read_text(encoding="utf-8").splitlines()[1:] != key.public.text.splitlines()[1:]:
        expected = f"khoá bí mật của khoá công khai trong {KEY_FILE}"
        found, repair = f"khoá {key.public.name}", f"dùng đúng khoá, hoặc thay {KEY_FILE} khi cơ quan đã đổi khoá"
        raise FaultsError([Fault(path=KEY_FILE, rule="khoa-ky-sai", found=found, expected=expected, repair=repair)])
    return key


def seal_site(project: Project, files: Mapping[str, Content], key: SecretKey | None) -> dict[str, bytes]:
    """Return what goes beside a site's files: bill of materials, sums, list, signature."""
    session = Session(project)
    day = newest_day(session.handbook.pages.values())
    bill = {bill_of_materials.NAME: bill_of_materials.bill_of_materials(project.root)}
    return bill | sealed({**files, **bill}, session.settings.site_name, day, checked(key, project))


def is_key(file: Path) -> bool:
    """Tell whether a file is the secret half of a key."""
    try:
        key_in(file)
    except FaultsError:
        return False
    return True


def make_key(file: Path, project: Project) -> int:
    """Write a new key's two halves; raise `WrongCallError` when one of them is there; return the exit code.

    A run that was stopped between the halves left the secret one alone: the public one is then made from it.
    """
    public = project.root / KEY_FILE
    if public.exists() or (file.exists() and not is_key(file)):
        there = public if public.exists() else file
        raise WrongCallError(f"Đã có «{there}»: không ghi đè. Khoá cũ mất thì không ký tiếp được.")
    key = key_in(file) if file.exists() else new_key()
    if not file.exists():
        file.parent.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as out:
            out.write(key.text)
    write_files({public: key.public.text.encode()})
    print(f"Khoá {key.public.name}. Bí mật: {file}, cất ngoài kho, đừng gửi ai. Công khai: {KEY_FILE}, đưa vào kho.")
    return 0


def run(project: Project, options: argparse.Namespace) -> int:
    """Sign the site, or make a key; return the exit code."""
    if options.new_key:
        return make_key(options.new_key, project)
    site = as_built(options.site or project.root / "site")
    key = key_in(options.key) if options.key else given_key()
    files = site_files(site)
    beside = seal_site(project, files, key)
    gone = {SIGNATURE, PUBLIC_KEY} & files.keys() - beside.keys()  # of a run that signed
    write_files({site / path: beside.get(path) for path in sorted(beside.keys() | gone)})
    signed = f"ký bằng khoá {key.public.name}" if key else "chưa ký"
    print(f"Đã ghi danh sách {len(files.keys() | beside.keys())} tệp của trang, {signed}.")
    return 0
