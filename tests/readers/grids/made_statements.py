# SPDX-License-Identifier: Apache-2.0
"""Made-up statements as pages, in the layouts of banks and wallets as public parsers describe them."""

from collections.abc import Iterator, Sequence
from typing import Literal, NamedTuple

from tests.readers.grids.made_pdf import Text

Align = Literal["left", "right", "centre"]
Page = list[Text]


class Form(NamedTuple):
    """A layout with made-up bookings."""

    name: str
    pages: tuple[tuple[Text, ...], ...]
    width: int
    """Cells of a row."""

    rows: tuple[tuple[str, ...], ...]
    """What each booking must come out as."""


def money(minor: int, thousands: str = ",", fraction: str | None = ".") -> str:
    """A sum as a bank writes it."""
    whole = f"{minor // 100:,}".replace(",", thousands)
    return whole if fraction is None else f"{whole}{fraction}{minor % 100:02}"


def bca() -> Form:
    """Several lines a booking, a mark for money out only, a balance at the end of the day only, three pages."""
    pages: list[Page] = []
    rows = []
    balance, y = 5_964_293_22, 0.0
    for number in range(-1, 34):
        if not pages or y > 700:
            if pages:
                pages[-1].append(Text(240, 780, "Bersambung ke Halaman berikut"))
            pages.append(_bca_head(len(pages) + 1))
            y = 220
        day = f"{1 + max(number, 0) * 28 // 34:02}/09"
        pages[-1].append(Text(45, y, day))
        if number < 0:
            pages[-1] += [Text(90, y, "SALDO AWAL"), Text(560, y, money(balance), align="right")]
            rows.append((day, "SALDO AWAL", "", "", money(balance)))
            y += 12
            continue
        amount, incoming = (number * 7_919 % 50 + 1) * 1000_00 + number % 3 * 50, number % 3 == 0
        balance += amount if incoming else -amount
        word, desk = ("CR", "95031") if incoming else ("DB", "95271")
        first = f"TRSF E-BANKING {word} {day[:2]}09/FTSCY/WS{desk}"
        more = [f"{amount / 100:.2f}", "paket 40 file", "SITI CONTOH"][: 1 + number % 3]
        pages[-1] += [Text(90, y, f"TRSF E-BANKING {word}"), Text(210, y, f"{day[:2]}09/FTSCY/WS{desk}")]
        pages[-1] += [Text(210, y + 12 * (at + 1), words) for at, words in enumerate(more)]
        pages[-1].append(Text(460, y, money(amount), align="right"))
        pages[-1] += [] if incoming else [Text(466, y, "DB")]
        shown = money(balance) if number % 2 else ""
        pages[-1] += [Text(560, y, shown, align="right")] if shown else []
        mark = money(amount) if incoming else f"{money(amount)} DB"
        rows.append((day, "\n".join([first, *more]), "", mark, shown))
        y += 12 * (1 + len(more))
    pages[-1] += [Text(90, y + 24, "SALDO AWAL : 5,964,293.22"), Text(90, y + 36, f"SALDO AKHIR : {money(balance)}")]
    return Form("bca", tuple(map(tuple, pages)), 5, tuple(rows))


def _bca_head(number: int) -> Page:
    left = ["REKENING TAHAPAN", "BUDI CONTOH", "JL CONTOH NO 1", "INDONESIA"]
    right = [
        ("NO. REKENING", "0123456789"),
        ("HALAMAN", f"{number} / 3"),
        ("PERIODE", "SEPTEMBER 2026"),
        ("MATA UANG", "IDR"),
    ]
    page = [Text(40, 60 + 12 * at, words) for at, words in enumerate(left)]
    for at, (label, value) in enumerate(right):
        page += [Text(340, 60 + 12 * at, label), Text(430, 60 + 12 * at, ":"), Text(440, 60 + 12 * at, value)]
    note = "Apabila nasabah tidak melakukan sanggahan atas Laporan Mutasi Rekening ini sampai"
    page += [Text(40, 130, "CATATAN:"), Text(40, 142, note)]
    heads = ((45, "TANGGAL"), (120, "KETERANGAN"), (330, "CBG"), (400, "MUTASI"), (510, "SALDO"))
    return [*page, *(Text(x, 200, words, bold=True) for x, words in heads)]


