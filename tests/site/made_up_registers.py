"""A picture and a pack as their registers hold them."""

from __future__ import annotations

from camnang.made.packs import Pack
from camnang.made.pictures import Picture

SCAM = "goi-la"


def picture(language: str = "vi", form: str = "ap-phich-a4", role: str = "main", page: str = SCAM) -> Picture:
    return Picture.model_validate(
        {
            "path": f"{page}/{page}-{form}.{language}.{role}",
            "page": page,
            "language": language,
            "format": form,
            "role": role,
            "pages": 1,
            "width": 144,
            "height": 200,
            "bytes": 80_400,
            "sha256": "0",
            "reviewed": "2026-11-24",
            "fingerprint": "0",
        }
    )


def pack(language: str = "vi", *, draft: bool = False) -> Pack:
    name = f"goi-truong-hoc.{language}.zip"
    return Pack(
        path=name,
        place="truong-hoc",
        language=language,
        files=2,
        bytes=3_640_000,
        sha256="0",
        reviewed="2026-11-24",
        draft=draft,
        fingerprint="0",
    )
