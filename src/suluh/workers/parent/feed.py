# SPDX-License-Identifier: Apache-2.0
"""Cuts the targets of a run into loads: small files together, large ones, databases and second tries by themselves."""

from collections import deque
from collections.abc import Iterable

from suluh.model.evidence.work import Target
from suluh.workers.child.source import DATABASE
from suluh.workers.parent.errand import Errand, Load

SMALL = 1 << 20
TOGETHER = 16
_TOGETHER_BYTES = 4 << 20
_AHEAD = 32


class Feed:
    """What is still to be handed out."""

    def __init__(self, targets: Iterable[Target]) -> None:
        self._targets = iter(targets)
        self._peeked: Target | None = None
        self._databases: deque[Load] = deque()
        self._others: deque[Load] = deque()
        self.retries: dict[bool, deque[Load]] = {False: deque(), True: deque()}
        """Second tries, by whether they are databases: each for a fresh worker."""

        self._ended = False

    def has_more(self, *, database: bool) -> bool:
        """Whether there is a load for a worker of this kind now."""
        wanted, other = (self._databases, self._others) if database else (self._others, self._databases)
        while not wanted and not self._ended and len(other) < _AHEAD:
            self._cut()
        return bool(wanted)

    def next(self, *, database: bool) -> Load:
        """The next load for a worker of this kind."""
        return (self._databases if database else self._others).popleft()

    def first(self, load: Load) -> None:
        """A load that no worker has begun with: it comes next."""
        (self._databases if load.database else self._others).appendleft(load)

    def put_back(self, errands: list[Errand], *, database: bool) -> None:
        """Files that were with one that stopped a worker: each is tried by itself."""
        for errand in errands:
            errand.again()
        wanted = self._databases if database else self._others
        wanted.extendleft(Load([errand], alone=True, database=database) for errand in reversed(errands))

    def retry(self, errand: Errand, *, database: bool) -> None:
        """A file that stopped a worker by itself."""
        self.retries[database].append(Load([errand], alone=True, database=database))

    def _cut(self) -> None:
        first = self._take()
        if first is None:
            self._ended = True
        elif first.type == DATABASE:
            self._databases.append(Load([Errand(first)], alone=True, small=False, database=True))
        elif not _is_small(first):
            self._others.append(Load([Errand(first)], alone=True, small=False))
        else:
            self._others.append(Load([Errand(one) for one in self._alike(first)]))

    def _alike(self, first: Target) -> list[Target]:
        """The small files that follow and go with the first."""
        found, size = [first], first.file.size or 0
        while len(found) < TOGETHER and size < _TOGETHER_BYTES:
            following = self._take()
            if following is None:
                break
            if not _goes_with(first, following):
                self._peeked = following
                break
            found.append(following)
            size += following.file.size or 0
        return found

    def _take(self) -> Target | None:
        found, self._peeked = self._peeked, None
        return next(self._targets, None) if found is None else found


def _is_small(target: Target) -> bool:
    return target.file.size is not None and target.file.size <= SMALL


def _goes_with(first: Target, other: Target) -> bool:
    """Whether two files can be sent together: what is common is sent once."""
    same = (first.names, first.accounts, first.profiles) == (other.names, other.accounts, other.profiles)
    return same and other.type != DATABASE and _is_small(other)
