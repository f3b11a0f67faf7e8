# SPDX-License-Identifier: Apache-2.0
"""What a case hints of each other explanation: one small function each, that counts and weighs nothing."""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from itertools import pairwise
from zoneinfo import ZoneInfo

from suluh.case.papers.deals.booked import DEALERS
from suluh.case.papers.deals.trade import Trade
from suluh.case.papers.material import Material
from suluh.case.papers.reasons.against.apart import of_names
from suluh.case.papers.reasons.against.exported import exported
from suluh.case.papers.reasons.chances.chance import MUCH
from suluh.model.rules.holders import called_own
from suluh.model.talk import Contact, Message, service_of
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many
from suluh.referral.papers.words import told as word

GAP_DAYS = 180
SCHOOL = range(7, 14)
"""Hours of a school day, by the clocks of the exhibit's zone."""

_TAKEN = re.compile(r"\b(dibajak|diretas|kena hack|di-?hack|hacked|akun.{0,12}diambil)\b", re.IGNORECASE)
NOTHING = Both(
    "nothing of it in the accounts and confirmed deals of this person",
    "tidak ada petunjuk pada akun dan rangkaian orang ini yang dikonfirmasi",
)
NO_HINT = Both("no hint is worked out", "tidak ada petunjuk yang dihitung")
_NONE_BEGAN = " 0 began on a weekday"
NEVER = Both("never printed: the supervisor is to be asked", "tidak pernah dicetak: tanyakan kepada penyelia")


UNSAID = Both(
    "not said on this paper: who bears the same name tells the name",
    "tidak disebut pada lembar ini: pemakai nama yang sama menunjukkan namanya",
)
_OTHERS = Both("joined to other accounts", "tergabung dengan akun lain")
_APART = Both("whom no decision joins to the buyer", "yang tidak digabungkan keputusan dengan pembeli")


@dataclass(frozen=True)
class Subject:
    """Whom other explanations are asked of: a person, by the accounts that decisions joined."""

    trade: Trade
    held: frozenset[str]
    deals: tuple[Deal, ...]
    """Confirmed ones of theirs."""

    open: tuple[Deal, ...]
    """Those of theirs that nobody decided on."""

    exhibits: tuple[str, ...]
    """Those that are their own device."""

    is_seller: bool = False
    """Whether it is asked for the annex of a seller, on which buyers stand under their codes."""

    @property
    def material(self) -> Material:
        """The case."""
        return self.trade.material

    @cached_property
    def names(self) -> frozenset[str]:
        """Their names, in every record."""
        return frozenset(name for one in self.held for name in self.material.names.get(one, ()))

    @cached_property
    def lines(self) -> tuple[Payment, ...]:
        """The booked lines of their confirmed deals."""
        found = {one.record.id: one.record for deal in self.deals for one in self.material.lines_of(deal)}
        return tuple(found.values())

    def codes(self, deals: Iterable[Deal]) -> str:
        """Deals by their codes."""
        return ", ".join(self.material.parties.deal_codes[one.id] for one in deals)


def hints_of(name: str, subject: Subject) -> tuple[Both, ...]:
    """What the case hints of an explanation; a name that nothing works out has no hint."""
    work = HINTS.get(name)
    return (tuple(work(subject)) if work else (NO_HINT,)) or (NOTHING,)


def is_hinted(hints: Iterable[Both]) -> bool:
    """Whether these say something of an explanation; that no deal began in some hours says nothing of it."""
    return any(one not in {NOTHING, NEVER, NO_HINT, UNSAID} and _NONE_BEGAN not in one.english for one in hints)


def _shared(one: Subject) -> Iterator[Both]:
    """Several own names or numbers on one exhibit."""
    names: dict[str, dict[str, str]] = defaultdict(dict)
    numbers: dict[str, set[str]] = defaultdict(set)
    for sighting in called_own(one.material.accounts):
        label, digits = sighting.place.exhibit, sighting.account.partition(":")[2]
        if label in one.exhibits:
            names[label] |= {name.casefold(): f"“{one.material.whole(name)}”" for name in sighting.names}
            numbers[label] |= {digits} if digits.startswith("+") else set()
    for label in sorted({*names, *numbers}):
        if max(len(names[label]), len(numbers[label])) > 1:
            listed = ", ".join(sorted((*numbers[label], *names[label].values())))
            yield Both(
                f"{label} calls several names or numbers its own: {listed}",
                f"{label} menyebut beberapa nama atau nomor sebagai miliknya: {listed}",
            )


