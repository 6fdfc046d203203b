"""The hosts of the real services on loopback: a proxy that lets no connection out and answers for each host itself, with
TLS of a test authority. What is tested needs to know nothing of it but a proxy and a certificate, as in any company."""

import ssl
import threading
from http.server import BaseHTTPRequestHandler

import trustme
from servers.loopback import LoopbackServer


class Internet(LoopbackServer):
    """Serve ``hosts`` (name → request handler class) by https; every other host does not exist.

    ``seen`` lists (host, path, whether it came with credentials) of all requests, ``unknown`` the hosts that were not
    served.
    """

    def __init__(self, hosts, folder):
        self.hosts, self.seen, self.unknown = dict(hosts), [], []
        authority = trustme.CA()
        self.bundle = folder / "authority.pem"
        authority.cert_pem.write_to_path(str(self.bundle))
        self._context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert(*self.hosts, "nothing.example.org").configure_cert(self._context)
        owner, lock = self, threading.Lock()

        class Proxy(BaseHTTPRequestHandler):
            def log_message(self, *arguments):
                pass

            def do_CONNECT(self):
                host = self.path.rpartition(":")[0]
                self.close_connection = True
                if host not in owner.hosts:
                    owner.unknown.append(host)
                    self.send_error(502)
                    return
                self.wfile.write(b"HTTP/1.1 200 Connection established\r\n\r\n")
                try:
                    with owner._context.wrap_socket(self.connection, server_side=True) as secure:
                        handler(host)(secure, self.client_address, self.server)
                except OSError:
                    pass  # the client went away, or did not like the certificate

        def handler(host):
            class Counted(owner.hosts[host]):
                protocol_version = "HTTP/1.1"

                def parse_request(self):
                    fine = super().parse_request()
                    if fine:
                        with lock:
                            owner.seen.append((host, self.path, "Authorization" in self.headers))
                    return fine

                def log_message(self, *arguments):
                    pass

            return Counted

        super().__init__(Proxy)

    @property
    def variables(self):
        """Return what leads a program here."""
        proxy = dict.fromkeys(("HTTPS_PROXY", "https_proxy", "HTTP_PROXY", "http_proxy"), self.address)
        bundle = dict.fromkeys(("REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE", "SSL_CERT_FILE"), str(self.bundle))
        return {**proxy, **bundle, "NO_PROXY": "127.0.0.1,localhost", "no_proxy": "127.0.0.1,localhost"}
