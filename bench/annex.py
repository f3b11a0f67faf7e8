# SPDX-License-Identifier: Apache-2.0
"""How long an annex of 5,000 booked lines takes as PDF and workbook, and how much memory: ``python -m bench.annex``."""

import subprocess
import sys
import time
from pathlib import Path

from suluh.referral.papers.book import book_of
from suluh.referral.papers.forms import d3
from suluh.referral.papers.lines import AccountLine, BookedLine, DealLine, ExcerptLine, PersonFacts, Six
from suluh.referral.papers.setting import set_paper
from suluh.referral.papers.values import Both, Clock, Document, Seen, Sum

ROWS = 5_000
MESSAGES = 15
"""Messages of each deal, a third of them with attachments."""


def annex(rows: int) -> Document:
    """An annex of a seller with so many booked lines, a tenth of them of confirmed deals with their messages."""
    amount = Sum(5_000_000, "IDR")
    clock = Clock(written="20/11/25 15.42", local="2025-11-20 15:42:00 WIB", utc="2025-11-20 08:42:00")
    talk = tuple(
        ExcerptLine(
            number=str(number),
            time=clock,
            sender=Both("O-1 K-1, seller", "O-1 K-1, penjual"),
            text="paket 40 file 50rb, transfer ke bca ya kak " * (1 + number % 3),
            beside=(f"image/jpeg {number:064x}",) * (number % 4),
            letters=f"a {number}",
            places=(Both(f"B-1: chat.txt, line {number}", f"B-1: chat.txt, baris {number}"),),
        )
        for number in range(1, MESSAGES + 1)
    )
    deals = tuple(
        DealLine(
            code=f"R-{number}",
            shown="a" * 26,
            kind="sale",
            state="delivered",
            tier="recorded",
            judgement="confirmed",
            by="S-1",
            at="2026-02-03T04:05:06Z",
            seller="O-1",
            buyer=f"O-{number % 40 + 2}",
            paid=Clock(written="2026-01-02 10:20:30", local="2026-01-02 10:20:30 WIB", utc="2026-01-02 03:20:30"),
            recorded=amount,
            six=Six(sent=40, held=38, distinct=38, groups=36, known=12),
            reasons_for=(Both("The seller offered it.", "Penjual menawarkannya."),) * 6,
            lacks=(Both("No second exhibit.", "Tidak ada barang bukti kedua."),) * 3,
            chance=(Both("21 lines in 27 days; no other.", "21 baris dalam 27 hari; tidak ada lagi."),) * 4,
            places=(Both(f"B-1: chat.txt, line {number}", f"B-1: chat.txt, baris {number}"),),
            excerpt=talk,
        )
        for number in range(1, rows // 10 + 1)
    )
    booked = tuple(
        BookedLine(
            statement="K-4 bca:0123456789",
            place=Both(f"B-4: bca/0123456789.csv, line {number}", f"B-4: bca/0123456789.csv, baris {number}"),
            day="2026-01-02",
            time=Clock(written="2026-01-02 10:20:30", local="2026-01-02 10:20:30 WIB", utc="2026-01-02 03:20:30"),
            written="50000.00",
            amount=amount,
            payer=f"O-{number % 400} K-{number} bca “NAMA CONTOH {number}”",
            payee="O-1 K-4 bca 0123456789",
            text=f"TRSF E-BANKING CR 0201/{number} paket 40 file",
            balance=Both("adds up", "cocok"),
            deals=(f"R-{number}",) if number <= rows // 10 else (),
            counted=amount if number <= rows // 10 else None,
        )
        for number in range(1, rows + 1)
    )
    account = AccountLine(code="K-4", service="bca", identifier="0123456789", names=("NAMA CONTOH",))
    facts = PersonFacts(code="O-1", identity=Both("-", "-"), accounts=(account,), deals=deals, booked=booked)
    return Document(
        form="D3",
        number="D3-O-1",
        title=d3.TITLE,
        about=Both("Case 1", "Perkara 1"),
        case="1",
        unit="Unit",
        by="S-1",
        at="2026-02-03T04:05:06Z",
        tool="Suluh",
        seen=Seen(size=9, root="0123 4567"),
        sections=d3.sections(facts),
        is_wide=True,
    )


def measured() -> tuple[float, int]:
    """Seconds of work and MiB of memory, in a process of its own."""
    done = subprocess.run([sys.executable, "-m", "bench.annex"], capture_output=True, text=True, check=True)
    seconds, mib = done.stdout.split()[:2]
    return float(seconds), int(mib)


def _peak() -> int:
    """The most memory that this very process had, in MiB: what it was started from is not counted."""
    lines = Path("/proc/self/status").read_text("ascii").splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM")) // 1024


def main() -> int:
    """Print the figures: seconds, MiB, bytes of the PDF and of the workbook."""
    paper = annex(int(sys.argv[1]) if len(sys.argv) > 1 else ROWS)
    start = time.process_time()
    book, pdf = book_of(paper, "1"), set_paper(paper, "1", "id")
    print(f"{time.process_time() - start:.1f} {_peak()} {len(pdf)} {len(book)}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
