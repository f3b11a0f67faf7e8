# SPDX-License-Identifier: Apache-2.0
"""The package as one page to print, in Indonesian and English."""

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from typing import ClassVar

from suluh.referral.dossier import Dossier
from suluh.referral.formats.annexes import categories, matches
from suluh.referral.formats.format import Format
from suluh.referral.words import both

STYLE = """
@page { size: A4; margin: 18mm 15mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 8pt } }
:root { --ink: #1b1d22; --soft: #5b6270; --line: #c9ced8; --band: #f3f5f8; --mark: #8a5a00 }
* { box-sizing: border-box }
body { margin: 0 auto; padding: 24px; max-width: 1040px; color: var(--ink); background: #fff;
       font: 10.5pt/1.45 "Noto Sans", "DejaVu Sans", Arial, sans-serif }
header { border-bottom: 3px solid var(--mark); padding-bottom: 12px; margin-bottom: 20px }
h1 { font-size: 19pt; line-height: 1.2; margin: 0 0 2px }
h2 { font-size: 12.5pt; margin: 28px 0 6px; break-after: avoid }
h1 small, h2 small { display: block; font-size: .62em; font-weight: 400; color: var(--soft) }
p { margin: 4px 0 } .note { color: var(--soft); font-size: 9pt }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 18px; margin: 12px 0 0 }
dt { color: var(--soft) } dd { margin: 0; font-weight: 600 }
table { width: 100%; border-collapse: collapse; font-size: 8.5pt; font-variant-numeric: tabular-nums }
th { text-align: left; font-weight: 600; background: var(--band); border-bottom: 1.5px solid var(--ink) }
th small { display: block; font-weight: 400; color: var(--soft) }
th, td { padding: 4px 7px; vertical-align: top; border-bottom: 1px solid var(--line); overflow-wrap: break-word }
td.h { overflow-wrap: anywhere; font: 8pt/1.4 "DejaVu Sans Mono", monospace } td.w { white-space: nowrap }
thead { display: table-header-group } tr { break-inside: avoid }
td.n { text-align: right; white-space: nowrap } code { font: 8pt/1.3 "DejaVu Sans Mono", monospace }
@media print { body { padding: 0; max-width: none; font-size: 9.5pt } }
"""

HASH, SHORT = 64, 24
"""Characters of a SHA-256, which may break anywhere, and of a word that is kept on one line."""

Cell = str | int | None


class Page(Format):
    """``package.html``: one self-contained file without script, picture or address."""

    name: ClassVar[str] = "page"

    def write(self, dossier: Dossier) -> Iterator[tuple[str, bytes]]:
        """One file."""
        parts = (_head(dossier), _exhibits(dossier), _hashes(dossier), _deals(dossier), _parties(dossier), _foot())
        title = f"Paket rujukan {escape(dossier.case)}"
        text = (
            f'<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n{''.join(parts)}</body>\n</html>\n"
        )
        yield "package.html", text.encode("utf-8", "xmlcharrefreplace")


def _head(dossier: Dossier) -> str:
    terms = (
        ("Perkara", "Case", dossier.case),
        ("Satuan", "Unit", dossier.unit),
        ("Penerima", "Recipient", dossier.recipient),
        ("Disusun oleh", "Drafted by", dossier.author),
        ("Pada (UTC)", "At (UTC)", dossier.at),
    )
    rows = "".join(f"<dt>{local} / {english}</dt><dd>{escape(value)}</dd>" for local, english, value in terms)
    return (
        "<header><h1>Paket rujukan berisi hash saja"
        "<small>Hash-only referral package</small></h1>\n"
        f"<dl>{rows}</dl></header>\n"
        "<p>Paket ini memuat hash, label, kode, jumlah, dan waktu. Tidak ada gambar, teks pesan, nama, "
        "nomor, atau lokasi file di dalamnya.</p>\n"
        '<p class="note">This package holds hashes, labels, codes, counts and times. No picture, message text, name, '
        "number or path is in it.</p>\n"
    )


def _exhibits(dossier: Dossier) -> str:
    header = (
        ("Barang bukti", "Exhibit"),
        ("Dasar kewenangan", "Authority"),
        ("Nomor, tanggal", "Number, date"),
        ("Persetujuan", "Approval"),
        ("File", "Files"),
        ("Isi unik", "Contents"),
        ("Dalam paket", "Listed here"),
    )
    rows = (
        (
            one.label,
            both(one.authority_kind),
            f"{one.authority}, {one.authority_date}",
            one.approval,
            one.files,
            one.contents,
            one.listed,
        )
        for one in dossier.exhibits
    )
    return _section("Barang bukti", "Exhibits", header, rows)


