# SPDX-License-Identifier: Apache-2.0
"""Deals, booked lines and contents as papers say them."""

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal

from suluh.case.gate.seal import Seal
from suluh.case.papers.deals.booked import of_dealers
from suluh.case.papers.deals.contents import Contents
from suluh.case.papers.deals.lines import Lines
from suluh.case.papers.material import Material
from suluh.case.papers.places import Lettered
from suluh.case.papers.reasons import clocks, usual
from suluh.case.papers.reasons.against import exported
from suluh.case.papers.reasons.against.apart import of_names, of_sides
from suluh.case.papers.reasons.against.failed import Failed
from suluh.case.papers.reasons.against.given_back import Backs
from suluh.case.papers.reasons.against.rejected import Rejected
from suluh.case.papers.reasons.chances import chance
from suluh.case.papers.reasons.chances.counted import Counted
from suluh.case.papers.reasons.circular import Circles, repeats
from suluh.case.papers.reasons.lacking import of_deal
from suluh.case.papers.reasons.numbered import ID, Numbered, cited, counts_unnamed
from suluh.case.papers.reasons.others import of_other_deals
from suluh.case.papers.reasons.talk.between import Between
from suluh.case.papers.reasons.talk.excerpt import Excerpts, in_order
from suluh.case.papers.reasons.tiers import why_possible
from suluh.case.papers.remark import Bearing, Remark, by_bearing
from suluh.case.views.records import Shown
from suluh.model.place import Place
from suluh.model.trade import Deal, Payment, Stamp, Term, money_of
from suluh.referral.papers.lines import DealLine, ExcerptLine
from suluh.referral.papers.values import Both, Clock, Sum

OFFERS = frozenset({"offer", "proposed-by-seller"})
ORDERS = frozenset({"order", "proposed-by-buyer", "answered-by-buyer"})
"""Reasons whose messages are the seller's offer, and the buyer's order."""

SCORES = frozenset({"judged", "kind", "reads-as-trade", "chance-match"})
"""Reasons that are a score or a share in words: no paper prints them; chance is printed by its parts."""

SPOKEN = frozenset({"confirm", "reject", "dispute", "join", "part", "confirm-deal", "reject-deal", "dispute-deal"})
"""Reasons that are what an officer decided: who did, and when, stands beside, and why in the list of decisions."""

BARE = Both(
    "Nothing but the decision of an officer stands for this.",
    "Selain keputusan petugas tidak ada dasar untuk ini.",
)

MOMENT = re.compile(r"\b(\d{4}-\d\d-\d\d)T(\d\d:\d\d:\d\d)Z")
"""An instant as sentences of the case have it."""

_OF_HIDDEN = Both(
    "A reason is withheld: it names a booked line of a protected account.",
    "Satu alasan ditahan: alasan itu menyebut baris rekening akun terlindungi.",
)
_COUNTS_HIDDEN = Both(
    "A reason is withheld: it counts booked lines of a statement of which lines of a protected account are left out.",
    "Satu alasan ditahan: alasan itu menghitung baris rekening koran yang sebagian barisnya ditahan karena akun "
    "terlindungi.",
)
_WHOSE = Both("Whose payment is this?", "Pembayaran siapa ini?")


