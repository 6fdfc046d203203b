"""Moments as text: ISO 8601."""

from __future__ import annotations

import datetime


def parse_time(text: str) -> datetime.datetime:
    """Return the UTC time of an ISO text; one without a zone is UTC already, as ESA's are.

    >>> parse_time("2023-05-01T12:00:00+02:00").isoformat()
    '2023-05-01T10:00:00+00:00'
    """
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return time.astimezone(datetime.timezone.utc) if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)
