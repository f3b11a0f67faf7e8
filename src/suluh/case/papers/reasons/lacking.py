# SPDX-License-Identifier: Apache-2.0
"""What a deal or a link does not have that one may have, and what was looked for where nothing speaks against it."""

from collections.abc import Iterable, Iterator, Sequence

from suluh.case.papers.material import Material
from suluh.case.papers.reasons.circular import OF_PAYMENTS
from suluh.case.papers.reasons.numbered import Numbered
from suluh.case.views.records import Shown
from suluh.model.intake import Content, File, Standing, place_of
from suluh.model.people import Link
from suluh.model.talk import Message, is_named_only
from suluh.model.trade import Deal, Payment
from suluh.referral.papers.values import Both

_FILES = 3
"""So many files that hold what was sent are named."""

NOTHING_OF_LINK = Both(
    "Nothing was found against it. Looked for: other names of the same identifier; other accounts that fit as well; "
    "other holders of it.",
    "Tidak ditemukan yang menentang. Yang dicari: nama lain untuk pengenal yang sama; akun lain yang juga cocok; "
    "pemegang lain.",
)
NOT_WEIGHED = Both(
    "Nothing was looked for: no rule proposes this link beside the word of the officer.",
    "Tidak ada yang dicari: tidak ada aturan yang mengusulkan kaitan ini selain keputusan petugas.",
)

_SAID: Sequence[tuple[frozenset[str], Both]] = (
    (frozenset({"offer"}), Both("No message in which the seller offers.", "Tidak ada pesan penawaran dari penjual.")),
    (frozenset({"order"}), Both("No message in which the buyer orders.", "Tidak ada pesan pesanan dari pembeli.")),
    (
        frozenset({"account-named"}),
        Both(
            "No message that names the account to be paid into.",
            "Tidak ada pesan yang menyebut akun tujuan pembayaran.",
        ),
    ),
    (
        frozenset({"said-paid", "claim", "payer-said", "reference-named", "receipt-of-it"}),
        Both(
            "No message in which the buyer speaks of having paid, or asks whether it came.",
            "Tidak ada pesan pembeli yang berbicara tentang sudah membayar atau menanyakan apakah sudah masuk.",
        ),
    ),
)
"""By the rules of reasons, one of which says that it is there."""

_NO_ANSWER = Both(
    "No message in which the seller assents, thanks or speaks of handing over within three hours after it.",
    "Tidak ada pesan penjual dalam tiga jam sesudahnya yang setuju, berterima kasih, atau bicara soal kiriman.",
)
_ANSWER_UNKNOWN = Both(
    "Whether the seller assents, thanks or speaks of handing over within three hours after it is not known: the booked "
    "line has a day alone.",
    "Apakah penjual setuju, berterima kasih, atau bicara soal kiriman dalam tiga jam sesudahnya tidak diketahui: baris "
    "rekening hanya memuat tanggal.",
)


def of_deal(material: Material, deal: Deal, numbered: Numbered) -> Iterator[Both]:
    """What a deal does not have."""
    rules = {one.rule for one in (*deal.reasons_for, *deal.reasons_against)}
    paid = material.paid_and_back(deal)[0]
    yield from _money(material, paid) if paid else (Both("No booked line.", "Tidak ada baris rekening."),)
    yield from (text for some, text in _SAID if rules.isdisjoint(some))
    if paid and "then-answered" not in rules:
        yield _ANSWER_UNKNOWN if any(map(_has_a_day_alone, paid)) else _NO_ANSWER
    if "sent" not in rules and not deal.items_delivered:
        yield Both("No attachment that was sent.", "Tidak ada lampiran yang dikirim.")
    shown = [one for name in deal.messages if (one := material.messages.get(name))]
    yield from _of_sides(material, deal, shown)
    if len(shown) == 1:
        yield Both("No second message.", "Tidak ada pesan kedua.")
    yield from _of_exhibits(material, deal, shown, numbered)
    yield from _uncounted(material, deal, numbered)


