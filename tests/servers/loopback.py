"""What the stand-ins share: a server in a thread, on loopback, that stops with its context."""

import contextlib
import threading
import time
from http.server import ThreadingHTTPServer


class LoopbackServer:
    """Serve with a request handler class while the context lasts; ``address`` is the server's own."""

    def __init__(self, handler):
        self._server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
        self._server.daemon_threads = True
        self.address = f"http://127.0.0.1:{self._server.server_port}"
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02})

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *exception):
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def drip(handler, length, byte, pause_s, times):
    """Promise ``length`` bytes, and send one now and then until nobody listens any more."""
    handler.send_response(200)
    handler.send_header("Content-Length", str(length))
    handler.end_headers()
    with contextlib.suppress(OSError):
        for _ in range(times):
            handler.wfile.write(byte)
            time.sleep(pause_s)
