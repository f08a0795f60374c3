"""A language's ZIP for a USB stick: unpack, open one file, read without a network."""

from __future__ import annotations

from camnang.bundles.copies.edition import PICTURES, Edition
from camnang.bundles.packs.notes import LICENCE, READ_ME, as_text, licence
from camnang.files.trust.manifest import NAME as MANIFEST
from camnang.files.trust.sealing import given_key, sealed
from camnang.files.zip_archive import SUMS, zip_bytes
from camnang.handbook.dates import written
from camnang.handbook.pages.model import Handbook
from camnang.handbook.pages.notices import approval_notice, draft_notice
from camnang.handbook.project import Settings

FOLDER = "cam-nang/"
OPEN_ME = "MO-CAM-NANG.html"
# A page that leads on: the folder's many files stay out of sight.
OPEN_ME_TEXT = """\
<!doctype html>
<html lang="{code}">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width,initial-scale=1">
<meta http-equiv="refresh" content="0;url={folder}index.html">
<title>{name}</title>
<p><a href="{folder}index.html">{name}</a></p>
</html>
"""
READ_ME_TEXT = """\
{campaign}

BẢN MANG ĐI BẰNG USB ({language}), NGÀY {day}

1. Giải nén cả gói ra một thư mục, rồi chép thư mục ấy vào USB.
2. Mở «{open_me}». Không cần mạng, không cần cài gì.
3. Gõ vào ô «Tìm» được như trên mạng.
4. Ảnh để gửi Zalo nằm trong «{pictures}».
5. Chép cho ai cũng được. Không mất tiền. Xem «{licence}».

Áp phích để in không có ở đây vì nặng. Lấy ở mục «Tải về» trên trang mạng.
Có ngày mới hơn thì xoá bản cũ, chép bản mới.

{notices}
{credit}
Muốn biết tệp còn nguyên không: so với mã trong tệp {sums}, hoặc nhờ người có chương trình của cẩm nang
soát theo {manifest}.
"""


def notices(edition: Edition, handbook: Handbook, settings: Settings) -> list[str]:
    """Return what the folder says about itself: drafts, approval."""
    draft = [draft_notice(edition.language, handbook.facts)] if edition.draft else []
    return [*draft, approval_notice(handbook.facts, settings)]


def read_me(edition: Edition, handbook: Handbook, settings: Settings) -> bytes:
    """Return what to do with the ZIP, as every Notepad shows it."""
    words = handbook.facts.words[handbook.facts.original.code]
    text = READ_ME_TEXT.format(
        campaign=words["campaign"],
        language=edition.language.description,
        day=written(edition.day),
        open_me=OPEN_ME,
        pictures=FOLDER + PICTURES.rstrip("/"),
        licence=LICENCE,
        notices="\n".join(f"{line}." for line in notices(edition, handbook, settings)),
        credit=f"{edition.language.credit}.\n" if edition.language.credit else "",
        sums=SUMS,
        manifest=MANIFEST,
    )
    return as_text(text)


def open_me(edition: Edition, handbook: Handbook) -> bytes:
    """Return the one file that is opened."""
    words = handbook.facts.words[edition.language.code]
    name = f"{words['site_name']} {words['province']}"
    return OPEN_ME_TEXT.format(code=edition.language.code, folder=FOLDER, name=name).encode()


def usb_files(edition: Edition, handbook: Handbook, settings: Settings) -> dict[str, bytes]:
    """Return everything on the stick by path; raise `FaultsError` when there is no page about rights."""
    files = {
        **{FOLDER + path: content for path, content in edition.files.items()},
        OPEN_ME: open_me(edition, handbook),
        READ_ME: read_me(edition, handbook, settings),
        LICENCE: licence(handbook),
    }
    words = handbook.facts.words[handbook.facts.original.code]
    name = f"{words['site_name']} {words['province']} – USB ({edition.language.code})"
    return {**files, **sealed(files, name, edition.day, given_key())}


def usb_bytes(edition: Edition, handbook: Handbook, settings: Settings) -> bytes:
    """Return the ZIP."""
    return zip_bytes(usb_files(edition, handbook, settings))