def _sold(one: Subject) -> Iterator[Both]:
    """The holder of an account goes by no name of the person."""
    words = {word for name in one.names for word in _words(name)}
    holders = {(s.account, s.holder) for s in one.material.statements.values() if s.account and s.holder}
    ends = {
        line.beneficiary if deal.seller in one.held else line.payer for deal in one.deals for line in _lines(one, deal)
    }
    for account, holder in sorted((account, holder or "") for account, holder in holders):
        if (account in ends or account in one.held) and words and words.isdisjoint(_words(holder)):
            who = one.trade.lines.side(account, holder)
            yield Both(
                f"no word of the holder's name is one of theirs: {who.english}",
                f"tidak ada kata nama pemilik yang sama dengan namanya: {who.indonesian}",
            )
    seen: set[tuple[str | None, str]] = {(account, holder or "") for account, holder in holders}
    for line in one.lines:
        sells = line.beneficiary in one.held
        name = line.beneficiary_name if sells else line.payer_name
        end = line.beneficiary if sells else line.payer
        if name and words and words.isdisjoint(_words(name)) and (end, name) not in seen:
            seen.add((end, name))
            who = one.trade.lines.side(end, name)
            yield Both(
                f"a booked line names another: {who.english}",
                f"satu baris rekening menyebut nama lain: {who.indonesian}",
            )


def _lines(one: Subject, deal: Deal) -> Iterator[Payment]:
    return (shown.record for shown in one.material.lines_of(deal))


def _recycled(one: Subject) -> Iterator[Both]:
    """A long silence of a number, or another name for it on another exhibit."""
    numbers = {account for account in one.held if account.partition(":")[2].startswith("+")}
    for account in sorted(numbers):
        code = one.material.parties.account(account)
        days = sorted(
            {
                (m.sent.at or m.sent.local or "")[:10]
                for m in one.material.case.nouns(Message, {"sender": account})
                if m.sent
            }
            - {""}
        )
        for before, after in pairwise(days):
            gap = (datetime.fromisoformat(after) - datetime.fromisoformat(before)).days
            if gap > GAP_DAYS:
                yield Both(
                    f"{code}: silent for {gap} days, {before} to {after}",
                    f"{code}: diam selama {gap} hari, {before} sampai {after}",
                )
        called: dict[str, set[str]] = defaultdict(set)
        for contact in one.material.case.nouns(Contact, {"account": account}):
            called[contact.place.exhibit].add(one.material.whole(contact.name))
        for left, right in pairwise(sorted(called)):
            if {w for n in called[left] for w in _words(n)}.isdisjoint(w for n in called[right] for w in _words(n)):
                listed = f"{left}: {', '.join(sorted(called[left]))}; {right}: {', '.join(sorted(called[right]))}"
                yield Both(
                    f"{code} goes by other names elsewhere: {listed}", f"{code} disebut dengan nama lain: {listed}"
                )


def _counter(one: Subject) -> Iterator[Both]:
    """A dealer paid, or phone credit came from nobody."""
    for deal in one.deals:
        for line in _lines(one, deal):
            code = one.material.parties.deal_codes[deal.id]
            if line.payer and service_of(line.payer) in DEALERS:
                kind = word(service_of(line.payer))
                yield Both(
                    f"{code}: the payer is a dealer's account, by its service alone ({kind.english})",
                    f"{code}: pembayarnya akun agen, hanya menurut layanannya ({kind.indonesian})",
                )
            elif line.channel == "phone-credit" and not line.payer:
                yield Both(f"{code}: phone credit without a payer", f"{code}: pulsa tanpa pembayar")


def _namesake(one: Subject) -> Iterator[Both]:
    """How many bear a name of theirs here, and under which codes: of a child none, and of a buyer on D3 alone."""
    bearers: dict[str, set[str]] = defaultdict(set)
    parties = one.material.parties
    if any(map(parties.is_child, one.held)):
        yield UNSAID
        return
    held = {parties.person(name) for name in parties.children}
    if not one.is_seller:
        held |= {parties.person(deal.buyer) for deal in parties.deals}
    for account, names in one.material.names.items():
        for name in names:
            bearers[" ".join(_words(name))].add(parties.person(account))
    for name in sorted({" ".join(_words(name)) for name in one.names} - {""}):
        told = one.material.whole(name)
        others = bearers[name] - {parties.person(min(one.held))}
        if others:
            shown = sorted(others - held, key=lambda code: (len(code), code))
            left = len(others) - len(shown)
            english = [*shown, f"{left} whose code does not stand on this paper"] if left else shown
            indonesian = [*shown, f"{left} yang kodenya tidak tercantum pada lembar ini"] if left else shown
            yield Both(
                f"“{told}”: others in this case who go by it, {len(others)}: {', '.join(english)}",
                f"“{told}”: {len(others)} orang lain dalam perkara ini memakainya: {', '.join(indonesian)}",
            )
        if " " not in name:
            yield Both(f"“{told}” is a name of one word", f"“{told}” adalah nama satu kata")
    for deal in one.deals:
        for said in of_names(one.material, deal):
            code = parties.deal_codes[deal.id]
            yield Both(f"{code}: {said.english}", f"{code}: {said.indonesian}")


