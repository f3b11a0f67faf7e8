# SPDX-License-Identifier: Apache-2.0
"""D6, the summary for restitution, of one child or one series: numbers and days, and nobody's identity."""

from dataclasses import dataclass

from suluh.model.money import spoken
from suluh.referral.papers.beside.sheet import Section, Sheet
from suluh.referral.papers.beside.words import WORDS
from suluh.referral.papers.known import Both

TITLE = Both("Ringkasan untuk restitusi", "Summary for restitution")
NO_MEASURE = Both("Harga transaksi bukan ukuran kerugian.", "The price of a deal is no measure of harm.")
FOR_ALL = Both(
    "Pembayaran adalah untuk seluruh rangkaian transaksi, yang dapat memuat isi lain pula.",
    "A payment is for the whole deal, in which there may be other contents as well.",
)
ABOUT = (
    Both(
        "Lembar ini menyebut angka dan tanggal saja. Kerugian dan besarnya restitusi diajukan oleh pihak anak dan "
        "dinilai oleh LPSK; lembar ini tidak menyatakannya.",
        "This sheet has numbers and days alone. Loss and the amount of restitution are claimed by the child's side and "
        "assessed by LPSK; this sheet does not state them.",
    ),
    Both(
        "Rangkaian yang dikonfirmasi diputuskan oleh petugas. Rangkaian yang belum diputuskan, atau yang petugas "
        "berbeda pendapat, tidak masuk jumlah pembeli, tanggal, dan pembayaran. Pembayaran tercatat hanya dari "
        "rangkaian yang dikonfirmasi dan didukung catatan pembayaran.",
        "Confirmed deals were decided by officers. Deals that nobody decided, or on which officers differ, stand in no "
        "number of buyers, no day and no payment. A recorded payment is one of a confirmed deal that a payment record "
        "supports.",
    ),
)
HEADS = (
    Both("Seri", "Series"),
    Both("Isi unik", "Distinct contents"),
    Both("File", "Files"),
    Both("Barang bukti", "Exhibits"),
    Both("Rangkaian dikonfirmasi", "Confirmed deals"),
    Both("Rangkaian belum diputuskan", "Deals not decided"),
    Both("Pembeli dalam rangkaian dikonfirmasi", "Buyers in confirmed deals"),
)
DAYS = (
    Both("Seri", "Series"),
    Both("Pertama (UTC)", "First (UTC)"),
    Both("Terakhir (UTC)", "Last (UTC)"),
    Both("Pembayaran tercatat", "Recorded payment"),
)


@dataclass(frozen=True)
class Counted:
    """What is counted of one series, or of all of a child together."""

    code: str
    contents: int
    files: int
    exhibits: int
    confirmed: int
    possible: int
    buyers: int
    first: str | None = None
    last: str | None = None
    paid: tuple[tuple[str, int], ...] = ()
    """Minor units by currency."""


@dataclass(frozen=True)
class Told:
    """Who was told of it: partners by country and day, and the child's side by which paper."""

    partners: tuple[tuple[str, str], ...] = ()
    child: str | None = None
    lost: int = 0
    """Packages for partners that lie in the case no more, so that nobody can say what they list."""

    withheld: int = 0
    """Deals with accounts under protection: they stand in no number and no sum."""


def restitution(about: str, series: tuple[Counted, ...], whole: Counted, told: Told) -> Sheet:
    """The whole paper."""
    lines: list[tuple[Both | str, Counted]] = [(one.code, one) for one in series]
    lines += [(WORDS["whole"], whole)] if len(series) > 1 else []
    return Sheet(
        form="D6",
        title=TITLE,
        about=about,
        lines=ABOUT,
        parts=(
            Section(
                Both("Seri dan rangkaian transaksi", "Series and deals"),
                heads=HEADS,
                rows=tuple(_numbers(name, one) for name, one in lines),
            ),
            Section(
                Both("Tanggal dan pembayaran tercatat", "Days and recorded payment"),
                lines=(NO_MEASURE, FOR_ALL),
                heads=DAYS,
                rows=tuple(_days(name, one) for name, one in lines),
            ),
            Section(Both("Yang diberi tahu", "Who was told"), pairs=_told(told)),
        ),
        signs=Both("Petugas perlindungan anak", "Child-protection officer"),
    )


def _numbers(name: Both | str, one: Counted) -> tuple[Both | str, ...]:
    counts = (one.contents, one.files, one.exhibits, one.confirmed, one.possible, one.buyers)
    return (name, *map(str, counts))


def _days(name: Both | str, one: Counted) -> tuple[Both | str, ...]:
    return (name, one.first or WORDS["none"], one.last or WORDS["none"], _paid(one))


def _paid(one: Counted) -> Both:
    if not one.paid:
        return WORDS["none"]
    sums = [spoken(amount, currency) for currency, amount in one.paid]
    return Both("; ".join(local for _, local in sums), "; ".join(english for english, _ in sums))


def _told(told: Told) -> tuple[tuple[Both, Both | str], ...]:
    partners = "; ".join(f"{country}, {day}" for country, day in told.partners)
    counted = (
        (Both("Paket mitra yang tidak ada lagi di sini", "Partners' packages that lie here no more"), told.lost),
        (Both("Rangkaian yang ditahan: akun terlindungi", "Deals withheld: protected accounts"), told.withheld),
    )
    return (
        (
            Both("Korban, tentang hak atas restitusi", "The victim, of the right to restitution"),
            told.child or WORDS["not-entered"],
        ),
        (
            Both("Mitra, dengan paket yang memuat isi seri ini", "Partners, by a package that lists a content of it"),
            partners or WORDS["none"],
        ),
        *((name, str(size)) for name, size in counted if size),
    )
