# SPDX-License-Identifier: Apache-2.0
"""Mandiri's statement as CSV with semicolons: time to the second, in and out in columns of their own."""

from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.writers.ledger import Entry, Ledger

HEAD = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance"
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def write(ledger: Ledger) -> Sheet:
    """One line for each booked line below the heading."""
    lines, truth = [HEAD], []
    for entry in ledger.entries:
        truth.append(ledger.true(entry, line=len(lines) + 1, timed=True))
        lines.append(_row(ledger, entry))
    return Sheet("".join(f"{line}\n" for line in lines).encode(), (), tuple(truth))


def _row(ledger: Ledger, entry: Entry) -> str:
    local = entry.local
    posted = f"{local:%d} {MONTHS[local.month - 1]} {local:%Y %H:%M:%S}"
    credit, debit = (entry.amount, 0) if entry.incoming else (0, entry.amount)
    cells = (
        ledger.number,
        "IDR",
        posted,
        _words(entry),
        entry.remark,
        _money(credit),
        _money(debit),
        _money(entry.balance),
    )
    return ";".join(cells)


def _words(entry: Entry) -> str:
    if entry.channel == "atm":
        return "SETOR TUNAI CRM" if entry.incoming else "TARIK TUNAI ATM"
    return f"MCM InhouseTrf {'DARI' if entry.incoming else 'KE'} {entry.name}"


def _money(amount: int) -> str:
    return f"{amount:,}.00"
