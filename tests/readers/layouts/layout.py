# SPDX-License-Identifier: Apache-2.0
"""A statement in a layout drawn by chance: headings, columns, signs, days, marks, and what stands around the table."""

import random
from dataclasses import dataclass
from typing import NamedTuple

from tests.readers.layouts.rows import HOLDER, Account, Booked, damaged, drawn

LANGUAGES = ("id", "en", "nl", "es", "de", "fr", "zh", "no")
"""``no``: headings of which no word says anything."""

_SPELLED = {
    "date": "Tanggal,Tgl,Tgl. Transaksi,TANGGAL TRX,Tanggal Mutasi,TGL_TRAN|"
    "Date,Posting Date,Trx Date,TransactionDate,BOOK_DATE|Datum,Boekdatum,Valutadag|Fecha,Fecha operativa,Dia|"
    "Buchungstag,Buchungsdatum|Date opération,Date|交易日期,日期|A1,Kolom 1",
    "time": "Jam,Waktu,Pukul,JAM_TRAN|Time,Trx Time|Tijd|Hora|Uhrzeit|Heure|时间|B1",
    "value": "Tgl Valuta|Value Date|Rentedatum|Fecha valor|Valuta,Wertstellung|Date valeur|起息日|A2",
    "text": "Keterangan,Uraian,Rincian Transaksi,Deskripsi,Berita|Description,Remarks,Narrative,Details|"
    "Omschrijving,Mededelingen|Concepto,Detalle|Verwendungszweck,Buchungstext|Libellé|摘要,说明|C1,Lajur C",
    "party": "Nama Lawan|Counterparty Name|Naam tegenpartij|Beneficiario|Auftraggeber / Empfänger|"
    "Bénéficiaire|对方户名|C2",
    "amount": "Jumlah,Nominal,Mutasi,Nilai (Rp),Jumlah Uang|Amount,Transaction Amount,Amount (IDR)|Bedrag|"
    "Importe,Monto|Betrag,Umsatz|Montant|金额|D1,Isi 4",
    "debit": "Debet,Debit,Keluar,Mutasi Debet,Uang Keluar,Pengeluaran|Debit,Withdrawal,Money Out,Debit Amount|"
    "Af|Cargo,Egreso|Soll,Belastung|Débit|支出,借方|D2",
    "credit": "Kredit,Masuk,Mutasi Kredit,Uang Masuk,Pemasukan|Credit,Deposit,Money In,Credit Amount|Bij|"
    "Abono,Ingreso|Haben,Gutschrift|Crédit|收入,贷方|D3",
    "mark": "D/K,Posisi,Jenis Mutasi,DB/CR|D/C,Sign,Type|Af/Bij|Signo|S/H|Sens|收/支|E1",
    "balance": "Saldo,Saldo Akhir,Sisa Saldo,SALDO_AKHIR_MUTASI|Balance,Running Balance,Closing Balance|Saldo|"
    "Saldo,Saldo final|Kontostand,Saldo|Solde|余额|F1,Sisa",
    "unit": "Unit Kerja|Outlet|Filiaal|Sucursal|Zweigstelle|Guichet|\u5206\u884c|Q1",
    "branch": "Cabang,Teller,Kantor|Branch,Teller ID|Kantoor|Oficina|Filiale|Agence|网点|G1",
    "reference": "No. Ref,Jurnal|Reference,Journal No.|Referentie|Referencia|Referenz|Référence|流水号|G2",
    "number": "No,No. Urut|No.,#|Nr|Num|Nr.|N°|序号|Z",
    "currency": "Mata Uang|Ccy|Munt|Moneda|Währung|Devise|币种|H1",
}
WORDS = {
    role: {one: tuple(words.split(",")) for one, words in zip(LANGUAGES, spelled.split("|"), strict=True)}
    for role, spelled in _SPELLED.items()
}
MARKS = (
    ("K", "D"),
    ("CR", "DB"),
    ("C", "D"),
    ("Kredit", "Debet"),
    ("+", "-"),
    ("Masuk", "Keluar"),
    ("P", "M"),
    ("1", "2"),
)
DATES = (
    *("%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%Y-%m-%d", "%Y/%m/%d", "%d %b %Y", "%d-%b-%Y", "%d %B %Y"),
    *("%m/%d/%Y", "%m-%d-%Y", "%d/%m", "%d-%b", "%Y%m%d", "%b %d, %Y"),
)
CLOCKS = ("%H:%M:%S", "%H:%M", "%H.%M.%S", "%H%M%S")
MONTHS = {
    "May": "Mei",
    "August": "Agustus",
    "Aug": "Agu",
    "October": "Oktober",
    "Oct": "Okt",
    "December": "Desember",
    "Dec": "Des",
}
STYLES = ((",", "."), (".", ","), ("", "."), ("", ","), (" ", ","), (",", ""), (".", ""))
SHAPES = ("two", "two", "signed", "signed", "marked", "marked", "glued", "bare", "brackets", "behind", "plus")


