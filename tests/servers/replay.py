"""Recorded answers, byte by byte as they were, for the hosts that gave them."""

from http.server import BaseHTTPRequestHandler


def replay(answers, asked=None):
    """Return a request handler that answers (method, path without query) → bytes, and 404 to everything else.

    A list of bytes is answered one by one, the last one for ever; ``asked`` collects the bodies.
    """
    given = {key: list(value) if isinstance(value, list) else [value] for key, value in answers.items()}

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            self.answer("GET")

        def do_POST(self):
            body = self.rfile.read(int(self.headers.get("Content-Length") or 0))
            if asked is not None:
                asked.append(body)
            self.answer("POST")

        def answer(self, method):
            known = given.get((method, self.path.partition("?")[0].rstrip("/")))
            data = b'{"code":"NotFoundError","description":"no such thing"}'
            if known:
                data = known.pop(0) if len(known) > 1 else known[0]
            self.send_response(200 if known else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(data)))
            self.end_headers()
            self.wfile.write(data)

    return Handler