def livin(step: float, name: str) -> Form:
    """Sum, day and balance in the middle of a row, name and time on the lines around them."""
    page = [Text(40, 40, "e-Statement", 14, bold=True), Text(40, 60, "Nama/Name"), Text(120, 60, ": BUDI CONTOH")]
    page += [Text(330, 60, "Periode/Period"), Text(430, 60, ": 01 Sep 2026 - 30 Sep 2026")]
    page += [Text(40, 110, "Nomor Rekening/Account Number"), Text(210, 110, ": 1370012345678")]
    page += [Text(40, 125, "Mata Uang/Currency"), Text(210, 125, ": IDR")]
    page += [Text(330, 125, "Saldo Akhir/Closing Balance"), Text(560, 125, "260.000,00", align="right")]
    heads = ((40, "No", "No"), (70, "Tanggal", "Date"), (160, "Keterangan", "Remarks"))
    heads += ((400, "Nominal (IDR)", "Amount (IDR)"), (500, "Saldo (IDR)", "Balance (IDR)"))
    for x, words, english in heads:
        page += [Text(x, 170, words, bold=True), Text(x, 181, english, 8)]
    booked = (
        (
            "01 Sep 2026",
            "10:11:12 WIB",
            ["Transfer dari BCA", "SITI CONTOH", "1234567890"],
            "+150.000,00",
            "250.000,00",
        ),
        (
            "02 Sep 2026",
            "11:00:01 WIB",
            ["Transfer BI Fast", "Ke BRI DEWI CONTOH", "98765"],
            "-90.000,00",
            "160.000,00",
        ),
        ("05 Sep 2026", "23:59:01 WIB", ["Setor tunai", "ATM"], "+100.000,00", "260.000,00"),
    )
    y = 210.0
    for number, (day, clock, words, amount, balance) in enumerate(booked, 1):
        page += [Text(160, y + (at - (len(words) - 1) / 2) * 10, one) for at, one in enumerate(words)]
        page += [Text(40, y, str(number)), Text(70, y - 5, day), Text(70, y + 5, clock)]
        page += [Text(460, y, amount, align="right"), Text(560, y, balance, align="right")]
        y += step
    page += [Text(40, 780, "PT Bank Contoh (Persero) Tbk. berizin dan diawasi oleh Otoritas Jasa Keuangan", 7)]
    page += [Text(560, 800, "1 dari 1", 7, "right")]
    rows = tuple(
        (str(number), f"{day} {clock}", "\n".join(words), amount, balance)
        for number, (day, clock, words, amount, balance) in enumerate(booked, 1)
    )
    return Form(name, (tuple(page),), 5, rows)


def jago() -> Form:
    """Several pockets on one page, each an account with its own table."""
    page = [Text(40, 40, "Monthly Statements April 2026"), Text(480, 40, "Page 2 of 3")]
    page += [Text(40, 52, "PT Bank Jago Tbk is licensed and supervised by the Authority", 7)]
    page += [Text(40, 80, "BUDI CONTOH / 100000000001")]
    y, rows = 110.0, []
    for name, number, sums, booked in _pockets():
        page += [Text(40, y, name, 12, bold=True), Text(40, y + 14, f"Pocket ID {number}")]
        labels = ("Previous Balance", "Total Incoming", "Total Outgoing", "Closing Balance")
        for x, label, value in zip((40, 180, 320, 460), labels, sums, strict=True):
            page += [Text(x, y + 30, label), Text(x, y + 43, value, 10)]
        y += 65
        if not booked:
            continue
        heads = ((40, "Date & Time"), (110, "Source/Destination"), (220, "Transaction Details"), (340, "Notes"))
        page += [Text(x, y, words, bold=True) for x, words in heads]
        page += [Text(480, y, "Amount", bold=True, align="right"), Text(555, y, "Balance", bold=True, align="right")]
        y += 18
        for day, clock, whom, what, note, amount, balance in booked:
            page += [Text(40, y, day), Text(40, y + 11, clock)]
            page += [Text(110, y + 11 * at, words) for at, words in enumerate(whom)]
            page += [Text(220, y + 11 * at, words) for at, words in enumerate(what)]
            page += [Text(340, y, note)] if note else []
            page += [Text(480, y, amount, align="right"), Text(555, y, balance, align="right")]
            rows.append((f"{day} {clock}", "\n".join(whom), "\n".join(what), note, amount, balance))
            y += 45
        y += 20
    return Form("jago", (tuple(page),), 6, tuple(rows))


