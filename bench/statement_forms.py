# SPDX-License-Identifier: Apache-2.0
"""How long statements take in the locked worker, and how much memory: 50,000 rows of XLSX, 500 pages of PDF."""

import hashlib
import io
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

import xlsxwriter

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.readers.grids.made_pdf import Style, Text, pdf

from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, File, Flaw, Outcome
from suluh.model.trade import Payment
from suluh.workers.pool import Pool

ACQUISITION = Acquisition(id="bench", exhibit="B-1", name="1", order=1)
LIMITS = {"workbook.xlsx": 3.0, "pages.pdf": 60.0}
"""Seconds that each may take."""

MEMORY = 600
"""Mebibytes that a worker may hold."""

PAGES, LINES = 500, 19


class Line:
    """A made-up booking."""

    def __init__(self, number: int, balance: int) -> None:
        self.number = number
        self.amount = (number * 7_919 % 400 + 1) * 500
        self.incoming = number % 3 != 1
        self.balance = balance + (self.amount if self.incoming else -self.amount)
        self.day = f"{1 + number % 28:02}/{1 + number // 28 % 9:02}/2026"
        word = "CR" if self.incoming else "DB"
        self.text = f"TRSF E-BANKING {word} {self.day[:2]}09/FTSCY/WS95031 PEMBELI {number % 97} CONTOH"


def booked(count: int) -> Iterator[Line]:
    """So many bookings that follow from each other."""
    balance = 10_000_000
    for number in range(count):
        line = Line(number, balance)
        balance = line.balance
        yield line


def workbook(count: int) -> bytes:
    """A reply of a bank as XLSX: sums as numbers, days as texts."""
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_numbers": False}) as book:
        sheet = book.add_worksheet("Mutasi")
        sheet.write_row(0, 0, ["No. rekening : 0123456789"])
        sheet.write_row(1, 0, ["Nama : PEMILIK CONTOH"])
        sheet.write_row(2, 0, ["Periode : 01/01/2026 - 30/09/2026"])
        sheet.write_row(3, 0, ["Kode Mata Uang : Rp"])
        sheet.write_row(4, 0, ["Tanggal Transaksi", "Keterangan", "Cabang", "Jumlah", "", "Saldo"])
        for number, line in enumerate(booked(count), 5):
            mark = "CR" if line.incoming else "DB"
            sheet.write_row(number, 0, [line.day, line.text, "0000", line.amount, mark, line.balance])
    return out.getvalue()


def pages(count: int) -> bytes:
    """A statement of a bank as PDF, so many pages."""
    found, on_page = [], list[Text]()
    for line in booked(count * LINES):
        if line.number % LINES == 0:
            on_page = _head(1 + line.number // LINES)
            found.append(on_page)
        y = 180 + 32 * (line.number % LINES)
        mark = "CR" if line.incoming else "DB"
        on_page += [
            Text(40, y, line.day),
            Text(110, y, line.text[:38]),
            Text(110, y + 11, line.text[38:]),
            Text(460, y, f"{line.amount:,}.00 {mark}", align="right"),
            Text(560, y, f"{line.balance:,}.00", align="right"),
        ]
    return pdf(found, Style(packed=True))


def _head(number: int) -> list[Text]:
    said = [
        "NO. REKENING : 0123456789",
        "NAMA : PEMILIK CONTOH",
        "PERIODE : 01/01/2026 - 30/09/2026",
        "MATA UANG : IDR",
    ]
    head = [Text(40, 60 + 12 * at, words) for at, words in enumerate(said)]
    head += [Text(40, 150, "TANGGAL"), Text(110, 150, "KETERANGAN"), Text(460, 150, "MUTASI", align="right")]
    return [*head, Text(560, 150, "SALDO", align="right"), Text(260, 830, f"Halaman {number} dari {PAGES}")]


def main() -> int:
    """Write both, read both in a locked worker, and say how long it took."""
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for name, raw in (("workbook.xlsx", workbook(50_000)), ("pages.pdf", pages(PAGES))):
            root = Path(folder) / name.partition(".")[0]
            root.mkdir()
            (root / name).write_bytes(raw)
            faults += _read(root, name, hashlib.sha256(raw).hexdigest())
    return faults


def _read(root: Path, name: str, sha256: str) -> int:
    targets = [Target(file=one, content=sha256) for one in walk(bytes(root), ACQUISITION) if isinstance(one, File)]
    with Pool(1, {("B-1", "1"): bytes(root)}, Path(tempfile.gettempdir())) as pool:
        start = time.perf_counter()
        nouns = [noun for answer in pool.run("suluh.case.jobs.read", targets) for noun in answer.nouns]
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    payments = sum(isinstance(noun, Payment) for noun in nouns)
    flaws = sum(isinstance(noun, Flaw) for noun in nouns)
    [outcome] = [noun for noun in nouns if isinstance(noun, Outcome)]
    print(f"{name}: {payments} payments, {flaws} flaws, {outcome.state} {outcome.reason or ''}")
    print(f"  {seconds:.1f} s with the start of the worker (at most {LIMITS[name]}), {peak} MiB (at most {MEMORY})")
    return int(seconds > LIMITS[name]) + int(peak > MEMORY) + int(not payments)


if __name__ == "__main__":
    sys.exit(main())
