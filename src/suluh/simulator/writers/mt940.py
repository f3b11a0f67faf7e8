# SPDX-License-Identifier: Apache-2.0
"""A statement as MT940: days, amounts with a comma, the other side's name in the free text."""

from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.writers.ledger import Entry, Ledger

BICS = {"bca": "CENAIDJA", "bri": "BRINIDJA", "mandiri": "BMRIIDJA"}


def write(ledger: Ledger) -> Sheet:
    """One message from opening to closing balance."""
    service = ledger.account.partition(":")[0]
    lines = [
        f":20:MU{ledger.last:%y%m%d}",
        f":25:{BICS[service]}/{ledger.number}",
        ":28C:1/1",
        f":60F:C{ledger.first:%y%m%d}IDR{_money(ledger.opening)}",
    ]
    truth = []
    for entry in ledger.entries:
        truth.append(ledger.true(entry, line=len(lines) + 1))
        lines += [_booked(entry), f":86:{_words(entry)}"]
    lines += [f":62F:C{ledger.last:%y%m%d}IDR{_money(ledger.closing)}", "-"]
    return Sheet("".join(f"{line}\r\n" for line in lines).encode(), (), tuple(truth))


def _booked(entry: Entry) -> str:
    side = "C" if entry.incoming else "D"
    day = f"{entry.local:%y%m%d%m%d}"
    return f":61:{day}{side}{_money(entry.amount)}NTRF{entry.reference[:12]}"


def _words(entry: Entry) -> str:
    if entry.channel == "atm":
        return "SETOR TUNAI CRM" if entry.incoming else "TARIK TUNAI ATM"
    return f"TRANSFER {'DARI' if entry.incoming else 'KE'} {entry.name}"


def _money(amount: int) -> str:
    return f"{amount},00"
