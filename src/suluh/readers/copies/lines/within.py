# SPDX-License-Identifier: Apache-2.0
"""The messages of a case, all of them or those of some conversations, as often as they are asked for."""

from collections.abc import Callable, Iterable, Iterator
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from operator import attrgetter

from suluh.model.talk import Message

Every = Callable[[], Iterable[Message]]
Within = Callable[[AbstractSet[str]], Iterable[Message]]


@dataclass(frozen=True)
class Told:
    """Gives messages in one order, that of their conversations where these are asked for one by one."""

    every: Every
    within: Within | None = None
    """Finds those of some conversations, one by one, without any other; null where all have to be looked at."""

    def by_talk(self, names: AbstractSet[str]) -> Iterator[Message]:
        """The same, all of one conversation before those of the next."""
        yield from self.of(names) if self.within is not None else sorted(self.of(names), key=attrgetter("conversation"))

    def of(self, names: AbstractSet[str]) -> Iterator[Message]:
        """The messages of some conversations."""
        if not names:
            return
        if self.within is not None:
            yield from self.within(names)
            return
        yield from (one for one in self.every() if one.conversation in names)
