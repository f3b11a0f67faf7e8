# SPDX-License-Identifier: Apache-2.0
"""What one line of a statement does to the balance."""

from suluh.readers.statements.check import Booked
from suluh.readers.statements.solve.ledgers import Line, Side


def effect(line: Line) -> Booked:
    """What one line does to the balance."""
    if line.is_nothing:
        return Booked(line.entry.row.line, 0, line.balance, line.status == "pending")
    amount = None if line.amount is None else moved(line)
    signed = None if amount is None or line.side is None else amount if line.side == "in" else -amount
    return Booked(line.entry.row.line, signed, line.balance, line.status == "pending", amount)


def moved(line: Line) -> int:
    """What a line moved the balance by: its sum, but for a fee."""
    return line.net if line.net is not None else line.amount or 0


def stepped(line: Line, running: int | None) -> Side | None:
    """The side that the step from one balance to the next says, where it is as large as the amount."""
    if running is None or line.balance is None or not line.amount:
        return None
    step = line.balance - running
    return None if abs(step) != moved(line) else "in" if step > 0 else "out"