def _otherwise(one: Subject) -> Iterator[Both]:
    """Another purpose written on a booked line, chance of one in ten and more, and other talk of the same two."""
    if written := [deal for deal in one.deals if any(term.rule == "other-purpose" for term in deal.reasons_against)]:
        codes = one.codes(written)
        yield Both(f"a booked line speaks of another purpose: {codes}", f"baris rekening menyebut tujuan lain: {codes}")
    likely = [deal for deal in one.deals if deal.chance is not None and deal.chance >= MUCH]
    if likely:
        codes = one.codes(likely)
        yield Both(f"chance of one in ten or more: {codes}", f"kemungkinan kebetulan sepersepuluh atau lebih: {codes}")
    talks = {shown.record.conversation for deal in one.deals for shown in one.material.said(deal)}
    left, where = one.trade.between.beside(talks)
    if left:
        belongs, it = ("belongs", "it") if left == 1 else ("belong", "they")
        yield Both(
            f"{many(left, 'message')} of the same conversations {belongs} to no deal: {it} may speak of other goods or "
            f"of a debt; {where.english}",
            f"{left} pesan dalam percakapan yang sama tidak termasuk rangkaian mana pun: isinya mungkin barang lain "
            f"atau utang; {where.indonesian}",
        )


def _for_another(one: Subject) -> Iterator[Both]:
    """The payer is somebody else's account, or pays in several buyers' deals."""
    parties = one.material.parties
    buyers: dict[str, set[str]] = defaultdict(set)
    for deal in parties.deals:
        for line in _lines(one, deal) if deal.judgement != "rejected" else ():
            if line.payer and deal.buyer:
                buyers[line.payer].add(parties.person(deal.buyer))
    for deal in one.deals:
        for line in _lines(one, deal):
            code, payer = parties.deal_codes[deal.id], line.payer
            if payer and deal.buyer and payer not in parties.group(deal.buyer):
                who = parties.person(payer)
                how = _OTHERS if len(parties.group(payer)) > 1 else _APART
                yield Both(f"{code}: paid by {who}, {how.english}", f"{code}: dibayar oleh {who}, {how.indonesian}")
            if payer and len(buyers[payer]) > 1:
                yield Both(
                    f"{code}: its payer pays in deals of {len(buyers[payer])} buyers",
                    f"{code}: pembayarnya membayar dalam rangkaian {len(buyers[payer])} pembeli",
                )


def _forwarded(one: Subject) -> Iterator[Both]:
    """Contents that came in a group, or were marked as forwarded."""
    groups = {talk.conversation for talk in one.material.conversations if talk.kind != "direct"}
    for deal in one.deals:
        shown = [one.material.messages[name].record for name in deal.messages if name in one.material.messages]
        code = one.material.parties.deal_codes[deal.id]
        marked = sum(message.forwarded for message in shown)
        if marked:
            are = "is" if marked == 1 else "are"
            yield Both(
                f"{code}: {many(marked, 'message')} {are} marked as forwarded",
                f"{code}: {marked} pesan bertanda diteruskan",
            )
        if any(message.conversation in groups for message in shown):
            yield Both(f"{code}: it stands in a group", f"{code}: terjadi dalam grup")


