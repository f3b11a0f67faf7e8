# SPDX-License-Identifier: Apache-2.0
"""What would answer a piece of work: whom to ask, or where to look, in two languages."""

_ANSWERS = {
    "safeguarding": (
        "Ask child protection, and look at every exhibit that knows this person.",
        "Tanyakan kepada bagian perlindungan anak, dan periksa setiap barang bukti yang mengenal orang ini.",
    ),
    "camera": (
        "Look at the pictures that were handed over, then for the camera's owner on this exhibit.",
        "Lihat foto yang diserahkan, lalu cari pemilik kamera pada barang bukti ini.",
    ),
    "source": (
        "Ask the service who made the group, who is in it and since when; look for it on every other exhibit.",
        "Tanyakan kepada layanan siapa pembuat dan anggota grup, dan sejak kapan; cari grup itu di barang bukti lain.",
    ),
    "poster": (
        "Ask the service who registered this account, and when and from where it was used.",
        "Tanyakan kepada layanan siapa yang mendaftarkan akun ini, serta kapan dan dari mana akun dipakai.",
    ),
    "seller": (
        "Ask the services and banks of these accounts who holds them; look for the device.",
        "Tanyakan kepada layanan dan bank akun ini siapa pemegangnya; cari perangkatnya.",
    ),
    "buyer": (
        "Ask the services and banks of these accounts who holds them.",
        "Tanyakan kepada layanan dan bank akun ini siapa pemegangnya.",
    ),
    "link": (
        "Look at both places of the link, then confirm or reject it.",
        "Lihat kedua tempat kaitan itu, lalu nyatakan benar atau tolak.",
    ),
}

_BY_NAME = (
    "Only a name is known: look for the number in address books and in the same talk on other exhibits.",
    "Baru nama yang diketahui: cari nomornya dalam buku alamat dan dalam percakapan yang sama pada barang bukti lain.",
)


def answer_to(kind: str, *, by_name: bool) -> tuple[str, str]:
    """What would answer work of a kind, in English and Indonesian; `by_name` where only a name is known."""
    return _BY_NAME if by_name else _ANSWERS[kind]
