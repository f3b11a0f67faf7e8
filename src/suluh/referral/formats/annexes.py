# SPDX-License-Identifier: Apache-2.0
"""The package as tables, for spreadsheets."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.cells import table
from suluh.referral.dossier import ContentLine, Dossier
from suluh.referral.formats.format import Format
from suluh.referral.words import both


class Annexes(Format):
    """CSV files with ``;`` between cells: exhibits, hashes, deals and their parties."""

    name: ClassVar[str] = "csv"

    def write(self, dossier: Dossier) -> Iterator[tuple[str, bytes]]:
        """One file for each table."""
        yield "annex-exhibits.csv", _exhibits(dossier)
        yield "annex-hashes.csv", _hashes(dossier)
        yield "annex-deals.csv", _deals(dossier)
        yield "annex-parties.csv", _parties(dossier)


def _exhibits(dossier: Dossier) -> bytes:
    header = (
        "Label barang bukti / Exhibit",
        "Dasar / Authority",
        "Nomor / Number",
        "Tanggal / Date",
        "Persetujuan pengadilan / Court approval",
        "File / Files",
        "Isi unik / Contents",
        "Isi dalam paket ini / Contents listed here",
    )
    return table(
        header,
        (
            (
                one.label,
                both(one.authority_kind),
                one.authority,
                one.authority_date,
                one.approval,
                one.files,
                one.contents,
                one.listed,
            )
            for one in dossier.exhibits
        ),
    )


def _hashes(dossier: Dossier) -> bytes:
    header = (
        "SHA-256",
        "SHA-1",
        "MD5",
        "Ukuran / Size",
        "Jenis / Type",
        "File / Files",
        "Barang bukti / Exhibits",
        "Cocok persis dalam / Exact match in",
        "Kategori / Categories",
    )
    return table(
        header,
        (
            (
                one.sha256,
                one.sha1,
                one.md5,
                one.size,
                one.type,
                one.files,
                ", ".join(one.exhibits),
                matches(one),
                categories(one),
            )
            for one in dossier.contents
        ),
    )


def matches(one: ContentLine) -> str:
    """The known sets that hold a content, with version and entry."""
    return ", ".join(f"{m.set}{f' {m.version}' if m.version else ''} #{m.entry}" for m in one.matches)


def categories(one: ContentLine) -> str:
    """Categories by sets and by officers, each with its source."""
    by_sets = (f"{name} ({match.set})" for match in one.matches for name in match.categories)
    by_officers = (f"{vote.category} ({vote.officers} petugas / officers)" for vote in one.votes)
    return ", ".join((*by_sets, *by_officers))


def _deals(dossier: Dossier) -> bytes:
    header = (
        "Kode / Code",
        "Jenis / Kind",
        "Status / State",
        "Tingkat dukungan / Tier",
        "Penjual / Seller",
        "Pembeli / Buyer",
        "Dijanjikan / Items promised",
        "Dikirim / Items delivered",
        "Isi unik / Distinct items",
        "Jumlah / Amount",
        "Mata uang / Currency",
        "Pembayaran / Payments",
        "Ditawarkan (UTC) / Offered (UTC)",
        "Dibayar (UTC) / Paid (UTC)",
        "Dikirim (UTC) / Delivered (UTC)",
        "SHA-256 isi dalam paket / SHA-256 of listed contents",
    )
    return table(
        header,
        (
            (
                one.code,
                both(one.kind),
                both(one.state),
                both(one.tier),
                one.seller,
                one.buyer,
                one.items_promised,
                one.items_delivered,
                one.items_distinct,
                one.amount and one.amount.replace(".", ","),
                one.currency,
                one.payments,
                one.offered_at,
                one.paid_at,
                one.delivered_at,
                " ".join(one.contents),
            )
            for one in dossier.deals
        ),
    )


def _parties(dossier: Dossier) -> bytes:
    header = ("Kode / Code", "Layanan / Service", "Sebagai penjual / As seller", "Sebagai pembeli / As buyer")
    return table(header, ((one.code, one.service, one.sold, one.bought) for one in dossier.accounts))
