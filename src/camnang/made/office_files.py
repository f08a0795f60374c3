"""`van-phong.json`: every Word file, workbook and calendar that exists."""

from __future__ import annotations

from typing import Literal

from camnang.made.register import MadeFile

FILE = "van-phong.json"

OfficeUse = Literal["loi-noi", "van-ban", "tin-nhan", "lich", "bieu-mau"]


class OfficeFile(MadeFile):
    """A file that exists; its path is also that from the site's root; `folder` of the page that offers it."""

    name: str
    use: OfficeUse
    folder: str

    @property
    def ending(self) -> str:
        """The kind of file in capitals, as readers see it: «DOCX»."""
        return self.path.rpartition(".")[2].upper()
