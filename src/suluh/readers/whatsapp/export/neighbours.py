# SPDX-License-Identifier: Apache-2.0
"""What the other exports of a folder say of the order of day and month, where one alone does not tell.

A phone writes all its exports in one setting. Another export beside the file counts where its headers have the same
form, the same words for the halves of the day and the same zeros, and where a number over 12 leaves one order alone.
All that count must agree; of a file only the head is looked at, and it does not count as read.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from suluh.model.evidence.source import Source
from suluh.readers.whatsapp.authors import is_named_as_export
from suluh.readers.whatsapp.dates import Shape, sure_order
from suluh.readers.whatsapp.export.lines import head_lines
from suluh.readers.whatsapp.headers import OTHER_SETTINGS, Form, Order, day_of, word_of

MOST = 64
"""Exports beside a file that are looked at."""

_HEAD = 1 << 16


class _Seen(NamedTuple):
    """How headers of one shape are written in a file, and which orders it leaves beyond doubt."""

    halves: set[str]
    zeros: set[bool]
    """Whether days and months below ten have a zero before them."""

    sure: set[Order]

    def is_one_setting(self, other: "_Seen") -> bool:
        """Whether two files were written in one setting, as far as they show it."""
        same_zeros = not self.zeros or not other.zeros or self.zeros == other.zeros
        return same_zeros and (self.halves == other.halves or bool(self.halves & other.halves))


def orders_beside(source: Source, form: Form, asked: Iterable[Shape]) -> dict[Shape, Order]:
    """The order of day and month for each shape of which the exports beside a file leave one alone."""
    own = _seen(source.head, form, whole=len(source.head) >= source.size)
    wanted = {shape: own[shape] for shape in asked if shape in own}
    found: dict[Shape, set[Order]] = defaultdict(set)
    for head in _heads(source) if wanted else ():
        for shape, seen in _seen(head, form, whole=len(head) < _HEAD).items():
            if shape in wanted and wanted[shape].is_one_setting(seen):
                found[shape] |= seen.sure
    return {shape: orders.pop() for shape, orders in found.items() if len(orders) == 1}


def _heads(source: Source) -> Iterator[bytes]:
    own = source.path.rpartition("/")[2] if source.inside is None else source.inside.rpartition("/")[2]
    texts = (name for name in source.names if name.casefold().endswith(".txt") and is_named_as_export(name, None))
    for name in sorted(set(texts) - {own})[:MOST]:
        head = source.glance(name)
        if head is not None:
            yield head


def _seen(head: bytes, form: Form, *, whole: bool) -> dict[Shape, _Seen]:
    is_plain = form.name in OTHER_SETTINGS
    found: dict[Shape, _Seen] = {}
    for line in head_lines(head, whole=whole):
        if (header := form.pattern.match(line)) is None:
            continue
        written, comma, clock, half = header.group("date", "comma", "clock", "half")
        half = half if is_plain else word_of(header)
        day = day_of(written)
        seen = found.setdefault((day.form, comma, clock[-3], half is not None), _Seen(set(), set(), set()))
        seen.halves.update([half] if half else [])
        seen.zeros.update(f"0{one}" in written for one in day.numbers[:2] if one < 10)  # noqa: PLR2004 # one digit
        if (sure := sure_order(day)) is not None:
            seen.sure.add(sure)
    return found
