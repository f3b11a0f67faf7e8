# SPDX-License-Identifier: Apache-2.0
"""The rule `said-handle`: the other side of a talk says which name on another service is theirs."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from suluh.model.talk import service_of
from suluh.model.trade import Term
from suluh.persons.identifiers import handle_of
from suluh.persons.names import exclude
from suluh.persons.pool import Pool
from suluh.persons.rule import Proposal, Rule
from suluh.persons.said.talks import DAY, Called, Talk

SAID = 930_000
"""Set by hand, a little under a number that was said: names are chosen, and shops share them."""

ANYBODY_SAYS = -40_000
"""Set by hand, small: it stands against every such word, so that no link has reasons for it alone."""

LATE = -300_000
"""Set by hand: with this doubt alone a link is still work for an officer."""

CLAIMED_TWICE = -500_000
"""Set by hand, as for a number: a name that two call theirs is perhaps a shop's."""

NAMES_DIFFER = -500_000
"""Set by hand, as for one number."""

SOON = 7
"""Days within which a talk begins under the name that was said. Set by hand, as for a number."""


class SaidHandle(Rule):
    """Who writes in a talk says that a name on another service, which the case knows, is theirs.

    It joins where the same holder has a talk with that name on the other service which began within a week afterwards,
    and in which that side wrote. Where no such talk began then, where two call one name theirs or one calls several
    names of a service so, or where full names share no word, it only proposes.
    """

    name = "said-handle"
    turn = 1

    def propose(self, pool: Pool, joined: Mapping[str, str]) -> Iterator[Proposal]:
        """Each account with the account of the name that it said was theirs."""
        known = _known(pool)
        talks: dict[str, list[Talk]] = defaultdict(list)
        for talk in pool.heard.talks:
            talks[joined.get(talk.other, talk.other)].append(talk)
        told: dict[tuple[str, str], Called] = {}
        for one in pool.heard.called:
            account = known.get((one.handle.service, one.handle.name))
            if account is not None and joined.get(one.sender) != joined[account] and one.sender in joined:
                told.setdefault((one.sender, account), one)
        for (sender, account), one in sorted(told.items()):
            against = [_CAUTION]
            if not _began(one, talks[joined[account]], joined):
                against.append(_LATE)
            if _is_claimed_twice(sender, account, pool, joined):
                against.append(_TWICE)
            if exclude(pool.names.get(sender, ()), _names(account, pool, joined)):
                against.append(_OTHER)
            score = max(0, SAID + sum(term.score for term in against))
            yield Proposal(sender, account, score, None, (_FOR,), tuple(against), merges=len(against) == 1)


def _known(pool: Pool) -> dict[tuple[str, str], str]:
    """The account of each chosen name, by service and name."""
    found = ((account, handle_of(account)) for account in pool.accounts)
    return {(service_of(account), handle): account for account, handle in found if handle is not None}


def _began(said: Called, talks: list[Talk], joined: Mapping[str, str]) -> bool:
    """Whether the same holder's talk under that name began within a week after it was said."""
    own = {joined.get(one, one) for one in said.own}
    return any(
        talk.minutes
        and said.at <= talk.began <= said.at + SOON * DAY
        and own & {joined.get(one, one) for one in talk.own}
        for talk in talks
    )


def _is_claimed_twice(sender: str, account: str, pool: Pool, joined: Mapping[str, str]) -> bool:
    """Whether another person calls the name theirs as well, or this one calls another name of the service theirs."""
    service, handle = service_of(account), handle_of(account)
    same = [one for one in pool.heard.called if one.handle.service == service]
    by = {joined.get(one.sender, one.sender) for one in same if one.handle.name == handle}
    names = {one.handle.name for one in same if joined.get(one.sender) == joined.get(sender)}
    return len(by) > 1 or len(names) > 1


def _names(account: str, pool: Pool, joined: Mapping[str, str]) -> tuple[str, ...]:
    """The names of all accounts of one person."""
    return tuple(name for one, names in pool.names.items() if joined.get(one) == joined[account] for name in names)


_FOR = Term(
    rule="said-handle",
    score=SAID,
    text="Who writes under the one account says that the name of the other on its service is theirs.",
    text_id="Yang menulis dengan akun yang satu menyatakan bahwa nama pengguna akun yang lain adalah miliknya.",
)
_CAUTION = Term(
    rule="anybody-says",
    score=ANYBODY_SAYS,
    text="Anybody can say that a name is theirs.",
    text_id="Siapa pun dapat menyatakan bahwa suatu nama pengguna adalah miliknya.",
)
_LATE = Term(
    rule="not-at-once",
    score=LATE,
    text="No talk of the same holder began under that name within a week.",
    text_id="Dalam seminggu tidak ada percakapan pemegang yang sama yang dimulai dengan nama pengguna itu.",
)
_TWICE = Term(
    rule="claimed-twice",
    score=CLAIMED_TWICE,
    text="Two call one name theirs, or one calls two names of a service theirs.",
    text_id="Dua akun mengaku memiliki satu nama pengguna, atau satu akun mengaku memiliki dua.",
)
_OTHER = Term(
    rule="names-differ",
    score=NAMES_DIFFER,
    text="The two go by full names that share no word.",
    text_id="Nama lengkap keduanya tidak mempunyai kata yang sama.",
)
