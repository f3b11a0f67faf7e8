# SPDX-License-Identifier: Apache-2.0
"""The kinds of fault that real statements showed: every input comes out as `field.txt` says, in all its lines.

`field.txt` was written from the page beside each input: the file and whether each of its statements adds up, below it
each line with side, sum, currency, day, status and other side, or `flaw`.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.readers.folder_source import FolderSource
from tools.show.ground.held import held
from tools.show.line import ROOT, Line

from suluh.model.intake import Flaw
from suluh.model.money import decimal_text
from suluh.model.trade import Payment, Statement
from suluh.readers.claim import claimants

FIELD = ROOT.parent / "shared" / "field" / "money"
KINDS = 23


def kinds(_: Path) -> Iterator[Line]:
    """The inputs of the field, and our own of each kind."""
    expected = _expected()
    there = sorted(path for path in FIELD.glob("*/*") if path.name != "expected.md")
    of_kind: Counter[str] = Counter(path.parent.name for path in there)
    right = Counter(path.parent.name for path in there if _told(path) == expected.get(_name(path)))
    whole = [kind for kind, number in of_kind.items() if right[kind] == number]
    wrong = ", ".join(sorted(of_kind.keys() - set(whole)))
    figure = f"{len(whole)} of {KINDS}, {sum(right.values())} of {len(there)} inputs{': not ' + wrong if wrong else ''}"
    yield Line("kinds of the field right", figure, f"{KINDS} of {KINDS}", len(whole) == KINDS == len(of_kind))
    yield held(
        "the same kinds with inputs of our own, and statements as banks of many countries write them",
        "tests/readers/test_money_kinds.py",
        "tests/readers/test_as_banks_write.py",
        "tests/readers/test_same_payment.py",
        "tests/readers/test_swift_mt940.py",
    )


def _expected() -> dict[str, list[str]]:
    """The lines of each input."""
    found: dict[str, list[str]] = {}
    name = ""
    for line in Path(__file__).with_name("field.txt").read_text("utf-8").splitlines():
        if line.startswith(" "):
            found[name].append(line.strip())
        else:
            name, _, said = line.partition(": ")
            found[name] = [said]
    return found


def _told(path: Path) -> list[str]:
    """An input in the words of `field.txt`."""
    source = FolderSource(path.parent, path.name)
    readers = [reader for reader, _ in claimants(source)]
    if not readers:
        return ["not claimed"]
    found = [record for reader in readers for record in reader.read(source)]
    sums = " ".join(str(one.adds_up) for one in found if isinstance(one, Statement))
    lines = [one for one in found if isinstance(one, Payment) or (isinstance(one, Flaw) and one.place.line)]
    return [f"adds up {sums}", *map(_line, lines)]


def _line(one: Payment | Flaw) -> str:
    if isinstance(one, Flaw):
        return f"{one.place.line} flaw"
    side, other = ("in", one.payer) if one.incoming else ("out", one.beneficiary)
    if other and ":name/" in other:
        other = f"{other.partition(':')[0]}:{one.payer_name or one.beneficiary_name}"
    amount = decimal_text(one.amount_minor, one.currency)
    return f"{one.place.line} {side} {amount} {one.currency} {one.booked} {one.status} {other or '-'}"


def _name(path: Path) -> str:
    return f"{path.parent.name}/{path.name}"
