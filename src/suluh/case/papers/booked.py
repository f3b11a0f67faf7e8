# SPDX-License-Identifier: Apache-2.0
"""What papers say of how a booked line stands: whether it went through, and whether its statement adds up."""

from suluh.model.trade import Payment, Statement
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import told as word

GIVEN_BACK = Both(" (given back)", " (dikembalikan)")
NOT_OF_IT = Both(" (did not pay this deal)", " (tidak membayar rangkaian ini)")


def stands(status: str) -> Both:
    """The mark of a line that did not go through."""
    said = word(status)
    return Both(f" ({said.english}){NOT_OF_IT.english}", f" ({said.indonesian}){NOT_OF_IT.indonesian}")


def text_of(line: Payment) -> Both | str:
    """The text of a line, and its number by which messages may name it."""
    if not line.reference or line.reference in line.text:
        return line.text
    begins = f"{line.text}; " if line.text else ""
    return Both(f"{begins}number {line.reference}", f"{begins}nomor {line.reference}")


def unpaid(line: Payment) -> tuple[Both, ...]:
    """The word for a line that was not booked as paid, such as one that failed."""
    return () if line.status == "booked" else (word(line.status),)


def balance(statement: Statement | None, line: Payment) -> Both:
    """What the statement's own arithmetic says."""
    if statement is None or statement.adds_up is None:
        return Both("nothing to check by", "tidak ada yang dapat dicocokkan")
    if line.place.line in statement.breaks:
        return Both("balance does not follow here", "saldo tidak bersambung di baris ini")
    return (
        Both("adds up", "cocok")
        if statement.adds_up
        else Both("statement does not add up", "rekening koran tidak cocok")
    )
