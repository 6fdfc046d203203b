"""Where blocks are worked on: this computer, or the workers of a Dask scheduler."""

from __future__ import annotations

from contextlib import AbstractContextManager, nullcontext

from sentinel_toolkit.contract.imagery import CompositeRequest
from sentinel_toolkit.core.imagery.block_threads import BlockRunner, BlockThreads, default_threads


def runner_of(request: CompositeRequest) -> AbstractContextManager[BlockRunner]:
    """Return a context that gives the runner of a request."""
    if not request.scheduler:
        return nullcontext(BlockThreads(request.threads or default_threads()))
    from sentinel_toolkit.core.workflows.cluster import connected  # Dask takes most of a second to import

    return connected(request.scheduler)
