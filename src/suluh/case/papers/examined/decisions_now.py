# SPDX-License-Identifier: Apache-2.0
"""What a decision is about now: the deal on which it stands, or why on none; and the deals on which a link rests."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.circular import OF_PAYMENTS
from suluh.model.money import spoken
from suluh.model.people import Decision
from suluh.model.trade import Deal, money_of
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many, told

_OF_HIDDEN = Both(
    "some are withheld, as of protected accounts, where there are any",
    "sebagian ditahan karena akun terlindungi, bila ada",
)
"""What is said of a link into or from whose accounts withheld lines went."""


@dataclass(frozen=True)
class Standing:
    """Says so by the deals of a case as they are now."""

    material: Material

    @cached_property
    def _by_part(self) -> Mapping[str, tuple[Deal, ...]]:
        """The deals that hold each message and booked line."""
        found: dict[str, list[Deal]] = {}
        for deal in self.material.parties.deals:
            for part in (*deal.messages, *deal.payments):
                found.setdefault(part, []).append(deal)
        return {part: tuple(deals) for part, deals in found.items()}

    def deal(self, one: Decision) -> tuple[str | None, Both]:
        """The code of the deal that was decided on, and why it no longer stands so; a word of nothing where it does."""
        codes = self.material.parties.deal_codes
        now = {deal.id: deal for part in one.holds for deal in self._by_part.get(part, ())}
        same = next((deal for deal in now.values() if {*deal.messages, *deal.payments} == set(one.holds)), None)
        if same is not None:
            return codes[same.id], Both("", "")
        if one.left in codes and not one.holds:
            return codes[one.left], Both("", "")
        return codes.get(one.left), self._gone(one, now.values())

    def told(self, one: Decision) -> Both:
        """What a decision on a deal says beside its code: why it stands no more, or whose a rejected deal was."""
        code, gone = self.deal(one)
        parties = self.material.parties
        deal = next((each for each in parties.deals if parties.deal_codes[each.id] == code), None)
        if one.act != "reject-deal" or gone.english or deal is None:
            return gone
        sides = f"{parties.person(deal.seller)} → {parties.person(deal.buyer)}"
        if deal.amount_minor is None or deal.currency is None:
            return Both(
                f" It stands on no annex ({sides}, no sum).", f" Tidak ada pada lampiran ({sides}, tanpa jumlah)."
            )
        what = told(money_of(deal) or "asked")
        english, indonesian = spoken(deal.amount_minor, deal.currency)
        lines = len(self.material.lines_of(deal))
        booked = many(lines, "booked line")
        return Both(
            f" It stands on no annex ({sides}, {english}, {what.english}, {booked}) and counts nowhere.",
            f" Tidak ada pada lampiran ({sides}, {indonesian}, {what.indonesian}, {lines} baris rekening) dan tidak "
            "dihitung.",
        )

    def _gone(self, one: Decision, now: Iterable[Deal]) -> Both:
        """Why a word counts for no deal: what it was said of is put together otherwise since."""
        left = [self._left(deal, one) for deal in now]
        size = len(one.holds)
        if not left:
            return Both(
                f" It stands no more: none of the {size} messages and booked lines that it was made on is in a deal "
                "now.",
                f" Keputusan ini tidak berlaku lagi: dari {size} pesan dan baris rekening yang menjadi dasarnya, tidak "
                "ada yang sekarang termasuk suatu rangkaian.",
            )
        english, indonesian = _joined(left)
        return Both(
            f" It stands no more: it was made on {size} messages and booked lines that are put together otherwise "
            f"since ({english}), so it counts for no deal until an officer decides anew.",
            f" Keputusan ini tidak berlaku lagi: dasarnya {size} pesan dan baris rekening yang sejak itu disusun lain "
            f"({indonesian}), sehingga tidak berlaku bagi rangkaian mana pun sampai petugas memutuskan lagi.",
        )

    def _left(self, deal: Deal, one: Decision) -> Both:
        held = {*deal.messages, *deal.payments}
        kept, more = len(held & set(one.holds)), len(held - set(one.holds))
        code = self.material.parties.deal_codes[deal.id]
        return Both(f"{code} has {kept} of them and {more} more", f"{code} memuat {kept} di antaranya dan {more} lain")

    def link(self, one: Decision) -> Both:
        """On which deals a link of payments rests, rejected ones as well, and on which papers these stand."""
        if one.rule not in OF_PAYMENTS or one.right is None:
            return Both("", "")
        found = [self._named(deal) for deal in self._paid(one.left, one.right)]
        if self.material.parties.hidden.is_counted(one, OF_PAYMENTS):
            found.append(_OF_HIDDEN)
        if not found:
            return Both(
                " No deal that stands now was paid between these two and a party: no annex shows one.",
                " Sekarang tidak ada rangkaian yang dibayar dari atau ke akun ini: tidak ada lampiran yang memuatnya.",
            )
        english, indonesian = _joined(found)
        return Both(f" Rests on: {english}.", f" Bertumpu pada: {indonesian}.")

    def _paid(self, left: str, right: str) -> Iterator[Deal]:
        """The deals of one of two accounts that the other paid, or was paid in."""
        group = self.material.parties.group
        for deal in self.material.parties.deals:
            for account, party in ((left, right), (right, left)):
                ends = [(shown.record.payer, shown.record.beneficiary) for shown in self.material.lines_of(deal)]
                is_bought = deal.buyer in group(party) and any(payer == account for payer, _ in ends)
                is_sold = deal.seller in group(party) and any(payee == account for _, payee in ends)
                if (is_bought or is_sold) and account not in {deal.buyer, deal.seller}:
                    yield deal
                    break

    def _named(self, deal: Deal) -> Both:
        """A deal by its code, and where it stands in full."""
        parties = self.material.parties
        code = parties.deal_codes[deal.id]
        if deal.judgement == "rejected":
            return Both(f"{code}, rejected: on no annex", f"{code}, ditolak: tidak ada pada lampiran mana pun")
        seller = f"D3-{parties.person(deal.seller)}" if deal.seller else ""
        if deal.judgement != "confirmed":
            return Both(f"{code}, not decided: {seller}, part 5", f"{code}, belum diputuskan: {seller}, bagian 5")
        papers = " / ".join(filter(None, (seller, deal.buyer and f"D4-{parties.person(deal.buyer)}")))
        return Both(f"{code}: {papers}, part 2", f"{code}: {papers}, bagian 2")


def _joined(parts: Iterable[Both]) -> tuple[str, str]:
    """Several, one after the other, in both languages."""
    both = tuple(parts)
    return "; ".join(one.english for one in both), "; ".join(one.indonesian for one in both)
