# SPDX-License-Identifier: Apache-2.0
"""What the two of a deal say in it, each message under the one sentence that its own words bear.

1. An exchange is proposed by whoever speaks of one first; what the other side says of it may agree, ask or propose
   another, and is told as no more than an answer: it offers and asks for nothing.
2. Word of having paid is a message that may be cited as one, and not one that haggles and is read so by its place.
"""

from collections.abc import Iterator

from suluh.deals.money.matched import Paid
from suluh.deals.money.spoken import cited_as_paid
from suluh.deals.talks.episodes import Episode
from suluh.deals.told import Told
from suluh.deals.words.signals import Signal
from suluh.model.trade import Term

BARTER = "barter"


def answered(episode: Episode) -> list[Signal]:
    """The messages that speak of an exchange after the other side had proposed one."""
    spoken = [one for one in episode.openings if one.kind == BARTER]
    return [one for one in spoken if one.side != spoken[0].side]


def proposed(episode: Episode) -> list[Signal]:
    """The messages that propose an exchange."""
    answering = {one.message for one in answered(episode)}
    return [one for one in episode.openings if one.kind == BARTER and one.message not in answering]


def offered(episode: Episode) -> list[Signal]:
    """The seller's offers, but for exchanges."""
    return [one for one in episode.offers if one.kind != BARTER]


def ordered(episode: Episode) -> list[Signal]:
    """The buyer's orders, but for exchanges."""
    return [one for one in episode.orders if one.kind != BARTER]


def said_paid(told: Told, paid: Paid | None) -> list[Signal]:
    """The messages of the buyer that may be cited as word of having paid."""
    return cited_as_paid(told.handed.claims, told.episode, paid.lines[0] if paid else None)


def read_as_paid(told: Told, paid: Paid | None) -> list[Signal]:
    """Those that count as such a word and may as well ask, offer or say where to pay."""
    cited = {one.message for one in said_paid(told, paid)}
    return [one for one in told.handed.claims if one.message not in cited]


def spoken_terms(told: Told, paid: Paid | None) -> Iterator[Term]:
    """What is said in a deal, of offers, orders, exchanges and having paid."""
    episode = told.episode
    if offered(episode):
        yield Term(rule="offer", score=300_000, text="The seller offered it.", text_id="Penjual menawarkannya.")
    if ordered(episode):
        yield Term(rule="order", score=200_000, text=_ASKED, text_id=_ASKED_ID)
    yield from _exchange_terms(episode)
    if said_paid(told, paid):
        yield Term(rule="said-paid", score=100_000, text=_PAID, text_id=_PAID_ID)
    if read_as_paid(told, paid):
        yield _READ_SO


def _exchange_terms(episode: Episode) -> Iterator[Term]:
    """Who proposed an exchange, and who spoke of it then."""
    sides = ((episode.seller, *_SELLER), (episode.buyer, *_BUYER))
    for found, word, does, does_id in ((proposed(episode), *_PROPOSED), (answered(episode), *_ANSWERED)):
        for side, name, score, who, who_id in sides:
            rests = tuple(one.message for one in found if one.side == side)
            text, text_id = f"{who} {does}.", f"{who_id} {does_id}."
            if rests:
                yield Term(rule=f"{word}-by-{name}", score=score, text=text, text_id=text_id, rests=rests)


_SELLER, _BUYER = ("seller", 300_000, "The seller", "Penjual"), ("buyer", 200_000, "The buyer", "Pembeli")
_PROPOSED = "proposed", "proposed an exchange", "mengusulkan pertukaran"
_ANSWERED = (
    "answered",
    "spoke of an exchange after the other side had proposed one",
    "berbicara tentang pertukaran setelah pihak lain mengusulkannya",
)


_ASKED = (
    "The buyer asks for it, or whether it is there; messages are read so by lists of words and learned weights, which "
    "look at what stands before as well, so that the same words may count here and not in another talk."
)
_ASKED_ID = (
    "Pembeli memintanya, atau menanyakan apakah masih ada; pesan dibaca demikian menurut daftar kata dan bobot yang "
    "dipelajari, yang juga melihat apa yang mendahuluinya, sehingga kata yang sama dapat terhitung di sini dan tidak "
    "dalam percakapan lain."
)
_PAID = "The buyer speaks of having paid, names a payment, or asks whether it came."
_PAID_ID = "Pembeli berbicara tentang sudah membayar, menyebut suatu pembayaran, atau menanyakan apakah sudah masuk."
READ_SO = "read-as-paid"
_READ_SO = Term(
    rule=READ_SO,
    score=0,
    text="The learned weights find in this both a word of the buyer's having paid and one of asking, offering, "
    "haggling, where to pay, or not having paid yet. Which it is stays open: no reason cites it as a word of having "
    "paid, though state and order of the deal may rest on it.",
    text_id="Bobot yang dipelajari menemukan di sini perkataan pembeli tentang sudah membayar dan juga tentang "
    "meminta, menawarkan, menawar, tujuan bayar, atau belum membayar. Yang mana belum pasti: tidak ada alasan yang "
    "menyebutnya sebagai perkataan sudah membayar, tetapi keadaan dan urutan rangkaian dapat bertumpu padanya.",
)
