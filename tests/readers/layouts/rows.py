# SPDX-License-Identifier: Apache-2.0
"""Made-up booked lines of one account, before they are written in any layout."""

import random
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

NAMES = ("BUDI CONTOH", "SITI MISAL", "RANI REKAAN", "DEWI UMPAMA", "TONO SEMISAL", "CITRA PERMISAL", "EKA CONTOH")
HOLDER = "PEMILIK CONTOH"
REMARKS = ("", "paket 40 file", "uang makan", "sewa kios", "arisan", "pesanan 12")
CENTS = 100


@dataclass(frozen=True)
class Booked:
    """One line, and what it left."""

    at: datetime
    text: str
    incoming: bool
    minor: int
    balance: int
    name: str | None = None


@dataclass(frozen=True)
class Account:
    """The lines of one account over a period."""

    number: str
    opening: int
    lines: tuple[Booked, ...]

    @property
    def closing(self) -> int:
        """The last balance, as the bank knows it."""
        return self.lines[-1].balance


def drawn(chance: random.Random) -> Account:
    """An account whose lines rise in time; never below zero."""
    at = datetime(2026, 1, 1) + timedelta(days=chance.randrange(300), hours=8)  # noqa: DTZ001 # a statement names no zone
    opening = balance = chance.randrange(200, 9_000) * 1000 * CENTS
    lines = []
    for _ in range(chance.randrange(8, 41)):
        at += timedelta(days=chance.choice((0, 0, 1, 1, 2, 3)), minutes=chance.randrange(5, 300))
        minor = chance.choice((5, 10, 15, 20, 25, 40, 50, 75, 100, 150, 1250)) * 1000 * CENTS
        minor += chance.choice((0, 0, 0, 17, 123)) * CENTS
        incoming = minor > balance or chance.random() < 0.5  # as often in as out
        balance += minor if incoming else -minor
        lines.append(_line(chance, at, incoming, minor, balance))
    return Account(str(chance.randrange(10**9, 10**10)), opening, tuple(lines))


def _line(chance: random.Random, at: datetime, incoming: bool, minor: int, balance: int) -> Booked:  # noqa: FBT001 # a line
    name, remark = chance.choice(NAMES), chance.choice(REMARKS)
    way, nbmb = ("DARI", f"{name} TO {HOLDER}") if incoming else ("KE", f"{HOLDER} TO {name}")
    forms = [(f"TRANSFER {way} {name}", name), (f"MCM InhouseTrf {way} {name}", name), (f"NBMB {nbmb}", name)]
    forms += [("SETOR TUNAI CRM" if incoming else "TARIK TUNAI ATM", None)]
    forms += [
        (f"TRSF E-BANKING {'CR' if incoming else 'DB'} {at:%d%m}/FTSCY/WS95221   {remark or 'jajan'}   {name}", name)
    ]
    text, named = chance.choice(forms)
    return Booked(at, text, incoming, minor, balance, named)


def damaged(account: Account, how: str, chance: random.Random) -> Account:
    """The account with a line taken out, doubled, or changed in its sum; its balances stay as the bank wrote them."""
    lines = list(account.lines)
    at = chance.randrange(1, len(lines) - 1)
    if how == "removed":
        del lines[at]
    elif how == "doubled":
        lines.insert(at, lines[at])
    elif how == "changed":
        lines[at] = replace(lines[at], minor=lines[at].minor + 1000 * CENTS)
    return replace(account, lines=tuple(lines))
