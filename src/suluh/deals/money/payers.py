# SPDX-License-Identifier: Apache-2.0
"""Whether the two sides of a payment are those of an episode."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import timedelta
from math import log
from typing import NamedTuple

from suluh.deals.facts.ledger import Line
from suluh.deals.facts.parties import Parties, name_words
from suluh.deals.talks.episodes import Episode, Talk
from suluh.model.talk import is_named_only
from suluh.model.trade import Term

_NEAR = timedelta(hours=36)


class Learned(NamedTuple):
    """For whom a payer has paid in deals that stand out, and in which."""

    buyer: str
    episodes: tuple[Episode, ...]


class Payers:
    """What is known of payers and receivers over all the ledgers."""

    def __init__(self, sides: Parties, booked: Sequence[Line], learned: Mapping[str, Learned]) -> None:
        self._sides = sides
        self._learned = learned
        self._asked = 0
        self._received: dict[tuple[str | None, bool, str, str | None], Term | None] = {}
        by_ledger: dict[str, list[Line]] = defaultdict(list)
        for line in booked:
            by_ledger[line.ledger].append(line)
        self._words = {name: _name_counts(found) for name, found in by_ledger.items()}

    def judge(self, episode: Episode, line: Line, talk: Talk) -> tuple[Term, ...] | None:
        """Terms on who received and who paid; null closes the gate."""
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
        if paid is None or (not line.incoming and received.score <= 0 and paid.score <= 0):
            return None
        return received, paid

    def _receiver(self, episode: Episode, line: Line) -> Term | None:
        account, side, sides = line.payee, episode.seller, self._sides
        if account and account in episode.pay_to:
            return Term(
                rule="account-named",
                score=1_000_000,
                text="The seller named this account as the one to pay.",
                text_id="Penjual menyebut akun ini sebagai tujuan pembayaran.",
            )
        other = -500_000 if episode.pay_to else 0
        if account and account in sides.named.get(side, ()):
            text = "The seller names this account as the one to pay in other talk."
            text_id = "Penjual menyebut akun ini sebagai tujuan pembayaran dalam percakapan lain."
            return Term(rule="account-named", score=700_000 + other, text=text, text_id=text_id)
        if account and sides.side(account) == side:
            text = "The account that received is one of the same person."
            text_id = "Akun penerima adalah salah satu akun orang yang sama."
            return Term(rule="same-person", score=800_000 + other, text=text, text_id=text_id)
        return None if account and self._is_of_another(account, side) else self._by_device(side, line, other)

    def _by_device(self, side: str, line: Line, other: int) -> Term | None:
        """What speaks for a receiver whose account nobody named."""
        sides = self._sides
        if line.incoming and sides.is_own(side, line.exhibit):
            text = "The statement lies on the device that wrote."
            text_id = "Rekening koran berada pada perangkat yang menulis pesan."
            return Term(rule="same-exhibit", score=500_000 + other, text=text, text_id=text_id)
        shared = sides.names.get(side, frozenset()) & set(name_words(line.payee_name or ""))
        if len(shared) > 1:
            text = "Who received goes by the name of the seller."
            text_id = "Nama penerima sama dengan nama penjual."
            return Term(rule="holder-name", score=300_000 + other, text=text, text_id=text_id)
        if line.incoming:
            return None
        return Term(
            rule="receiver-unknown",
            score=-300_000,
            text="Nothing says who received the payment.",
            text_id="Tidak ada keterangan siapa yang menerima pembayaran.",
        )

    def _payer(self, episode: Episode, line: Line, talk: Talk) -> Term | None:
        sides, account, side = self._sides, line.payer, episode.buyer
        if not line.incoming and sides.is_own(side, line.exhibit):
            return Term(
                rule="payer-device",
                score=1_500_000,
                text="The statement lies on the device of the buyer.",
                text_id="Rekening koran berada pada perangkat pembeli.",
            )
        if account is not None and not is_named_only(account):
            if sides.side(account) == side:
                return Term(
                    rule="payer-known",
                    score=2_500_000,
                    text="The account that paid is one of this person.",
                    text_id="Akun pembayar adalah salah satu akun orang ini.",
                )
            if account in sides.named.get(side, ()):
                return Term(
                    rule="payer-named",
                    score=1_800_000,
                    text="This person named the account that paid.",
                    text_id="Orang ini menyebut akun pembayar.",
                )
        term = self._by_name(episode, line, talk)
        if account and term.score <= 0 and self._is_of_another(account, side):
            if (episode.seller, sides.side(account)) not in sides.met:
                return term
            return Term(
                rule="payer-of-another",
                score=-1_200_000,
                text="The account that paid is one of somebody else.",
                text_id="Akun pembayar adalah akun orang lain.",
            )
        return term

    def _is_of_another(self, account: str, side: str) -> bool:
        """Whether an account belongs to somebody who speaks elsewhere, and not from the same device."""
        other, sides = self._sides.side(account), self._sides
        if other not in sides.speakers or other == side:
            return False
        return not sides.devices.get(other, frozenset()) & sides.devices.get(side, frozenset())

    def _by_name(self, episode: Episode, line: Line, talk: Talk) -> Term:
        printed = set(name_words(line.payer_name or ""))
        said = _names_in_claims(talk, line)
        if printed and printed <= said | {""}:
            text = "The buyer's word of having paid names who paid."
            text_id = "Pembeli menyebut nama pembayar ketika mengatakan sudah membayar."
            return Term(rule="payer-said", score=2_000_000, text=text, text_id=text_id)
        known = self._sides.names.get(episode.buyer, frozenset())
        shared = known & printed
        if shared:
            return self._same_name(shared, line)
        before = self._before(episode, line)
        if before is not None:
            return before
        if not known or not printed:
            return Term(
                rule="payer-unknown",
                score=0,
                text="Nothing says who paid.",
                text_id="Tidak ada keterangan siapa yang membayar.",
            )
        return Term(
            rule="name-differs",
            score=-500_000,
            text="Who paid goes by another name than the buyer.",
            text_id="Nama pembayar berbeda dari nama pembeli.",
        )

    def _before(self, episode: Episode, line: Line) -> Term | None:
        """Whom this payer has paid for in other deals that stand out."""
        learned = self._learned.get(line.payer_key or "")
        # A deal is no witness for itself.
        if learned is None or all(one is episode for one in learned.episodes):
            return None
        if learned.buyer == episode.buyer:
            text = "Who paid has paid for the same person in other deals."
            text_id = "Pembayar ini membayar untuk orang yang sama dalam rangkaian transaksi lain."
            return Term(rule="payer-before", score=1_500_000, text=text, text_id=text_id)
        return Term(
            rule="payer-of-another",
            score=-1_800_000,
            text="Who paid has paid for another person.",
            text_id="Pembayar ini pernah membayar untuk orang lain.",
        )

    def _same_name(self, shared: frozenset[str], line: Line) -> Term:
        counts = self._words[line.ledger]
        rarest = min(counts[word] for word in shared) / max(1, counts[""])
        score = 300_000 + round(350_000 * -log(rarest)) + 400_000 * (len(shared) - 1)
        return Term(
            rule="same-name",
            score=min(1_800_000, score),
            text="Who paid goes by a name of the buyer.",
            text_id="Pembayar memakai salah satu nama pembeli.",
        )


def _names_in_claims(talk: Talk, line: Line) -> set[str]:
    """Names of the ledgers that the buyer named beside the payment."""
    near = talk.claims_within(line.start - _NEAR, line.end + _NEAR)
    return {word for one in near for word in one.named.names}


def _name_counts(lines: Iterable[Line]) -> Counter[str]:
    """How often each word stands in the payers' names of a ledger; the number of named payers under the empty word."""
    counts: Counter[str] = Counter()
    for line in lines:
        printed = set(name_words(line.payer_name or ""))
        counts.update(printed)
        counts[""] += bool(printed)
    return counts
