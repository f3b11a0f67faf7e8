# SPDX-License-Identifier: Apache-2.0
"""Messages by conversation: what one says is read by what was said before it there."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence, Sized
from typing import TypeVar

from suluh.model.talk import Message
from suluh.model.times import Dated

S = TypeVar("S", bound=Sized)

Rooms = Iterable[Iterable[Dated[Message]]]
"""The messages of each conversation, one conversation after the other, none twice."""


def by_room(talk: Iterable[Dated[Message]]) -> Sequence[Sequence[Dated[Message]]]:
    """Messages in any order by conversation, all of them held."""
    found: dict[str, list[Dated[Message]]] = defaultdict(list)
    for one in talk:
        found[one.value.conversation].append(one)
    return list(found.values())


def together(rooms: Iterable[S], many: int) -> Iterator[list[S]]:
    """As many conversations at a time as together have so many messages."""
    found, number = list[S](), 0
    for room in rooms:
        found.append(room)
        number += len(room)
        if number >= many:
            yield found
            found, number = [], 0
    if found:
        yield found
