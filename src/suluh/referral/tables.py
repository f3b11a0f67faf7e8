# SPDX-License-Identifier: Apache-2.0
"""How each table of a package is written, in spreadsheets and on the page."""

from collections.abc import Iterator, Mapping

from suluh.referral.columns import (
    Column,
    Table,
    categories,
    decided,
    matches,
    money,
    plain,
    priced,
    step,
    times,
    votes,
    word,
)
from suluh.referral.dossier import PackageText
from suluh.referral.recipients import Fields, Recipient
from suluh.referral.words import both

EXHIBIT = plain("exhibit", "Barang bukti", "Exhibit")
STATE = word("state", "Status", "State")
FILES = plain("files", "File", "Files")
BYTES = plain("bytes", "Byte", "Bytes")
NUMBER = plain("number", "No.", "No.")
INDONESIAN = plain("indonesian", "Uraian", "In Indonesian")
ENGLISH = plain("english", "Uraian (Inggris)", "In English")
SIZE = plain("size", "Ukuran", "Size")
SHA256 = plain("sha256", "SHA-256", "SHA-256")
TYPE = plain("type", "Jenis", "Type")
CODE = plain("code", "Kode", "Code")
SELLER = plain("seller", "Penjual", "Seller")
BUYER = plain("buyer", "Pembeli", "Buyer")
DECIDED = word("judgement", "Diputuskan petugas", "Decided by an officer")
TIER = word("tier", "Tingkat dukungan", "Tier")
ON = plain("exhibits", "Barang bukti", "Exhibits")
MATCHES = Column("Cocok persis dalam", "Exact match in", ("matches",), matches)
CATEGORIES = Column("Kategori", "Categories", ("matches", "votes"), categories)
VOTES = Column("Kategori oleh petugas", "Categories by officers", ("votes",), votes)
KIND = word("kind", "Jenis", "Kind")
CURRENCY = plain("currency", "Mata uang", "Currency")
TOLD = plain("told", "Berapa kali disampaikan", "Times told")
ITEMS = plain("items", "Jumlah materi", "Items")
FIRST_TOLD = plain("at", "Pertama disampaikan (UTC)", "First told (UTC)")
SUMS = (
    ("recorded", "Tercatat dibayar", "Recorded as paid"),
    ("possible", "Mungkin dibayar", "Possibly paid"),
    ("asked", "Harga diminta, tanpa pembayaran", "Price asked, no payment"),
)
"""What an amount is stands in its column; none of the three is ever added to another."""

MONEY = tuple(priced(*one) for one in SUMS)
MONEY_PRINTED = tuple(money(*one) for one in SUMS)
BY = plain("by", "Petugas", "Officer")
AT = plain("at", "Pada (UTC)", "At (UTC)")

