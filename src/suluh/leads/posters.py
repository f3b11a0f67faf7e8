# SPDX-License-Identifier: Apache-2.0
"""Work on who sent contents into sources: whoever made them may be found through them."""

from collections.abc import Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from suluh.leads.work import SOURCE, Reason, Work
from suluh.model.after.beyond import Origin
from suluh.model.people import Person
from suluh.model.talk import is_named_only

BEHIND_SOURCES = 1
"""Their turn in the tier of sources: a group shows more people than one of them."""


@dataclass
class _Brought:
    """What one person brought into sources."""

    person: Person | None
    items: int = 0
    sold_on: int = 0
    sources: int = 0


def of_posters(origins: Iterable[Origin], people: Mapping[str, Person], apart: AbstractSet[str]) -> Iterator[Work]:
    """One piece of work for each person who sent something into a source; `apart` are persons who are none."""
    person = {account: one for one in people.values() for account in one.accounts}
    found: dict[str, _Brought] = {}
    for origin in origins:
        here = set()
        for poster in origin.posters:
            one = person.get(poster.account)
            name = one.id if one else poster.account
            brought = found.setdefault(name, _Brought(one))
            brought.items += poster.items
            brought.sold_on += poster.sold_on
            brought.sources += name not in here
            here.add(name)
    for name in sorted(found.keys() - apart):
        yield _work(name, found[name])


def _work(name: str, brought: _Brought) -> Work:
    accounts = brought.person.accounts if brought.person else (name,)
    by_name = all(map(is_named_only, accounts))
    return Work(SOURCE, "poster", name, tuple(_reasons(brought)), BEHIND_SOURCES, by_name)


def _reasons(brought: _Brought) -> Iterator[Reason]:
    sold, items, sources = brought.sold_on, brought.items, brought.sources
    yield Reason(
        "items-sold-on",
        sold,
        f"{sold} of what this person sent into sources {'was' if sold == 1 else 'were'} sold on.",
        f"{sold} materi yang dikirim orang ini ke sumber dijual lagi.",
    )
    yield Reason(
        "first-seen-items",
        items,
        f"{items} item{'s' if items != 1 else ''} of this person came in there before anywhere else.",
        f"{items} materi dari orang ini pertama kali masuk di sana.",
    )
    yield Reason(
        "sources",
        sources,
        f"Through {sources} source{'s' if sources != 1 else ''} of this case.",
        f"Melalui {sources} sumber dalam perkara ini.",
    )
