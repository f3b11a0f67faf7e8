# SPDX-License-Identifier: Apache-2.0
"""The method in words: what no result can say. What each step does stands beside its word (`model/deeds/steps.py`)."""

LIMITS = (
    (
        "Hash yang sama persis menunjukkan isi yang sama; apa yang tampak pada isi itu tidak dilihat oleh program.",
        "An equal hash shows that contents are equal; the program never looks at what they show.",
    ),
    (
        "Tidak adanya kecocokan tidak menunjukkan bahwa suatu isi tidak bermasalah.",
        "That nothing matches does not show that a content is harmless.",
    ),
    (
        "Waktu adalah waktu yang dicatat perangkat atau bank; jam perangkat dapat salah.",
        "Times are those that a device or bank recorded; the clock of a device can be wrong.",
    ),
    (
        "Akun menunjukkan pengenal pada layanan, bukan siapa yang memegang perangkat saat itu.",
        "An account is an identifier on a service, not who held the device at that time.",
    ),
    (
        "Rangkaian transaksi adalah hasil perhitungan, bukan pernyataan bersalah; pembayaran dapat untuk hal lain.",
        "A deal is worked out, and no finding of guilt; a payment can have been for something else.",
    ),
    (
        (
            "Yang tidak terbaca dihitung pada tabel yang tidak diproses dan tabel catatan tidak terbaca; isinya tidak "
            "diketahui."
        ),
        "What could not be read is counted as not processed or as a flaw; what it holds is not known.",
    ),
    (
        "Yang tidak ada pada barang bukti tidak ada dalam hasil: percakapan yang dihapus, perangkat lain, pihak lain.",
        "What is not on the exhibits is not in the results: deleted talk, other devices, the other side.",
    ),
)
"""What no result can say, in Indonesian and English."""
