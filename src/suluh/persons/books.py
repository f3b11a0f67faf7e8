# SPDX-License-Identifier: Apache-2.0
"""Address books, and cards that people send each other: a card tells how somebody else lists whom it names.

1. A vCard that a message bears is a card, and so is a vCard that holds one entry alone: people are sent one by one.
2. Every other entry is one of the address book of its exhibit.
"""

from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import NamedTuple

from suluh.model.talk import Contact

_CARD = "card/"
"""How entries of a vCard are pointed to, each by the number of its card."""


class Entries(NamedTuple):
    """What exhibits list, by who lists it."""

    book: tuple[Contact, ...]
    """Entries of the exhibit's own address book."""

    cards: tuple[Contact, ...]
    """Entries that somebody sent, or may have sent."""


def entries(contacts: Iterable[Contact], sent: AbstractSet[str]) -> Entries:
    """The entries of address books and those of cards; `sent` are the files that messages bear."""
    known = tuple(contacts)
    held: dict[str, set[str]] = {}
    for one in known:
        if (card := card_of(one)) is not None:
            held.setdefault(one.place.file, set()).add(card)
    single = {file for file, cards in held.items() if len(cards) == 1 or file in sent}
    book = tuple(one for one in known if one.place.file not in single)
    return Entries(book, tuple(one for one in known if one.place.file in single))


def card_of(one: Contact) -> str | None:
    """The number of the card that an entry of a vCard stands in; null for an entry of anything else."""
    pointer = one.place.pointer or ""
    return pointer.split("/")[1] if pointer.startswith(_CARD) else None
