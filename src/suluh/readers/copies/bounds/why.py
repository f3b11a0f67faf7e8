# SPDX-License-Identifier: Apache-2.0
"""The sentences for which conversations that were found or said to be one are kept apart."""

from suluh.model.trade import Term
from suluh.readers.copies.bounds.two import SAYS, Two

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
