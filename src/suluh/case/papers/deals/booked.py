# SPDX-License-Identifier: Apache-2.0
"""What papers say of how a booked line stands: whether it went through, who paid, whether its statement adds up."""

from collections.abc import Iterable, Iterator

from suluh.case.papers.reasons.numbered import Numbered
from suluh.model.talk import service_of
from suluh.model.trade import Payment, Statement
from suluh.referral.papers.values import Both
from suluh.referral.papers.words import told as word

DEALERS = frozenset({"otomax"})
"""Services in which whoever tops up phone credit has an account."""

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


def of_dealers(lines: Iterable[Payment], numbered: Numbered) -> Iterator[Both]:
    """That a dealer's account paid a deal: it pays for anybody who comes, so it does not say who did."""
    found: dict[str, list[str]] = {}
    for line in lines:
        if line.payer and service_of(line.payer) in DEALERS:
            found.setdefault(service_of(line.payer), []).append(line.id)
    for service, names in found.items():
        kind, at = word(service), numbered.within(names)
        yield Both(
            f"The payer's account is a dealer's, by its service alone ({kind.english}). A dealer pays for whoever "
            "comes: neither this payment nor others of that account, in other deals, say who paid the dealer."
            f"{at.english}",
            f"Akun pembayar adalah akun agen, hanya menurut layanannya ({kind.indonesian}). Agen membayar untuk siapa "
            "pun yang datang: pembayaran ini, dan pembayaran lain akun itu dalam rangkaian lain, tidak menyatakan "
            f"siapa yang membayar agen.{at.indonesian}",
        )


_NOTHING = Both("nothing to check by", "tidak ada yang dapat dicocokkan")
_UNCHECKED = Both(
    "not checked: a balance or total is written there, and not all that a check needs could be read",
    "tidak dicocokkan: di sana tertulis saldo atau total, tetapi tidak semua yang diperlukan terbaca",
)


def _states_something(statement: Statement, line: Payment) -> bool:
    """Whether a statement has balances or totals of its own, though they were not enough to check it by."""
    stated = (statement.opening_minor, statement.closing_minor, line.balance_after_minor)
    return bool(statement.balances) or any(one is not None for one in stated)


def balance(statement: Statement | None, line: Payment) -> Both:
    """What the statement's own arithmetic says."""
    if statement is None or statement.adds_up is None:
        return _UNCHECKED if statement is not None and _states_something(statement, line) else _NOTHING
    if line.place.line in statement.breaks:
        return Both("balance does not follow here", "saldo tidak bersambung di baris ini")
    return (
        Both("adds up", "cocok")
        if statement.adds_up
        else Both("statement does not add up", "rekening koran tidak cocok")
    )
