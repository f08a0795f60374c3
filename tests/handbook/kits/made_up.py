"""A sound kit for the tiny handbook's scam."""

from __future__ import annotations

from pathlib import Path

from camnang.handbook.kits.kit_rules import checked_kits
from camnang.handbook.kits.kits import Kit
from camnang.handbook.pages.reader import read_handbook
from camnang.handbook.project import Project

SPOKEN = "Bà con ơi tắt máy rồi hỏi người nhà nhé. "
RULE = "Tắt máy. Hỏi người nhà. Đến công an xã."
KIT = f"""---
id: goi-la
reviewed: 2026-11-28
sources: [X01]
---

# Tuyên truyền: Cuộc gọi lạ

## Khẩu hiệu {{#khau-hieu}}

- Ai giục thì mình chậm.
- Gọi lạ doạ bắt, mình tắt.
- Một cuộc gọi lạ, cả nhà cùng hỏi.

## Tin nhắn {{#sms}}

- Cao Bang canh giac: ke gian goi doa bat la lua. Tat may, hoi nguoi nha. Bi ep: goi 113.
- Cao Bằng cảnh giác: gọi lạ doạ bắt là lừa. Tắt máy. Bị ép: 113.

## Loa 30 giây {{#loa-30}}

{SPOKEN * 6}Nhớ nhé bà con mình ơi. {RULE}

## Loa 60 giây {{#loa-60}}

{SPOKEN * 14}Nhớ nhé bà con. {RULE}

## Bài đăng {{#bai-dang}}

Tắt máy trước đã. Rồi hỏi người nhà.

## Câu hỏi họp xóm {{#cau-hoi}}

- Ai từng nghe cuộc gọi lạ?
- Khi ấy mình làm gì?
- Hỏi ai trước?
- Đến đâu báo?

## Tiểu phẩm {{#kich}}

{SPOKEN * 50}Ai từng gặp thế?

## Đối thoại trên đài {{#doi-thoai}}

{SPOKEN * 30}
"""


def write(project: Project, text: str) -> Path:
    file = project.docs / "thu-doan" / "goi-la" / "tuyen-truyen.md"
    file.write_text(text, encoding="utf-8")
    return file


def kits_of(project: Project, text: str = KIT) -> tuple[Kit, ...]:
    write(project, text)
    return checked_kits(project.root, read_handbook(project))
