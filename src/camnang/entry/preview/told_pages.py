"""What the browser shows besides the site's pages: the faults of an edit, and what makes a page load itself anew."""

from __future__ import annotations

from collections.abc import Iterable
from html import escape

from camnang.files.faults import Fault

VERSION_PATH = "_xem-truoc"
RELOAD = """<script>
(async () => {
  for (;;) {
    try {
      const answer = await fetch('/%s?%d');
      if (await answer.text() !== '%d') { location.reload(); return; }
    } catch { await new Promise(done => setTimeout(done, 1000)); }
  }
})();
</script>
"""
PAGE = """<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<title>{title}</title>
<meta name="viewport" content="width=device-width,initial-scale=1">
<style>
body {{ font: 1.1rem/1.5 system-ui, sans-serif; max-width: 50rem; margin: 2rem auto; padding: 0 1rem; }}
li {{ margin: 1rem 0; }} code {{ font-size: 1rem; }} p {{ margin: .2rem 0; }}
</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def reloading(html: str, version: int) -> str:
    """Return a page that loads itself anew as soon as the number of changes is not `version`."""
    script = RELOAD % (VERSION_PATH, version, version)
    head, end, tail = html.rpartition("</body>")
    return f"{head}{script}{end}{tail}" if end else html + script


def fault_item(fault: Fault) -> str:
    """Return one fault as a list item."""
    found = f"{escape(fault.found)} [{fault.rule}]"
    lines = (f"<code>{escape(fault.place)}</code>", found, f"cần: {escape(fault.expected)}")
    return f"<li>{''.join(f'<p>{line}</p>' for line in (*lines, f'sửa: {escape(fault.repair)}'))}</li>"


def faults_page(faults: Iterable[Fault]) -> str:
    """Return a page that tells faults; it gives way to the site when they are mended."""
    items = "\n".join(fault_item(fault) for fault in faults)
    return PAGE.format(title="Có lỗi cần sửa", body=f"<p>Sửa xong thì trang tự hiện lại.</p>\n<ol>\n{items}\n</ol>")


def trouble_page(error: Exception) -> str:
    """Return a page that tells of an error in a template or in the program."""
    said = escape(f"{type(error).__name__}: {error}")
    body = f"<p>Lỗi trong mẫu trang (overrides/) hoặc trong chương trình:</p>\n<pre>{said}</pre>"
    return PAGE.format(title="Chưa dựng được trang này", body=body)


def missing_page(path: str) -> str:
    """Return a page that says that there is nothing at an address."""
    return PAGE.format(title="Không có trang này", body=f"<p><code>/{escape(path)}</code></p>")
