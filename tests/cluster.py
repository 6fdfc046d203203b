"""A Dask scheduler and workers on loopback, each a process of its own; they end with the context, or with this process."""

import contextlib
import os
import subprocess
import sys

# A worker that watches its standard input: it ends with the process that started it, whatever happens to that.
WORKER = """
import asyncio, sys, threading, os
from distributed import Scheduler, Security, Worker
threading.Thread(target=lambda: (sys.stdin.read(), os._exit(0)), daemon=True).start()
async def main():
    if sys.argv[1] == "scheduler":
        kind = sys.argv[2].partition(":")[0]
        options = {"security": Security()} if kind == "tls" else {}
        server = Scheduler(host="127.0.0.1", port=0, protocol=kind, dashboard=False, **options)
    else:
        options = {"security": Security()} if sys.argv[2].startswith("tls") else {}
        server = Worker(sys.argv[2], host="127.0.0.1", nthreads=1, memory_limit=0, dashboard=False, **options)
    async with server:
        print(server.address, flush=True)
        await server.finished()
asyncio.run(main())
"""


class Cluster:
    """``address`` of a scheduler with some workers of one thread each; it listens as ``listens`` says."""

    def __init__(self, workers, listens="tcp://127.0.0.1:0"):
        self._stack = contextlib.ExitStack()
        self.scheduler, self.address = self._start("scheduler", listens)
        self.workers = []
        for _ in range(workers):
            self.add_worker()

    def add_worker(self):
        """Start one more; return once the scheduler knows it."""
        self.workers.append(self._start("worker", self.address)[0])

    def _start(self, kind, address):
        process = subprocess.Popen(
            [sys.executable, "-I", "-c", WORKER, kind, address],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            env={**os.environ, "DASK_DISTRIBUTED__ADMIN__SYSTEM_MONITOR__INTERVAL": "10s"},
        )
        self._stack.callback(_end, process)
        return process, process.stdout.readline().strip()

    def __enter__(self):
        return self

    def __exit__(self, *exception):
        self._stack.close()


def _end(process):
    process.stdin.close()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(5)
    process.kill()
    process.wait()
    process.stdout.close()
