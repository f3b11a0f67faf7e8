# SPDX-License-Identifier: Apache-2.0
"""The steps of the line: for each its word, what it is called and does in both languages, and what it writes.

Whoever adds a step adds its row here, its work in a room, and its row in `case/line/line.py`.
"""

from suluh.model.after.beyond import Edge, Estimate, Joint, Lead, Origin
from suluh.model.body import Noun
from suluh.model.deeds.deed import Deed, Per, Replaces, Said
from suluh.model.deeds.rights import ADD
from suluh.model.intake import Content, File, Flaw, Outcome, Standing
from suluh.model.matching import Camera, Fingerprint, Group, Match, MediaFacts
from suluh.model.people import Link, Person
from suluh.model.talk import Account, Contact, Conversation, Message, Trait
from suluh.model.trade import Claim, Deal, Offer, Payment, Statement


def _step(word: str, called: Said, does: Said, *writes: type[Noun], per: Per, replaces: Replaces) -> Deed:
    """A step of the line; what of the evidence it cannot work with is a flaw of its own."""
    return Deed(word, "step", (ADD,), (*writes, Flaw), per, replaces, called, does)


def _found(word: str, called: Said, does: Said, *writes: type[Noun]) -> Deed:
    """A step over single files in locked workers: its rows stand until what they rest on is corrected."""
    return _step(word, called, does, *writes, per="file", replaces="corrected")


def _derived(word: str, called: Said, does: Said, *writes: type[Noun]) -> Deed:
    """A step over the whole case: its rows are worked out anew when what it takes has changed."""
    return _step(word, called, does, *writes, per="case", replaces="own")


