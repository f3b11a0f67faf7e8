# SPDX-License-Identifier: Apache-2.0
"""What stands around a message: the silence before it, who spoke last of what, the pictures that it came with."""

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from functools import lru_cache
from typing import NamedTuple

from suluh.deals.reading.features import pictures, silence

_GOING = timedelta(minutes=3)
_MINUTE = timedelta(minutes=1)
_TOLD = ("account", "link", "question", "sum")


class Said(NamedTuple):
    """A message as far as those after it look at it."""

    side: str
    conversation: str
    at: datetime | None
    facts: frozenset[str]
    pictures: int
    parts: tuple[str, ...]
    """The messages that it is made of: pictures in one going are one."""


def goings(stream: Iterable[Said]) -> Iterator[Said]:
    """The messages in their order, those put together that carry pictures in one going."""
    last: Said | None = None
    latest: datetime | None = None
    for one in stream:
        if last is not None and _goes_on(last, latest, one):
            last = last._replace(pictures=last.pictures + one.pictures, parts=last.parts + one.parts)
        else:
            if last is not None:
                yield last
            last = one
        latest = one.at
    if last is not None:
        yield last


def _goes_on(last: Said, latest: datetime | None, one: Said) -> bool:
    if not (one.pictures and last.pictures) or "text" in one.facts or one.side != last.side or latest is None:
        return False
    return one.at is not None and one.at - latest <= _GOING and one.conversation == last.conversation


def around(before: Said | None, one: Said) -> tuple[str, ...]:
    """What is looked at beside a message."""
    gap = (one.at - before.at) / _MINUTE if before and before.at and one.at else None
    if before is None:
        return pictures(one.pictures), silence(gap)
    who = "same" if before.side == one.side else "other"
    return _beside(pictures(one.pictures), silence(gap), who, before.facts, bool(before.pictures))


@lru_cache(maxsize=16_384)
def _beside(now: str, gap: str, who: str, facts: frozenset[str], pictured: bool) -> tuple[str, ...]:  # noqa: FBT001 # a fact of the message before
    told = (*(fact for fact in _TOLD if fact in facts), *(("pictures",) if pictured else ()))
    return (now, gap, f"o:before {who}", *(f"o:before {who} {fact}" for fact in told))
