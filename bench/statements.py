# SPDX-License-Identifier: Apache-2.0
"""How long statements take in the locked worker, its start included, and how much memory: CSV, XLSX and PDF."""

import hashlib
import io
import os
import resource
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import xlsxwriter

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.readers.grids.made_pdf import Style, Text, pdf

from suluh.exhibits.walk import walk
from suluh.model.body import Noun
from suluh.model.evidence.work import Target
from suluh.model.intake import Acquisition, File, Flaw
from suluh.model.trade import Payment
from suluh.workers.pool import Pool

ACQUISITION = Acquisition(id="bench", exhibit="B-1", name="1", order=1)
HEAD = "AccountNo;Ccy;PostDate;Remarks;AdditionalDesc;Credit Amount;Debit Amount;Close Balance"
NAMES = [f"CONTOH {chr(65 + at // 26)}{chr(65 + at % 26)}" for at in range(500)]
ROWS, PAGES, LINES = 50_000, 500, 19
MEMORY = 600
"""Mebibytes that a worker may hold."""


class Form(NamedTuple):
    """A statement of one form: its file, how it is made in a size, and what it may take in its whole size."""

    name: str
    size: int
    unit: str
    made: Callable[[int], bytes]
    booked: int
    """Bookings in one unit."""

    seconds: float
    runs: int


class Measured(NamedTuple):
    """What reading took."""

    seconds: float
    """The median of its runs."""

    processor: float
    """Seconds that the worker of one run worked, whatever else the machine did meanwhile."""

    mebibytes: int
    """The most that a worker held, of this form and those before."""

    whole: bool
    """Whether every booking came out, and nothing else was said."""

    def told(self) -> str:
        """All of it in words."""
        lacks = "" if self.whole else ", not every booking"
        return f"{self.seconds:.2f} s, {self.processor:.2f} s of a processor, {self.mebibytes} MiB{lacks}"

    def fits(self, form: Form) -> bool:
        """Whether the form took no more than it may."""
        return self.whole and self.seconds <= form.seconds and self.mebibytes <= MEMORY


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


def text(count: int) -> bytes:
    """An export as CSV, each row with its time and a number of its own."""
    at, balance, lines = datetime(2025, 1, 1), 5_000_000, [HEAD]  # noqa: DTZ001 # a statement names no zone
    for row in range(count):
        at += timedelta(minutes=7)
        amount, incoming = 1000 * (1 + row * 7919 % 300), row % 2 == 0
        balance += amount if incoming else -amount
        words = f"Transfer {'dari' if incoming else 'ke'} {NAMES[row % len(NAMES)]}"
        sums = (amount if incoming else 0, 0 if incoming else amount, balance)
        money = ";".join(f"{one:,}.00" for one in sums)
        lines.append(f"1230000000001;IDR;{at:%d %B %Y %H:%M:%S};{words};{row};{money}")
    return ("\n".join(lines) + "\n").encode()


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
            on_page = _head(1 + line.number // LINES, count)
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


def _head(number: int, count: int) -> list[Text]:
    said = [
        "NO. REKENING : 0123456789",
        "NAMA : PEMILIK CONTOH",
        "PERIODE : 01/01/2026 - 30/09/2026",
        "MATA UANG : IDR",
    ]
    head = [Text(40, 60 + 12 * at, words) for at, words in enumerate(said)]
    head += [Text(40, 150, "TANGGAL"), Text(110, 150, "KETERANGAN"), Text(460, 150, "MUTASI", align="right")]
    return [*head, Text(560, 150, "SALDO", align="right"), Text(260, 830, f"Halaman {number} dari {count}")]


FORMS = (
    Form("mutasi.csv", ROWS, "rows", text, 1, 2.0, 3),
    Form("workbook.xlsx", ROWS, "rows", workbook, 1, 3.0, 3),
    Form("pages.pdf", PAGES, "pages", pages, LINES, 60.0, 1),
)


def measured(form: Form, size: int, folder: Path) -> Measured:
    """Read a statement of one form and size in locked workers, each time from the start."""
    folder.mkdir()
    raw = form.made(size)
    (folder / form.name).write_bytes(raw)
    digest = hashlib.sha256(raw).hexdigest()
    before = _processor()
    runs = [_read(folder, digest) for _ in range(form.runs)]
    processor = (_processor() - before) / form.runs
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024
    nouns = runs[0][1]
    payments = sum(isinstance(noun, Payment) for noun in nouns)
    whole = payments == size * form.booked and not any(isinstance(noun, Flaw) for noun in nouns)
    return Measured(statistics.median(seconds for seconds, _ in runs), processor, peak, whole)


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _read(root: Path, sha256: str) -> tuple[float, list[Noun]]:
    targets = [Target(file=one, content=sha256) for one in walk(bytes(root), ACQUISITION) if isinstance(one, File)]
    start = time.perf_counter()
    with Pool(1, {("B-1", "1"): bytes(root)}, Path(tempfile.gettempdir())) as pool:
        nouns = [noun for answer in pool.run("suluh.case.jobs.read", targets) for noun in answer.nouns]
    return time.perf_counter() - start, nouns


def main() -> int:
    """Measure every form, a tenth of it with ``QUICK=1``, and print what it took."""
    faults = 0
    with tempfile.TemporaryDirectory() as folder:
        for form in FORMS:
            size = form.size // 10 if os.environ.get("QUICK") else form.size
            found = measured(form, size, Path(folder) / form.name.partition(".")[0])
            faults += not found.fits(form)
            limits = f"at most {form.seconds:.0f} s and {MEMORY} MiB"
            print(f"{form.name}, {size:,} {form.unit}: {found.told()} ({limits})")
    return faults


if __name__ == "__main__":
    sys.exit(main())
