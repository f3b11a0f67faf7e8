# SPDX-License-Identifier: Apache-2.0
"""The rule `named-to-pay`: the holder of a device names an account of a statement to those who pay."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from suluh.model.talk import is_named_only, service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import number_of
from suluh.persons.names import fits, may_be_a_husbands, words
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule
from suluh.persons.said.naming import Naming

NAMED = 950_000
"""Set by hand, under one number: an account that somebody names is mostly theirs, and it orders links alone."""

NOT_ALWAYS = -30_000
"""Set by hand, small: it stands against every such account, so that no link has reasons for it alone."""

TALKS = 3
"""In so many talks at least. Set by hand: who passes an account on once, or to one person, may mean somebody else's."""

FEW_TALKS = -300_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

HELD_OTHERWISE = -400_000
"""Set by hand: accounts are held for others, lent and sold; holder of record and user are two links."""

NOBODY_SAYS = -300_000
"""Set by hand: without the holder's name the account may be anybody's."""

SAID_SELDOM = -200_000
"""Set by hand, less than where nobody says it: what is still missing is how often."""

NAMED_BY_OTHERS = -400_000
"""Set by hand, as for a holder of another name: at most one of the two is the holder."""

FULL = 2
"""A full name has a first and a last word at least."""


class NamedToPay(Rule):
    """The holder of a device names an account, of which the case has a statement, to several people.

    It joins where they name it in three talks at least, and it is held under the name by which they go, on the device
    or as holder of record of a wallet of their own number: as the statement says, or, where that says no name, as
    they say beside it each time. One talk is enough where the statement says their whole full name, which nobody else
    in the case bears. Where another name holds it, or somebody of another name names it as well, it only proposes: an
    account may be held for, or by, somebody else.
    """

    name = "named-to-pay"
    turn = 1

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account with each own account of a device that named it."""
        recorded = _recorded(pool, joined)
        called = {one.sender: (*_own_names(one.sender, pool), *recorded[joined[one.sender]]) for one in pool.namings}
        told: dict[tuple[str, str], list[Naming]] = defaultdict(list)
        for one in pool.namings:
            told[one.account, one.sender].append(one)
        by = defaultdict(list)
        for account, sender in sorted(told):
            by[account].append(sender)
        for account, senders in by.items():
            for sender in senders:
                found, others = told[account, sender], [one for one in senders if one != sender]
                against = [_CAUTION, *_doubts(account, sender, found, others, called, pool)]
                reason = _reason(len({one.conversation for one in found}))
                score = max(0, NAMED + sum(term.score for term in against))
                yield Proposal(sender, account, score, None, (reason,), tuple(against), merges=len(against) == 1)


def _doubts(
    account: str, sender: str, found: list[Naming], others: list[str], names: Mapping[str, tuple[str, ...]], pool: Pool
) -> Iterator[Term]:
    talks = {one.conversation for one in found}
    called = tuple(one for one in names[sender] if not may_be_a_husbands(one))
    record = pool.names.get(account, ())
    if len(talks) < TALKS and not _is_theirs_alone(account, sender, called, pool):
        yield _FEW
    if record and not _held(record, called, sender, pool):
        yield _OTHERWISE
    if not record and len(_said(found, called)) < TALKS:
        yield _SELDOM if _said(found, called) else _NOBODY
    if any(_is_another(names[sender], names[one]) for one in others):
        yield _OTHERS


def _held(record: Iterable[str], called: tuple[str, ...], sender: str, pool: Pool) -> bool:
    """Whether a name of record is one by which the holder of the device goes, and nobody else's with a device."""
    return any(fits(name, one) and (_is_full(one) or _is_only(one, sender, pool)) for name in record for one in called)


