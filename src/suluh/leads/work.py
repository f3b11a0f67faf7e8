# SPDX-License-Identifier: Apache-2.0
"""One piece of work before it has its rank: what it is about, what is counted, and its reasons in two languages."""

from collections.abc import Iterator, Mapping
from typing import NamedTuple

from suluh.leads.answers import answer_to
from suluh.model.after.beyond import Lead, LeadTerm
from suluh.model.ids import make_id
from suluh.model.money import spoken

SAFEGUARDING, SOURCE, SELLER, BUYER, LINK = 1, 2, 3, 4, 5
"""The tiers: a child who may be in danger before material, material before persons, persons before tidying up.

What is first is a rule of the work and not measured; only their order counts.
"""


_NOTHING_MORE = ("~", 0)
"""What comes behind every amount: so less of it ranks lower."""


class Reason(NamedTuple):
    """One counted reason."""

    name: str
    value: int
    english: str
    indonesian: str
    is_amount: bool = False
    """Whether it counts smallest units of a currency: such counts of two currencies are never compared."""


class Work(NamedTuple):
    """What could be done next."""

    tier: int
    kind: str
    about: str
    reasons: tuple[Reason, ...]
    turn: int = 0
    """Inside its tier, what has a larger one comes later."""

    by_name: bool = False
    """Whether nothing but a name is known of the person."""

    @property
    def key(self) -> tuple[int, int, tuple[int, ...], tuple[tuple[str, int], ...], str]:
        """The order of work: tier, turn, the counts one by one, larger first, then amounts of the same currency.

        No amount of one currency is compared with that of another: whoever paid in a currency stands beside those who
        did, larger first, the currencies by their codes; whoever paid nothing comes last.
        """
        counts = tuple(-reason.value for reason in self.reasons if not reason.is_amount)
        amounts = tuple((reason.name, -reason.value) for reason in self.reasons if reason.is_amount)
        return self.tier, self.turn, counts, (*amounts, _NOTHING_MORE), self.about

    def lead(self, rank: int) -> Lead:
        """The lead at its rank."""
        answer, answer_id = answer_to(self.kind, by_name=self.by_name)
        return Lead(
            id=make_id("lead", self.kind, self.about),
            rank=rank,
            tier=self.tier,
            about=self.about,
            reasons=tuple(reason.english for reason in self.reasons if reason.english),
            reasons_id=tuple(reason.indonesian for reason in self.reasons if reason.indonesian),
            terms=tuple(LeadTerm(name=reason.name, value=reason.value) for reason in self.reasons),
            answer=answer,
            answer_id=answer_id,
        )


MAY_BE_HOLDER = Reason(
    "may-be-holder",
    1,
    "A link that waits may make this person the holder of an exhibit: decide on it first.",
    "Kaitan yang belum diputuskan mungkin menjadikan orang ini pemegang barang bukti: putuskan dahulu.",
)


def exhibits(number: int) -> Reason:
    """How many exhibits know somebody whose own devices are not among them."""
    many = "1 exhibit knows" if number == 1 else f"{number} exhibits know"
    return Reason(
        "exhibits",
        number,
        f"{many} this person, whose own device is none of them.",
        f"{number} barang bukti mengenal orang ini; perangkatnya sendiri tidak termasuk.",
    )


def deals(number: int) -> Reason:
    """How many deals."""
    many = "1 deal was" if number == 1 else f"{number} deals were"
    return Reason("deals", number, f"{many} found.", f"Ditemukan {number} rangkaian transaksi.")


def deliveries(items: int) -> Reason:
    """How many items were handed over."""
    many = "1 item was" if items == 1 else f"{items} items were"
    return Reason("items", items, f"{many} handed over in them.", f"Di dalamnya {items} materi dikirim.")


def payments(recorded: Mapping[str, int], possible: Mapping[str, int]) -> Iterator[Reason]:
    """What booked lines show, each currency by itself; what they record and what they may pay are never added."""
    for currency, minor in sorted(recorded.items()):
        amount, jumlah = spoken(minor, currency)
        english, indonesian = f"Payment records show {amount}.", f"Catatan pembayaran menunjukkan {jumlah}."
        yield Reason(f"paid-{currency}", minor, english, indonesian, is_amount=True)
    for currency, minor in sorted(possible.items()):
        amount, jumlah = spoken(minor, currency)
        english = f"Booked lines that may belong to further deals show {amount}."
        indonesian = f"Baris yang mungkin milik rangkaian transaksi lain menunjukkan {jumlah}."
        yield Reason(f"possible-{currency}", minor, english, indonesian, is_amount=True)