def _of_sides(material: Material, deal: Deal, shown: Sequence[Shown[Message]]) -> Iterator[Both]:
    """That one of the two wrote none of its messages."""
    senders = {one.record.sender for one in shown}
    for party, side in ((deal.seller, _SELLER), (deal.buyer, _BUYER)):
        if shown and party and senders.isdisjoint({party, *material.parties.group(party)}):
            yield Both(
                f"No message of {side.english}: the other side wrote all of its messages.",
                f"Tidak ada pesan dari {side.indonesian}: semua pesannya ditulis pihak lain.",
            )


_SELLER, _BUYER = Both("the seller", "penjual"), Both("the buyer", "pembeli")


def _of_exhibits(material: Material, deal: Deal, shown: Sequence[Shown[Message]], numbered: Numbered) -> Iterator[Both]:
    """That one exhibit alone shows its messages, and that the device of one of the two does not."""
    labels = {place.exhibit for one in shown for place in one.places}
    if len(labels) == 1:
        [label] = labels
        terms = (*deal.reasons_for, *deal.reasons_against)
        cited = {name for one in terms for name in one.rests if name not in deal.messages}
        beside = {
            name: {place.exhibit for place in one.places} - labels
            for name in cited
            if (one := material.messages.get(name))
        }
        others = sorted({one for found in beside.values() for one in found})
        if others:
            at = numbered.within(name for name, found in beside.items() if found)
            where = ", ".join(others)
            yield Both(
                f"No second exhibit that shows the messages of the two: all stand on {label} alone. On {where} stands "
                f"what a reason rests on beside them{at.english}.",
                f"Tidak ada barang bukti kedua yang memuat pesan kedua pihak: semuanya hanya ada pada {label}. Pada "
                f"{where} ada hal lain yang menjadi dasar satu alasan{at.indonesian}.",
            )
        else:
            yield Both(
                f"No second exhibit that shows these messages: all stand on {label} alone.",
                f"Tidak ada barang bukti kedua yang memuat pesan-pesan ini: semuanya hanya ada pada {label}.",
            )
    for account in dict.fromkeys(filter(None, (deal.seller, deal.buyer))):
        for label in sorted(_own(material, account) - labels if shown else ()):
            if (account, label) in material.heard:
                who = material.parties
                code = who.person(account) if who.is_child(account) else who.account(account)
                lies = _lying(material, deal, label)
                yield Both(
                    f"None of its messages stands on {label}, though {code} counts as an own account of {label}, by "
                    "its records or as stated, and other messages of it stand there; why, no record "
                    f"says.{lies.english}",
                    f"Tidak satu pun pesannya ada pada {label}, padahal {code} dihitung sebagai akun milik {label}, "
                    "menurut catatannya atau menurut pernyataan, dan pesan lain dari akun itu ada di sana; sebabnya "
                    f"tidak disebut catatan.{lies.indonesian}",
                )


def _lying(material: Material, deal: Deal, label: str) -> Both:
    """Which files of an exhibit hold what was sent in a deal, the first few by name: they may weigh for it."""
    rows = material.case.rows
    held = [one for one in rows.by_column(Content, "sha256", deal.files) if material.labels.get(one.file) == label]
    if not held:
        return Both("", "")
    ids, size = sorted({one.file for one in held}), len({one.sha256 for one in held})
    numbers = {one.file: one.position for one in rows.by_column(Standing, "file", ids)}
    files = sorted(rows.by_column(File, "id", ids), key=lambda one: (numbers.get(one.id, 0), one.id))
    where = [*material.told(place_of(one) for one in files[:_FILES])]
    more, left = ("", ""), len(files) - _FILES
    if left > 0:
        more = (f"; and {left} more", f"; dan {left} lagi")
    english, indonesian = ("; ".join(getattr(one, tongue) for one in where) for tongue in ("english", "indonesian"))
    whole = len(set(deal.files))
    return Both(
        f" But of the {whole} different contents that were sent in it {size} lie in files of {label}: "
        f"{english}{more[0]}; whether they came there by this deal a file alone does not say.",
        f" Namun, dari {whole} isi berbeda yang dikirim di dalamnya, {size} ada dalam file {label}: "
        f"{indonesian}{more[1]}; apakah datang dari rangkaian ini tidak dinyatakan oleh file itu saja.",
    )


