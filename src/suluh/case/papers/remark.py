# SPDX-License-Identifier: Apache-2.0
"""The one shape of a sentence about deals on paper: what it says, how it bears on them, and which deals it names.

What is said of deals comes from three places, and each yields remarks: the reasons of a deal, the hints of other
explanations, and what stands beside the sums of a person. A remark of one deal ends in the messages and booked lines
that it rests on, by their numbers.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Literal, NamedTuple, TypeVar

from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

Bearing = Literal["for", "against", "lacks", "follows", "chance", "clock", "hint", "beside", "none"]
"""How a sentence bears on deals; one of the bearing ``none`` says that there is nothing to say."""

K = TypeVar("K")


class Remark(NamedTuple):
    """One sentence about deals."""

    says: Both
    bears: Bearing = "hint"
    deals: tuple[str, ...] = ()
    """The deals that it names, by their codes."""


def hint(english: str, indonesian: str) -> Remark:
    """A hint that names no deal."""
    return Remark(Both(english, indonesian))


def on(code: str, says: Both, bears: Bearing = "hint") -> Remark:
    """A sentence behind the code of the one deal that it is about."""
    return Remark(Both(f"{code}: {says.english}", f"{code}: {says.indonesian}"), bears, (code,))


def by_bearing(remarks: Iterable[Remark]) -> Mapping[Bearing, tuple[Both, ...]]:
    """The sentences of each bearing, in their order."""
    found: dict[Bearing, list[Both]] = defaultdict(list)
    for one in remarks:
        found[one.bears].append(one.says)
    return defaultdict(tuple, {bears: tuple(said) for bears, said in found.items()})


def gathered(
    deals: Iterable[Deal], find: Callable[[Deal], Iterable[tuple[K, str]]]
) -> Iterator[tuple[K, dict[str, list[str]]]]:
    """What is found of some deals, that of one key together: by the id of each deal, each thing that was found."""
    found: dict[K, dict[str, list[str]]] = {}
    for deal in deals:
        for key, detail in find(deal):
            found.setdefault(key, {}).setdefault(deal.id, []).append(detail)
    yield from found.items()
