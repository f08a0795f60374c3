"""Vẽ áp phích và ảnh từ các trang của cẩm nang vào build/tai-ve/: như `python3 run.py ve`, tự cài thứ cần dùng."""

from __future__ import annotations

import runpy
import sys
from pathlib import Path

if __name__ == "__main__":
    door = Path(__file__).resolve().parent.parent / "run.py"
    sys.argv = [str(door), "ve", *sys.argv[1:]]
    runpy.run_path(str(door), run_name="__main__")
