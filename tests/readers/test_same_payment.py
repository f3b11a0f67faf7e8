# SPDX-License-Identifier: Apache-2.0
"""A booked line counts once, however many statements hold it, and two payments are never one."""

import random
from collections.abc import Iterable, Sequence
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.after.beyond import Joint
from suluh.model.place import Place
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants
from suluh.readers.copies.joint import join

DRAWS = 1_000
NAMES = ("BUDI CONTOH", "SITI MISAL", "DEWI UMPAMA", "TONO SEMISAL")
TEXTS = ("SETORAN TUNAI", "TRANSFER DARI {}", "BIAYA ADM", "TRSF E-BANKING CR {}", "QR {}")


class Real(NamedTuple):
    """A line that a bank really booked."""

    number: int
    day: int
    signed: int
    text: str
    name: str | None
    balance: int


def real_lines(chance: random.Random, count: int) -> list[Real]:
    """Lines of one account in the order of days; equal sums, texts and days are common."""
    days = sorted(chance.randint(1, 9) for _ in range(count))
    signed = [chance.choice((5000, 5000, 10000, -5000, -2500)) for _ in days]
    found = []
    for number, (day, one, balance) in enumerate(zip(days, signed, accumulate(signed, initial=0), strict=False)):
        name = chance.choice(NAMES)
        text = chance.choice(TEXTS).format(name)
        found.append(Real(number, day, one, text, name if name in text else None, 100_000 + balance + one))
    return found


def _place(file: str, line: int) -> Place:
    return Place(exhibit=file[0], acquisition="1", path=file, file=file, line=line)


def statement(file: str, lines: Sequence[Real], begun: int, ended: int, **said: object) -> Statement:
    """A statement over whole days, which adds up."""
    before = lines[0].balance - lines[0].signed if lines else 0
    made = {"account": "bca:0123450001", "currency": "IDR", "opening_minor": before, "adds_up": True}
    made |= {"period_from": f"2026-10-{begun:02}", "period_to": f"2026-10-{ended:02}"}
    made |= {"closing_minor": lines[-1].balance if lines else 0}
    return Statement(id=f"s-{file}", place=_place(file, 1), **(made | said))


def payments(file: str, lines: Iterable[Real], form: str) -> list[Payment]:
    """The lines as one form of statement writes them: a table with balances, a message with references, a page."""
    found = []
    for line, one in enumerate(lines, 2):
        incoming = one.signed > 0
        text = {"table": one.text, "message": f"{one.text}  ", "page": one.text.replace(" ", "\n")}[form]
        found.append(
            Payment(
                id=f"{file}-{one.number:03}",
                statement=f"s-{file}",
                amount_minor=abs(one.signed),
                amount_as_written=str(abs(one.signed)),
                currency="IDR",
                channel="bank",
                incoming=incoming,
                place=_place(file, line),
                payer_name=one.name if incoming else None,
                beneficiary_name=None if incoming else one.name,
                booked=f"2026-10-{one.day:02}",
                text=text,
                balance_after_minor=one.balance if form != "message" else None,
                reference=f"REF{one.number}" if form == "message" else None,
            )
        )
    return found


def groups(found: Iterable[Joint]) -> list[set[str]]:
    return [set(one.members) for one in found]


def numbers(group: set[str]) -> set[str]:
    """The real lines that a joint holds."""
    return {member.rpartition("-")[2] for member in group}


