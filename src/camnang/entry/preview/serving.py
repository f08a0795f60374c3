"""The preview's server, for this machine alone."""

from __future__ import annotations

import errno
import threading
import webbrowser
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import unquote, urlsplit

from camnang.entry.preview.previewed_site import Answer, PreviewedSite
from camnang.entry.preview.told_pages import VERSION_PATH
from camnang.entry.preview.watching import Watch
from camnang.handbook.project import Project

HOST = "127.0.0.1"
PATIENCE = 20  # seconds for which a browser's question about changes waits


class PreviewError(Exception):
    """One sentence that says why there is no preview."""


class PreviewServer(ThreadingHTTPServer):
    """Serves a previewed site; a browser that hangs up is nothing to tell."""

    daemon_threads = True

    def __init__(self, port: int, site: PreviewedSite) -> None:
        self.site = site
        super().__init__((HOST, port), Handler)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: what an editor must know stands on the page."""


class Handler(BaseHTTPRequestHandler):
    """Answers one question of a browser."""

    server: PreviewServer

    def log_message(self, *_: object) -> None:
        """Say nothing."""

    def do_GET(self) -> None:
        """Answer with a file of the site, or with the number of changes once it is another than the asked one."""
        asked = urlsplit(self.path)
        path = unquote(asked.path).removeprefix("/")
        if path == VERSION_PATH:
            known = int(asked.query) if asked.query.isdigit() else -1
            version = self.server.site.watch.wait(known, PATIENCE)
            self.send(Answer(str(version).encode(), "text/plain"))
        else:
            self.send(self.server.site.answer(path))

    def do_HEAD(self) -> None:
        """Answer without the content."""
        self.do_GET()

    def send(self, answer: Answer) -> None:
        """Send an answer; nothing is kept by the browser."""
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.kind)
        self.send_header("Content-Length", str(len(answer.content)))
        self.send_header("Cache-Control", "no-store")
        if answer.location:
            self.send_header("Location", answer.location)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.content)


def opened_server(port: int, site: PreviewedSite) -> PreviewServer:
    """Return a server that listens; raise `PreviewError` when the port is taken."""
    try:
        return PreviewServer(port, site)
    except OSError as error:
        if error.errno not in {errno.EADDRINUSE, errno.EACCES}:
            raise
        raise PreviewError(f"Cổng {port} đang có chương trình khác dùng; hãy tắt nó hoặc chọn cổng khác.") from error


def serve(project: Project, port: int, *, open_browser: bool, say: Callable[[str], None]) -> None:
    """Show the preview until Ctrl+C, then say so and let `KeyboardInterrupt` through; raise `PreviewError`."""
    watch = Watch(project)
    server = opened_server(port, PreviewedSite(project, watch))
    threading.Thread(target=watch.run, daemon=True).start()
    address = f"http://{HOST}:{server.server_port}/"
    say(f"Xem trước ở {address} – dừng bằng Ctrl+C.")
    if open_browser:
        webbrowser.open(address)
    try:
        server.serve_forever()
    except KeyboardInterrupt:
        say("Đã dừng xem trước.")
        raise
    finally:
        watch.end()
        server.server_close()