TABLES: Mapping[str, Table] = {
    "exhibits": Table(
        "Barang bukti",
        "Exhibits",
        (
            plain("label", "Label barang bukti", "Exhibit"),
            word("authority_kind", "Dasar kewenangan", "Authority"),
            plain("authority", "Nomor", "Number"),
            plain("authority_date", "Tanggal", "Date"),
            plain("approval", "Persetujuan pengadilan", "Court approval"),
            FILES,
            plain("contents", "Isi unik", "Contents"),
            plain("listed", "Isi dalam paket ini", "Contents listed here"),
        ),
    ),
    "contents": Table(
        "Isi yang dikenal atau dikategorikan",
        "Contents that are known or have a category",
        (
            SHA256,
            plain("sha1", "SHA-1", "SHA-1"),
            plain("md5", "MD5", "MD5"),
            SIZE,
            TYPE,
            FILES,
            ON,
            MATCHES,
            CATEGORIES,
            VOTES,
        ),
        (SHA256, SIZE, TYPE, FILES, ON, MATCHES, CATEGORIES, VOTES),
    ),
    "places": Table(
        "Letak isi, menurut nomor urut penerimaan",
        "Places of contents, by number in the order of intake",
        (SHA256, EXHIBIT, plain("acquisition", "Akuisisi", "Acquisition"), NUMBER),
    ),
    "deals": Table(
        "Rangkaian transaksi: hasil perhitungan dari barang bukti, bukan pernyataan bersalah",
        "Deals: worked out from the exhibits, no finding of guilt",
        (
            CODE,
            KIND,
            STATE,
            TIER,
            DECIDED,
            BY,
            AT,
            SELLER,
            BUYER,
            plain("items_promised", "Dijanjikan", "Items promised"),
            plain("items_delivered", "Dikirim", "Items delivered"),
            plain("items_distinct", "Isi unik", "Distinct items"),
            *MONEY,
            CURRENCY,
            plain("payments", "Pembayaran", "Payments"),
            plain("offered_at", "Ditawarkan atau dipesan (UTC)", "Offered or ordered (UTC)"),
            plain("paid_at", "Dibayar (UTC)", "Paid (UTC)"),
            plain("delivered_at", "Dikirim (UTC)", "Delivered (UTC)"),
            Column(
                "SHA-256 isi dalam paket",
                "SHA-256 of contents",
                ("contents",),
                lambda one: " ".join(one.contents),
            ),
        ),
        (
            CODE,
            Column(
                "Jenis, status", "Kind, state", ("kind", "state"), lambda one: f"{both(one.kind)}; {both(one.state)}"
            ),
            TIER,
            Column("Diputuskan petugas, pada (UTC)", "Decided by an officer, at (UTC)", ("judgement", "at"), decided),
            SELLER,
            BUYER,
            plain("items_delivered", "Dikirim", "Delivered"),
            *MONEY_PRINTED,
            Column("Waktu (UTC)", "Times (UTC)", ("offered_at", "paid_at", "delivered_at"), times),
        ),
    ),
    "offers": Table(
        "Penawaran tanpa pembeli yang diketahui: harga diminta, tidak ada yang dibayar",
        "Offers of which no buyer is known: prices asked, nothing of it paid",
        (
            CODE,
            KIND,
            SELLER,
            TOLD,
            ITEMS,
            priced("asked", "Harga diminta", "Price asked"),
            CURRENCY,
            FIRST_TOLD,
        ),
        (CODE, KIND, SELLER, TOLD, ITEMS, money("asked", "Harga diminta", "Price asked"), FIRST_TOLD),
    ),
    "accounts": Table(
        "Pihak menurut kode paket ini",
        "Parties, by codes of this package",
        (
            CODE,
            plain("service", "Layanan", "Service"),
            plain("account", "Akun", "Account"),
            plain("country", "Negara", "Country"),
            word("basis", "Dasar negara", "Basis of the country"),
            plain("sold", "Sebagai penjual", "As seller"),
            plain("bought", "Sebagai pembeli", "As buyer"),
            plain("offered", "Penawaran", "Offers"),
        ),
    ),
    "links": Table(
        "Kaitan akun orang ini, termasuk yang ditolak",
        "Links of this person's accounts, rejected ones as well",
        (
            plain("left", "Akun", "Account"),
            plain("right", "Akun lain", "Other account"),
            word("rule", "Dasar kaitan", "Rule"),
            word("judgement", "Status kaitan", "State"),
            word("merges", "Menggabungkan", "Joins"),
            BY,
            AT,
        ),
    ),
    "decisions": Table(
        "Keputusan petugas atas akun orang ini",
        "Decisions of officers on this person's accounts",
        (
            plain("order", "No.", "No."),
            word("act", "Keputusan", "Decision"),
            plain("account", "Akun", "Account"),
            plain("other", "Akun lain", "Other account"),
            word("value", "Peran atau status", "Role or status"),
            plain("document", "Nomor surat", "Document"),
            BY,
            AT,
        ),
    ),
    "children": Table(
        "Anak menurut kode paket ini",
        "Children, by codes of this package",
        (
            CODE,
            word("kind", "Peran atau status", "Role or status"),
            word("value", "Sebagai", "As"),
            plain("since", "Sejak", "Since"),
            plain("until", "Sampai", "Until"),
        ),
    ),
    "materials": Table(
        "Materi menurut kode netral; harga rangkaian transaksi bukan ukuran kerugian",
        "Material by neutral codes; the price of a deal is no measure of harm",
        (
            CODE,
            plain("contents", "Isi unik", "Contents"),
            FILES,
            plain("exhibits", "Barang bukti", "Exhibits"),
            plain("recorded", "Rangkaian dengan catatan pembayaran", "Deals with a payment record"),
            plain("possible", "Rangkaian yang mungkin", "Possible deals"),
            plain("buyers", "Jumlah pembeli", "Number of buyers"),
            plain("first", "Pertama (UTC)", "First (UTC)"),
            plain("last", "Terakhir (UTC)", "Last (UTC)"),
            plain("paid", "Pembayaran tercatat", "Recorded payment"),
        ),
    ),
    "figures": Table(
        "Statistik",
        "Statistics",
        (
            word("what", "Yang dihitung", "What is counted"),
            word("of", "Rincian", "Of which"),
            plain("count", "Jumlah", "Count"),
        ),
    ),
    "method": Table(
        "Metode",
        "Method",
        (
            step("step", "Langkah", "Step"),
            plain("version", "Versi", "Version"),
            INDONESIAN,
            ENGLISH,
        ),
    ),
    "limits": Table("Batas", "Limits", (NUMBER, INDONESIAN, ENGLISH)),
    "sets": Table(
        "Himpunan hash yang dipakai",
        "Hash sets that were used",
        (
            plain("set", "Himpunan", "Set"),
            word("kind", "Jenis", "Kind"),
            plain("version", "Versi", "Version"),
            plain("digest", "SHA-256 himpunan", "SHA-256 of the set"),
            plain("entries", "Isi", "Entries"),
        ),
    ),
    "states": Table("File menurut status", "Files by state", (EXHIBIT, STATE, FILES, BYTES)),
    "unread": Table("Yang tidak diproses", "What was not processed", (EXHIBIT, STATE, TYPE, FILES, BYTES)),
    "flaws": Table(
        "Catatan tidak terbaca menurut langkah",
        "Flaws by step",
        (EXHIBIT, step("step", "Langkah", "Step"), plain("flaws", "Catatan tidak terbaca", "Flaws")),
    ),
    "withheld": Table(
        "Yang tidak ada dalam paket ini",
        "What is not in this package",
        (
            word("what", "Apa", "What"),
            word("why", "Sebab", "Why"),
            plain("count", "Jumlah", "Count"),
        ),
    ),
}
"""Every table of every kind of package."""


def tables_of(dossier: PackageText, to: Recipient) -> Iterator[tuple[str, Table, Fields, tuple[object, ...]]]:
    """The tables of a recipient: name, how it is written, the fields that may stand, and its lines."""
    return ((name, TABLES[name], fields, getattr(dossier, name)) for name, fields in to.tables.items())
