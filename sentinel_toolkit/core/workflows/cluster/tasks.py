"""Whole works on the workers of a Dask scheduler: each is done there from reading to writing, and only told of here."""

from __future__ import annotations

import contextlib
import functools
import itertools
import os
import queue
import secrets
import threading
import time
from collections.abc import Callable, Generator, Iterable, Iterator
from typing import Any, Generic, NamedTuple, TypeVar

import distributed
from distributed.core import Status

from sentinel_toolkit.contract.errors import ToolkitError
from sentinel_toolkit.contract.report import JobCancelled, Report
from sentinel_toolkit.contract.staging import KNOWN_BY
from sentinel_toolkit.core.workflows.cluster import versions
from sentinel_toolkit.core.workflows.cluster.blocks import (
    GONE,
    LOST,
    NO_WORKER_S,
    WAIT_S,
    connection_lost,
    without_workers,
)

LOOK_S = 2  # between looks at which workers there are
AT_WORK = (Status.running, Status.paused, Status.closing_gracefully)
ItemT = TypeVar("ItemT")
ResultT = TypeVar("ResultT")
# Takes what all works share, the work, how many threads it may use, and a Report; returns something small.
Work = Callable[[Any, ItemT, int, Report], ResultT]
Proof = Callable[[], str]  # run on a worker: why it cannot take part, or an empty text
_turn = threading.Lock()  # of a worker: one work at a time has all of its threads and its memory


class Outcome(NamedTuple, Generic[ResultT]):
    """What became of a work."""

    result: ResultT | None
    """None where it failed."""
    error: ToolkitError | None
    warnings: list[str]
    """That were said meanwhile."""


def nothing_to_prove() -> str:
    """Return that a worker can take part as it is."""
    return ""


class DaskTasks:
    """Runs works on the workers of a scheduler, one at a time on each; what a worker that dies had in hand, others do.

    Parameters
    ----------
    client
    name
        Of the scheduler, for messages.
    digest
        Of the package. It goes with each function: workers keep functions by what their names say.
    """

    def __init__(self, client: distributed.Client, name: str, digest: str) -> None:
        self._client, self._name, self._digest = client, name, digest
        self.token = os.environ.get(KNOWN_BY) or secrets.token_hex(8)
        self._admitted: dict[str, str] = {}  # address of a worker → why it cannot take part; empty: it can
        self._looked = 0.0

    def run(
        self,
        work: Work[ItemT, ResultT],
        shared: object,
        items: Iterable[ItemT],
        report: Report,
        proof: Proof = nothing_to_prove,
    ) -> Generator[tuple[ItemT, Outcome[ResultT]]]:
        """Yield (item, Outcome) as works are done.

        Parameters
        ----------
        shared
            What all works are given; sent once.
        proof
            Of a worker: run there before it gets its first work.

        Raises
        ------
        ToolkitError
            If a worker fails the proof at the beginning, the scheduler is lost, or all workers for long.
        """
        running: dict[distributed.Future, tuple[ItemT, str]] = {}
        self._admitted = {}
        try:
            self._admit_first(proof)
            yield from self._run(work, shared, iter(items), report, proof, running)
        except LOST as error:
            raise connection_lost(self._name) from error
        finally:
            with contextlib.suppress(*GONE):
                self._client.cancel(list(running))

    def _run(
        self,
        work: Work[ItemT, ResultT],
        shared: object,
        items: Iterator[ItemT],
        report: Report,
        proof: Proof,
        running: dict[distributed.Future, tuple[ItemT, str]],
    ) -> Generator[tuple[ItemT, Outcome[ResultT]]]:
        # A task, not scattered data: it is made again where the worker that holds it dies.
        common = self._client.submit(functools.partial(_shared, self._digest), shared, pure=False)
        perform = functools.partial(perform_work, self._digest, self.token, work)
        done: queue.SimpleQueue[distributed.Future] = queue.SimpleQueue()
        seen = time.monotonic()
        while True:
            free = set(self._admitted_of(proof)) - {worker for _, worker in running.values()}
            for worker in sorted(free):
                for item in itertools.islice(items, 1):
                    future = self._client.submit(
                        perform, common, item, workers=[worker], allow_other_workers=True, pure=False
                    )
                    running[future] = item, worker
                    future.add_done_callback(done.put)
            if not running and free:
                return
            for future in _all_of(done):
                item, _ = running.pop(future)
                yield item, _outcome(future)
            report.checkpoint()
            seen = time.monotonic() if self._admitted else seen
            if time.monotonic() - seen > NO_WORKER_S:
                raise without_workers(self._name)

    def _admit_first(self, proof: Proof) -> None:
        """Let all workers prove that they can take part.

        Raises
        ------
        ToolkitError
            If one cannot.
        """
        self._look(proof)
        for worker, refusal in self._admitted.items():
            if refusal:
                raise ToolkitError(f"The Dask worker {worker} cannot take part: {refusal}", "Mend it, or stop it.")

    def _admitted_of(self, proof: Proof) -> list[str]:
        """Return the workers that can take part, also those that came meanwhile."""
        if time.monotonic() - self._looked > LOOK_S:
            self._look(proof)
        return [worker for worker, refusal in self._admitted.items() if not refusal]

    def _look(self, proof: Proof) -> None:
        """Ask which workers there are, and those that are new for their proof."""
        there = self._client.nthreads()
        known = {worker: refusal for worker, refusal in self._admitted.items() if worker in there}
        if new := [worker for worker in there if worker not in known]:
            prove = functools.partial(_refusal, self._digest, versions.here(), proof)
            answers: dict[str, Any] = self._client.run(prove, workers=new, on_error="return")
            known |= {worker: answer for worker, answer in answers.items() if isinstance(answer, str)}
        self._admitted, self._looked = known, time.monotonic()


