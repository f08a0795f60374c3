"""A handbook with a frame of the campaign and a home page in Tày."""

from __future__ import annotations

from pathlib import Path

from camnang.handbook.pages.kinds import FRAME as FRAME_FOLDER
from camnang.handbook.project import Project
from tests.conftest import copy_handbook

HOME_IN_TAY = """---
translation: draft
source: "000000000000"
translator: ""
reviewer: ""
---
# Pỉ noọng đang slí chập tuyện lăng?

**Pỉ noọng ơi, cỏi dằng hết.** Bấu slứn cằm cần róa.
"""
FRAME = """---
id: 4-khong-2-phai
pictogram: hang-up
aliases: [bốn không]
sources: [X01]
reviewed: 2026-11-24
---
# 4 không, 2 phải

**Chậm đã, rồi bốn không, hai phải.** Một câu cho cả nhà.

## Trước hết: chậm {#cham}

Đặt máy xuống. Thở một hơi. Đếm đến mười. Kẻ gian sợ mình chậm. [X01]

## Bốn không {#khong}

- **Không sợ.** Tắt máy là xong.
- **Không tham.** Quà to là mồi.

## Hai phải {#phai}

- **Phải giữ kín.** Không đưa ai.
- **Phải báo công an.** Đang nguy thì gọi 113.
"""


def campaign_handbook(target: Path) -> Project:
    """Copy the fixture with a frame in Vietnamese and a home page in Tày."""
    project = copy_handbook(target)
    (project.docs / "index.tyz.md").write_text(HOME_IN_TAY, encoding="utf-8")
    (project.docs / FRAME_FOLDER).mkdir(parents=True)
    (project.docs / FRAME_FOLDER / "index.md").write_text(FRAME, encoding="utf-8")
    return project
