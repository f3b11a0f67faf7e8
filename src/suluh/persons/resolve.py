# SPDX-License-Identifier: Apache-2.0
"""Which accounts are one person: rules propose, officers decide, links that stand join."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple

from suluh import plugins
from suluh.model.after.beyond import Joint
from suluh.model.ids import person_id
from suluh.model.people import Decision, Link, Person
from suluh.model.rules.holders import Holder
from suluh.model.talk import Account, Contact, is_device, service_of
from suluh.persons.clusters import Clusters, clusters
from suluh.persons.decided import bare, by_link, decide, listed_only, of_devices, parts, rests_on_deals
from suluh.persons.disputes import dispute
from suluh.persons.pool import UNORDERED, Orders, Pool, Said, pool
from suluh.persons.rule import LAST, Rule, link_of
from suluh.persons.said.heard import NOTHING_HEARD, Heard


class Told(NamedTuple):
    """What the case knows of accounts besides where they were seen."""

    own: Mapping[str, Holder] = MappingProxyType({})
    """The accounts of each exhibit that are known to be its holder's."""

    same_talk: Iterable[Joint] = ()
    """Conversations that are one."""

    heard: Heard = NOTHING_HEARD
    """What messages and statements tell of accounts."""


NOTHING_TOLD = Told()


def resolve(
    accounts: Iterable[Account],
    contacts: Iterable[Contact],
    decisions: Iterable[Decision],
    orders: Orders = UNORDERED,
    told: Told = NOTHING_TOLD,
) -> Iterator[Link | Person]:
    """Every link with what was decided on it, then every person: each account of the case is in exactly one.

    A person bears the id of its first account, as `orders` places the files that name them: whatever joins another
    account to it, or parts the two again, that id leads to whoever holds that account. The whole is computed anew from
    what stands, so that a retracted word leaves no trace in the persons.
    """
    kept = tuple(decisions)
    holders = told.own.items()
    stated = {(label, service_of(one)) for label, holder in holders for one in holder.stated if not is_device(one)}
    known = pool(accounts, contacts, orders, told.same_talk, Said(stated, of_devices(kept)), told.heard)
    links = _with_decisions(_proposed(known), by_link(kept), known)
    groups = clusters(known.accounts, (link for link in links.values() if link.merges))
    yield from (links[name] for name in sorted(links))
    yield from persons_of(groups, known, kept)


def _proposed(known: Pool) -> dict[str, Link]:
    """What the rules say without any officer, turn by turn; a turn sees what those before it join."""
    rules = [rule() for rule in plugins.find("suluh.persons.rules", Rule)]
    links: dict[str, Link] = {}
    for turn in range(LAST + 1):
        joined = clusters(known.accounts, (link for link in links.values() if link.merges)).joined()
        for rule in rules:
            if rule.turn == turn:
                _keep_best(links, rule, known, joined)
    return links


def _keep_best(links: dict[str, Link], rule: Rule, known: Pool, joined: Mapping[str, str]) -> None:
    """Add a rule's links; of two proposals for one pair the better stays."""
    for proposal in rule.propose(known, joined):
        link = link_of(rule, proposal, known)
        other = links.get(link.id)
        if other is None or (link.score or 0) > (other.score or 0):
            links[link.id] = link


def _with_decisions(
    links: Mapping[str, Link], history: Mapping[str, tuple[Decision, ...]], known: Pool
) -> dict[str, Link]:
    """The links as officers left them, with contradictions disputed."""
    held = set(known.accounts)
    found = dict(links)
    for name, words in history.items():
        if rests_on_deals(words):
            continue
        link = decide(found.get(name) or bare(name, words, known), words)
        found[name] = link if {link.left, link.right} <= held else listed_only(link)
    apart = [found[name] for name, words in history.items() if parts(words)]
    return dispute(known.accounts, found.values(), (pair for pair in apart if {pair.left, pair.right} <= held))


def persons_of(groups: Clusters, known: Pool, decisions: Iterable[Decision]) -> Iterator[Person]:
    """The persons that groups of accounts make, with the roles that officers gave them."""
    roles: dict[str, set[str]] = defaultdict(set)
    for decision in decisions:
        if decision.act == "role" and decision.right:
            roles[decision.left].add(decision.right)
    for accounts in groups.groups():
        yield Person(
            id=person_id(known.first(accounts)),
            accounts=accounts,
            roles=tuple(sorted({role for account in accounts for role in roles[account]})),
            exhibits=tuple(sorted({exhibit for account in accounts for exhibit in known.exhibits(account)})),
        )