def _pockets() -> Iterator[
    tuple[str, str, Sequence[str], Sequence[tuple[str, str, list[str], list[str], str, str, str]]]
]:
    yield (
        "Main Pocket",
        "100000000001",
        ("23.349", "+221.876", "-245.003", "222"),
        (
            (
                "13 Apr 2026",
                "11:33",
                ["BUDI", "CONTOH", "Jago 1000002"],
                ["RDN Out", "ID# 26041"],
                "WD",
                "+221.861",
                "245.210",
            ),
            (
                "13 Apr 2026",
                "11:55",
                ["SITI", "Mandiri 13900001"],
                ["Outgoing Transfer", "ID# 26042"],
                "",
                "-245.003",
                "207",
            ),
            ("28 Apr 2026", "06:41", ["Interest", "Main Pocket"], ["Interest", "ID# 260428"], "", "+15", "222"),
        ),
    )
    row = (
        "15 Apr 2026",
        "10:34",
        ["Incoming Fund"],
        ["Incoming Fund", "ID# 350"],
        "untuk 40 file",
        "+359.949",
        "359.949",
    )
    yield ("Saving Pocket", "100000000002", ("0", "+359.949", "-0", "359.949"), (row,))
    yield ("GoPay Tabungan", "100000000003", ("0,00", "+0,00", "-0,00", "0,00"), ())


def mandiri() -> Form:
    """A heading of four lines in two languages, account and period below their labels, a mark for money out only."""
    page = [Text(40, 40, "Periode / Period : 1/09/23 s/d 30/09/23")]
    labels = ((40, "No. Rekening", "Account Number"), (127, "Nama Produk", "Product Name"), (236, "Cabang", "Branch"))
    for x, label, english in (*labels, (400, "Periode", "Period"), (472, "Valuta", "Currency")):
        page += [Text(x, 103, label, bold=True), Text(x, 114, english)]
    page += [Text(631, 103, "Saldo", align="right", bold=True), Text(640, 114, "Balance", align="right")]
    values = ((40, 131, "111-00-98765432-1"), (127, 131, "Mandiri Tabungan"), (236, 131, "101010 - KCP Jl Sesama"))
    more = (
        (236, 142, "Timur"),
        (400, 131, "1/09/23 s/d"),
        (400, 142, "30/09/23"),
        (472, 131, "Rupiah"),
        (472, 142, "(IDR)"),
    )
    page += [Text(x, y, words, 9.5) for x, y, words in (*values, *more)]
    page += [Text(640, 131, "153,970.00", 9.5, "right")]
    for x, words in (
        (40, ("Tanggal", "Transaksi", "Transaction", "Date")),
        (97, ("Tanggal", "Valuta", "Valuta", "Date")),
    ):
        page += [Text(x, 186 + 11 * at, one, 9.5, bold=True) for at, one in enumerate(words)]
    page += [Text(140, 186, "Rincian Transaksi / Nomor Referensi", 9.5, bold=True)]
    page += [Text(140, 208, "Transaction Details / Reference Number", 9.5)]
    for x, y, words in (
        (529, 186, "Debit / Kredit"),
        (529, 208, "Debit / Credit"),
        (630, 186, "Saldo"),
        (640, 208, "Balance"),
    ):
        page.append(Text(x, y, words, 9.5, "right"))
    rows = (
        ("01/09", "", "Saldo Awal", "", "659,470.00"),
        ("05/09", "05/09", "-MONTHLY CARD CHARGE 987654321", "5,500.00 D", "653,970.00"),
        ("07/09", "07/09", "Tarif Link -123 /001122/ATB-001122\n987654321 SITI CONTOH", "500,000.00 D", "153,970.00"),
        ("08/09", "08/09", "SA Cash Dep", "10,000.00", "163,970.00"),
        ("08/09", "08/09", "SA OB CA No Book", "10,000.00 D", "153,970.00"),
    )
    y = 236.0
    for day, worth, words, amount, balance in rows:
        lines = words.split("\n")
        page += [Text(40, y, day, 9.5), Text(97, y, worth, 9.5), Text(640, y, balance, 9.5, "right")]
        page += [Text(140, y + 11 * at, one, 9.5) for at, one in enumerate(lines)]
        page.append(Text(539 if amount.endswith("D") else 529, y, amount, 9.5, "right"))
        y += 17 + 11 * (len(lines) - 1)
    page += [Text(545, 814, "Hal", 8), Text(594, 814, "Page 3 of 4", 8), Text(545, 823, "Page", 8)]
    return Form("mandiri", (tuple(one for one in page if one.text),), 5, rows)


