"""How work is shared: by the workers of a Dask scheduler, or by runs that each make their part."""

from __future__ import annotations

import re

from sentinel_toolkit.contract.errors import InvalidRequestError
from sentinel_toolkit.contract.requests import refuse_password

FINISH = "finish"
CONFIGURED = "dask"  # the scheduler that Dask's own configuration names
LOCAL = re.compile(r"local:(?P<count>\d{1,4})")
GATEWAY = re.compile(r"gateway(\+(?P<address>https?://[^\s#]+))?(#(?P<cluster>\S+))?")
ADDRESS = re.compile(r"(tcp|tls|ws|wss)://(\[[0-9A-Fa-f:.]+\]|[^/\s:\[\]]+):\d{1,5}")
MOST_SHARDS = 1_000_000
_SHARD = re.compile(r"(\d{1,9})/(\d{1,9})")


def check_scheduler(text: str) -> None:
    """Refuse what names no scheduler.

    One is an address (``tcp://10.0.0.1:8786``, ``tls://…``); ``local:4``, processes of this computer;
    ``gateway+https://host``, with ``#cluster`` where there are several, or ``gateway``, Dask Gateway as Dask's own
    configuration has it; ``dask``, the scheduler that this configuration names. Empty is none.
    """
    refuse_password("SCHEDULER", text.removeprefix("gateway+"))
    match = LOCAL.fullmatch(text)
    if match and not int(match["count"]):
        raise InvalidRequestError(f"SCHEDULER is {text!r}: nobody would work.", "Write it as local:4.")
    if text and text != CONFIGURED and not any(form.fullmatch(text) for form in (LOCAL, GATEWAY, ADDRESS)):
        raise InvalidRequestError(
            f"SCHEDULER is {text!r}, which is no address.",
            "Write it as tcp://127.0.0.1:8786, tls://host:8786, local:4 or gateway+https://host.",
        )


def parse_shard(text: str) -> tuple[int, int]:
    """Return which share a SHARD is, from 1 on, and of how many; of an empty one the first of one, all.

    Raises
    ------
    InvalidRequestError
        If it is neither ``3/100`` nor ``finish``.

    >>> parse_shard("3/100")
    (3, 100)
    """
    if text in ("", FINISH):
        return 1, 1
    match = _SHARD.fullmatch(text)
    if not match:
        raise InvalidRequestError(f"SHARD is {text!r}.", "Write it as 3/100, the third of a hundred, or finish.")
    number, count = int(match[1]), int(match[2])
    if not 1 <= number <= count <= MOST_SHARDS:
        raise InvalidRequestError(
            f"SHARD is {text!r}.", f"The first number runs from 1 to the second, which is at most {MOST_SHARDS}."
        )
    return number, count