WALK = _step(
    "walk",
    Said("Listing of files", "Pendaftaran file"),
    Said("Lists every file of every acquisition.", "Mendaftar setiap file pada setiap akuisisi."),
    File,
    per="acquisition",
    replaces="corrected",
)
REACH = _step(
    "reach",
    Said("Reaching the files", "Pencapaian file"),
    Said(
        "Notes which acquisitions and files were out of reach in a run.",
        "Mencatat akuisisi dan file yang tidak terjangkau saat dijalankan.",
    ),
    per="file",
    replaces="own",
)
DIGEST = _found(
    "digest",
    Said("Hashing of files", "Penghitungan hash file"),
    Said(
        "Works out SHA-256, SHA-1 and MD5 of every file, finds its type by content, and lists what archives hold.",
        "Menghitung SHA-256, SHA-1, dan MD5 setiap file, menentukan jenisnya dari isi, dan mendaftar isi arsip.",
    ),
    Content,
    File,
    Outcome,
)
STATED = _derived(
    "stated",
    Said("Comparing stated hashes", "Pembandingan hash yang disebutkan"),
    Said(
        "Compares the hashes that the examiner stated with those of the files.",
        "Membandingkan hash yang dinyatakan pemeriksa dengan hash file.",
    ),
)
MATCH = _derived(
    "match",
    Said("Matching with hash sets", "Pencocokan dengan himpunan hash"),
    Said(
        "Looks for exactly equal hashes in the unit's own hash sets.",
        "Mencari hash yang sama persis dalam himpunan hash milik satuan.",
    ),
    Match,
)
PICTURE = _found(
    "picture",
    Said("Hashing of pictures", "Penghitungan hash gambar"),
    Said(
        "Works out the perceptual hash of pictures and reads their headers.",
        "Menghitung hash persepsi gambar dan membaca kepala filenya.",
    ),
    Fingerprint,
    MediaFacts,
    Outcome,
)
FRAMES = _found(
    "frames",
    Said("Hashing of video frames", "Penghitungan hash bingkai video"),
    Said("Works out the perceptual hash of the key frames of videos.", "Menghitung hash persepsi bingkai kunci video."),
    Fingerprint,
    Outcome,
)
SECONDS = _found(
    "seconds",
    Said("Hashing of videos second by second", "Penghitungan hash video detik demi detik"),
    Said(
        "Works out the perceptual hash of one frame for every second of a video.",
        "Menghitung hash persepsi satu bingkai untuk setiap detik video.",
    ),
    Fingerprint,
    Outcome,
)
CONFIRM = _found(
    "confirm",
    Said("Full decoding of pictures that match", "Dekode penuh gambar yang cocok"),
    Said(
        "Works out in full the perceptual hash of pictures that looked near.",
        "Menghitung ulang secara lengkap hash persepsi gambar yang tampak mirip.",
    ),
    Fingerprint,
    Outcome,
)
COMPARE = _derived(
    "compare",
    Said("Grouping of near duplicates", "Pengelompokan isi yang mirip"),
    Said(
        "Looks for near pictures: candidates for a person to look at, never counted as known.",
        "Mencari gambar yang mirip: kandidat yang harus dilihat orang, tidak pernah dihitung sebagai dikenal.",
    ),
    Match,
    Group,
)
READ_FILES = _found(
    "read",
    Said("Reading of records", "Pembacaan catatan"),
    Said(
        "Reads chats, contacts and statements with readers for known formats.",
        "Membaca percakapan, kontak, dan rekening koran dengan pembaca untuk format yang dikenal.",
    ),
    Account,
    Contact,
    Conversation,
    Message,
    Payment,
    Statement,
    Trait,
    Outcome,
)
STAND = _derived(
    "stand",
    Said("Final states of files", "Keadaan akhir file"),
    Said(
        "Gives every file one state; the states add up to the number of files.",
        "Menetapkan satu keadaan untuk setiap file; jumlah semua keadaan sama dengan jumlah file.",
    ),
    Standing,
)
JOIN = _derived(
    "join",
    Said("Copies of conversations and payments", "Salinan percakapan dan pembayaran"),
    Said(
        "Joins copies of one message or booked line from several exhibits.",
        "Menggabungkan salinan pesan dan baris rekening yang sama dari beberapa barang bukti.",
    ),
    Joint,
    Link,
)
CLAIM = _derived(
    "claims",
    Said("Reading of receipts in messages", "Pembacaan bukti bayar dalam pesan"),
    Said(
        "Lists what receipts and notices in messages claim to have been paid; what is claimed is not booked.",
        "Mendaftar apa yang menurut bukti dan pemberitahuan dalam pesan telah dibayar; yang diklaim belum tercatat.",
    ),
    Claim,
)
RESOLVE = _derived(
    "resolve",
    Said("Grouping of accounts", "Pengelompokan akun"),
    Said(
        "Links accounts that are probably one person, with reasons for and against.",
        "Mengaitkan akun yang mungkin milik satu orang, dengan alasan mendukung dan menentang.",
    ),
    Link,
    Person,  # of earlier versions: the persons come with the deals now
)
DEALS = _derived(
    "deals",
    Said("Finding of deals", "Penemuan rangkaian transaksi"),
    Said(
        "Puts offers, payments and deliveries together as deals, and accounts together as persons.",
        "Menyusun penawaran, pembayaran, dan pengiriman menjadi rangkaian transaksi, serta akun menjadi orang.",
    ),
    Deal,
    Offer,
    Link,
    Person,
)
CAMERAS = _derived(
    "cameras",
    Said("Counting by camera", "Penghitungan menurut kamera"),
    Said(
        "Looks for one camera behind pictures of several exhibits.",
        "Mencari kamera yang sama pada gambar dari beberapa barang bukti.",
    ),
    Camera,
)
DRAW = _derived(
    "draw",
    Said("Drawing of the network", "Penggambaran jaringan"),
    Said(
        "Draws the network from deals and where things came from.",
        "Menggambar jaringan dari rangkaian transaksi dan asal kiriman.",
    ),
    Edge,
    Origin,
)
ESTIMATE = _derived(
    "estimate",
    Said("Estimating what is not yet seen", "Perkiraan yang belum terlihat"),
    Said(
        "Estimates what is unseen, for planning only; in no package.",
        "Menaksir bagian yang belum terlihat, hanya untuk perencanaan; tidak ada dalam paket mana pun.",
    ),
    Estimate,
)
RANK = _derived(
    "rank",
    Said("Ranking of leads", "Pengurutan saran langkah kerja"),
    Said(
        "Ranks the next pieces of work; in no package.",
        "Mengurutkan saran langkah kerja; tidak ada dalam paket mana pun.",
    ),
    Lead,
)

STEPS: tuple[Deed, ...] = (
    *(WALK, REACH, DIGEST, STATED, MATCH, PICTURE, FRAMES, SECONDS, CONFIRM, COMPARE, READ_FILES, STAND, JOIN, CLAIM),
    *(RESOLVE, DEALS, CAMERAS, DRAW, ESTIMATE, RANK),
)
"""Every step, in the order of the line."""
