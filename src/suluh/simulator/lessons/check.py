# SPDX-License-Identifier: Apache-2.0
"""Compares what a trainee did with the truth; gives figures and names, and keeps nothing."""

from collections.abc import Callable, Iterator, Sequence

from msgspec import Struct

from suluh.model.dossier.charges import Alternative, Tie
from suluh.model.errors import Misuse
from suluh.model.people import Link
from suluh.simulator.index import Index
from suluh.simulator.lessons.found import is_found
from suluh.simulator.lessons.key import Key, Trap
from suluh.simulator.lessons.owners import Owners
from suluh.simulator.lessons.work import CONFIRMED, JOINED, PARTED, REJECTED, Work, held, one_of, pair
from suluh.simulator.score import Kept, true_deals


class Links(Struct, frozen=True, kw_only=True):
    """What was decided on links, by the number of the decision, and what was not, by the id of the link."""

    right: int
    wrong: tuple[int, ...]
    """Decisions that join accounts of two persons."""

    wrongly_parted: tuple[int, ...]
    """Decisions that part accounts of one person."""

    missed: tuple[str, ...]
    """Links between accounts of one person that wait and are not joined otherwise."""

    left: tuple[str, ...]
    """Links between accounts of two persons that nobody rejected."""


class Deals(Struct, frozen=True, kw_only=True):
    """What was decided on deals, by their ids."""

    right: int
    wrong: tuple[str, ...]
    missed: tuple[str, ...]
    """Deals on which no word of yes or no stands."""


class Ties(Struct, frozen=True, kw_only=True):
    """What was tied to elements, by code: only ties on deals can be compared."""

    right: int
    wrong: tuple[str, ...]
    """Ties on a deal that is not one true deal, or on which no yes stands."""


class Result(Struct, frozen=True, kw_only=True):
    """What `suluh lesson check` tells."""

    lesson: int
    links: Links
    deals: Deals
    ties: Ties
    alternatives: int
    """How many other explanations apply."""

    alternatives_open: tuple[str, ...]
    faults: int
    """How many faults were planted."""

    faults_missed: tuple[str, ...]
    minutes: int


def check_case(key: Key, number: str) -> None:
    """Raise `Misuse` for a case of another number than the training case of the key."""
    if number != key.number:
        raise Misuse(f"the key is for the training case {key.number} and this case is another: name its own folder")


def check(key: Key, work: Work, shown: Callable[[str], str] = str) -> Result:
    """The result for one case, with ids as they are shown."""
    index = Index(key.truth)
    kept, owners = true_deals(index, work.rows), Owners(key.truth, index, work.rows.get("payments", ()))
    cited = kept | {shown(str(name)): one for name, one in kept.items()}  # officers type ids as lists show them
    said = [one for one in work.of(Alternative) if one.state != "open"]
    return Result(
        lesson=key.lesson,
        links=_links(work, owners, shown),
        deals=_deals(work, kept, shown),
        ties=_ties(work, kept),
        alternatives=len(key.traps),
        alternatives_open=tuple(one.name for one in key.traps if not _is_answered(one, said, owners, cited)),
        faults=len(key.faults),
        faults_missed=tuple(one.name for one in key.faults if not is_found(one, work, owners)),
        minutes=work.minutes(),
    )


def _links(work: Work, owners: Owners, shown: Callable[[str], str]) -> Links:
    """Accounts of which the truth knows no one owner, or two, count neither way."""
    words = work.on_links()
    joined = {key: said[-1].order for key, said in words.items() if one_of(said, JOINED)}
    parted = {key: said[-1].order for key, said in words.items() if one_of(said, PARTED)}
    groups = _Joined([*joined, *(_of(one) for one in work.links if one.merges and _of(one) not in parted)])
    waiting = [one for one in work.links if one.retracted_at is None and _of(one) not in joined | parted]
    return Links(
        right=sum(owners.are_one(*key) is True for key in joined)
        + sum(owners.are_one(*key) is False for key in parted),
        wrong=tuple(sorted(order for key, order in joined.items() if owners.are_one(*key) is False)),
        wrongly_parted=tuple(sorted(order for key, order in parted.items() if owners.are_one(*key))),
        missed=_ids(shown, (one for one in waiting if owners.are_one(*_of(one)) and not groups.holds(*_of(one)))),
        left=_ids(shown, (one for one in waiting if owners.are_one(*_of(one)) is False)),
    )


def _deals(work: Work, kept: dict[object, Kept], shown: Callable[[str], str]) -> Deals:
    """Mere offers count neither way: nothing was paid or sent."""
    words, wrong, missed = work.on_deals(), [], []
    claimed = [row for row in work.rows.get("deals", ()) if row["state"] != "offered"]
    for row in claimed:
        said, is_right = words.get(held(row), ()), kept[row["id"]].right is not None
        if not (one_of(said, CONFIRMED) or one_of(said, REJECTED)):
            missed.append(shown(str(row["id"])))
        elif one_of(said, CONFIRMED) != is_right:
            wrong.append(shown(str(row["id"])))
    right = len(claimed) - len(wrong) - len(missed)
    return Deals(right=right, wrong=tuple(sorted(wrong)), missed=tuple(sorted(missed)))


def _ties(work: Work, kept: dict[object, Kept]) -> Ties:
    """A fact of a dossier rests on what is so, and on what an officer said yes to."""
    words = work.on_deals()
    deals = work.rows.get("deals", ())
    sound = {
        f"deal:{row['id']}"
        for row in deals
        if kept[row["id"]].right is not None and one_of(words.get(held(row), ()), CONFIRMED)
    }
    on_deals = [one for one in work.of(Tie) if one.fact.startswith("deal:")]
    wrong = sorted(one.code for one in on_deals if one.fact not in sound)
    return Ties(right=len(on_deals) - len(wrong), wrong=tuple(wrong))


def _is_answered(trap: Trap, said: Sequence[Alternative], owners: Owners, kept: dict[object, Kept]) -> bool:
    """Whether the row was answered, or said not to apply, about one of its persons, accounts or deals."""
    return any(one.row == trap.row and _is_about(trap, one.about, owners, kept) for one in said)


def _is_about(trap: Trap, about: str, owners: Owners, kept: dict[object, Kept]) -> bool:
    if about.startswith("deal:"):
        deal = kept.get(about.removeprefix("deal:"))
        return deal is not None and deal.mostly in trap.deals
    return about in trap.accounts or owners.of(about) in trap.persons


def _of(link: Link) -> tuple[str, str]:
    return pair(link.left, link.right)


def _ids(shown: Callable[[str], str], links: Iterator[Link]) -> tuple[str, ...]:
    """One id for each pair of accounts."""
    return tuple(sorted({_of(one): shown(one.id) for one in links}.values()))


class _Joined:
    """Accounts that pairs join, one by another."""

    def __init__(self, pairs: Sequence[tuple[str, str]]) -> None:
        self._root: dict[str, str] = {}
        for left, right in pairs:
            self._root[self._of(left)] = self._of(right)

    def holds(self, left: str, right: str) -> bool:
        """Whether two accounts are joined."""
        return self._of(left) == self._of(right)

    def _of(self, account: str) -> str:
        while account in self._root and self._root[account] != account:
            account = self._root[account]
        return account
