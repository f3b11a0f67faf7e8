# SPDX-License-Identifier: Apache-2.0
"""Whether the two sides of a payment are those of an episode."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties, name_words
from suluh.deals.money.signs import Sign, but, rarity, sign
from suluh.deals.stamps import paid_on
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.talk import is_named_only

_NEAR = timedelta(hours=36)

_FEW = 5
"""So many other payments of a payer are named one by one."""

ANOTHER = "another-account"
"""The rule that the seller named another account in this talk."""

_NO_SIGN = frozenset({"payer-unknown", "name-differs"})
"""Where nothing ties the payer to the buyer."""

OF_NOBODY = _NO_SIGN | {"payer-of-another"}


class Learned(NamedTuple):
    """For whom a payer has paid in trades that stand out, in which, and by which line each."""

    buyer: str
    trades: tuple[tuple[Episode, Line], ...]


class Payers:
    """What is known of payers and receivers over all the ledgers."""

    def __init__(self, sides: Parties, booked: Sequence[Line], learned: Mapping[str, Learned]) -> None:
        self._sides = sides
        self._learned = learned
        self._asked = 0
        self._received: dict[tuple[str | None, bool, str, str | None], Sign | None] = {}
        by_ledger: dict[str, list[Line]] = defaultdict(list)
        for line in booked:
            by_ledger[line.ledger].append(line)
        self._words = {name: _name_counts(found) for name, found in by_ledger.items()}

    def judge(self, episode: Episode, line: Line, talk: Talk) -> tuple[Sign, ...] | None:
        """Signs of who received and who paid; null closes the gate."""
        key = (line.payee, line.incoming, line.exhibit, line.payee_name)
        if id(episode) != self._asked:
            self._asked, self._received = id(episode), {}
        if key not in self._received:
            self._received[key] = self._receiver(episode, line)
        received = self._received[key]
        if received is None:
            return None
        paid = self._payer(episode, line, talk)
        # A payment known from the payer's side only must at least be that buyer's.
        vague = received.rule == "receiver-unknown" or (received.rule == "holder-name" and bool(episode.pay_to))
        if paid is None or (not line.incoming and vague and paid.rule in OF_NOBODY):
            return None
        return received, paid

    def _receiver(self, episode: Episode, line: Line) -> Sign | None:
        account, side, sides = line.payee, episode.seller, self._sides
        if account and account in episode.pay_to:
            text = "The seller named this account as the one to pay."
            text_id = "Penjual menyebut akun ini sebagai tujuan pembayaran."
            return sign("account-named", text, text_id, ("account named here", 1))
        other = _another_account(account) if episode.pay_to else _strange_account(account, episode.pay_elsewhere)
        if account and account in sides.named.get(side, ()):
            text = "The seller names this account as the one to pay in other talk."
            text_id = "Penjual menyebut akun ini sebagai tujuan pembayaran dalam percakapan lain."
            return but(sign("account-named", text, text_id, ("account named elsewhere", 1)), other)
        if account and sides.side(account) == side:
            text = "The account that received is one of the same person."
            text_id = "Akun penerima adalah salah satu akun orang yang sama."
            return but(sign("same-person", text, text_id, ("account of the seller", 1)), other)
        return None if account and self._is_of_another(account, side) else self._by_device(side, line, other)

    def _by_device(self, side: str, line: Line, other: Sign | None) -> Sign | None:
        """What speaks for a receiver whose account nobody named."""
        sides = self._sides
        if line.incoming and sides.is_own(side, line.exhibit):
            text = "The statement lies on the device that wrote."
            text_id = "Rekening koran berada pada perangkat yang menulis pesan."
            return but(sign("same-exhibit", text, text_id, ("statement on the seller's device", 1)), other)
        shared = sides.names.get(side, frozenset()) & set(name_words(line.payee_name or ""))
        if len(shared) > 1:
            text = "Who received goes by the name of the seller."
            text_id = "Nama penerima sama dengan nama penjual."
            return but(sign("holder-name", text, text_id, ("received under the seller's name", 1)), other)
        if line.incoming:
            return None
        text = "Nothing says who received the payment."
        text_id = "Tidak ada keterangan siapa yang menerima pembayaran."
        return sign("receiver-unknown", text, text_id, ("receiver unknown", 1), side="against")

    def _payer(self, episode: Episode, line: Line, talk: Talk) -> Sign | None:
        sides, account, side = self._sides, line.payer, episode.buyer
        if not line.incoming and sides.is_own(side, line.exhibit):
            text = "The statement lies on the device of the buyer."
            text_id = "Rekening koran berada pada perangkat pembeli."
            return sign("payer-device", text, text_id, ("statement on the buyer's device", 1))
        if account is not None and not is_named_only(account):
            if sides.side(account) == side:
                text = "The account that paid is one of this person."
                text_id = "Akun pembayar adalah salah satu akun orang ini."
                return sign("payer-known", text, text_id, ("account of the buyer", 1))
            if account in sides.named.get(side, ()):
                text = "This person named the account that paid."
                text_id = "Orang ini menyebut akun pembayar."
                return sign("payer-named", text, text_id, ("account that the buyer named", 1))
        found = self._by_name(episode, line, talk)
        if account and found.rule in _NO_SIGN and self._is_of_another(account, side):
            if (episode.seller, sides.side(account)) not in sides.met:
                return found
            text = "The account that paid is one of somebody else."
            text_id = "Akun pembayar adalah akun orang lain."
            return sign("payer-of-another", text, text_id, ("account of somebody else", 1), side="against")
        return found

    def _is_of_another(self, account: str, side: str) -> bool:
        """Whether an account belongs to somebody who speaks elsewhere, and not from the same device."""
        other, sides = self._sides.side(account), self._sides
        if other not in sides.speakers or other == side:
            return False
        return not sides.devices.get(other, frozenset()) & sides.devices.get(side, frozenset())

    def _by_name(self, episode: Episode, line: Line, talk: Talk) -> Sign:
        printed = set(name_words(line.payer_name or ""))
        near = talk.claims_within(line.start - _NEAR, line.end + _NEAR)
        if printed and printed <= {word for one in near for word in one.named.names}:
            text = "Beside a word of having paid, or a question whether it came, the buyer names who paid."
            text_id = "Pembeli menyebut nama pembayar ketika berbicara tentang sudah membayar, atau menanyakan apakah "
            text_id += "sudah masuk."
            said = tuple(one.message for one in near if one.named.names & printed)
            return sign("payer-said", text, text_id, ("payer named beside the payment", 1), said=said)
        known = self._sides.names.get(episode.buyer, frozenset())
        shared = known & printed
        if shared:
            return self._same_name(shared, line)
        before = self._before(episode, line)
        if before is not None:
            return before
        if not known or not printed:
            text_id = "Tidak ada keterangan siapa yang membayar."
            return sign("payer-unknown", "Nothing says who paid.", text_id, side="against")
        text = "Who paid goes by another name than the buyer."
        text_id = "Nama pembayar berbeda dari nama pembeli."
        return sign("name-differs", text, text_id, ("payer's name differs", 1), side="against")

    def _before(self, episode: Episode, line: Line) -> Sign | None:
        """Whom this payer has paid for in other trades that stand out, and by which lines."""
        learned = self._learned.get(line.payer_key or "")
        # A trade is no witness for itself, and a payment none.
        others = [one for at, one in learned.trades if at is not episode and one != line] if learned else []
        if learned is None or not others:
            return None
        which, which_id = _named(others)
        if learned.buyer == episode.buyer:
            text = (
                f"Who paid has paid in other trades of this buyer: {which}. Counted are trades whose payment fits "
                "without this payer being known, no others. What ties those to the buyer is the talk beside them; of "
                "one another these payments are no second proof."
            )
            text_id = (
                f"Pembayar ini membayar dalam jual beli lain pembeli ini: {which_id}. Yang dihitung hanya jual beli "
                "yang pembayarannya cocok tanpa pembayar ini diketahui. Yang mengaitkannya dengan pembeli adalah "
                "percakapan di dekatnya; pembayaran-pembayaran itu bukan bukti kedua satu bagi yang lain."
            )
            return sign("payer-before", text, text_id, ("payer paid for the buyer before", 1))
        text = f"Who paid has paid in trades of another buyer: {which}."
        text_id = f"Pembayar ini pernah membayar dalam jual beli pembeli lain: {which_id}."
        return sign("payer-of-another", text, text_id, ("payer paid for somebody else before", 1), side="against")

    def _same_name(self, shared: frozenset[str], line: Line) -> Sign:
        counts = self._words[line.ledger]
        rare = rarity(min(counts[word] for word in shared) - 1, counts[""] - 1)
        levels = (("name shared", 1.0), ("rarity of the name", rare), ("words of the name", len(shared) - 1.0))
        text = "One word of the name of who paid is a word of a name of the buyer."
        text_id = "Satu kata pada nama pembayar sama dengan satu kata pada nama pembeli."
        if len(shared) > 1:
            text = f"{len(shared)} words of the name of who paid are words of names of the buyer."
            text_id = f"{len(shared)} kata pada nama pembayar juga ada pada nama pembeli."
        return sign("same-name", text, text_id, *levels)


def _named(lines: Sequence[Line]) -> tuple[str, str]:
    """Some booked lines by their ids and days, the first few by time."""
    ordered = sorted(lines, key=lambda one: (one.start, one.payment.id))
    first, more = ordered[:_FEW], len(ordered) - _FEW
    which = ", ".join(f"payment {one.payment.id} of {paid_on(one)}" for one in first)
    which_id = ", ".join(f"pembayaran {one.payment.id} pada {paid_on(one)}" for one in first)
    return (f"{which}, and {more} more", f"{which_id}, dan {more} lagi") if more > 0 else (which, which_id)


def _another_account(account: str | None) -> Sign:
    """The seller told the buyer of another account than the one that received, as far as that is known."""
    text = "In this talk the seller named another account than the one that received."
    text_id = "Dalam percakapan ini penjual menyebut akun lain, bukan akun yang menerima."
    if account is None:
        text = "In this talk the seller named an account; the booked line does not say which one received."
        text_id = "Dalam percakapan ini penjual menyebut satu akun; baris rekening tidak menyebut akun yang menerima."
    return sign(ANOTHER, text, text_id, ("another account named here", 1), side="against")


def _strange_account(account: str | None, said: AbstractSet[str]) -> Sign | None:
    """The same of an account that no ledger knows; nothing was learned of it, so it weighs nothing and only holds."""
    if not said:
        return None
    text = "In this talk the seller named, to be paid into, a number that no statement knows"
    text_id = (
        "Dalam percakapan ini penjual menyebut nomor tujuan pembayaran yang tidak ada dalam rekening koran mana pun"
    )
    if account is None:
        text += "; the booked line does not say which account received."
        text_id += "; baris rekening tidak menyebut akun yang menerima."
    else:
        text += "; another account received."
        text_id += "; akun lain yang menerima."
    return Sign(ANOTHER, 0, text, text_id, said=tuple(sorted(said)), side="against")


def is_paid_elsewhere(signs: Sequence[Sign]) -> bool:
    """Whether the seller named another account than the one that received, and nothing ties the payer to the buyer."""
    is_other = any(one.but is not None and one.but.rule == ANOTHER for one in signs)
    return is_other and any(one.rule in OF_NOBODY for one in signs)


def _name_counts(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands in the payers' names of a ledger; the number of named payers under the empty word."""
    counts: Counter[str] = Counter()
    for line in lines:
        printed = set(name_words(line.payer_name or ""))
        counts.update(printed)
        counts[""] += bool(printed)
    return counts
