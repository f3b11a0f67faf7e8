# SPDX-License-Identifier: Apache-2.0
"""Takes back what random officers decided: ``python -m bench.decisions COUNT SEED``, 10,000 sequences by default.

In each, officers speak on links, pairs and deals, and take words back; then all that stands is taken back. Persons and
deals must be what they were, and no id may have changed on the way.
"""

import random
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field

from suluh.deals.decided import decided, held_by
from suluh.model.ids import person_id
from suluh.model.people import Decision, Link, Person
from suluh.model.place import Place
from suluh.model.rules.spoken import standing
from suluh.model.talk import Account
from suluh.model.trade import Deal
from suluh.persons.decided import by_link
from suluh.persons.resolve import resolve

NUMBERS = ("+628110000001", "+628110000002", "+628110000003")
SERVICES = ("whatsapp", "gopay")
OFFICERS = ("S-1", "S-2", "S-3")
MOST_WORDS = 8
"""Words of one sequence."""

ACTS = ("confirm", "reject", "dispute", "retract")


def main(count: int = 10_000, seed: int = 1) -> None:
    """Print how many sequences left something behind."""
    wrong = [one for one in range(seed, seed + count) if not restores(one)]
    print(f"{count} sequences from seed {seed}: {len(wrong)} left something behind {wrong[:9]}")
    if wrong:
        raise SystemExit(1)


@dataclass
class _Unit:
    """What the officers of one made-up case said so far."""

    dice: random.Random
    said: list[Decision] = field(default_factory=list)

    def persons(self) -> list[Person]:
        """The persons as they stand."""
        return [one for one in self._resolved() if isinstance(one, Person)]

    def links(self) -> list[Link]:
        """The links as they stand."""
        return [one for one in self._resolved() if isinstance(one, Link)]

    def deals(self) -> list[Deal]:
        """The deals as they stand."""
        return list(decided(_DEALS, self.said))

    def say(self, act: str, left: str, by: str, **fields: str | tuple[str, ...] | None) -> None:
        """Keep one word."""
        order = len(self.said) + 1
        at = f"2026-01-01T00:{order // 60:02}:{order % 60:02}Z"
        self.said.append(Decision(id=f"d{order}", act=act, left=left, by=by, at=at, order=order, **fields))  # type: ignore[arg-type] # any field of the model

    def say_something(self) -> None:
        """One officer says something on a link, a pair, or a deal."""
        by, of = self.dice.choice(OFFICERS), self.dice.random()
        if of < 0.4:  # two fifths on links
            self._on(self.dice.choice(self.links()), self.dice.choice(ACTS), by)
        elif of < 0.6:  # a fifth on pairs
            left, right = sorted(self.dice.sample([one.account for one in _ACCOUNTS], 2))
            self.say(self.dice.choice(("join", "part")), left, by, right=right)
        else:
            deal = self.dice.choice(_DEALS)
            self.say(f"{self.dice.choice(ACTS)}-deal", deal.id, by, holds=held_by(deal))

    def take_all_back(self) -> None:
        """Retract until no word stands; what an officer withdrew is confirmed first, and so stands again."""
        for link in self.links():
            history = by_link(self.said).get(link.id, ())
            words, withdrawn, _ = standing(history)
            if withdrawn:
                self._on(link, "confirm", OFFICERS[0])
            for _ in range(len(words) + withdrawn):
                self._on(link, "retract", self.dice.choice(OFFICERS))
        for deal in _DEALS:
            words, _, _ = standing([one for one in self.said if one.left == deal.id])
            for _ in words:
                self.say("retract-deal", deal.id, self.dice.choice(OFFICERS), holds=held_by(deal))

    def _on(self, link: Link, act: str, by: str) -> None:
        self.say(act, link.left, by, right=link.right, link=link.id, rule=link.rule)

    def _resolved(self) -> Iterator[Link | Person]:
        return resolve(_ACCOUNTS, (), self.said)


def restores(seed: int) -> bool:
    """Whether taking back all words of one random sequence leaves persons, deals and ids as they were."""
    unit = _Unit(random.Random(seed))  # noqa: S311 # made-up decisions
    persons, deals = unit.persons(), unit.deals()
    for _ in range(unit.dice.randint(1, MOST_WORDS)):
        unit.say_something()
    kept = [one.id for one in unit.deals()] == [one.id for one in deals]
    lead_on = {one.id for one in unit.persons()} <= _NAMES
    unit.take_all_back()
    return kept and lead_on and unit.persons() == persons and unit.deals() == deals


def _account(number: str, service: str, line: int) -> Account:
    place = Place(exhibit="B-1", acquisition="1", path="chat", file="f", line=line)
    return Account(id=f"a{line}", account=f"{service}:{number}", names=("Budi Contoh",), place=place)


_PAIRS = [(number, service) for number in NUMBERS for service in SERVICES]
_ACCOUNTS = [_account(number, service, line) for line, (number, service) in enumerate(_PAIRS, 1)]
_NAMES = frozenset(person_id(one.account) for one in _ACCOUNTS)
"""The ids that persons of these accounts can bear, whoever is joined with whom."""

_DEALS = [
    Deal(id=f"deal-{one}", kind="sale", state="paid", tier="possible", messages=(f"m{one}", "m"), payments=(f"p{one}",))
    for one in range(3)
]


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
