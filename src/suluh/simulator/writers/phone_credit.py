# SPDX-License-Identifier: Apache-2.0
"""A phone-credit dealer's answer about one number: sales as the server keeps them, with the operator's serial."""

from suluh.simulator.dice import Dice
from suluh.simulator.evidence.tree import Sheet
from suluh.simulator.truth import TrueEntry
from suluh.simulator.writers.ledger import MINOR, Entry, Ledger

HEAD = "kode,tgl_entri,kode_produk,tujuan,harga,status,tgl_status,sn,saldo_awal,kode_reseller"
RESELLER = "MU0042"
MARGINS = (0, 0, 0, 150, 500)
"""What the dealer asks above the credit's face value."""

DONE, FAILED = 20, 52
_FAILED_SHARE = 0.05


def write(ledger: Ledger) -> Sheet:
    """One line for each sale to the number; some failed at first."""
    dice = Dice(0, f"dealer/{ledger.number}")
    lines: list[str] = [HEAD]
    truth: list[TrueEntry] = []
    for entry in ledger.entries:
        price = entry.amount + dice.pick(MARGINS)
        if dice.chance(_FAILED_SHARE):
            truth.append(_true(ledger, entry, price, len(lines) + 1, failed=True))
            lines.append(_row(ledger, entry, price, len(lines), FAILED))
        truth.append(_true(ledger, entry, price, len(lines) + 1, failed=False))
        lines.append(_row(ledger, entry, price, len(lines), DONE))
    return Sheet("".join(f"{line}\n" for line in lines).encode(), (), tuple(truth))


def _row(ledger: Ledger, entry: Entry, price: int, number: int, status: int) -> str:
    when = f"{entry.local:%Y-%m-%d %H:%M:%S}"
    target = f"0{ledger.number.removeprefix('+62')}"
    serial = entry.reference if status == DONE else ""
    sale = f"{88_000 + number},{when},T{entry.amount // 1_000},{target},{price},{status},{when},{serial}"
    return f"{sale},{2_000_000 - 1_000 * number},{RESELLER}"


def _true(ledger: Ledger, entry: Entry, price: int, line: int, *, failed: bool) -> TrueEntry:
    plain = ledger.true(entry, line=line, timed=True)
    return TrueEntry(
        payment=None if failed else plain.payment,
        line=line,
        account=f"otomax:{RESELLER}",
        incoming=False,
        amount_minor=price * MINOR,
        booked=plain.booked,
        at=plain.at,
        status="failed" if failed else "booked",
        counterparty=ledger.account,
    )