def _is_theirs_alone(account: str, sender: str, called: tuple[str, ...], pool: Pool) -> bool:
    """Whether the statement gives their whole full name, and nobody else of the same service goes by it."""
    record = {frozenset(words(name)) for name in pool.names.get(account, ()) if _is_full(name)}
    shared = record & {frozenset(words(name)) for name in called if _is_full(name)}
    own = {one for accounts in pool.own.values() if sender in accounts for one in accounts}
    numbers = (one for one in pool.names if one not in own and not is_named_only(one))
    others = (one for one in numbers if service_of(one) == service_of(sender))
    return bool(shared - {frozenset(words(name)) for one in others for name in pool.names[one]})


def _is_only(name: str, sender: str, pool: Pool) -> bool:
    """Whether no other own account of a device goes by a word of a name."""
    own = {account for accounts in pool.own.values() for account in accounts} - {sender}
    return not any(set(words(name)) & set(words(other)) for one in own for other in _own_names(one, pool))


def _said(found: Iterable[Naming], called: tuple[str, ...]) -> set[str]:
    """The talks in which the whole full name of the holder stands beside the account."""
    full = [set(words(name)) for name in called if _is_full(name)]
    return {one.conversation for one in found if any(name <= one.words for name in full)}


def _is_another(called: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Whether two holders go by names of which none is the other."""
    return bool(called and others) and not any(fits(one, two) for one in called for two in others)


def _is_full(name: str) -> bool:
    return len(words(name)) >= FULL


def _recorded(pool: Pool, joined: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """For each person the names under which they hold wallets of their number, as statements say."""
    found: dict[str, set[str]] = defaultdict(set)
    for account in {one for line in pool.heard.lines for one in (line.payer, line.ledger)} & pool.names.keys():
        if number_of(account) is not None:
            found[joined[account]].update(name for name in pool.names[account] if _is_full(name))
    return defaultdict(tuple, {person: tuple(sorted(names)) for person, names in found.items()})


def _own_names(account: str, pool: Pool) -> tuple[str, ...]:
    """The names by which an account goes on the devices of which it is an own account."""
    own = (exhibit for exhibit, accounts in pool.own.items() if account in accounts)
    return tuple(name for exhibit in own for name in pool.names_on.get((exhibit, account), ()) if words(name))


def _reason(talks: int) -> Term:
    return Term(
        rule="named-to-pay",
        score=NAMED,
        text=f"Who holds the device names this account to others in {talks} talk{'s' if talks > 1 else ''}.",
        text_id=f"Pemegang perangkat menyebut akun ini kepada orang lain dalam {talks} percakapan.",
    )


_CAUTION = Term(
    rule="not-always",
    score=NOT_ALWAYS,
    text="People also name accounts of others.",
    text_id="Orang juga menyebut akun milik orang lain.",
)
_FEW = Term(
    rule="few-talks",
    score=FEW_TALKS,
    text=f"They name it in fewer than {TALKS} talks.",
    text_id=f"Akun ini disebut dalam kurang dari {TALKS} percakapan.",
)
_OTHERWISE = Term(
    rule="held-otherwise",
    score=HELD_OTHERWISE,
    text="The statement gives a holder whose name is not known to be theirs.",
    text_id="Menurut rekening koran, nama pemegangnya tidak diketahui sebagai nama orang itu.",
)
_NOBODY = Term(
    rule="nobody-says",
    score=NOBODY_SAYS,
    text="Neither the statement nor any talk gives their full name as its holder.",
    text_id="Baik rekening koran maupun percakapan tidak menyebut nama lengkap orang itu sebagai pemegangnya.",
)
_SELDOM = Term(
    rule="said-seldom",
    score=SAID_SELDOM,
    text=f"The statement gives no holder, and fewer than {TALKS} talks give their full name as such.",
    text_id=f"Rekening koran tidak menyebut pemegang, dan kurang dari {TALKS} percakapan menyebut nama lengkap orang "
    "itu sebagai pemegangnya.",
)
_OTHERS = Term(
    rule="named-by-others",
    score=NAMED_BY_OTHERS,
    text="Somebody of another name names this account from their own device as well.",
    text_id="Orang dengan nama lain juga menyebut akun ini dari perangkatnya sendiri.",
)