def gopay() -> Form:
    """A wallet: the foot of a page stands close to its last booking."""
    pages: list[Page] = []
    rows, balance = [], 0
    for number in range(24):
        if number % 8 == 0:
            pages.append(_gopay_head())
        y = 120.0 + 28 * (number % 8)
        amount, incoming = (number % 7 + 1) * 5000_00, number % 2 == 0
        balance += amount if incoming else 0
        balance -= 0 if incoming else amount
        words = "Terima dari SITI CONTOH" if incoming else "Transfer ke DEWI CONTOH"
        sign = "+" if incoming else "-"
        shown = f"{sign}Rp{money(amount, '.', None)}", f"Rp{balance // 100:,}".replace(",", ".")
        day, clock, reference = f"{number + 1} Sep 2026", f"{10 + number % 10}:0{number % 6}", f"ID A12024{number}"
        pages[-1] += [Text(40, y, day), Text(40, y + 10, clock), Text(130, y, words), Text(130, y + 10, reference)]
        pages[-1] += [
            Text(330, y, "Saldo GoPay"),
            Text(480, y, shown[0], align="right"),
            Text(555, y, shown[1], align="right"),
        ]
        if number % 8 == 7:
            pages[-1].append(Text(200, y + 22, f"Halaman {len(pages)} dari 3", 7))
        rows.append((f"{day} {clock}", f"{words}\n{reference}", "Saldo GoPay", *shown))
    return Form("gopay", tuple(map(tuple, pages)), 5, tuple(rows))


def _gopay_head() -> Page:
    page = [Text(40, 40, "GoPay", 14, bold=True), Text(40, 60, "Riwayat Transaksi"), Text(300, 60, "0812-3456-7890")]
    page += [Text(40, 75, "Periode: 1 Sep 2026 - 30 Sep 2026")]
    page += [Text(x, 100, words, bold=True) for x, words in ((40, "Tanggal"), (130, "Transaksi"), (330, "Metode"))]
    return [
        *page,
        Text(480, 100, "Jumlah", bold=True, align="right"),
        Text(555, 100, "Saldo", bold=True, align="right"),
    ]


def brimo() -> Form:
    """Two columns of sums, a teller, and the sums of the statement in a table below."""
    page = [Text(40, 40, "LAPORAN TRANSAKSI FINANSIAL", 12, bold=True), Text(40, 80, "Kepada Yth. / To :")]
    page += [Text(40, 92, "BUDI CONTOH"), Text(330, 80, "Tanggal Laporan"), Text(440, 80, ": 30/09/26")]
    page += [Text(330, 92, "Periode Transaksi"), Text(440, 92, ": 01/09/26 - 30/09/26")]
    page += [Text(40, 120, "No. Rekening"), Text(120, 120, ": 012301012345509"), Text(40, 132, "Valuta : IDR")]
    left = ((40, "Tanggal Transaksi", "Transaction Date"), (140, "Uraian Transaksi", "Transaction Description"))
    for x, words, english in (*left, (320, "Teller", "User ID")):
        page += [Text(x, 160, words), Text(x, 171, english, 8)]
    for x, words, english in ((420, "Debet", "Debit"), (490, "Kredit", "Credit"), (565, "Saldo", "Balance")):
        page += [Text(x, 160, words, align="right"), Text(x, 171, english, 8, "right")]
    rows = (
        ("01/09/26 10:11:12", "BFST0123 NBMB BUDI\nTO SITI CONTOH", "8888101", "50,000.00", "0.00", "950,000.00"),
        ("02/09/26 11:12:13", "TRF DARI BCA 1234567890\nDEWI CONTOH", "8888102", "0.00", "150,000.00", "1,100,000.00"),
        ("03/09/26 12:12:13", "ATM TARIK TUNAI", "8888103", "100,000.00", "0.00", "1,000,000.00"),
    )
    y = 190.0
    for day, words, teller, debit, credit, balance in rows:
        lines = words.split("\n")
        page += [Text(40, y, day), *(Text(140, y + 11 * at, one) for at, one in enumerate(lines)), Text(320, y, teller)]
        sums = ((420, debit), (490, credit), (565, balance))
        page += [Text(x, y, one, align="right") for x, one in sums]
        y += 14 + 11 * (len(lines) - 1)
    sums = (("Saldo Awal", "Opening Balance", "1,000,000.00"), ("Total Transaksi Debet", "Total Debit", "150,000.00"))
    sums += (
        ("Total Transaksi Kredit", "Total Credit", "150,000.00"),
        ("Saldo Akhir", "Closing Balance", "1,000,000.00"),
    )
    for x, (label, english, value) in zip((40, 180, 320, 460), sums, strict=True):
        page += [Text(x, y + 20, label), Text(x, y + 31, english, 8), Text(x, y + 44, value)]
    return Form("brimo", (tuple(page),), 6, rows)


BCA, JAGO, MANDIRI, GOPAY, BRIMO = bca(), jago(), mandiri(), gopay(), brimo()
LIVIN = livin(45, "livin")
FORMS = (BCA, JAGO, MANDIRI, GOPAY, BRIMO, LIVIN, livin(30, "livin-close"))
