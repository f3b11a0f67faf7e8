# SPDX-License-Identifier: Apache-2.0
"""What becomes of every row of every fixture of a statement, and whether any holder stands on the other side."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.readers.accounted import FIXTURES, accounted
from tests.readers.fixtures import all_fixtures, claimed, records
from tools.show.line import Line

from suluh.model.trade import Payment, Statement
from suluh.readers.statements.sides.names import is_holder

BOOKED = ("mt940", "camt", "ofx")
"""Readers of forms that are no tables."""


def rows(folder: Path) -> Iterator[Line]:
    """Every row of the tables, and every other side of all statements."""
    kinds: Counter[str] = Counter()
    lost = 0
    for turn, fixture in enumerate(FIXTURES):
        for source in claimed(fixture.sources(folder / f"table-{turn}")):
            found = accounted(fixture.reader, source, records(source))
            kinds.update(found.kinds)
            lost += len(found.lost)
    said = ", ".join(f"{number} {kind}" for kind, number in sorted(kinds.items()))
    what = f"of {kinds.total()} rows of {len(FIXTURES)} fixtures ({said}) neither kept nor told"
    yield Line(what, str(lost), "0", lost == 0 < kinds["booking"])
    yield _holders(folder)


def _holders(folder: Path) -> Line:
    """The payments whose other side is the holder of their statement."""
    names = {fixture.reader for fixture in FIXTURES} | set(BOOKED)
    seen = own = 0
    for turn, fixture in enumerate(one for one in all_fixtures() if one.reader in names):
        for source in claimed(fixture.sources(folder / f"sides-{turn}")):
            found = records(source)
            statements = {one.id: one for one in found if isinstance(one, Statement)}
            payments = [one for one in found if isinstance(one, Payment)]
            seen += len(payments)
            own += sum(_is_own(one, statements[one.statement]) for one in payments)
    return Line(f"of {seen} booked lines with the holder as the other side", str(own), "0", own == 0 < seen)


def _is_own(one: Payment, statement: Statement) -> bool:
    other, name = (one.payer, one.payer_name) if one.incoming else (one.beneficiary, one.beneficiary_name)
    is_account = other is not None and other == statement.account
    return is_account or bool(name and statement.holder and is_holder(name, statement.holder))