@dataclass(frozen=True)
class Layout:
    """All that chance decided of one statement."""

    delimiter: str
    language: str
    columns: tuple[str, ...]
    names: tuple[str, ...]
    shape: str
    marks: tuple[str, str]
    date: str
    clock: str | None
    clock_in_day: bool
    style: tuple[str, str]
    prefix: str
    behind: str
    """What stands behind a balance."""

    newest_first: bool
    has_balance: bool
    labelled: bool
    sums_in_rows: bool
    deep: bool
    above: bool
    """Whether anything stands above the table."""

    headed: bool
    sparse: bool
    """Whether a day stands on the first of its rows alone."""

    damage: str | None


class Written(NamedTuple):
    """The text of a statement, and the booked line that stands in each line of the file that holds one."""

    text: bytes
    true: dict[int, Booked]
    layout: Layout
    account: Account


def statement(seed: int) -> Written:
    """One drawn statement; the same seed gives the same bytes."""
    chance = random.Random(seed)  # noqa: S311 # a seeded draw of layouts
    account, layout = drawn(chance), _layout(chance)
    if layout.damage:
        account = damaged(account, layout.damage, chance)
    rows = list(account.lines[::-1] if layout.newest_first else account.lines)
    lines: list[list[str]] = _above(account, layout) if layout.above else []
    lines += _heading(layout) if layout.headed else []
    if layout.sums_in_rows:
        first = account.closing if layout.newest_first else account.opening
        lines.append(_sum_row(layout, "Saldo Akhir" if layout.newest_first else "Saldo Awal", first))
    true = {}
    for turn, one in enumerate(rows):
        true[len(lines) + 1] = one
        cells = _row(one, layout, turn, account)
        if layout.sparse and turn and _day(one, layout) == _day(rows[turn - 1], layout):
            cells[layout.columns.index("date")] = ""
        lines.append(cells)
    if layout.sums_in_rows:
        last = account.opening if layout.newest_first else account.closing
        lines.append(_sum_row(layout, "Saldo Awal" if layout.newest_first else "Saldo Akhir", last))
    if layout.labelled and not layout.sums_in_rows:
        lines.append(["Closing Balance" if layout.language == "en" else "Saldo Akhir", _money(account.closing, layout)])
    text = "\r\n".join(layout.delimiter.join(_quoted(cell, layout.delimiter) for cell in cells) for cells in lines)
    return Written((text + "\r\n").encode(), true, layout, account)


def _layout(chance: random.Random) -> Layout:
    language = chance.choice(("id", "id", "id", "en", "en", *LANGUAGES[2:]))
    shape, has_balance = chance.choice(SHAPES), chance.random() < 0.7  # most have one
    clock = chance.choice((None, *CLOCKS))
    date = chance.choice(DATES)
    in_day = clock is not None and clock != "%H%M%S" and "%Y" in date and date[-1] == "Y" and chance.random() < 0.5
    money = {
        "two": ["debit", "credit"],
        "signed": ["amount"],
        "marked": ["amount", "mark"],
        "glued": ["amount"],
        "bare": ["amount"],
        **{shape: ["amount"] for shape in ("brackets", "behind", "plus")},
    }
    columns = ["date", "text", *money[shape]]
    columns += ["time"] if clock and not in_day else []
    columns += chance.sample(
        ["branch", "reference", "number", "value", "party", "currency", "unit"], chance.randrange(4)
    )
    columns += ["balance"] if has_balance else []
    if chance.random() < 0.6:  # most keep the day in front and the balance behind
        columns.sort(
            key=[
                "number",
                "date",
                "value",
                "time",
                "reference",
                "party",
                "text",
                "branch",
                "unit",
                "debit",
                "credit",
                "amount",
                "mark",
                "currency",
                "balance",
            ].index
        )
    else:
        chance.shuffle(columns)
    return Layout(
        delimiter=chance.choice((",", ";", ";", "\t", "|")),
        language=language,
        columns=tuple(columns),
        names=tuple(chance.choice(WORDS[column][language]) for column in columns),
        shape=shape,
        marks=chance.choice(MARKS),
        date=date,
        clock=clock,
        clock_in_day=in_day,
        style=chance.choice(STYLES),
        prefix=chance.choice(("", "", "", "Rp", "Rp ", "IDR ")),
        behind=chance.choice(("", "", "", "", " CR", " K")),
        newest_first=chance.random() < 0.3,  # some
        has_balance=has_balance,
        labelled=shape == "bare" or chance.random() < 0.7,  # most; nothing else says the side of the first
        sums_in_rows=has_balance and chance.random() < 0.25,  # some
        deep=chance.random() < 0.15,  # a few
        above=shape == "bare" or not has_balance or "%Y" not in date.replace("%y", "%Y") or chance.random() < 0.7,
        headed=not has_balance or chance.random() < 0.9,
        sparse=has_balance and not in_day and chance.random() < 0.1,
        damage=chance.choice((None, None, None, "removed", "doubled", "changed")),
    )


