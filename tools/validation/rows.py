# SPDX-License-Identifier: Apache-2.0
"""The rows of `validation.json`: which function, on which set, against which goal."""

from dataclasses import dataclass

from tools.validation import measures
from tools.validation.count import Measure

from suluh.referral.papers.known import Both

NONE = -1
"""The goal that nothing of it happens."""

WRITERS = Both(
    "Percakapan buatan sembilan penulis, masing-masing tidak dipelajari",
    "Made-up talk of nine writers, each unseen in learning",
)
WORLDS = Both("Lima dunia buatan dari simulator", "Five made-up worlds of the simulator")
ORDINARY = Both("Percakapan buatan tanpa perdagangan", "Made-up talk in which nothing is traded")
LAYOUTS = Both("Rekening koran buatan, tata letak diundi", "Made-up statements, layouts drawn by chance")


@dataclass(frozen=True)
class Row:
    """One known figure and how it is measured."""

    name: str
    function: Both
    set: Both
    measure: Measure
    least: int | None = 1000
    """The goal in thousandths, or `NONE`; null where a figure is only reported."""

    size: int | None = None
    """How large the set is, where that is not the number that the figure counts."""

    @property
    def others(self) -> bool:
        """Whether the set was made up by others than the project: writers `a` to `i` of `training/corpus`."""
        return self.set in {WRITERS, ORDINARY}


