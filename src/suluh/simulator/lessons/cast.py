# SPDX-License-Identifier: Apache-2.0
"""What the traps of a training case are made with: the world, its seized sellers, and what their devices will show."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from suluh.simulator.lessons.key import Trap
from suluh.simulator.world.events import Deal
from suluh.simulator.world.people import Person
from suluh.simulator.world.world import World


@dataclass
class Cast:
    """A world whose ordinary trade has happened."""

    world: World
    sellers: list[Person]
    days: int
    books: dict[str, dict[str, str]] = field(default_factory=dict)
    """Names in the contacts of the sellers' devices, by seller and person."""

    edits: dict[str, str] = field(default_factory=dict)
    """What the holder of the edited export wrote over messages, by message."""

    forger: Person | None = None
    """Whose device holds the edited export."""

    def at(self, share: float) -> datetime:
        """A moment of the world's days, around noon."""
        return self.world.start + timedelta(days=int(self.days * share), hours=3)

    def save(self, seller: int, person: Person, name: str) -> None:
        """Let a seller keep a person under a name."""
        self.books.setdefault(self.sellers[seller].key, {})[person.key] = name

    def swap(self, old: Person, new: Person) -> Person:
        """Put a person in the place of one who has done nothing yet."""
        persons = self.world.registry.persons
        persons[persons.index(old)] = new
        return new


def trap(name: str, row: int, persons: list[Person], deals: list[Deal]) -> Trap:
    """A trap on these persons and deals."""
    accounts = sorted({account for person in persons for account in person.accounts})
    keys = tuple(person.key for person in persons)
    return Trap(
        name=name, row=str(row), persons=keys, accounts=tuple(accounts), deals=tuple(deal.key for deal in deals)
    )
