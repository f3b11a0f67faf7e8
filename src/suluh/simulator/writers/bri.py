# SPDX-License-Identifier: Apache-2.0
"""BRI's statement as CSV: times that have lost their leading zeros, account numbers of 15 digits."""

from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.writers.ledger import Entry, Ledger

HEAD = (
    "ID,NOREK,TGL_TRAN,TGL_EFEKTIF,JAM_TRAN,KODE_TRAN,DESK_TRAN,SALDO_AWAL_MUTASI,MUTASI_DEBET,MUTASI_KREDIT,"
    "SALDO_AKHIR_MUTASI,GLSIGN,TRUSER,TRREMK,REMARK_CUSTOM"
)


def write(ledger: Ledger) -> Sheet:
    """One line for each booked line below the heading."""
    lines, truth = [HEAD], []
    for number, entry in enumerate(ledger.entries, 1):
        truth.append(ledger.true(entry, line=len(lines) + 1, timed=True))
        lines.append(_row(ledger, entry, number))
    return Sheet("".join(f"{line}\n" for line in lines).encode(), (), tuple(truth))


def _row(ledger: Ledger, entry: Entry, number: int) -> str:
    before = entry.balance - (entry.amount if entry.incoming else -entry.amount)
    debit, credit = (0, entry.amount) if entry.incoming else (entry.amount, 0)
    day = f"{entry.local:%Y-%m-%d}"
    clock = str(int(f"{entry.local:%H%M%S}"))
    words = _words(ledger, entry)
    cells = (str(number), ledger.number, day, day, clock, "8201" if entry.incoming else "1201", words)
    sums = (_money(before), _money(debit), _money(credit), _money(entry.balance))
    return ",".join((*cells, *sums, "C" if entry.incoming else "D", "8888", "", entry.remark))


def _words(ledger: Ledger, entry: Entry) -> str:
    if entry.channel == "atm":
        return "SETOR TUNAI CRM" if entry.incoming else "TARIK TUNAI ATM"
    sides = (entry.name, ledger.holder) if entry.incoming else (ledger.holder, entry.name)
    return f"NBMB {sides[0]} TO {sides[1]} ESB:NBMB:0001500F:{entry.reference}"


def _money(amount: int) -> str:
    return f"{amount}.00"
