# SPDX-License-Identifier: Apache-2.0
"""Persons with what deals add: links that rest on deals join last, and nothing that deals rest on.

1. Deals are found for the persons that records and officers make.
2. A link that rests on deals joins two of these, unless an officer spoke on it, or parted two accounts that it would
   join by whatever way; it changes no deal.
"""

from collections.abc import Iterable, Iterator

from suluh.model.people import ONE_CONVERSATION, Decision, Link, Person
from suluh.model.rules.spoken import standing
from suluh.persons.clusters import Clusters, clusters
from suluh.persons.decided import OF_DEALS, by_link, decide, parts
from suluh.persons.disputes import disputed
from suluh.persons.pool import Pool
from suluh.persons.resolve import persons_of


class Grouping:
    """The accounts of a case in persons, before deals are known and afterwards."""

    def __init__(self, known: Pool, links: Iterable[Link], decisions: Iterable[Decision]) -> None:
        self._known, self._decisions = known, tuple(decisions)
        # What an earlier run joined by its deals counts for nothing here.
        of_accounts = (one for one in links if one.merges and one.rule != ONE_CONVERSATION)
        self._links = [one for one in of_accounts if one.by is not None or one.rule not in OF_DEALS]
        self._spoken = by_link(self._decisions)

    def before(self) -> tuple[Person, ...]:
        """The persons for whom deals are found."""
        return tuple(persons_of(self._groups(), self._known, self._decisions))

    def after(self, suggested: Iterable[Link]) -> Iterator[Link | Person]:
        """Links that rest on deals, as officers left them, without those on which a word stands; then every person."""
        groups, apart, held = self._groups(), self._apart(), set(self._known.accounts)
        for link in sorted(suggested, key=lambda one: one.id):
            history = self._spoken.get(link.id, ())
            words, withdrawn, _ = standing(history)
            if words or withdrawn:
                continue
            one = decide(link, history)
            if one.merges and {one.left, one.right} <= held:
                ends = {groups.first(one.left), groups.first(one.right)}
                if any({groups.first(pair) for pair in two} == ends for two in apart):
                    one = disputed(one)
                else:
                    groups.join(one.left, one.right)
            yield one
        yield from persons_of(groups, self._known, self._decisions)

    def _groups(self) -> Clusters:
        return clusters(self._known.accounts, self._links)

    def _apart(self) -> list[tuple[str, str]]:
        """Pairs of accounts that officers parted."""
        held = set(self._known.accounts)
        pairs = [(words[-1].left, words[-1].right or "") for words in self._spoken.values() if parts(words)]
        return [pair for pair in pairs if set(pair) <= held]
