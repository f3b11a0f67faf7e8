# SPDX-License-Identifier: Apache-2.0
"""What is counted of one case, and what each figure means."""

from collections.abc import Mapping
from typing import NamedTuple


class Counted(NamedTuple):
    """The figures of one case."""

    case: str
    """Its number: by it the unit says in which province it lies; it stands in no table."""

    year: int
    counts: Mapping[tuple[str, str], int]
    """By measure and part; the part is empty for what is not broken down."""

    values: Mapping[str, tuple[int, ...]]
    """By measure: single prices, single spans of days."""


class Measure(NamedTuple):
    """What one figure is called and what it counts, in both languages."""

    indonesian: str
    english: str
    defined_id: str
    defined_en: str
    is_independent: bool = False
    """Whether what it counts comes singly, so that a change of it can be weighed against chance."""


COUNTS: Mapping[str, Measure] = {
    "cases": Measure(
        "Perkara",
        "Cases",
        "Perkara menurut tahun laporan polisi, atau tahun dimulai bila laporan tidak dicatat.",
        "Cases by the year of the police report, or of their start where no report was entered.",
        is_independent=True,
    ),
    "defendants": Measure(
        "Tersangka",
        "Defendants",
        "Orang yang menurut surat berstatus tersangka, dewasa atau umur belum diketahui.",
        "Persons whom a paper makes suspects, adults or of unknown age.",
        is_independent=True,
    ),
    "children-in-conflict": Measure(
        "Anak yang berkonflik dengan hukum",
        "Children in conflict with the law",
        "Anak yang menurut surat berstatus Anak; tidak dihitung bersama korban.",
        "Children whom a paper gives that status; never counted with victims.",
        is_independent=True,
    ),
    "children-identified": Measure(
        "Anak korban teridentifikasi",
        "Child victims identified",
        "Anak korban yang identitasnya tersimpan di ruang tersegel.",
        "Child victims whose identity lies in the vault.",
        is_independent=True,
    ),
    "children-supported": Measure(
        "Anak korban dirujuk ke layanan",
        "Child victims handed to support",
        "Anak korban dengan catatan dukungan.",
        "Child victims for whom a support note was written.",
        is_independent=True,
    ),
    "exhibits": Measure("Barang bukti", "Exhibits", "Barang bukti yang didaftarkan.", "Exhibits entered."),
    "contents": Measure(
        "Isi unik menurut himpunan hash",
        "Contents by hash set",
        "Gambar dan video berbeda: `known` ada dalam himpunan hash materi dikenal, `unknown` tidak.",
        "Different pictures and videos: `known` stand in a set of known material, `unknown` do not.",
    ),
    "series": Measure("Seri baru", "New series", "Seri yang diberi kode dalam perkara.", "Series that got a code."),
    "deals": Measure(
        "Rangkaian transaksi menurut layanan",
        "Deals by service",
        "Rangkaian transaksi yang dikonfirmasi petugas, menurut layanan percakapannya.",
        "Deals that officers confirmed, by the service of their conversation.",
    ),
    "payments": Measure(
        "Pembayaran menurut saluran",
        "Payments by channel",
        "Baris terbukukan pada rangkaian transaksi yang dikonfirmasi, menurut saluran.",
        "Booked lines of confirmed deals, by channel.",
    ),
    "letters": Measure(
        "Surat permintaan", "Letters", "Surat yang dikirim.", "Letters that were sent.", is_independent=True
    ),
    "packages": Measure(
        "Paket menurut penerima",
        "Packages by recipient",
        "Paket yang dirilis oleh dua petugas.",
        "Packages that two officers released.",
    ),
    "endings": Measure(
        "Hasil akhir", "Endings", "Hasil akhir per tersangka.", "Endings, one for each defendant.", is_independent=True
    ),
}
"""Every count, in the order of the tables."""

NESTED: tuple[tuple[tuple[str, ...], str], ...] = (
    (("children-identified",), "children-supported"),
    (("defendants", "children-in-conflict"), "endings"),
    (("deals",), "price"),
    (("cases",), "days-to-result"),
    (("cases",), "days-to-support"),
    (("letters",), "days-waiting"),
)
"""Measures that together count what another one counts some of: their difference is a number of its own."""

VALUES: Mapping[str, Measure] = {
    "price": Measure(
        "Harga per lampiran (Rp)",
        "Price per attachment (IDR)",
        "Pembayaran terbukukan dibagi lampiran terkirim, pada rangkaian transaksi yang dikonfirmasi.",
        "Booked payment divided by attachments sent, in confirmed deals.",
    ),
    "days-to-result": Measure(
        "Hari dari penyitaan ke hasil pertama",
        "Days from seizure to first result",
        "Dari penyitaan pertama sampai rangkaian transaksi pertama dihitung.",
        "From the first seizure until deals were first worked out.",
    ),
    "days-to-support": Measure(
        "Hari dari penyitaan ke dukungan",
        "Days from seizure to support",
        "Dari penyitaan pertama sampai catatan dukungan pertama.",
        "From the first seizure until the first support note.",
    ),
    "days-waiting": Measure(
        "Hari menunggu balasan",
        "Days a letter waited",
        "Dari tanggal surat dikirim sampai balasannya diterima.",
        "From the day a letter was sent until its reply came.",
    ),
}
"""Everything of which a median and quartiles are given."""
