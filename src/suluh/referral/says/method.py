# SPDX-License-Identifier: Apache-2.0
"""The method in words: what each step does, and what no result of it can say."""

STEPS: dict[str, tuple[str, str]] = {
    "walk": (
        "Mendaftar setiap file pada setiap akuisisi.",
        "Lists every file of every acquisition.",
    ),
    "digest": (
        "Menghitung SHA-256, SHA-1, dan MD5 setiap file, menentukan jenisnya dari isi, dan mendaftar isi arsip.",
        "Works out SHA-256, SHA-1 and MD5 of every file, finds its type by content, and lists what archives hold.",
    ),
    "stated": (
        "Membandingkan hash yang dinyatakan pemeriksa dengan hash file.",
        "Compares the hashes that the examiner stated with those of the files.",
    ),
    "match": (
        "Mencari hash yang sama persis dalam himpunan hash milik satuan.",
        "Looks for exactly equal hashes in the unit's own hash sets.",
    ),
    "picture": (
        "Menghitung hash persepsi gambar dan membaca kepala filenya.",
        "Works out the perceptual hash of pictures and reads their headers.",
    ),
    "frames": (
        "Menghitung hash persepsi bingkai kunci video.",
        "Works out the perceptual hash of the key frames of videos.",
    ),
    "seconds": (
        "Menghitung hash persepsi satu bingkai untuk setiap detik video.",
        "Works out the perceptual hash of one frame for every second of a video.",
    ),
    "confirm": (
        "Menghitung ulang secara lengkap hash persepsi gambar yang tampak mirip.",
        "Works out in full the perceptual hash of pictures that looked near.",
    ),
    "compare": (
        "Mencari gambar yang mirip: kandidat yang harus dilihat orang, tidak pernah dihitung sebagai dikenal.",
        "Looks for near pictures: candidates for a person to look at, never counted as known.",
    ),
    "read": (
        "Membaca percakapan, kontak, dan rekening koran dengan pembaca untuk format yang dikenal.",
        "Reads chats, contacts and statements with readers for known formats.",
    ),
    "stand": (
        "Menetapkan satu keadaan untuk setiap file; jumlah semua keadaan sama dengan jumlah file.",
        "Gives every file one state; the states add up to the number of files.",
    ),
    "join": (
        "Menggabungkan salinan pesan dan baris rekening yang sama dari beberapa barang bukti.",
        "Joins copies of one message or booked line from several exhibits.",
    ),
    "resolve": (
        "Mengelompokkan akun yang mungkin milik satu orang, dengan alasan mendukung dan menentang.",
        "Groups accounts that are probably one person, with reasons for and against.",
    ),
    "deals": (
        "Menyusun penawaran, pembayaran, dan pengiriman menjadi rangkaian transaksi.",
        "Puts offers, payments and deliveries together as deals.",
    ),
    "cameras": (
        "Mencari kamera yang sama pada gambar dari beberapa barang bukti.",
        "Looks for one camera behind pictures of several exhibits.",
    ),
    "draw": (
        "Menggambar jaringan dari rangkaian transaksi dan asal kiriman.",
        "Draws the network from deals and where things came from.",
    ),
    "estimate": (
        "Menaksir bagian yang belum terlihat, hanya untuk perencanaan; tidak ada dalam paket mana pun.",
        "Estimates what is unseen, for planning only; in no package.",
    ),
    "rank": (
        "Mengurutkan saran langkah kerja; tidak ada dalam paket mana pun.",
        "Ranks the next pieces of work; in no package.",
    ),
}
"""What each step of the line does, in Indonesian and English."""

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
