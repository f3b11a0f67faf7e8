# SPDX-License-Identifier: Apache-2.0
"""The package as one page to print, in Indonesian and English."""

from collections.abc import Iterable, Iterator
from html import escape
from typing import ClassVar

from suluh.referral.columns import Cell, Column, Table, allowed
from suluh.referral.dossier import PackageText
from suluh.referral.formats.format import Format
from suluh.referral.recipients import Recipient
from suluh.referral.tables import tables_of

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


class Page(Format):
    """``package.html``: one self-contained file without script, picture or address."""

    name: ClassVar[str] = "page"

    def write(self, dossier: PackageText, to: Recipient) -> Iterator[tuple[str, bytes]]:
        """One file."""
        sections = (
            _section(table, allowed(table.printed or table.columns, fields), lines)
            for _, table, fields, lines in tables_of(dossier, to)
        )
        title = f"{escape(to.title[0])}: {escape(dossier.case)}"
        body = _head(dossier, to) + "".join(sections) + _foot()
        text = (
            f'<!DOCTYPE html>\n<html lang="id">\n<head>\n<meta charset="utf-8">\n<title>{title}</title>\n'
            f"<style>{STYLE}</style>\n</head>\n<body>\n{body}</body>\n</html>\n"
        )
        yield "package.html", text.encode("utf-8", "xmlcharrefreplace")


def _head(dossier: PackageText, to: Recipient) -> str:
    terms = (
        ("Perkara", "Case", dossier.case),
        ("Satuan", "Unit", dossier.unit),
        ("Penerima", "Recipient", dossier.recipient),
        ("Jenis penerima", "Kind of recipient", f"{to.indonesian} / {to.english}"),
        ("Negara", "Country", dossier.country),
        ("Permintaan", "Request", dossier.request),
        ("Dasar hukum", "Legal basis", dossier.basis),
        ("Kode penanganan", "Handling code", dossier.handling),
        ("Disusun oleh", "Drafted by", dossier.author),
        ("Pada (UTC)", "At (UTC)", dossier.at),
        ("Program", "Program", dossier.tool),
    )
    rows = "".join(f"<dt>{local} / {english}</dt><dd>{escape(value)}</dd>" for local, english, value in terms if value)
    return (
        f"<header><h1>{escape(to.title[0])}<small>{escape(to.title[1])}</small></h1>\n<dl>{rows}</dl></header>\n"
        f"<p>{escape(to.lacks[0])}</p>\n"
        f'<p class="note">{escape(to.lacks[1])}</p>\n'
        f"{_codes(to)}"
    )


def _codes(to: Recipient) -> str:
    """What the codes mean, where there are any."""
    if "deals" not in to.tables:
        return ""
    return (
        '<p class="note">K-1, R-1, ...: kode paket ini saja; X: akun terlindungi; Z: pihak di luar paket ini. / '
        "Codes of this package only; X: a protected account; Z: a party outside this package.</p>\n"
    )


def _foot() -> str:
    return (
        "<h2>Pemeriksaan<small>Verification</small></h2>\n"
        "<p><code>python3 -I verify.py .</code> memeriksa setiap file, kedua tanda tangan, dan bukti buku jejak. "
        "Bandingkan sidik kunci yang dicetaknya dengan surat pengantar.</p>\n"
        '<p class="note">It checks every file, both signatures and the proof from the ledger. Compare the key '
        "fingerprints that it prints with the covering letter.</p>\n"
    )


def _section(table: Table, columns: tuple[Column, ...], rows: Iterable[object]) -> str:
    """A heading and a table; a sentence where there is nothing to list."""
    top = f"<h2>{escape(table.indonesian)}<small>{escape(table.english)}</small></h2>\n"
    lines = [f"<tr>{''.join(_cell(one.text(row)) for one in columns)}</tr>\n" for row in rows]
    if not lines:
        return top + "<p>Tidak ada. / None.</p>\n"
    names = "".join(f"<th>{one.indonesian}<small>{_other(one)}</small></th>" for one in columns)
    return f"{top}<table>\n<thead><tr>{names}</tr></thead>\n<tbody>\n{''.join(lines)}</tbody>\n</table>\n"


def _other(column: Column) -> str:
    """The English head of a column, where it is another."""
    return column.english if column.english != column.indonesian else ""


def _cell(value: Cell) -> str:
    if isinstance(value, int):
        return f'<td class="n">{f"{value:,}".replace(",", ".")}</td>'
    text = value or "-"
    shape = (
        ' class="h"'
        if len(text) == HASH and " " not in text
        else ' class="w"'
        if len(text) <= SHORT and " " not in text
        else ""
    )
    return f"<td{shape}><bdi>{escape(text)}</bdi></td>"