def _above(account: Account, layout: Layout) -> list[list[str]]:
    """The lines above the table."""
    first, last = min(one.at for one in account.lines), max(one.at for one in account.lines)
    english = layout.language == "en"
    period = f"{first:%d/%m/%Y} - {last:%d/%m/%Y}"
    lines = [
        ["Account Statement" if english else "Laporan Mutasi Rekening"],
        ["Account Number" if english else "No. Rekening", account.number],
        ["Account Name" if english else "Nama", HOLDER],
    ]
    if layout.labelled or ("%Y" not in layout.date and "%y" not in layout.date):
        lines.append(["Period" if english else "Periode", period])
        lines.append(["Currency" if english else "Mata Uang", "IDR"])
    if layout.labelled and not layout.sums_in_rows:
        lines.append(["Opening Balance" if english else "Saldo Awal", _money(account.opening, layout)])
    return [*lines, [""]]


def _heading(layout: Layout) -> list[list[str]]:
    """The names of the columns; in two rows where two words are one below the other."""
    if not layout.deep:
        return [list(layout.names)]
    parts = [name.split(" ", 1) for name in layout.names]
    return [[one[0] for one in parts], [one[1] if len(one) > 1 else "" for one in parts]]


def _row(one: Booked, layout: Layout, turn: int, account: Account) -> list[str]:
    money, side = _money(one.minor, layout), layout.marks[0 if one.incoming else 1]
    signed = money if one.incoming else f"-{money}"
    shapes = {
        "signed": signed,
        "glued": f"{money} {_glued(side)}",
        "brackets": money if one.incoming else f"({money})",
        "behind": money if one.incoming else f"{money}-",
        "plus": f"+{money}" if one.incoming else f"-{money}",
    }
    cells = {
        "date": _day(one, layout),
        "time": f"{one.at:{layout.clock}}" if layout.clock else "",
        "value": f"{one.at:{layout.date}}",
        "text": "TRANSFER" if "party" in layout.columns and one.name else one.text,
        "party": one.name or "",
        "currency": "IDR",
        "unit": "KCP PUSAT" if turn % 3 else "ATM 12",
        "debit": "" if one.incoming else money,
        "credit": money if one.incoming else "",
        "amount": shapes.get(layout.shape, money),
        "mark": side,
        "balance": _money(one.balance, layout) + layout.behind,
        "branch": "0998",
        "reference": f"FT{turn:05}{account.number[-3:]}",
        "number": str(turn + 1),
    }
    return [cells[column] for column in layout.columns]


def _glued(mark: str) -> str:
    """A mark that stands behind a number is one of letters."""
    return (
        mark
        if mark.isalpha() and mark not in {"P", "M", "Masuk", "Keluar"}
        else {"+": "CR", "P": "CR", "1": "CR", "Masuk": "CR"}.get(mark, "DB")
    )


def _day(one: Booked, layout: Layout) -> str:
    day = f"{one.at:{layout.date}}"
    if layout.language == "id":
        for english, word in MONTHS.items():
            day = (
                day.replace(english, word)
                if english in day.split() or f"-{english}-" in day or day.endswith(english)
                else day
            )
    return f"{day} {one.at:{layout.clock}}" if layout.clock_in_day else day


def _sum_row(layout: Layout, words: str, value: int) -> list[str]:
    held = {"text": words, "balance": _money(value, layout)}
    return [held.get(column, "") for column in layout.columns]


def _money(minor: int, layout: Layout) -> str:
    group, point = layout.style
    whole = f"{minor // 100:,}".replace(",", group)
    return f"{layout.prefix}{whole}{point}{minor % 100:02}" if point else f"{layout.prefix}{whole}"


def _quoted(cell: str, delimiter: str) -> str:
    return f'"{cell}"' if delimiter in cell or '"' in cell else cell
