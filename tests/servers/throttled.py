"""A file server with a quota for each connection, in a process of its own; it ends when its standard input does.

throttled.py FOLDER MB_PER_S        0: as fast as it can; prints its port
"""

import os
import re
import sys
import threading
import time
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

FOLDER, RATE = Path(sys.argv[1]), float(sys.argv[2]) * 1e6
CHUNK = 1 << 18


class Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def log_message(self, *arguments):
        pass

    def do_HEAD(self):
        self.do_GET()

    def do_GET(self):
        path = FOLDER / Path(self.path).name
        size = path.stat().st_size
        wanted = re.fullmatch(r"bytes=(\d+)-(\d*)", self.headers.get("Range") or "")
        first = int(wanted.group(1)) if wanted else 0
        last = min(int(wanted.group(2) or size), size - 1) if wanted else size - 1
        self.send_response(206 if wanted else 200)
        self.send_header("Content-Length", str(last + 1 - first))
        self.send_header("Accept-Ranges", "bytes")
        if wanted:
            self.send_header("Content-Range", f"bytes {first}-{last}/{size}")
        self.end_headers()
        self.wfile.flush()
        if self.command == "HEAD":
            return
        started = time.monotonic()
        with open(path, "rb") as file:
            sent = 0
            while sent < last + 1 - first:
                sent += os.sendfile(
                    self.connection.fileno(), file.fileno(), first + sent, min(CHUNK, last + 1 - first - sent)
                )
                if RATE and (ahead := sent / RATE - (time.monotonic() - started)) > 0:
                    time.sleep(ahead)


server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
server.daemon_threads = True
print(server.server_port, flush=True)
threading.Thread(target=server.serve_forever, daemon=True).start()
sys.stdin.read()