def _own(material: Material, account: str) -> frozenset[str]:
    """The exhibits that call an account their own, or of which officers stated it."""
    stated = frozenset(one.label for one in material.exhibits if account in one.accounts)
    return material.owning.get(account, frozenset()) | stated


def _uncounted(material: Material, deal: Deal, numbered: Numbered) -> Iterator[Both]:
    """Its messages on which no reason rests, so that a reader sees what was not taken for an offer, order or answer."""
    counted = {name for one in (*deal.reasons_for, *deal.reasons_against) for name in one.rests}
    at = numbered.within(name for name in deal.messages if name not in counted and name in material.messages)
    if at.english:
        yield Both(
            f"No reason rests on these of its messages, whatever their words{at.english}: in this talk they count as "
            "no offer, order or word of having paid, though the same words may count in another.",
            f"Tidak ada alasan yang bertumpu pada pesan-pesannya berikut, apa pun katanya{at.indonesian}: dalam "
            "percakapan ini pesan itu tidak dihitung sebagai penawaran, pesanan, atau perkataan tentang sudah "
            "membayar, meskipun kata yang sama dapat terhitung dalam percakapan lain.",
        )


def _money(material: Material, paid: Sequence[Shown[Payment]]) -> Iterator[Both]:
    """What the booked lines do not say."""
    ends = {
        material.statements[one.record.statement].account for one in paid if one.record.statement in material.statements
    }
    sides = {side for one in paid for side in (one.record.payer, one.record.beneficiary)}
    held = {one.account for one in material.statements.values() if one.account}
    if len(ends) == 1 and len({one.record.statement for one in paid}) == 1 and not (sides - ends <= held):
        yield Both(
            "No statement of the other side: the payment stands on one statement alone.",
            "Tidak ada rekening koran pihak lawan: pembayaran ini hanya tercatat pada satu rekening koran.",
        )
    if any(one.record.payer is None for one in paid):
        yield Both("No account of the payer on the booked line.", "Tidak ada akun pembayar pada baris rekening.")
    elif any(is_named_only(one.record.payer or "") for one in paid):
        yield Both(
            "No number of the payer on the booked line: a name alone.",
            "Tidak ada nomor pembayar pada baris rekening: hanya nama.",
        )
    if any(map(_has_a_day_alone, paid)):
        yield Both(
            "No time of day of the payment: the booked line has a day alone.",
            "Tidak ada jam pembayaran: baris rekening hanya memuat tanggal.",
        )


def _has_a_day_alone(one: Shown[Payment]) -> bool:
    return one.at is None or one.record.at is None or one.record.at.precision == "day"


def of_link(material: Material, link: Link, others: Iterable[Link]) -> Iterator[Both]:
    """What a link does not have; `others` are all links of the case."""
    if link.rule not in OF_PAYMENTS:
        yield Both("No booked line bears it.", "Tidak ada baris rekening yang mendukungnya.")
    pair = {link.left, link.right}
    if not any({one.left, one.right} == pair and one.rule != link.rule for one in others):
        yield Both(
            "No second sign: no other rule ties these two accounts.",
            "Tidak ada tanda kedua: tidak ada aturan lain yang mengaitkan kedua akun ini.",
        )
    labels = {place.exhibit for place in link.places}
    if len(labels) == 1:
        [label] = labels
        yield Both(
            f"No second exhibit: one witness alone, {label}.",
            f"Tidak ada barang bukti kedua: hanya satu saksi, {label}.",
        )
    if not link.places:
        yield Both("No record in which it stands.", "Tidak ada catatan tempat kaitan ini tertulis.")
    if material.parties.is_child(link.left) or material.parties.is_child(link.right):
        return
    if link.judgement == "confirmed" and pair.isdisjoint(material.owning):
        yield Both(
            "No exhibit calls either account its own.",
            "Tidak ada barang bukti yang menyebut salah satu akun ini miliknya.",
        )
