# SPDX-License-Identifier: Apache-2.0
"""What a case hints of payments and talk of deals: who paid, for what, when, and what was sent."""

from collections.abc import Iterator
from datetime import datetime
from zoneinfo import ZoneInfo

from suluh.case.papers.deals.booked import DEALERS
from suluh.case.papers.hints.subject import Subject, lines_of
from suluh.case.papers.reasons.against.exported import exported
from suluh.case.papers.reasons.chances.chance import MUCH
from suluh.case.papers.remark import Remark, on
from suluh.model.talk import service_of
from suluh.model.trade import Deal
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import many
from suluh.referral.papers.words import told as word

SCHOOL = range(7, 14)
"""Hours of a school day, by the clocks of the exhibit's zone."""

_OTHERS = Both("joined to other accounts", "tergabung dengan akun lain")
_UNDER_ONE_CODE = Both(
    "an account under the buyer's code that no decision joins to the buyer",
    "akun di bawah kode pembeli yang tidak digabungkan keputusan dengan pembeli",
)
_APART = Both("whom no decision joins to the buyer", "yang tidak digabungkan keputusan dengan pembeli")


def counter(one: Subject) -> Iterator[Remark]:
    """A dealer paid, or phone credit came from nobody."""
    for deal in one.deals:
        for line in lines_of(one, deal):
            code = one.material.parties.deal_codes[deal.id]
            if line.payer and service_of(line.payer) in DEALERS:
                kind = word(service_of(line.payer))
                says = Both(
                    f"the payer is a dealer's account, by its service alone ({kind.english})",
                    f"pembayarnya akun agen, hanya menurut layanannya ({kind.indonesian})",
                )
                yield on(code, says)
            elif line.channel == "phone-credit" and not line.payer:
                yield on(code, Both("phone credit without a payer", "pulsa tanpa pembayar"))


def otherwise(one: Subject) -> Iterator[Remark]:
    """Another purpose written on a booked line, chance of one in ten and more, and other talk of the same two."""
    if written := [deal for deal in one.deals if any(term.rule == "other-purpose" for term in deal.reasons_against)]:
        yield one.listed(
            written, Both("a booked line speaks of another purpose", "baris rekening menyebut tujuan lain")
        )
    likely = [deal for deal in one.deals if deal.chance is not None and deal.chance >= MUCH]
    if likely:
        says = Both("chance of one in ten or more", "kemungkinan kebetulan sepersepuluh atau lebih")
        yield one.listed(likely, says)
    talks = {shown.record.conversation for deal in one.deals for shown in one.material.said(deal)}
    left, where = one.trade.between.beside(talks)
    if left:
        belongs, it = ("belongs", "it") if left == 1 else ("belong", "they")
        says = Both(
            f"{many(left, 'message')} of the same conversations {belongs} to no deal: {it} may speak of other goods or "
            f"of a debt; {where.english}",
            f"{left} pesan dalam percakapan yang sama tidak termasuk rangkaian mana pun: isinya mungkin barang lain "
            f"atau utang; {where.indonesian}",
        )
        yield Remark(says)
    for code, size in one.trade.between.of_rejected(talks).items():
        are, ist = ("is", "it stands") if size == 1 else ("are", "they stand")
        yield Remark(
            Both(
                f"{size} of these messages {are} of {code}, which an officer rejected: {ist} on no paper, and may say "
                "what else was paid for",
                f"{size} dari pesan itu milik {code}, yang ditolak petugas: tidak tercantum pada lembar mana pun, dan "
                "mungkin menyebut untuk apa lagi dibayar",
            )
        )


def for_another(one: Subject) -> Iterator[Remark]:
    """The payer is somebody else's account, or pays in several buyers' deals."""
    parties = one.material.parties
    for deal in one.deals:
        for line in lines_of(one, deal):
            code, payer = parties.deal_codes[deal.id], line.payer
            if payer and deal.buyer and not parties.is_decided(payer, deal.buyer):
                who = parties.person(payer)
                is_near = payer in parties.group(deal.buyer)
                how = _UNDER_ONE_CODE if is_near else _OTHERS if len(parties.group(payer)) > 1 else _APART
                yield on(code, Both(f"paid by {who}, {how.english}", f"dibayar oleh {who}, {how.indonesian}"))
            size = len(one.material.paid_for.get(payer or "", ()))
            if size > 1:
                says = Both(
                    f"its payer pays in deals of {size} buyers",
                    f"pembayarnya membayar dalam rangkaian {size} pembeli",
                )
                yield on(code, says)


