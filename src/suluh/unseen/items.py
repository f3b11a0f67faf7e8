# SPDX-License-Identifier: Apache-2.0
"""Which items are counted: contents that look alike are one, and what cannot be compared is left out.

A picture that was sent on is often another file: counted by its digest it would seem to be seen once, twice over, and
a floor of such counts may lie above the truth. So a content counts only where an exhibit holds it and it can be
compared: pictures by their look, and what is no picture, film or sound by its digest, for nothing changes it unseen.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from suluh.model.intake import Content
from suluh.model.matching import Fingerprint, Group, Match
from suluh.model.trade import Deal
from suluh.unseen.captures import Captures

_MEDIA = ("image/", "video/", "audio/")


def handed_over(deals: Iterable[Deal]) -> frozenset[str]:
    """Every content that a deal handed over, but mere offers."""
    return frozenset(sha256 for deal in deals if deal.state != "offered" for sha256 in deal.files)


def one_item(
    contents: Collection[str],
    held: Iterable[Content],
    looked: Iterable[Fingerprint],
    groups: Iterable[Group],
    matches: Iterable[Match],
) -> dict[str, str]:
    """For each of some contents that can be compared the name of its item.

    Contents are one where they stand in one group of look-alikes, or match one entry of a set.
    """
    parent: dict[str, str] = {}
    for group in groups:
        for other in group.contents[1:]:
            _join(parent, group.contents[0], other)
    for match in matches:
        if match.moment is None:
            _join(parent, f"{match.set}/{match.set_entry}", match.sha256)
    pictures = {one.sha256 for one in looked if one.value is not None and one.moment is None}
    known = {one.sha256 for one in held if one.sha256 in pictures or not one.type.startswith(_MEDIA)}
    return {one: _root(parent, one) for one in sorted(known & set(contents))}


def _join(parent: dict[str, str], one: str, other: str) -> None:
    low, high = sorted((_root(parent, one), _root(parent, other)))
    if low != high:
        parent[high] = low


def _root(parent: Mapping[str, str], name: str) -> str:
    while name in parent:
        name = parent[name]
    return name


def items(deals: Iterable[Deal], same: Mapping[str, str] | None) -> Captures:
    """In how many sales each item was handed over; without `same` each content is an item."""
    times: Counter[str] = Counter()
    sales = 0
    for deal in deals:
        found = set(deal.files) if same is None else {same[one] for one in deal.files if one in same}
        sales += bool(found)
        times.update(found)
    return Captures.counted(times.values(), units=sales)
