"""moto's S3 on loopback, with faults; it runs in the environment ``servers``, and ends when its standard input does.

buckets_app.py [CERTIFICATE KEY]        https with a certificate; prints its port

``PUT /-/rules`` takes a list of {"method", "after", "status", "code"}: from the request ``after`` of these methods on (by
regular expression), and not of buckets themselves, the answer is that. ``GET /-/log`` tells (method, path, headers).
"""

import json
import logging
import os
import re
import sys
import threading

from moto.moto_server.werkzeug_app import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

RULES, LOG = [], []
moto = DomainDispatcherApplication(create_backend_app)


def answered(begin, status, text, kind="application/xml"):
    body = text.encode()
    begin(f"{status} Answer", [("Content-Type", kind), ("Content-Length", str(len(body)))])
    return [body]


def app(environ, begin):
    method, path = environ["REQUEST_METHOD"], environ["PATH_INFO"]
    length = int(environ.get("CONTENT_LENGTH") or 0)
    if path == "/-/rules":
        RULES[:] = [{"count": 0, **rule} for rule in json.loads(environ["wsgi.input"].read(length))]
        LOG.clear()
        return answered(begin, 200, "")
    if path == "/-/log":
        return answered(begin, 200, json.dumps(LOG), "application/json")
    headers = {name[5:].lower(): value for name, value in environ.items() if name.startswith("HTTP_")}
    LOG.append((method, f"{path}?{environ['QUERY_STRING']}", headers))
    for rule in RULES:
        if re.fullmatch(rule["method"], method):
            rule["count"] += 1
            if rule["count"] > rule["after"]:
                environ["wsgi.input"].read(length)
                # As services do: they tell the caller its own key.
                key = re.search(r"Credential=([^/]+)/", headers.get("authorization", "")) or [""] * 2
                token = headers.get("x_amz_security_token", "")
                words = f"<Message>no</Message><AWSAccessKeyId>{key[1]}</AWSAccessKeyId><Token>{token}</Token>"
                return answered(begin, rule["status"], f"<Error><Code>{rule['code']}</Code>{words}</Error>")
    return moto(environ, begin)


if __name__ == "__main__":
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = make_server("127.0.0.1", 0, app, threaded=True, ssl_context=tuple(sys.argv[1:3]) or None)
    print(server.server_port, flush=True)
    threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
    server.serve_forever()