def forwarded(one: Subject) -> Iterator[Remark]:
    """Contents that came in a group, or were marked as forwarded."""
    groups = {talk.conversation for talk in one.material.conversations if talk.kind != "direct"}
    for deal in one.deals:
        shown = [one.material.messages[name].record for name in deal.messages if name in one.material.messages]
        code = one.material.parties.deal_codes[deal.id]
        marked = sum(message.forwarded for message in shown)
        if marked:
            are = "is" if marked == 1 else "are"
            says = Both(f"{many(marked, 'message')} {are} marked as forwarded", f"{marked} pesan bertanda diteruskan")
            yield on(code, says)
        if any(message.conversation in groups for message in shown):
            yield on(code, Both("it stands in a group", "terjadi dalam grup"))


def undelivered(one: Subject) -> Iterator[Remark]:
    """Deals that were paid and in which nothing was sent, or was only said to be given, or lies on no exhibit."""
    found = [deal for deal in one.deals if deal.state in {"paid-not-delivered", "paid", "refunded"}]
    if found:
        says = Both("paid, nothing sent on the exhibits", "dibayar, tidak ada kiriman pada barang bukti")
        yield one.listed(found, says)
    said = [deal for deal in one.deals if deal.state == "delivered" and not deal.items_delivered]
    if said:
        says = Both(
            "giving is said, and no file was sent on the exhibits",
            "disebut sudah diberikan, tetapi tidak ada file yang dikirim pada barang bukti",
        )
        yield one.listed(said, says)
    for deal in one.deals:
        held = sum(1 for _ in one.trade.sent.attachments(deal))
        if held < deal.items_delivered:
            left = deal.items_delivered - held
            says = Both(
                f"of {deal.items_delivered} attachments {left} lie on no exhibit",
                f"dari {deal.items_delivered} lampiran, {left} tidak ada pada barang bukti",
            )
            yield on(one.codes((deal,)), says)


def parents(one: Subject) -> Iterator[Remark]:
    """Acts in the hours of school."""
    found = list[Deal]()
    for deal in one.deals:
        zone = one.material.zones.get(deal.offered_on.exhibit) if deal.offered_on else None
        if deal.offered_at and zone:
            clock = datetime.fromisoformat(deal.offered_at).astimezone(ZoneInfo(zone))
            found += [deal] if clock.weekday() < 5 and clock.hour in SCHOOL else []  # noqa: PLR2004 # Monday to Friday
    if one.deals:
        says = Both(
            f"Of {many(len(one.deals), 'confirmed deal')} {len(found)} began on a weekday from 7 to 14 o'clock",
            f"{len(found)} dari {len(one.deals)} rangkaian yang dikonfirmasi dimulai pada hari kerja pukul 7 sampai 14",
        )
        yield one.listed(found, says) if found else Remark(says, "none")


def edited(one: Subject) -> Iterator[Remark]:
    """Talk that stands in exports as text alone, files left out or of a later day, and copies that differ."""
    return exported(one.material, (*one.deals, *one.open))


def clock(one: Subject) -> Iterator[Remark]:
    """Zones that an officer decided, and exhibits without one."""
    labels = {
        stamp.exhibit for deal in one.deals for stamp in (deal.offered_on, deal.paid_on, deal.delivered_on) if stamp
    }
    for label in sorted(labels):
        said = one.material.zones_decided.get(label)
        if said:
            says = Both(
                f"{label}: zone decided by {said.by}, not by the record",
                f"{label}: zona ditetapkan oleh {said.by}, bukan oleh catatan",
            )
        elif one.material.zones.get(label):
            says = Both(
                f"{label}: zone stated when the exhibit was entered, not by the record",
                f"{label}: zona dinyatakan saat barang bukti dimasukkan, bukan oleh catatan",
            )
        else:
            says = Both(f"{label}: no zone is decided", f"{label}: zona belum ditetapkan")
        yield Remark(says)
