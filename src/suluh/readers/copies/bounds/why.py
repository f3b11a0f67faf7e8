# SPDX-License-Identifier: Apache-2.0
"""The sentences for which conversations that were found or said to be one are kept apart."""

from collections.abc import Mapping

from suluh.model.trade import Term
from suluh.readers.copies.bounds.two import SAYS, Two
from suluh.readers.copies.bounds.whose import Doubt

ALL = 1_000_000
"""What is known to be two takes off the whole."""

RIVAL = Term(
    rule="rival",
    score=-300_000,
    text="Another conversation of the same exhibit and time fits as well: one of the two at most is this one.",
    text_id="Percakapan lain dari barang bukti dan waktu yang sama juga cocok: paling banyak satu dari keduanya benar.",
)

RIVAL_BESIDE = Term(
    rule="rival-beside",
    score=-300_000,
    text="One of the two fits two other conversations of one exhibit and time, and at most one of these is it: until "
    "officers decide which, it is joined with nothing.",
    text_id="Salah satunya cocok dengan dua percakapan lain dari satu barang bukti dan waktu, dan paling banyak satu "
    "yang benar: sampai petugas memutuskan yang mana, percakapan itu tidak digabungkan dengan apa pun.",
)

PARTED = Term(
    rule="contradiction",
    score=-ALL,
    text="This would join, perhaps by way of others, two conversations that officers parted.",
    text_id="Ini akan menggabungkan, mungkin melalui percakapan lain, dua percakapan yang telah dipisahkan petugas.",
)

DOUBTS: Mapping[Doubt, Term] = {
    "passed-on": Term(
        rule="passed-on",
        score=-150_000,
        text="The times do not tell these from two talks of one person who passed on in each what was said in the "
        "other: too few messages show one clock, or the one side's come later and the other side's earlier.",
        text_id="Waktunya tidak membedakan keduanya dari dua percakapan satu orang yang meneruskan di masing-masing "
        "apa yang dikatakan di yang lain: terlalu sedikit pesan menunjukkan satu jam, atau pesan pihak yang satu lebih "
        "lambat dan pesan pihak lain lebih cepat.",
    ),
    "other-listed": Term(
        rule="other-listed",
        score=-200_000,
        text="An address book lists, under the name that the one gives to somebody in it, no account under which the "
        "other knows the same.",
        text_id="Buku alamat tidak mencantumkan, dengan nama yang dipakai percakapan yang satu untuk seseorang di "
        "dalamnya, akun yang dikenal percakapan yang lain untuk orang yang sama.",
    ),
}
"""Why two whose words agree may have other sides."""


def known_two(why: Two) -> Term:
    """Two that are known to be two."""
    english, indonesian = SAYS[why]
    return Term(
        rule=why,
        score=-ALL,
        text=f"They are two conversations: {english}. No word joins them.",
        text_id=f"Ini dua percakapan: {indonesian}. Tidak dapat digabungkan oleh keputusan apa pun.",
    )


def known_two_by_others(why: Two) -> Term:
    """Two that by way of others would join what is known to be two."""
    english, indonesian = SAYS[why]
    return Term(
        rule="known-two",
        score=-ALL,
        text=f"With others that were found or said to be one with them it cannot be: {english}. Parting the wrong ones "
        "of these lets the others be joined.",
        text_id=f"Bersama percakapan lain yang ditemukan atau dinyatakan satu dengannya, ini tidak mungkin: "
        f"{indonesian}. Bila yang salah dipisahkan, yang lain dapat digabungkan.",
    )
