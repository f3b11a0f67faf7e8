# SPDX-License-Identifier: Apache-2.0
"""What an estimate says, in English and Indonesian: "at least", and for planning only."""

ENGLISH = {"buyers": "buyers", "items": "different items", "sources": "sources"}
INDONESIAN = {"buyers": "pembeli", "items": "materi berbeda", "sources": "sumber"}

_POPULATION = {
    "buyers": (
        "This counts only people who could have appeared on the seized devices.",
        "Yang dihitung hanya orang yang mungkin tampak pada perangkat yang disita.",
    ),
    "items": (
        "This counts only items of the kind that these sellers handed over.",
        "Yang dihitung hanya materi sejenis yang dikirim para penjual ini.",
    ),
    "sources": (
        "This counts only conversations that could have been on the seized devices.",
        "Yang dihitung hanya percakapan yang mungkin ada pada perangkat yang disita.",
    ),
}
_PLANNING = (
    "It is a planning figure; it proves nothing about any person.",
    "Angka ini hanya untuk perencanaan; tidak membuktikan apa pun tentang siapa pun.",
)


def floor_sentences(of: str, seen: int, least: int) -> tuple[str, str]:
    """What a floor says."""
    english = (
        f"The exhibits show {seen} {ENGLISH[of]}. If the assumptions listed hold, at least {least} existed "
        f"(lower limit of a 95 % interval)."
    )
    indonesian = (
        f"Barang bukti menunjukkan {seen} {INDONESIAN[of]}. Jika asumsi yang tercantum benar, "
        f"sedikitnya ada {least} (batas bawah selang 95 %)."
    )
    return _whole(of, english, indonesian)


def refusal_sentences(of: str, seen: int) -> tuple[str, str]:
    """What is said where no figure may be given; the reason stands beside it."""
    english = f"The exhibits show {seen} {ENGLISH[of]}. No figure is given for the unseen part."
    indonesian = f"Barang bukti menunjukkan {seen} {INDONESIAN[of]}. Bagian yang belum terlihat tidak ditaksir."
    return _whole(of, english, indonesian)


def group_sentences(seen: int, groups: int) -> tuple[str, str]:
    """What is said where some groups of accounts may be one person."""
    english = (
        f"{groups} groups of accounts bought; {seen} are counted, for each of the others may be one person with them."
    )
    indonesian = (
        f"{groups} kelompok akun membeli; {seen} yang dihitung, karena masing-masing yang lain mungkin orang yang sama."
    )
    return english, indonesian


def content_sentences(seen: int, contents: int) -> tuple[str, str]:
    """What is said where some contents are one item, or cannot be compared."""
    english = (
        f"{contents} contents were handed over; {seen} items are counted, for some look alike, and some are held by no "
        "exhibit or cannot be compared."
    )
    indonesian = (
        f"{contents} isi berkas diserahkan; {seen} materi yang dihitung, karena sebagian serupa, dan sebagian tidak "
        "ada pada barang bukti atau tidak dapat dibandingkan."
    )
    return english, indonesian


def model_sentences(of: str, name: str, low: int, high: int) -> tuple[str, str]:
    """What one model says: it depends on the model."""
    english = f"The model {name} alone would give from {low} to {high} {ENGLISH[of]}; this depends on the model."
    indonesian = (
        f"Model {name} sendiri memberi {low} sampai {high} {INDONESIAN[of]}; angka ini bergantung pada modelnya."
    )
    return _whole(of, english, indonesian)


def _whole(of: str, english: str, indonesian: str) -> tuple[str, str]:
    """A sentence with the population that it counts, and with what it is good for."""
    population = _POPULATION[of]
    return f"{english} {population[0]} {_PLANNING[0]}", f"{indonesian} {population[1]} {_PLANNING[1]}"
