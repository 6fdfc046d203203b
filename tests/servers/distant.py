"""A file server as far away as an object store, in a process of its own; it ends when its standard input does.

distant.py FOLDER LATENCY_S MB_PER_S [AT_ONCE]        prints its port

It knows ranges and keeps connections. Every answer waits for the latency, then comes with so much a second on its
connection. Of requests below one folder of FOLDER it answers AT_ONCE at a time, as services do that give each user few
connections; others wait for their turn. ``/counts`` is answered at once: requests, bytes, and most requests at once since it was last asked. It is no
threads' work: 32 connections at 20 MB/s are 640 MB/s, beside clients that need the processor.
"""

import asyncio
import collections
import functools
import json
import mmap
import re
import sys
from pathlib import Path
from urllib.parse import unquote

CHUNK = 1 << 18  # bytes that are sent together, when the slowest of them would have come
RANGE = re.compile(rb"^range: *bytes=(\d*)-(\d*) *$", re.IGNORECASE | re.MULTILINE)
KEPT = b'ETag: "1"\r\nLast-Modified: Sun, 01 Jan 2023 00:00:00 GMT\r\nAccept-Ranges: bytes\r\n'


class Shelf:
    """The files of a folder, and what was asked for since the last count."""

    def __init__(self, folder):
        self._folder, self._open = Path(folder), {}
        self.reset()

    def reset(self):
        """Begin to count anew."""
        self.requests, self.bytes, self.at_once, self.most_at_once = 0, 0, 0, 0

    def counts(self):
        """Return what was asked for, as JSON, and begin anew."""
        counted = {"requests": self.requests, "mb": self.bytes / 1e6, "at_once": self.most_at_once}
        self.reset()
        return json.dumps(counted).encode()

    def file(self, path):
        """Return the content of a file, None if there is none."""
        if path not in self._open:
            file = self._folder / path
            if not file.is_file():
                return None
            with open(file, "rb") as source:
                self._open[path] = memoryview(mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ))
        return self._open[path]


class Turns:
    """Lets so many at a time begin of those that share a name; all where ``at_once`` is 0."""

    def __init__(self, at_once):
        self._at_once = at_once
        self._busy, self._waiting = collections.Counter(), collections.defaultdict(collections.deque)

    def take(self, name, begin):
        """Call ``begin``, now or when one before has left."""
        if self._at_once and self._busy[name] == self._at_once:
            self._waiting[name].append(begin)
            return
        self._busy[name] += 1
        begin()

    def leave(self, name):
        """Let the next one begin."""
        if self._waiting[name]:
            self._waiting[name].popleft()()
        else:
            self._busy[name] -= 1


class Connection(asyncio.Protocol):
    """One connection: requests are answered one after the other."""

    def __init__(self, shelf, turns, latency_s, bytes_per_s):
        self._shelf, self._turns, self._latency_s, self._bytes_per_s = shelf, turns, latency_s, bytes_per_s
        self._loop = asyncio.get_running_loop()
        self._waiting, self._is_busy = b"", False
        self._name = None  # of the turn that it has, or waits for

    def connection_made(self, transport):
        self._transport = transport

    def data_received(self, data):
        self._waiting += data
        self._take()

    def _take(self):
        """Take the next request, if there is one and nothing is being answered."""
        if self._is_busy or b"\r\n\r\n" not in self._waiting:
            return
        head, _, self._waiting = self._waiting.partition(b"\r\n\r\n")
        head = head.replace(b"\r\n", b"\n")
        method, target, _ = head.split(b" ", 2)
        path = unquote(target.decode()).partition("?")[0].lstrip("/")
        self._is_busy = True
        shelf = self._shelf
        if path == "counts":
            self._start(method, b"200 OK", memoryview(shelf.counts()), 0)
            return
        shelf.requests += 1
        shelf.at_once += 1
        shelf.most_at_once = max(shelf.most_at_once, shelf.at_once)
        self._name = path.partition("/")[0]
        answer = functools.partial(self._answer, method, path, RANGE.search(head))
        self._turns.take(self._name, functools.partial(self._loop.call_later, self._latency_s, answer))

    def _answer(self, method, path, wanted):
        """Answer a request for a file; of several ranges, as object stores do, with all of it."""
        content = self._shelf.file(path)
        self._shelf.at_once -= 1
        if content is None:
            self._start(method, b"404 Not Found", memoryview(b""), self._bytes_per_s)
            return
        if wanted is None:
            self._start(method, b"200 OK", content, self._bytes_per_s)
            return
        size, (first, last) = len(content), wanted.groups()
        begin = int(first) if first else max(0, size - int(last))
        end = min(int(last) + 1, size) if first and last else size
        if begin >= end:
            self._start(
                method, b"416 Range Not Satisfiable", memoryview(b""), 0, b"Content-Range: bytes */%d\r\n" % size
            )
            return
        place = b"Content-Range: bytes %d-%d/%d\r\n" % (begin, end - 1, size)
        self._start(method, b"206 Partial Content", content[begin:end], self._bytes_per_s, place)

    def _start(self, method, status, body, bytes_per_s, place=b""):
        """Send the head of an answer, and begin with its body."""
        length = b"Content-Length: %d\r\n" % len(body)
        self._transport.write(b"HTTP/1.1 " + status + b"\r\n" + length + KEPT + place + b"\r\n")
        self._send(memoryview(b"") if method == b"HEAD" else body, bytes_per_s)

    def _send(self, body, bytes_per_s):
        """Send a body in parts, each when its last byte would have come."""
        if not bytes_per_s:
            self._transport.write(body)
        if not bytes_per_s or not body:
            self._finish()
            return
        self._shelf.bytes += len(body)
        started, sent = self._loop.time(), 0

        def send_part():
            nonlocal sent
            if self._transport.is_closing():
                self._finish()
                return
            self._transport.write(body[sent : sent + CHUNK])
            sent += CHUNK
            if sent < len(body):
                self._loop.call_at(started + min(sent + CHUNK, len(body)) / bytes_per_s, send_part)
                return
            self._finish()

        self._loop.call_at(started + min(CHUNK, len(body)) / bytes_per_s, send_part)

    def _finish(self):
        """Leave to others what was had of the server, and take the next request."""
        name, self._name, self._is_busy = self._name, None, False
        if name is not None:
            self._turns.leave(name)
        self._take()


async def serve(folder, latency_s, bytes_per_s, at_once):
    """Serve until standard input ends."""
    loop, shelf, turns = asyncio.get_running_loop(), Shelf(folder), Turns(at_once)
    connect = functools.partial(Connection, shelf, turns, latency_s, bytes_per_s)
    server = await loop.create_server(connect, "127.0.0.1", 0, backlog=256)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


if __name__ == "__main__":
    asyncio.run(serve(sys.argv[1], float(sys.argv[2]), 1e6 * float(sys.argv[3]), int([*sys.argv, 0][4])))