@dataclass(frozen=True)
class Trade:
    """Says what a case holds of trade."""

    material: Material
    seal: Seal

    @cached_property
    def lines(self) -> Lines:
        """Booked lines."""
        return Lines(self.material)

    @cached_property
    def excerpts(self) -> Excerpts:
        """What is printed of messages."""
        return Excerpts(self.material)

    @cached_property
    def sent(self) -> Contents:
        """What was sent."""
        return Contents(self.material)

    @cached_property
    def counted(self) -> Counted:
        """Over which lines chances were counted."""
        return Counted(self.material)

    @cached_property
    def backs(self) -> Backs:
        """Where money given back is spoken of."""
        return Backs(self.material)

    @cached_property
    def between(self) -> Between:
        """Messages that stand among those of deals and in none."""
        return Between(self.material)

    @cached_property
    def failed(self) -> Failed:
        """Bookings that did not go through."""
        return Failed(self.material)

    @cached_property
    def rejected(self) -> Rejected:
        """Other lines of payers that were only of rejected deals."""
        return Rejected(self.material)

    @cached_property
    def circles(self) -> Circles:
        """Accounts that payments alone join to a party."""
        return Circles(self.material)

    def deal(self, deal: Deal, own: frozenset[str] = frozenset()) -> DealLine:
        """One deal on the paper of a person, by their accounts; of one not confirmed the sums that it would have."""
        material, parties = self.material, self.material.parties
        paid, back = material.paid_and_back(deal)
        money, currency = money_of(deal), deal.currency or ""
        whole = Sum(deal.amount_minor, currency) if deal.amount_minor is not None and currency else None
        numbered, where = self.numbered(deal), self.lettered(deal)
        said = by_bearing(self.remarks(deal, numbered))
        excerpt, withheld = self.excerpts.lines(deal, numbered, where, own)
        return DealLine(
            code=parties.deal_codes[deal.id],
            shown=self.seal.of(deal.id),
            kind=deal.kind,
            state=deal.state,
            tier=deal.tier,
            why_possible=why_possible(deal),
            judgement=deal.judgement or "suggested",
            by=deal.by,
            at=deal.at,
            seller=parties.person(deal.seller) if deal.seller else None,
            buyer=parties.person(deal.buyer) if deal.buyer else None,
            offered=self._offered(deal),
            ordered=material.clock(deal.ordered_at, deal.ordered_on),
            paid=material.clock(deal.paid_at, deal.paid_on) if deal.paid_at else _day_paid(deal, paid),
            sent=material.clock(deal.delivered_at, deal.delivered_on),
            asked=whole if money == "asked" else None,
            recorded=self.recorded(deal, paid) if money == "recorded" else None,
            possible=whole if money == "possible" else None,
            returned=_sum(back),
            shares=self._shares(deal, paid),
            booked=tuple(self.lines.of_deal(number, name, deal, where, own) for name, number in numbered.lines.items()),
            six=self.sent.six(deal),
            reasons_for=said["for"],
            circular=said["follows"],
            reasons_against=said["against"],
            lacks=said["lacks"],
            chance=said["chance"],
            clocks=said["clock"],
            places=where.told(),
            excerpt=excerpt,
            withheld=withheld,
        )

    def excerpt(self, deal: Deal, own: frozenset[str]) -> tuple[tuple[ExcerptLine, ...], int]:
        """Its messages on the paper of a person, and how many of their texts are withheld."""
        return self.excerpts.lines(deal, self.numbered(deal), self.lettered(deal), own)

    def remarks(self, deal: Deal, numbered: Numbered) -> Iterator[Remark]:
        """Every sentence about a deal, those of one bearing in the order in which they stand on paper."""
        code = self.material.parties.deal_codes[deal.id]
        for bears, say in _SAID:
            yield from (Remark(one, bears, (code,)) for one in say(self, deal, numbered))

    def much(self, deal: Deal, numbered: Numbered) -> Iterator[Both]:
        """Chance among the reasons against, where it is one in ten or more."""
        if deal.chance is not None and deal.chance >= chance.MUCH and deal.coincidence is not None:
            first = next(chance.told(self.material, deal, numbered))
            yield Both(f"{first.english} {_WHOSE.english}", f"{first.indonesian} {_WHOSE.indonesian}")

    def reasons(self, deal: Deal, numbered: Numbered, *, follows: bool) -> tuple[Both, ...]:
        """The reasons for a deal that do, or do not, only repeat what follows from the deal itself."""
        circles = self.circles.of(deal)
        return self.terms((one for one in deal.reasons_for if repeats(one, circles) == follows), numbered)

    def follows(self, deal: Deal, numbered: Numbered) -> Iterator[Both]:
        """What follows from the deal itself."""
        for one in self.circles.of(deal):
            yield self.circles.told(one, deal)
            yield from self.circles.apart(one, deal)
        yield from map(_repeated, self.reasons(deal, numbered, follows=True))

    def recorded(self, deal: Deal, paid: Sequence[Shown[Payment]]) -> Sum | None:
        """What its lines come to; of a confirmed deal those alone that it is the first to count."""
        if deal.judgement != "confirmed":
            return _sum(paid)
        return _sum([one for one in paid if self.material.counted.get(one.record.id) == deal.id])

    def _shares(self, deal: Deal, paid: Iterable[Shown[Payment]]) -> tuple[str, ...]:
        others = {one.id for shown in paid for one in self.material.resting.get(shown.record.id, ())} - {deal.id}
        codes = self.material.parties.deal_codes
        return tuple(code for name, code in codes.items() if name in others) if others else ()

    def cited(self, deal: Deal) -> Iterator[str]:
        """The booked lines that its reasons name without resting on them, and such as failed beside its own."""
        for one in (*deal.reasons_for, *deal.reasons_against):
            yield from (shown.record.id for name in cited(one) if (shown := self.material.payments.get(name)))
        yield from (*self.failed.of(deal), *self.rejected.of(deal))

    def against(
        self, for_: Iterable[Term], against: Iterable[Term], judgement: str | None, numbered: Numbered | None = None
    ) -> tuple[Both, ...]:
        """Reasons against; the first is that nothing but an officer's word stands for it, where that is so."""
        bare = () if judgement != "confirmed" or self.terms(for_) else (BARE,)
        return (*bare, *self.terms(against, numbered))

    def terms(self, terms: Iterable[Term], numbered: Numbered | None = None) -> tuple[Both, ...]:
        """Reasons as sentences, each with its own messages and lines; a score in words is left out.

        An officer's word as well: that is no reason for itself.
        """
        left = SCORES | SPOKEN
        return tuple(self._reason(one, numbered) for one in terms if one.rule not in left)

    def _reason(self, one: Term, numbered: Numbered | None) -> Both:
        if not self.material.parties.hidden.lines.isdisjoint((*cited(one), *one.rests)):
            return _OF_HIDDEN
        if counts_unnamed(one) and not self.material.parties.hidden.ledgers.isdisjoint(self._ledgers(one)):
            return _COUNTS_HIDDEN
        at = Both("", "") if numbered is None else numbered.within(self._names(one))
        deals = of_other_deals(self.material, one)
        english = self.plain(one.text, "english", numbered) + deals.english
        indonesian = self.plain(one.text_id or one.text, "indonesian", numbered) + deals.indonesian
        return Both(english + at.english, indonesian + at.indonesian)

    def _ledgers(self, one: Term) -> Iterator[str]:
        """Whose statements hold the booked lines that a reason names."""
        lines = (shown.record for name in cited(one) if (shown := self.material.payments.get(name)))
        for line in lines:
            statement = self.material.statements.get(line.statement)
            yield (statement and statement.account) or line.statement

    def _names(self, one: Term) -> Iterator[str]:
        """The messages and booked lines that a reason rests on, each line under its one id."""
        for name in one.rests:
            shown = self.material.payments.get(name)
            yield name if shown is None else shown.record.id

    def numbered(self, deal: Deal) -> Numbered:
        """Its messages in the order of time, and its booked lines, each with what else its reasons rest on."""
        material = self.material
        said = [name for one in (*deal.reasons_for, *deal.reasons_against) for name in self._names(one)]
        messages = {name: one for name in (*deal.messages, *said) if (one := material.messages.get(name))}
        lines = [
            *(one.record.id for one in material.lines_of(deal)),
            *(one for one in said if one in material.payments),
            *self.cited(deal),
        ]
        return Numbered(sorted(messages, key=lambda name: in_order(messages[name])), dict.fromkeys(lines))

    def resting(self, deal: Deal, rules: Collection[str]) -> tuple[Both, ...]:
        """Where that stands on which its reasons of some rules rest."""
        found = (one for one in deal.reasons_for if one.rule in rules)
        return self.material.told(place for one in found for place in self._resting(one))

    def paid_at(self, deal: Deal) -> tuple[Both, ...]:
        """Where the booked lines stand that paid it."""
        paid, _ = self.material.paid_and_back(deal)
        return self.material.told(place for one in paid for place in one.places)

    def _resting(self, one: Term) -> Iterator[Place]:
        """Where the messages and lines stand that a reason rests on."""
        for name in one.rests:
            shown = self.material.messages.get(name) or self.material.payments.get(name)
            yield from () if shown is None else shown.places

    def _offered(self, deal: Deal) -> Clock | None:
        """When the seller offered; of a deal that began by an order when they did so later, if they did."""
        if not _began_by_order(deal):
            return self.material.clock(deal.offered_at, deal.offered_on)
        names = (name for one in deal.reasons_for if one.rule in OFFERS for name in one.rests)
        shown = [one for name in names if (one := self.material.messages.get(name)) and one.at]
        first = min(shown, key=lambda one: (one.at or "", one.record.id), default=None)
        if first is None:
            return None
        sent, place = first.record.sent, first.record.place
        return self.material.clock(first.at, Stamp(exhibit=place.exhibit, written=sent.written if sent else None))

    def plain(
        self, text: str, tongue: Literal["english", "indonesian"] = "indonesian", numbered: Numbered | None = None
    ) -> str:
        """A sentence with the number, or else the place, of each booked line instead of its id; others as in lists."""

        def line(found: re.Match[str]) -> str:
            shown = self.material.payments.get(found.group())
            if shown is None:
                return found.group()
            number = numbered and numbered.lines.get(shown.record.id)
            if number:
                return f"{'booked line' if tongue == 'english' else 'baris rekening'} {number}"
            [where, *_] = self.material.told((shown.record.place,))
            return f"({getattr(where, tongue)})"

        return MOMENT.sub(r"\1 \2 UTC", self.seal.within(ID.sub(line, text)))

    def own_places(self, deal: Deal) -> tuple[Both, ...]:
        """Where its messages and its booked lines stand, and nothing that its reasons name beside them."""
        return self.material.lettered((*self._talk(deal), *self._money(deal))).told()

    def _talk(self, deal: Deal) -> Iterator[Place]:
        shown = (self.material.messages.get(name) for name in deal.messages)
        yield from (place for one in shown if one for place in one.places)

    def _money(self, deal: Deal) -> Iterator[Place]:
        yield from (place for one in self.material.lines_of(deal) for place in one.places)

    def lettered(self, deal: Deal) -> Lettered:
        """Where its messages stand, its booked lines, and what else its reasons rest on."""
        said = (place for one in (*deal.reasons_for, *deal.reasons_against) for place in self._resting(one))
        beside = (place for name in self.cited(deal) for place in self.material.payments[name].places)
        return self.material.lettered((*self._talk(deal), *self._money(deal), *said, *beside))