def _hashes(dossier: Dossier) -> str:
    header = (
        ("SHA-256", ""),
        ("Ukuran", "Size"),
        ("Jenis", "Type"),
        ("File", "Files"),
        ("Barang bukti", "Exhibits"),
        ("Cocok persis", "Exact match"),
        ("Kategori", "Categories"),
    )
    rows = (
        (one.sha256, one.size, one.type, one.files, ", ".join(one.exhibits), matches(one), categories(one))
        for one in dossier.contents
    )
    return _section("Isi yang dikenal atau dikategorikan", "Contents that are known or have a category", header, rows)


def _deals(dossier: Dossier) -> str:
    header = (
        ("Kode", "Code"),
        ("Jenis, status", "Kind, state"),
        ("Tingkat dukungan", "Tier"),
        ("Penjual", "Seller"),
        ("Pembeli", "Buyer"),
        ("Dikirim", "Delivered"),
        ("Jumlah", "Amount"),
        ("Waktu (UTC)", "Times (UTC)"),
    )
    rows = (
        (
            one.code,
            f"{both(one.kind)}; {both(one.state)}",
            both(one.tier),
            one.seller,
            one.buyer,
            one.items_delivered,
            money(one.amount, one.currency),
            _times(one.offered_at, one.paid_at, one.delivered_at),
        )
        for one in dossier.deals
    )
    note = (
        '<p class="note">Rangkaian transaksi adalah hasil perhitungan dari barang bukti, bukan pernyataan bersalah. '
        "/ A deal is worked out from the exhibits; it is no finding of guilt.</p>\n"
    )
    return _section("Rangkaian transaksi", "Deals", header, rows) + note


def _parties(dossier: Dossier) -> str:
    header = (
        ("Kode", "Code"),
        ("Layanan", "Service"),
        ("Sebagai penjual", "As seller"),
        ("Sebagai pembeli", "As buyer"),
    )
    rows = ((one.code, one.service, one.sold, one.bought) for one in dossier.accounts)
    return _section("Pihak menurut kode paket ini", "Parties, by codes of this package", header, rows)


def _foot() -> str:
    return (
        "<h2>Pemeriksaan<small>Verification</small></h2>\n"
        "<p><code>python3 -I verify.py .</code> memeriksa setiap file, kedua tanda tangan, dan bukti buku jejak. "
        "Bandingkan sidik kunci yang dicetaknya dengan surat pengantar.</p>\n"
        '<p class="note">It checks every file, both signatures and the proof from the ledger. Compare the key '
        "fingerprints that it prints with the covering letter.</p>\n"
    )


def _section(local: str, english: str, header: Sequence[tuple[str, str]], rows: Iterable[Sequence[Cell]]) -> str:
    """A heading and a table; a sentence where there is nothing to list."""
    top = f"<h2>{local}<small>{english}</small></h2>\n"
    lines = [f"<tr>{''.join(map(_cell, row))}</tr>\n" for row in rows]
    if not lines:
        return top + "<p>Tidak ada. / None.</p>\n"
    names = "".join(f"<th>{one}<small>{other}</small></th>" for one, other in header)
    return f"{top}<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{''.join(lines)}</tbody>\n</table>\n"


def _cell(value: Cell) -> str:
    if isinstance(value, int):
        return f'<td class="n">{f"{value:,}".replace(",", ".")}</td>'
    text = value or "-"
    shape = ' class="h"' if len(text) == HASH else ' class="w"' if len(text) <= SHORT and " " not in text else ""
    return f"<td{shape}><bdi>{escape(text)}</bdi></td>"


def _times(*times: str | None) -> str:
    """The times that are known, each with the first letter of what happened."""
    names = ("ditawarkan / offered", "dibayar / paid", "dikirim / delivered")
    return "; ".join(f"{name} {at}" for name, at in zip(names, times, strict=True) if at is not None)


def money(amount: str | None, currency: str | None) -> str:
    """An amount as Indonesians write it: ``Rp50.000,00``."""
    if amount is None:
        return ""
    whole, _, cents = amount.partition(".")
    text = f"{int(whole):,}".replace(",", ".") + ("," + cents if cents else "")
    return f"Rp{text}" if currency == "IDR" else f"{currency} {text}"