def _undelivered(one: Subject) -> Iterator[Both]:
    """Deals that were paid and in which nothing was sent, or was only said to be given, or lies on no exhibit."""
    found = [deal for deal in one.deals if deal.state in {"paid-not-delivered", "paid", "refunded"}]
    if found:
        yield Both(
            f"paid, nothing sent on the exhibits: {one.codes(found)}",
            f"dibayar, tidak ada kiriman pada barang bukti: {one.codes(found)}",
        )
    said = [deal for deal in one.deals if deal.state == "delivered" and not deal.items_delivered]
    if said:
        yield Both(
            f"giving is said, and no file was sent on the exhibits: {one.codes(said)}",
            f"disebut sudah diberikan, tetapi tidak ada file yang dikirim pada barang bukti: {one.codes(said)}",
        )
    for deal in one.deals:
        held = sum(1 for _ in one.trade.sent.attachments(deal))
        if held < deal.items_delivered:
            code, left = one.codes((deal,)), deal.items_delivered - held
            yield Both(
                f"{code}: of {deal.items_delivered} attachments {left} lie on no exhibit",
                f"{code}: dari {deal.items_delivered} lampiran, {left} tidak ada pada barang bukti",
            )


def _taken_over(one: Subject) -> Iterator[Both]:
    """An account in use on several devices, or words that say it was taken."""
    seen: dict[str, set[str]] = defaultdict(set)
    for sighting in called_own(one.material.accounts):
        if sighting.account in one.held:
            seen[sighting.account].add(sighting.place.exhibit)
    for account, labels in sorted(seen.items()):
        if len(labels) > 1:
            code, listed = one.material.parties.account(account), ", ".join(sorted(labels))
            yield Both(f"{code} is in use on {listed}", f"{code} dipakai pada {listed}")
    said = sum(
        bool(_TAKEN.search(m.text))
        for account in sorted(one.held)
        for m in one.material.case.nouns(Message, {"sender": account})
        if m.text
    )
    if said:
        yield Both(
            f"{said} of their messages {'speaks' if said == 1 else 'speak'} of an account that was taken",
            f"{said} pesannya menyebut akun yang diambil alih",
        )


def _parents(one: Subject) -> Iterator[Both]:
    """Acts in the hours of school."""
    found = list[Deal]()
    for deal in one.deals:
        zone = one.material.zones.get(deal.offered_on.exhibit) if deal.offered_on else None
        if deal.offered_at and zone:
            clock = datetime.fromisoformat(deal.offered_at).astimezone(ZoneInfo(zone))
            found += [deal] if clock.weekday() < 5 and clock.hour in SCHOOL else []  # noqa: PLR2004 # Monday to Friday
    if one.deals:
        which = f": {one.codes(found)}" if found else ""
        yield Both(
            f"Of {many(len(one.deals), 'confirmed deal')} {len(found)} began on a weekday from 7 to 14 o'clock{which}",
            f"{len(found)} dari {len(one.deals)} rangkaian yang dikonfirmasi dimulai pada hari kerja pukul 7 sampai 14"
            f"{which}",
        )


def _edited(one: Subject) -> Iterator[Both]:
    """Talk that stands in exports as text alone, files left out or of a later day, and copies that differ."""
    return exported(one.material, (*one.deals, *one.open))


def _clock(one: Subject) -> Iterator[Both]:
    """Zones that an officer decided, and exhibits without one."""
    labels = {
        stamp.exhibit for deal in one.deals for stamp in (deal.offered_on, deal.paid_on, deal.delivered_on) if stamp
    }
    for label in sorted(labels):
        said = one.material.zones_decided.get(label)
        if said:
            yield Both(
                f"{label}: zone decided by {said.by}, not by the record",
                f"{label}: zona ditetapkan oleh {said.by}, bukan oleh catatan",
            )
        elif one.material.zones.get(label):
            yield Both(
                f"{label}: zone stated when the exhibit was entered, not by the record",
                f"{label}: zona dinyatakan saat barang bukti dimasukkan, bukan oleh catatan",
            )
        else:
            yield Both(f"{label}: no zone is decided", f"{label}: zona belum ditetapkan")


def _words(name: str) -> list[str]:
    """The words of a name as they are compared."""
    return re.findall(r"[^\W\d_]+", name.casefold())


HINTS: Mapping[str, Callable[[Subject], Iterator[Both]]] = {
    "shared": _shared,
    "sold": _sold,
    "recycled": _recycled,
    "counter": _counter,
    "namesake": _namesake,
    "otherwise": _otherwise,
    "for-another": _for_another,
    "forwarded": _forwarded,
    "undelivered": _undelivered,
    "taken-over": _taken_over,
    "parents": _parents,
    "edited": _edited,
    "clock": _clock,
    "undercover": lambda _: iter((NEVER,)),  # nothing is printed of that: a supervisor is asked
}
"""What works out each hint, by the name that the catalogue gives it."""
