"""Where blocks are worked on: this computer, or the workers of a Dask scheduler."""

from __future__ import annotations

from contextlib import nullcontext


def runner_of(request):
    """Return a context that gives the runner of a request; None means threads of this process."""
    if not request.scheduler:
        return nullcontext()
    from sentinel_toolkit.core.workflows.cluster import connected  # Dask takes most of a second to import

    return connected(request.scheduler)
