"""Where the work is done: in this process, or by the workers of a Dask scheduler."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

from sentinel_toolkit.contract.imagery import CompositeRequest
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.core.imagery.block_threads import BlockRunner, BlockThreads, default_threads

if TYPE_CHECKING:
    from sentinel_toolkit.core.workflows.cluster.connection import Client, Cluster


def cluster_of(scheduler: str, report: Report, client: Client | None = None) -> AbstractContextManager[Cluster | None]:
    """Return a context that gives the Cluster of a SCHEDULER, or that of a client of the user's; None: this process."""
    if not scheduler and client is None:
        return nullcontext()
    from sentinel_toolkit.core.workflows.cluster.connection import connected  # Dask takes most of a second to import

    return connected(scheduler, report, client)


@contextmanager
def runner_of(request: CompositeRequest, report: Report, client: Client | None = None) -> Iterator[BlockRunner]:
    """Give the runner of the blocks of a request."""
    with cluster_of(request.scheduler, report, client) as cluster:
        yield cluster.blocks if cluster else BlockThreads(request.threads or default_threads())
