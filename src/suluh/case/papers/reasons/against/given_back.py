# SPDX-License-Identifier: Apache-2.0
"""Messages that speak of money given back: they speak against a deal, and against the other deals of the same two."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cached_property

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.numbered import Numbered
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both

_BACK = re.compile(
    r"\b(refund\w*|(uang|duit|dana|transferan)\w*\W(\w+\W){0,3}(di)?(balik|kembali)\w*|"
    r"(di|nge|me|mu|ku)?(balik|kembali)(in|kan)\W(\w+\W){0,3}(uang|duit|dana|transferan)\w*|"
    r"money\W(\w+\W){0,3}back|(give|gave|sent|send|pay|paid)\W(\w+\W){0,3}money\W(\w+\W){0,2}back)",
    re.IGNORECASE,
)


class Backs:
    """Finds such messages among those of all deals."""

    def __init__(self, material: Material) -> None:
        self._material = material

    @cached_property
    def _by_pair(self) -> Mapping[tuple[str, str], list[tuple[Deal, tuple[str, ...]]]]:
        """The deals of each two persons in which a message speaks of it, with these messages."""
        found: dict[tuple[str, str], list[tuple[Deal, tuple[str, ...]]]] = defaultdict(list)
        for deal in self._material.parties.deals:
            names = tuple(name for name in deal.messages if self._speaks(name))
            if names and deal.judgement != "rejected":
                found[self._pair(deal)].append((deal, names))
        return found

    def _speaks(self, name: str) -> bool:
        shown = self._material.messages.get(name)
        return shown is not None and _BACK.search(shown.record.text or "") is not None

    def _pair(self, deal: Deal) -> tuple[str, str]:
        person = self._material.parties.person
        return person(deal.seller), person(deal.buyer)

    def against(self, deal: Deal, numbered: Numbered) -> Iterator[Both]:
        """What of it speaks against a deal that a booked line paid."""
        if not deal.payments:
            return
        others = list[Deal]()
        for one, names in self._by_pair.get(self._pair(deal), ()):
            if one.id != deal.id:
                others.append(one)
            else:
                at = numbered.within(names)
                yield Both(
                    f"A message of it speaks of money given back.{at.english}",
                    f"Pesannya menyebut uang yang dikembalikan.{at.indonesian}",
                )
        if others:
            told = [self._material.parties.named(one) for one in others]
            english, indonesian = (", ".join(one.english for one in told), ", ".join(one.indonesian for one in told))
            yield Both(
                f"The same two speak of money given back in {english}: whether that is about this payment is open.",
                f"Kedua orang yang sama menyebut uang yang dikembalikan dalam {indonesian}: apakah itu tentang "
                "pembayaran ini masih terbuka.",
            )
