"""A file server on loopback with ranges, as object stores have, and with faults."""

import re
import threading
import time
from http.server import BaseHTTPRequestHandler
from pathlib import Path

from servers.loopback import LoopbackServer


class FileServer(LoopbackServer):
    """Serve a folder; ``faults`` maps a path's ending to a list of statuses to answer first (``[404] * 99`` for ever).

    Each answer waits ``latency_s``.
    """

    def __init__(self, folder, faults=None, latency_s=0.0):
        self.folder, self.faults = Path(folder), {end: list(statuses) for end, statuses in (faults or {}).items()}
        self.bytes_sent, self.latency_s = 0, latency_s
        self._at_once, self.most_at_once, self._lock = 0, 0, threading.Lock()
        self.paths = []
        owner = self

        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def log_message(self, *arguments):
                pass

            def do_HEAD(self):
                owner.answer(self, with_body=False)

            def do_GET(self):
                owner.answer(self, with_body=True)

        super().__init__(Handler)
        self.url = self.address

    def answer(self, handler, with_body):
        path = handler.path.split("?")[0].lstrip("/")
        self.paths.append(path)
        with self._lock:
            self._at_once += 1
            self.most_at_once = max(self.most_at_once, self._at_once)
        time.sleep(self.latency_s)
        with self._lock:
            self._at_once -= 1
        status = next(
            (statuses.pop(0) for end, statuses in self.faults.items() if path.endswith(end) and statuses), None
        )
        file = self.folder / path
        if status or not file.is_file():
            return self.send(handler, status or 404, b"", 0, with_body)
        size = file.stat().st_size
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", handler.headers.get("Range") or "")
        if not wanted:
            return self.send(handler, 200, file.read_bytes() if with_body else b"", size, with_body)
        first, last = int(wanted.group(1)), min(int(wanted.group(2) or size), size - 1)
        with open(file, "rb") as source:
            source.seek(first)
            data = source.read(last + 1 - first)
        return self.send(handler, 206, data, size, with_body, f"bytes {first}-{last}/{size}")

    def send(self, handler, status, body, whole, with_body, content_range=""):
        handler.send_response(status)
        handler.send_header("Content-Length", str(len(body) if with_body else whole))
        handler.send_header("Accept-Ranges", "bytes")
        if content_range:
            handler.send_header("Content-Range", content_range)
        handler.end_headers()
        if with_body:
            self.bytes_sent += len(body)
            handler.wfile.write(body)
