"""Finding a Dask cluster: by address, behind a gateway, as Dask's configuration has it, or made of local processes."""

from __future__ import annotations

import contextlib
import importlib
import importlib.util
from collections.abc import Iterator
from typing import Any

import dask
import distributed

from sentinel_toolkit.contract.errors import EnvironmentNotReadyError, ToolkitError
from sentinel_toolkit.contract.report import Report
from sentinel_toolkit.contract.sharing import CONFIGURED, GATEWAY, LOCAL
from sentinel_toolkit.core.workflows.cluster.blocks import DaskBlocks
from sentinel_toolkit.core.workflows.cluster.sending import send_package
from sentinel_toolkit.core.workflows.cluster.tasks import DaskTasks
from sentinel_toolkit.core.workflows.cluster.versions import refuse_other_versions

CONNECT_S = 10  # to find the scheduler
Client = distributed.Client


class Cluster:
    """Workers that are ready: the package is there, and their libraries fit.

    Parameters
    ----------
    client
    name
        Of the scheduler, for messages.
    """

    def __init__(self, client: distributed.Client, name: str) -> None:
        digest = send_package(client)
        self.blocks = DaskBlocks(client, name, digest)
        self.tasks = DaskTasks(client, name, digest)


@contextlib.contextmanager
def connected(text: str, report: Report, given: distributed.Client | None = None) -> Iterator[Cluster]:
    """Give the Cluster that a SCHEDULER names, or that of a client of the user's.

    Raises
    ------
    ToolkitError
        If it does not answer, has no worker, or runs libraries that do not fit.
    """
    with contextlib.ExitStack() as stack:
        client = given or stack.enter_context(_client_of(text))
        stack.enter_context(client.as_current())
        name = str(given.scheduler_info(n_workers=0)["address"]) if given else text
        refuse_other_versions(client, name)
        with contextlib.suppress(KeyError, AttributeError, TypeError):  # it need not have one
            report.note(f"The cluster's dashboard: {client.dashboard_link}")
        yield Cluster(client, name)


@contextlib.contextmanager
def _client_of(text: str) -> Iterator[distributed.Client]:
    """Give the client of what SCHEDULER names; it is closed afterwards."""
    if match := LOCAL.fullmatch(text):
        with _processes(int(match["count"])) as cluster, _asked(cluster, text) as client:
            yield client
    elif match := GATEWAY.fullmatch(text):
        with _behind_gateway(match["address"] or "", match["cluster"] or "") as client:
            yield client
    else:
        with _asked(_configured() if text == CONFIGURED else text, text) as client:
            yield client


def _asked(address: str | distributed.LocalCluster, text: str) -> distributed.Client:
    """Return the client of a scheduler; certificates for tls are those of Dask's own configuration."""
    if str(address).startswith(("tls", "wss")):
        _require_certificates(text)
    try:
        return distributed.Client(address, timeout=CONNECT_S, set_as_default=False)
    except (OSError, TimeoutError) as error:
        raise ToolkitError(
            f"The Dask scheduler {text} does not answer.", "Is it running, and may this computer reach it?"
        ) from error


def _require_certificates(text: str) -> None:
    """Refuse a scheduler behind TLS where Dask's own configuration has no certificates that can be read."""
    reason = "Dask's configuration names no certificates"
    try:
        if distributed.Security().get_connection_args("client").get("ssl_context"):
            return
    except (OSError, ValueError) as error:
        reason = f"its certificates cannot be read ({error})"
    raise ToolkitError(
        f"The Dask scheduler {text} cannot be reached: {reason}.",
        "Name ca-file, and client.key and client.cert, in distributed.comm.tls.",
    )


def _configured() -> str:
    address = dask.config.get("scheduler-address", None)
    if not address:
        raise ToolkitError(
            "SCHEDULER is dask, and Dask's configuration names no scheduler.",
            "Set DASK_SCHEDULER_ADDRESS, or write the address.",
        )
    return str(address)


def _processes(count: int) -> distributed.LocalCluster:
    """Return a scheduler with so many workers, processes of this computer; those that die are replaced."""
    return distributed.LocalCluster(
        n_workers=count,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address="127.0.0.1:0",
        memory_limit=0,  # MEMORY_LIMIT bounds each, not Dask
        silence_logs=50,  # critical
    )


@contextlib.contextmanager
def _behind_gateway(address: str, name: str) -> Iterator[distributed.Client]:
    """Give the client of a running cluster of the user's; its login is that of Dask's own configuration.

    Raises
    ------
    ToolkitError
        If dask-gateway is not installed, the gateway does not answer, or no cluster, or no single one, is meant.
    """
    if not importlib.util.find_spec("dask_gateway"):
        raise EnvironmentNotReadyError(
            "SCHEDULER names a gateway, and the library dask-gateway is not installed.",
            "Install it beside the other libraries: pip install dask-gateway",
        )
    dask_gateway: Any = importlib.import_module("dask_gateway")  # whoever has none needs none
    shown = address or "of Dask's configuration"
    try:
        gateway = dask_gateway.Gateway(address or None)
        running = [cluster.name for cluster in gateway.list_clusters()]
    except (OSError, TimeoutError, ValueError, TypeError, dask_gateway.GatewayServerError) as error:
        raise ToolkitError(f"The Dask Gateway {shown} does not answer: {error}", "Is the address right?") from error
    if not running:
        raise ToolkitError(f"The Dask Gateway {shown} runs no cluster of yours.", "Start one, with some workers.")
    if (name and name not in running) or (not name and len(running) > 1):
        raise ToolkitError(
            f"The Dask Gateway {shown} runs {', '.join(running)}.", "Name one: gateway+https://host#cluster."
        )
    with gateway, gateway.connect(name or running[0]) as cluster, cluster.get_client(set_as_default=False) as client:
        yield client
