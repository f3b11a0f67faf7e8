# SPDX-License-Identifier: Apache-2.0
"""Whether conversations are known to be two, whoever says that they are one: the one gate of what is joined.

1. Two services, and two ids of the service itself, are two conversations, and so are a talk of two and a group.
2. Talks of two show no more accounts between them than one talk of two has, or than one of them shows by itself: a
   side may have changed its number.
3. Nothing makes two accounts one that are known by number or id. Where who is who is known of one side of a talk of
   two, it is of the other.
4. On one exhibit the other side is the other side: talks that show two accounts there, neither the exhibit's own, are
   two, unless what was said tells that the one account is a side of the other talk too.
5. No phone hides its own number: talks of two on two exhibits that show somebody by what hides it are two.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import combinations
from typing import Literal, NamedTuple

from suluh.model.talk import exhibit_of, is_device, is_hidden, service_of
from suluh.readers.copies.lines.offset import Accounts, is_known
from suluh.readers.copies.talks import SIDES, Known, has_own_id, shown

Two = Literal["two-ids", "two-kinds", "three-accounts", "two-sides", "hidden-number"]

SAYS: Mapping[Two, tuple[str, str]] = {
    "two-ids": (
        "the services, or the ids that the service itself gave, say that they are two conversations",
        "layanannya, atau id yang diberikan layanan itu sendiri, menunjukkan bahwa keduanya dua percakapan",
    ),
    "two-kinds": (
        "one is a talk of two and the other a group or a channel",
        "yang satu percakapan dua pihak, yang lain grup atau saluran",
    ),
    "three-accounts": (
        "they show more accounts by number or id than a conversation of two has",
        "keduanya memuat lebih banyak akun bernomor atau ber-id daripada satu percakapan dua pihak",
    ),
    "two-sides": (
        "one side of them would be two accounts that are known by number or id",
        "salah satu pihaknya akan menjadi dua akun yang diketahui nomor atau id-nya",
    ),
    "hidden-number": (
        "two exhibits show the same other side by what hides its number, and no phone hides its own",
        "dua barang bukti memuat pihak lawan yang sama dengan nomor tersembunyi; ponsel tidak menyembunyikan nomornya",
    ),
}
"""Why conversations are known to be two, as the middle of a sentence, in English and in Indonesian."""


class Shows(NamedTuple):
    """What one conversation shows of who is in it."""

    name: str
    exhibit: str
    is_direct: bool
    accounts: frozenset[str]
    """Those known by a number or an id, the device's own among them; of a group none are told."""

    most: int
    """How many accounts it shows, the device's own though it is not known which."""

    own: frozenset[str]
    """Accounts of the exhibit itself."""

    hidden: frozenset[str]
    wrote: Mapping[str, str]
    """Whoever wrote, each with the account that is known of them, else with themselves."""


def shows(name: str, one: Known, senders: Iterable[str], own: Mapping[str, AbstractSet[str]]) -> Shows:
    """What a conversation shows; `own` are the accounts of each exhibit."""
    exhibit = one.place.exhibit
    wrote = {sender: next(iter(_known(sender, exhibit, own)), sender) for sender in sorted(senders)}
    every = {*one.members, *wrote} if one.is_direct else set[str]()
    accounts = shown(every, exhibit, own)
    unknown = {account for account in every if is_device(account) and not _known(account, exhibit, own)}
    return Shows(
        name,
        exhibit,
        one.is_direct,
        accounts,
        len(accounts) + len(unknown),
        frozenset(own.get(exhibit, ())),
        frozenset(filter(is_hidden, every)),
        wrote,
    )


def _known(account: str, exhibit: str, own: Mapping[str, AbstractSet[str]]) -> frozenset[str]:
    return shown((account,), (exhibit_of(account) or exhibit) if is_device(account) else exhibit, own)


def two(talks: Sequence[Shows], same: Iterable[Accounts] = ()) -> Two | None:
    """Why these are known not to be one conversation; null where nothing says so. `same` are authors who are one."""
    if len({service_of(one.name) for one in talks}) > 1 or sum(has_own_id(one.name) for one in talks) > 1:
        return "two-ids"
    if len({one.is_direct for one in talks}) > 1:
        return "two-kinds"
    most = max((SIDES, *(one.most for one in talks)))
    if len(frozenset[str]().union(*(one.accounts for one in talks))) > most:
        return "three-accounts"
    if any(len(exhibits) > 1 for exhibits in _hidden(talks).values()):
        return "hidden-number"
    sides = _Sides(talks, same)
    is_apart = sides.are_two_known or any(sides.are_apart(*pair) for pair in _of_one_exhibit(talks))
    return "two-sides" if is_apart else None


def _hidden(talks: Iterable[Shows]) -> Mapping[str, set[str]]:
    """On which exhibits each account is shown by what hides its number."""
    found: dict[str, set[str]] = defaultdict(set)
    for one in talks:
        for account in one.hidden:
            found[account].add(one.exhibit)
    return found


def _of_one_exhibit(talks: Iterable[Shows]) -> Iterator[tuple[Shows, Shows]]:
    """Every two of one exhibit that show other accounts than the exhibit's own, each such lot of accounts once."""
    found: dict[str, dict[frozenset[str], Shows]] = defaultdict(dict)
    for one in talks:
        if others := one.accounts - one.own:
            found[one.exhibit].setdefault(others, one)
    for lots in found.values():
        yield from combinations(lots.values(), 2)


class _Sides:
    """Which accounts are one, by what was said and since a talk of two has two sides."""

    def __init__(self, talks: Iterable[Shows], same: Iterable[Accounts]) -> None:
        self._parent: dict[str, str] = {}
        direct = [one for one in talks if one.is_direct]
        pairs = [*(each for one in talks for each in one.wrote.items()), *same]
        while pairs:
            for one, other in pairs:
                self._join(one, other)
            pairs = list(self._other_sides(direct))

    def _other_sides(self, direct: Iterable[Shows]) -> Iterator[Accounts]:
        """Who is one since those to whom they talk are."""
        other: dict[str, str] = {}
        for talk in direct:
            if len(set(talk.wrote.values())) != SIDES:
                continue
            first, second = (self._root(account) for account in sorted(set(talk.wrote.values())))
            for one, its in ((first, second), (second, first)) if first != second else ():
                if self._root(other.setdefault(one, its)) != self._root(its):
                    yield other[one], its

    @property
    def are_two_known(self) -> bool:
        """Whether two accounts that are known by number or id would be one."""
        known: dict[str, str] = {}
        every = (one for one in (*self._parent, *self._parent.values()) if is_known(one) and not is_device(one))
        return any(known.setdefault(self._root(one), one) != one for one in every)

    def are_apart(self, one: Shows, other: Shows) -> bool:
        """Whether the other sides of two talks of one exhibit are two accounts."""
        mine, theirs = (side.accounts - side.own for side in (one, other))
        if not mine.isdisjoint(theirs):
            return False
        roots = [{self._root(account) for account in side.wrote} for side in (one, other)]
        return not any(
            self._root(account) in there
            for accounts, there in ((mine, roots[1]), (theirs, roots[0]))
            for account in accounts
        )

    def _join(self, one: str, other: str) -> None:
        low, high = sorted((self._root(one), self._root(other)))
        if low != high:
            self._parent[high] = low

    def _root(self, name: str) -> str:
        while name in self._parent:
            parent = self._parent[name]
            if parent in self._parent:
                self._parent[name] = self._parent[parent]
            name = parent
        return name