ROWS = (
    Row(
        "exact",
        Both("Cocok persis: pencarian yang benar", "Exact matching: look-ups that are right"),
        Both("20 juta nilai hash yang diundi, 200.000 dicari", "20 million drawn hashes, 200,000 looked up"),
        measures.exact,
    ),
    Row(
        "near",
        Both("Cocok mirip: pasangan yang ditanam ditemukan", "Near matching: planted pairs found"),
        Both(
            "100.000 x 1.000.000 PDQ yang diundi, paling jauh 31 bit", "100,000 x 1,000,000 drawn PDQ, 31 bits at most"
        ),
        measures.near,
    ),
    Row(
        "pdq",
        Both("PDQ sama bit demi bit dengan kode acuan", "PDQ equal bit for bit to the reference code"),
        Both("Gambar buatan dengan delapan bentuk dan mutu", "Drawn pictures, eight forms and quality each"),
        measures.kernel,
    ),
    Row(
        "drift",
        Both(
            "PDQ dari JPEG yang dibuka kecil bergeser paling jauh 14 bit",
            "PDQ of a JPEG decoded small moves 14 bits at most",
        ),
        Both("JPEG buatan dari 2 sampai 12 megapiksel", "Made-up JPEGs of 2 to 12 megapixels"),
        measures.drift,
    ),
    Row(
        "statements",
        Both(
            "Rekening koran bersaldo yang terbaca tepat",
            "Statements with a balance that are read exactly",
        ),
        LAYOUTS,
        measures.statements_exact,
        980,
    ),
    Row(
        "statements-silent",
        Both("Rekening koran salah tanpa pemberitahuan", "Statements wrong in silence"),
        LAYOUTS,
        measures.statements_silent,
        NONE,
    ),
    Row(
        "statements-damaged",
        Both("Baris yang hilang, ganda, atau diubah ditemukan", "Rows out, doubled or changed are found"),
        LAYOUTS,
        measures.statements_damaged,
    ),
    Row(
        "chats",
        Both("Ragam percakapan yang dibaca", "Kinds of chats read"),
        Both("Ragam yang dilaporkan dari lapangan, dibuat ulang", "Kinds reported from the field, made up anew"),
        measures.shown("kinds"),
    ),
    Row(
        "chats-lines",
        Both(
            "Percakapan yang diekspor: waktu, pengirim, teks, dan file tiap baris",
            "Exported chats: time, sender, text, file of each line",
        ),
        Both("Contoh buatan dari tiap format", "Made-up fixtures of each format"),
        measures.shown("senders"),
    ),
    Row(
        "chats-none",
        Both("Catatan lain tidak dianggap percakapan", "Logs and lists are not taken for chats"),
        Both("Catatan, daftar, dan ekspor program lain, buatan", "Made-up logs, lists, exports of other programs"),
        measures.shown("logs"),
    ),
    Row(
        "deals-recorded",
        Both(
            "Rangkaian yang disebut didukung catatan pembayaran, tetapi salah",
            "Deals called supported by a payment record that are wrong",
        ),
        WRITERS,
        measures.recorded,
        150,
    ),
    Row(
        "deals-ordinary",
        Both(
            "Rangkaian didukung catatan pembayaran yang disebut dalam percakapan biasa",
            "Deals called supported by a payment record in ordinary life",
        ),
        ORDINARY,
        measures.ordinary,
        NONE,
    ),
    Row(
        "deals-f1",
        Both(
            "Rangkaian: F1 (rata-rata harmonik dari disebut benar dan ditemukan)",
            "Deals: F1, the harmonic mean of right and found",
        ),
        WRITERS,
        measures.written(1),
        620,
    ),
    Row(
        "deals-said",
        Both("Rangkaian yang disebut dan benar", "Deals said that are right"),
        WRITERS,
        measures.written(1, 1),
        None,
    ),
    Row(
        "deals-found",
        Both("Rangkaian yang ada dan ditemukan", "Deals there are that are found"),
        WRITERS,
        measures.written(1, 2),
        None,
    ),
    Row("items", Both("Banyaknya file: selisih", "Number of files: off by"), WRITERS, measures.written(5), 80),
    Row("money", Both("Jumlah uang: selisih", "Sum of money: off by"), WRITERS, measures.written(6), 50),
    Row(
        "edges-said",
        Both("Penjual dan pembeli yang disebut dan benar", "Seller and buyer said that are right"),
        WRITERS,
        measures.written(4),
        950,
    ),
    Row(
        "edges-found",
        Both("Penjual dan pembeli yang ada dan ditemukan", "Seller and buyer that are found"),
        WRITERS,
        measures.written(4, 1),
        950,
    ),
    Row(
        "persons-said",
        Both("Pasangan akun satu orang yang disebut dan benar", "Pairs of accounts of one person said that are right"),
        WORLDS,
        measures.world("persons", precision=True),
        995,
    ),
    Row(
        "persons-found",
        Both("Pasangan akun satu orang yang ditemukan", "Pairs of accounts of one person that are found"),
        WORLDS,
        measures.world("persons", precision=False),
        None,
    ),
    Row(
        "sources-said",
        Both("Sumber yang disebut dan benar", "Sources said that are right"),
        WORLDS,
        measures.world("sources", precision=True),
        None,
    ),
    Row(
        "sources-found",
        Both("Sumber yang ada dan ditemukan", "Sources there are that are found"),
        WORLDS,
        measures.world("sources", precision=False),
        None,
    ),
    Row(
        "floor",
        Both("Batas bawah yang tidak melebihi kenyataan", "Floors of the unseen that are not above the truth"),
        Both("Dunia buatan dengan 60 sampai 2.000 pembeli", "Made-up worlds of 60 to 2,000 buyers"),
        measures.floors,
        950,
    ),
    Row(
        "custody",
        Both("Perubahan perkara yang ditemukan", "Changes to a case that are found"),
        Both(
            "3.000 perubahan yang diundi pada dua perkara buatan, tanpa yang tidak mengubah apa pun",
            "3,000 drawn changes to two made-up cases, without those that changed nothing",
        ),
        measures.custody,
    ),
    Row(
        "hostile",
        Both("File rusak dan bom yang dijawab satu demi satu", "Damaged files and bombs answered one by one"),
        Both(
            "10.000 file buatan yang dirusak dan 30 bom, tiap pekerjaan",
            "10,000 made-up damaged files and 30 bombs, each job",
        ),
        measures.hostile,
    ),
)
"""In the order of the sheet. A goal below 500 thousandths is the most that may be wrong."""