_Say = Callable[[Trade, Deal, Numbered], Iterable[Both]]
_SAID: tuple[tuple[Bearing, _Say], ...] = (
    ("for", lambda one, deal, numbered: one.reasons(deal, numbered, follows=False)),
    ("for", lambda one, deal, _: usual.of(one.material, deal)),
    ("follows", Trade.follows),
    ("against", Trade.much),
    (
        "against",
        lambda one, deal, numbered: one.against(deal.reasons_for, deal.reasons_against, deal.judgement, numbered),
    ),
    ("against", lambda one, deal, numbered: of_sides(one.material, deal, numbered)),
    ("against", lambda one, deal, numbered: of_names(one.material, deal, numbered)),
    (
        "against",
        lambda one, deal, numbered: of_dealers((x.record for x in one.material.paid_and_back(deal)[0]), numbered),
    ),
    ("against", lambda one, deal, numbered: one.backs.against(deal, numbered)),
    ("against", lambda one, deal, numbered: one.failed.against(deal, numbered)),
    ("against", lambda one, deal, numbered: one.rejected.against(deal, numbered)),
    ("against", lambda one, _, numbered: exported.against(one.material, numbered)),
    ("lacks", lambda one, deal, numbered: of_deal(one.material, deal, numbered)),
    ("lacks", lambda one, deal, _: one.between.of(deal)),
    ("lacks", lambda one, deal, _: one.between.after(deal)),
    ("chance", lambda one, deal, numbered: chance.told(one.material, deal, numbered, one.counted.left_out(deal))),
    ("clock", lambda one, deal, _: clocks.told(one.material, deal)),
)
"""Whatever says something of a deal, with how that bears on it; whoever adds a sentence adds a line here."""


def _repeated(reason: Both) -> Both:
    """A reason that only repeats what was said before it."""
    return Both(f"No reason of its own: {reason.english}", f"Bukan alasan tersendiri: {reason.indonesian}")


def _sum(lines: Iterable[Shown[Payment]]) -> Sum | None:
    """What some lines come to: a deal's are of one currency."""
    found = [one.record for one in lines]
    return Sum(sum(one.amount_minor for one in found), found[0].currency) if found else None


def _began_by_order(deal: Deal) -> bool:
    """Whether the first that was said of it is the buyer's order: then no offer of the seller is known."""
    return deal.ordered_at is not None and deal.ordered_at == deal.offered_at


def _day_paid(deal: Deal, paid: Sequence[Shown[Payment]]) -> Clock | None:
    """The day on which the last line was booked, where no record has a time."""
    days = [one.record.booked for one in paid if one.record.booked]
    return Clock(written=deal.paid_on.written if deal.paid_on else None, day=days[-1]) if days else None
