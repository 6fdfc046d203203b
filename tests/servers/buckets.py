"""A stand-in for S3 on loopback: moto, in a process of its own, with faults where a test wants some."""

import json
import subprocess
import urllib.request
from pathlib import Path

import environments

APP = Path(__file__).with_name("buckets_app.py")
KEY, SECRET, TOKEN = "AKIANOBODYSHALLSEE01", "no/body+shall/see/this/secret/key+0000001", "no//body//shall//see//this=="
SIGNED = "AWS4-HMAC-SHA256 Credential=test/20260101/us-east-1/s3/aws4_request, SignedHeaders=host, Signature=x"


class Buckets:
    """A server with the buckets of a test, while the context lasts.

    Parameters
    ----------
    certificate
        Files of a certificate and its key: https.
    """

    def __init__(self, *certificate):
        command = [environments.python_of("servers"), "-I", str(APP), *map(str, certificate)]
        self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        scheme = "https" if certificate else "http"
        self.address = f"{scheme}://127.0.0.1:{int(self._process.stdout.readline())}"

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

    @property
    def variables(self):
        """Return the environment of somebody who may write there."""
        return {
            "AWS_ACCESS_KEY_ID": KEY,
            "AWS_SECRET_ACCESS_KEY": SECRET,
            "AWS_SESSION_TOKEN": TOKEN,
            "AWS_ENDPOINT_URL": self.address,
            "AWS_REGION": "us-east-1",
        }

    def ask(self, method, path, body=None):
        request = urllib.request.Request(f"{self.address}/{path}", body, {"Authorization": SIGNED}, method=method)
        with urllib.request.urlopen(request) as answer:
            return answer.read()

    def make(self, bucket):
        """Make an empty bucket."""
        self.ask("PUT", bucket)

    def rule(self, *rules):
        """Answer with faults: (methods, after, status, code) each; none: all is well. The log begins anew."""
        names = "method", "after", "status", "code"
        self.ask("PUT", "-/rules", json.dumps([dict(zip(names, rule, strict=True)) for rule in rules]).encode())

    def log(self):
        """Return (method, path?query, headers) of the requests since the last rule."""
        return [tuple(row) for row in json.loads(self.ask("GET", "-/log"))]

    def unfinished(self, bucket):
        """Return the answer that lists uploads whose parts are there and which are not finished."""
        return self.ask("GET", f"{bucket}?uploads").decode().count("<Upload>")