def _all_of(done: queue.SimpleQueue[distributed.Future]) -> Iterator[distributed.Future]:
    """Yield the futures that are done; wait a little for the first."""
    with contextlib.suppress(queue.Empty):
        yield done.get(timeout=WAIT_S)
        while True:
            yield done.get_nowait()


def _outcome(future: distributed.Future) -> Outcome[Any]:
    """Return what a worker answered; a work over which several workers died has failed."""
    try:
        outcome: Outcome[Any] = future.result()
    except distributed.KilledWorker as error:
        died = ToolkitError(
            f"It was given up: {error.allowed_failures + 1} workers died over it.",
            "Have they enough memory? MEMORY_LIMIT is that of one worker.",
        )
        return Outcome(None, died, [])
    return outcome


def _refusal(_digest: str, libraries: dict[str, str], proof: Proof) -> str:
    """Return why this worker cannot take part, in words; empty where it can."""
    mine = versions.here()
    differing = [f"{name} {mine[name]}" for name in libraries if mine[name] != libraries[name]]
    return f"it has {', '.join(differing)}. {versions.HINT}" if differing else proof()


def _shared(_digest: str, shared: object) -> object:
    return shared


def perform_work(_digest: str, token: str, work: Work[ItemT, ResultT], shared: object, item: ItemT) -> Outcome[ResultT]:
    """Do a work on a worker, with all of its threads.

    Parameters
    ----------
    token
        By which what it leaves half-made is known.
    """
    worker = distributed.get_worker()
    key = distributed.worker.thread_state.key

    def is_cancelled() -> bool:
        """Tell whether nobody waits for it any more: the client cancelled or died, or the scheduler has gone."""
        task = worker.state.tasks.get(key)
        return task is None or task.state != "executing" or worker.status not in AT_WORK

    report, warnings = Report(is_cancelled=is_cancelled).heard()
    with _in_turn(report):
        os.environ[KNOWN_BY] = token
        try:
            return Outcome(work(shared, item, worker.state.nthreads, report), None, warnings)
        except ToolkitError as error:
            return Outcome(None, error, warnings)
        except JobCancelled:
            return Outcome(None, ToolkitError("Cancelled."), warnings)  # read by nobody


@contextlib.contextmanager
def _in_turn(report: Report) -> Iterator[None]:
    while not _turn.acquire(timeout=WAIT_S):
        report.checkpoint()
    try:
        yield
    finally:
        _turn.release()
