# SPDX-License-Identifier: Apache-2.0
"""Accounts joined by links: union-find, and the way from one account to another."""

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator

from suluh.model.people import Link


class Clusters:
    """Accounts in groups; the smallest account names its group, whatever order the links came in."""

    def __init__(self, accounts: Iterable[str]) -> None:
        self._parent = {account: account for account in accounts}

    def first(self, account: str) -> str:
        """The smallest account of the group."""
        root = account
        while self._parent[root] != root:
            root = self._parent[root]
        while self._parent[account] != root:
            self._parent[account], account = root, self._parent[account]
        return root

    def join(self, left: str, right: str) -> None:
        """Make two groups one."""
        one, two = sorted((self.first(left), self.first(right)))
        self._parent[two] = one

    def groups(self) -> Iterator[tuple[str, ...]]:
        """Every group with its accounts sorted, in the order of first accounts."""
        found: dict[str, list[str]] = defaultdict(list)
        for account in sorted(self._parent):
            found[self.first(account)].append(account)
        yield from (tuple(found[first]) for first in sorted(found))

    def joined(self) -> dict[str, str]:
        """Each account with the first of its group."""
        return {account: self.first(account) for account in self._parent}


def clusters(accounts: Iterable[str], links: Iterable[Link]) -> Clusters:
    """The groups that merging links make."""
    found = Clusters(accounts)
    for link in links:
        found.join(link.left, link.right)
    return found


def path(links: Iterable[Link], start: str, end: str) -> tuple[Link, ...]:
    """The shortest chain of links from one account to another; of equal ones the first by account; empty if none."""
    return tuple(_back(_reached(links, start, end), end))


def paths(links: Iterable[Link], start: str) -> dict[str, tuple[Link, ...]]:
    """The same to every account that can be reached."""
    came = _reached(links, start, None)
    return {account: tuple(_back(came, account)) for account in sorted(came)}


def _reached(links: Iterable[Link], start: str, end: str | None) -> dict[str, tuple[str, Link]]:
    """From where, and by which link, each account is reached first; up to the end that is looked for."""
    beside: dict[str, list[tuple[str, Link]]] = defaultdict(list)
    for link in links:
        beside[link.left].append((link.right, link))
        beside[link.right].append((link.left, link))
    came: dict[str, tuple[str, Link]] = {}
    seen, waiting = {start}, deque([start])
    while waiting and end not in came:
        here = waiting.popleft()
        for there, link in sorted(beside[here], key=lambda step: (step[0], step[1].id)):
            if there not in seen:
                seen.add(there)
                came[there] = (here, link)
                waiting.append(there)
    return came


def _back(came: dict[str, tuple[str, Link]], end: str) -> list[Link]:
    steps: list[Link] = []
    while end in came:
        end, link = came[end]
        steps.append(link)
    return steps[::-1]
