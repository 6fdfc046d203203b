"""Moments as text: ISO 8601."""

from __future__ import annotations

import datetime


def parse_time(text: str) -> datetime.datetime:
    """Return the UTC time of an ISO text; one without a zone is UTC already, as ESA's are."""
    time = datetime.datetime.fromisoformat(text.replace("Z", "+00:00"))
    return time.astimezone(datetime.timezone.utc) if time.tzinfo else time.replace(tzinfo=datetime.timezone.utc)