@pytest.mark.parametrize("forms", [("table", "table"), ("table", "message"), ("page", "message"), ("table", "page")])
def test_overlapping_statements_count_each_line_once_in_whatever_order(forms: tuple[str, str]) -> None:
    for seed in range(DRAWS // 4):
        chance = random.Random(f"{seed} {forms}")  # noqa: S311 # drawn cases
        real = real_lines(chance, chance.randint(2, 12))
        ends = [sorted((chance.randint(1, 9), chance.randint(1, 9))) for _ in forms]
        held = [[one for one in real if begun <= one.day <= ended] for begun, ended in ends]
        papers = [statement(file, *part) for file, *part in zip("ab", held, *zip(*ends, strict=True), strict=True)]
        lines = [one for file, part, form in zip("ab", held, forms, strict=True) for one in payments(file, part, form)]
        orders = {"a": (chance.randint(0, 1), "a"), "b": (chance.randint(0, 1), "b")}

        found = groups(join(list, lines, papers, orders))

        joined = len(lines) - sum(len(group) - 1 for group in found)
        assert joined == len({one.number for part in held for one in part}), (seed, found)
        assert found == groups(join(list, lines[::-1], papers[::-1], orders))


def test_statements_that_follow_each_other_on_one_day_share_no_line() -> None:
    for seed in range(DRAWS):
        chance = random.Random(seed)  # noqa: S311 # drawn cases
        real = real_lines(chance, chance.randint(2, 12))
        cut = chance.randint(1, len(real) - 1)
        parts = real[:cut], real[cut:]
        forms = [chance.choice(("table", "message", "page")) for _ in parts]
        ends = [(1, parts[0][-1].day), (parts[0][-1].day, 9)]
        papers = [statement(file, part, *end) for file, part, end in zip("ab", parts, ends, strict=True)]
        lines = [one for file, part, form in zip("ab", parts, forms, strict=True) for one in payments(file, part, form)]

        assert list(join(list, lines, papers, {})) == [], seed


def test_a_broken_statement_beside_a_sound_one_lets_the_sound_one_stand() -> None:
    for seed in range(DRAWS):
        chance = random.Random(seed)  # noqa: S311 # drawn cases
        real = real_lines(chance, chance.randint(1, 9))
        wrong = [one._replace(balance=one.balance + 7) if chance.random() < 0.3 else one for one in real]
        papers = [statement("a", wrong, 1, 9, adds_up=False), statement("b", real, 1, 9)]
        broken = [_unusable(one) for one in payments("a", wrong, "table")]

        found = list(join(list, [*broken, *payments("b", real, "table")], papers, {"a": (0, "a"), "b": (1, "b")}))

        assert [len(one.members) for one in found] == [2] * len(real), seed
        assert all(one.id.startswith("b-") for one in found)
        assert all(len(numbers(set(one.members))) == 1 for one in found if len({one.signed for one in real}) == 9)


def test_filtered_exports_of_one_account_share_only_the_lines_that_both_hold() -> None:
    """An export of some lines alone does not add up, and yet another balance is another line."""
    for seed in range(DRAWS):
        chance = random.Random(seed)  # noqa: S311 # drawn cases
        real = [one._replace(day=3, signed=5000, text="QRIS", name=None) for one in real_lines(chance, 9)]
        held = [[one._replace(balance=one.number) for one in real if chance.random() < 0.5] for _ in "ab"]
        papers = [statement(file, part, 1, 9, adds_up=False) for file, part in zip("ab", held, strict=True)]
        lines = [one for file, part in zip("ab", held, strict=True) for one in payments(file, part, "table")]

        found = groups(join(list, lines, papers, {}))

        assert all(len(numbers(group)) == 1 for group in found), seed
        assert len(found) == len(set(held[0]) & set(held[1])), seed


def _unusable(one: Payment) -> Payment:
    fields = {name: getattr(one, name) for name in one.__struct_fields__}
    return Payment(**(fields | {"usable": False}))


def side(id_: str, account: str, *, incoming: bool, **said: object) -> Payment:
    """One side of a transfer of 50,000 on 2 October."""
    made = {"amount_minor": 5_000_000, "amount_as_written": "50.000", "currency": "IDR", "channel": "bank"}
    made |= {"booked": "2026-10-02", "text": "TRANSFER", "statement": f"s-{account}", "place": _place(account, 2)}
    made |= {"beneficiary" if incoming else "payer": account}
    return Payment(id=id_, incoming=incoming, **(made | said))


def paper(account: str, **said: object) -> Statement:
    return Statement(id=f"s-{account}", place=_place(account, 1), account=account, **said)


A, B = "bca:0123450001", "gopay:+6281200000002"
PAPERS = [paper(A, holder="BUDI CONTOH"), paper(B, holder="SITI MISAL")]
CLOCK = When(written="x", local="2026-10-02T10:00:00")
LATER = When(written="x", local="2026-10-02T10:09:00")
TOO_LATE = When(written="x", local="2026-10-02T10:30:00")

ONE = [
    ({"beneficiary": B}, {}),
    ({}, {"payer": A}),
    ({"beneficiary": B, "at": CLOCK}, {"at": LATER}),
    ({"reference": "TRX20261002"}, {"reference": "TRX20261002"}),
    ({"reference": "TRX20261002"}, {"reference": "TRX20261002", "amount_minor": 4_900_000}),
    ({"beneficiary": B, "at": CLOCK}, {"payer": A, "at": LATER, "amount_minor": 4_900_000}),
    ({"beneficiary_name": "SITI MISAL"}, {"payer_name": "BUDI CONTOH"}),
    ({"beneficiary": B}, {"booked": "2026-10-03"}),
]
TWO = [
    ({}, {}),
    ({"beneficiary": B, "at": CLOCK}, {"at": TOO_LATE}),
    ({"beneficiary": B}, {"amount_minor": 4_900_000}),
    ({"beneficiary": B, "at": CLOCK}, {"payer": A, "at": LATER, "amount_minor": 5_100_000}),
    ({"beneficiary": B, "at": CLOCK}, {"payer": A, "at": LATER, "amount_minor": 3_000_000}),
    ({"beneficiary": "bca:9999999999"}, {"payer": A}),
    ({"beneficiary": B}, {"payer": "bca:9999999999"}),
    ({"beneficiary": B}, {"booked": "2026-10-04"}),
    ({"beneficiary": B}, {"booked": "2026-10-01"}),
    ({"beneficiary": B}, {"currency": "USD"}),
    ({"beneficiary": B}, {"status": "pending"}),
    ({"reference": "000000"}, {"reference": "000000"}),
    ({"beneficiary_name": "SITI"}, {"payer_name": "BUDI"}),
]


@pytest.mark.parametrize(("paid", "received"), ONE)
def test_two_sides_are_one_payment_with_both_places_and_a_reason(paid: dict, received: dict) -> None:
    sides = [side("out", A, incoming=False, **paid), side("in", B, incoming=True, **received)]

    [joint] = join(list, sides, PAPERS, {A: (0, "a"), B: (1, "b")})

    assert joint.members == ("in", "out")
    assert [one.file for one in joint.places] == [B, A]
    assert joint.reasons


@pytest.mark.parametrize(("paid", "received"), TWO)
def test_what_nothing_ties_or_something_parts_stays_two(paid: dict, received: dict) -> None:
    sides = [side("out", A, incoming=False, **paid), side("in", B, incoming=True, **received)]

    assert list(join(list, sides, PAPERS, {})) == []


def test_transfers_between_two_accounts_count_once_each_however_alike_they_are() -> None:
    for seed in range(DRAWS):
        chance = random.Random(seed)  # noqa: S311 # drawn cases
        real = [
            (number, chance.randint(1, 3), chance.choice((100, 100, 200))) for number in range(chance.randint(1, 8))
        ]
        lines = []
        for number, day, amount in real:
            said = {"booked": f"2026-10-{day:02}", "amount_minor": amount}
            way = chance.choice(({"beneficiary": B}, {"beneficiary": B, "reference": f"TRX-{number}-9"}))
            lines.append(side(f"out-{number}", A, incoming=False, **said, **way, place=_place(A, 2 + number)))
            lines.append(side(f"in-{number}", B, incoming=True, **said, place=_place(B, 2 + number)))
        lines.append(side("other", B, incoming=True, payer="bca:7777777777", amount_minor=100))
        chance.shuffle(lines)

        found = list(join(list, lines, PAPERS, {}))

        assert sorted(len(one.members) for one in found) == [2] * len(real), seed
        assert all("other" not in one.members for one in found)


def test_a_copy_of_one_side_and_the_other_side_are_one_payment() -> None:
    copy = side("copy", A, incoming=False, beneficiary=B, place=_place("again", 2), statement="again")
    again = Statement(id="again", place=_place("again", 1), account=A)
    sides = [side("out", A, incoming=False, beneficiary=B), copy, side("in", B, incoming=True)]

    [joint] = join(list, sides, [*PAPERS, again], {})

    assert set(joint.members) == {"in", "out", "copy"}
    assert joint.reasons == ("both-sides", "same-line")


TABLE = """Informasi Rekening - Mutasi Rekening
No. rekening : 0123450001
Nama : JOKO MISAL
Periode : 01/09/2026 - {until}/09/2026
Kode Mata Uang : Rp
Tanggal Transaksi,Keterangan,Cabang,Jumlah,,Saldo
'02/09,'SETORAN TUNAI SATU,'0000,50000.00,CR,150000.00
'03/09,'TRSF E-BANKING CR 0309/FTSCY/WS95221   BUDI CONTOH,'0000,60000.00,CR,{balance}
"""
MESSAGE = """:20:A
:25:CENAIDJA/0123450001
:28C:9/1
:60F:C260901IDR100000,00
:61:2609020902C50000,00NTRFNONREF//B-1
:86:SETORAN TUNAI SATU
:61:2609030903C60000,00NTRFNONREF//B-2
:86:TRSF E-BANKING CR 0309/FTSCY/WS95221   BUDI CONTOH
:62F:C260930IDR210000,00
-
"""


def read(folder: Path, name: str, text: str) -> list[Payment | Statement]:
    (folder / name).write_text(text, "utf-8")
    source = FolderSource(folder, name)
    [(reader, _)] = claimants(source)
    return [one for one in reader.read(source) if isinstance(one, Payment | Statement)]


@pytest.mark.parametrize("other", [TABLE.format(until=10, balance="210000.00"), MESSAGE], ids=["table", "message"])
@pytest.mark.parametrize("first", ["broken", "sound"])
def test_a_broken_table_beside_a_sound_statement_of_the_same_account_counts_once(
    tmp_path: Path, other: str, first: str
) -> None:
    broken = read(tmp_path, "broken", TABLE.format(until=30, balance="999000.00"))
    found = [*broken, *read(tmp_path, "sound", other)]
    files = {one.place.path: one.place.file for one in found}
    orders = {file: (int(name != first), file) for name, file in files.items()}
    lines = [one for one in found if isinstance(one, Payment)]

    joints = list(join(list, lines, [one for one in found if isinstance(one, Statement)], orders))

    usable = {one.id: one.usable for one in lines}
    assert [len(one.members) for one in joints] == [2, 2]
    assert all(usable[one.id] and one.reasons == ("same-line",) for one in joints)
