# SPDX-License-Identifier: Apache-2.0
"""A wallet's reply to a written request as CSV: times to the second, phones, money out with a minus."""

from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.writers.ledger import Entry, Ledger

HEAD = "Tanggal,Waktu,Jenis Transaksi,Nomor Tujuan/Asal,Nama Tujuan/Asal,Nominal,Saldo,Status,ID Transaksi,Keterangan"


def write(ledger: Ledger) -> Sheet:
    """The account's preamble, one line for each booked line, and the closing balance."""
    lines = [
        f"Nomor Akun,{ledger.number}",
        f"Nama Pemilik,{ledger.holder}",
        f"Periode,{ledger.first:%d/%m/%Y} - {ledger.last:%d/%m/%Y}",
        "Mata Uang,IDR",
        f"Saldo Awal,{_money(ledger.opening)}",
        "",
        HEAD,
    ]
    truth = []
    for entry in ledger.entries:
        phone = entry.other.phone
        truth.append(ledger.true(entry, line=len(lines) + 1, timed=True, counterparty=f"gopay:{phone}"))
        lines.append(_row(entry))
    lines.append(f"Saldo Akhir,{_money(ledger.closing)}")
    return Sheet("".join(f"{line}\n" for line in lines).encode(), (), tuple(truth))


def _row(entry: Entry) -> str:
    kind, sign = ("Terima Saldo", "") if entry.incoming else ("Kirim Saldo", "-")
    other = f"{entry.other.phone},{entry.name}"
    amount = f"{sign}{_money(entry.amount)},{_money(entry.balance)},Berhasil,{entry.reference}"
    return f"{entry.local:%Y-%m-%d},{entry.local:%H:%M:%S},{kind},{other},{amount},{entry.remark}"


def _money(amount: int) -> str:
    return f"Rp{amount:,}".replace(",", ".")
