# SPDX-License-Identifier: Apache-2.0
"""BCA's statement as CSV: days without a year, names at the end of the description."""

from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.writers.ledger import Entry, Ledger, counted

SPACE = " " * 3
REMARK = 18
"""Width of the remark, a field of its own before the name."""


def write(ledger: Ledger) -> Sheet:
    """The statement with its preamble and the four sums at its foot."""
    lines = [
        "Informasi Rekening - Mutasi Rekening",
        f"No. rekening : {ledger.number}",
        f"Nama : {ledger.holder}",
        f"Periode : {ledger.first:%d/%m/%Y} - {ledger.last:%d/%m/%Y}",
        "Kode Mata Uang : IDR",
        "",
        "Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo",
    ]
    truth = []
    for entry in ledger.entries:
        truth.append(ledger.true(entry, line=len(lines) + 1))
        lines.append(_row(entry))
    lines += [
        f'Saldo Awal,:,"{_money(ledger.opening)}"',
        f'Mutasi Kredit,:,"{_money(ledger.credits)}",{counted(ledger.entries, incoming=True)}',
        f'Mutasi Debet,:,"{_money(ledger.debits)}",{counted(ledger.entries, incoming=False)}',
        f'Saldo Akhir,:,"{_money(ledger.closing)}"',
    ]
    return Sheet("".join(f"{line}\r\n" for line in lines).encode(), (), tuple(truth))


def _row(entry: Entry) -> str:
    side = "CR" if entry.incoming else "DB"
    words = _words(entry, side)
    return f'\'{entry.local:%d/%m},\'{words},\'0000,"{_money(entry.amount)}",{side},"{_money(entry.balance)}"'


def _words(entry: Entry, side: str) -> str:
    """The description: kind of transfer, day and terminal, remark, and the other side's name at its end."""
    if entry.channel == "atm":
        return f"SETORAN TUNAI {entry.local:%d/%m}" if entry.incoming else f"TARIKAN ATM {entry.local:%d/%m}"
    if entry.kind == "fee":
        return "BIAYA ADM"
    terminal = "WS95221" if entry.incoming else "WS95051"
    remark = f"{entry.remark.upper():<{REMARK}}" if entry.remark else ""
    return f"TRSF E-BANKING {side} {entry.local:%d%m}/FTSCY/{terminal}{SPACE}{remark}{entry.name}"


def _money(amount: int) -> str:
    return f"{amount:,}.00"
