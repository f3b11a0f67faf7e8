# SPDX-License-Identifier: Apache-2.0
"""The short form of D2, in plain words for a judge: what was done, what no result can say, what was not read."""

from collections import defaultdict
from collections.abc import Iterator

from suluh.model.money import spoken
from suluh.referral.papers.forms.d2_limits import left
from suluh.referral.papers.report import NOT_RUN, ReportFacts, Rows
from suluh.referral.papers.values import Both, Cell, Head, Section, Sum, Table, totals_of
from suluh.referral.papers.words import many

NUMBER = "D2-ringkas"
TITLE = Both("The examination in short", "Pemeriksaan secara ringkas")
BY_STATE = Both("By exhibit and state", "Menurut barang bukti dan keadaan")
SAYS = Both(
    "The program lists, hashes, compares and joins records; it shows no picture and no video, and what each thing "
    "shows or means is said by people. Everything here stands in full in D2.",
    "Program mendaftar, menghitung hash, membandingkan, dan menggabungkan catatan; program tidak menampilkan gambar "
    "atau video, dan apa yang tampak atau artinya dikatakan oleh orang. Semuanya tercantum lengkap dalam D2.",
)
NONE_CONFIRMED = Both("No deal is confirmed.", "Tidak ada rangkaian yang dikonfirmasi.")
MORE = Both("Every figure with its interval: D2, part 6.", "Setiap angka dengan selangnya: D2, bagian 6.")
HEADS = (
    Head(english="Exhibit", indonesian="Barang bukti", width=12),
    Head(english="State", indonesian="Keadaan", width=24),
    Head(english="Encrypted", indonesian="Tersandi", width=10),
    Head(english="Files", indonesian="File", width=10, adds_up=True),
    Head(english="Records", indonesian="Catatan", width=10, adds_up=True),
)


def sections(facts: ReportFacts) -> tuple[Section, ...]:
    """Method, limits, error rates, and what was not processed."""
    return (
        Section(title=Both("What was done", "Apa yang dilakukan"), says=(SAYS, *_steps(facts.steps))),
        Section(
            title=Both("What no result can say", "Yang tidak dapat dikatakan"),
            says=(*_second(facts.limits), *facts.lacking, *facts.late),
        ),
        Section(
            title=Both("How often results are right", "Seberapa sering hasil benar"),
            says=(*facts.meaning[:2], *facts.missed, MORE),
        ),
        Section(title=Both("What confirmed deals came to", "Jumlah rangkaian yang dikonfirmasi"), says=_sold(facts)),
        Section(
            title=Both("What was not read", "Yang tidak terbaca"),
            says=(*left(facts), *facts.withheld),
            tables=(_left(facts),),
        ),
    )


def _sold(facts: ReportFacts) -> tuple[Both, ...]:
    """Of each seller how many deals and what they came to, kinds of money apart; and which supported were rejected."""
    sizes: dict[Cell, int] = defaultdict(int)
    sums: dict[Cell, list[dict[str, int]]] = defaultdict(lambda: [defaultdict(int) for _ in range(3)])
    for seller, _, size, _, _, recorded, possible, asked, *_ in facts.money:
        sizes[seller] += size if isinstance(size, int) else 0
        for kind, cell in enumerate((recorded, possible, asked)):
            if isinstance(cell, Sum):
                sums[seller][kind][cell.currency] += cell.minor
    told = [_of_seller(str(seller), size, *sums[seller]) for seller, size in sizes.items()]
    return (*(told or (NONE_CONFIRMED,)), *facts.rejected)


def _of_seller(
    seller: str, size: int, recorded: dict[str, int], possible: dict[str, int], asked: dict[str, int]
) -> Both:
    (paid, paid_id), (maybe, maybe_id), (price, price_id) = map(_in_words, (recorded, possible, asked))
    return Both(
        f"Seller {seller}, {many(size, 'confirmed deal')}: recorded as paid {paid}; possibly paid {maybe}; price asked "
        f"without a payment {price}. By deal and buyer: D2, part 9.",
        f"Penjual {seller}, {size} rangkaian yang dikonfirmasi: tercatat dibayar {paid_id}; mungkin dibayar "
        f"{maybe_id}; harga diminta tanpa pembayaran {price_id}. Per rangkaian dan pembeli: D2, bagian 9.",
    )


def _in_words(sums: dict[str, int]) -> tuple[str, str]:
    """Sums of some currencies, or that there is none, in both languages."""
    found = [spoken(minor, currency) for currency, minor in sorted(sums.items())]
    if not found:
        return "nothing", "tidak ada"
    return " + ".join(one for one, _ in found), " + ".join(one for _, one in found)


def _steps(rows: Rows) -> tuple[Both, ...]:
    """What each step did under its number in D2, and which steps no run is noted of."""
    done = [(row[0], row[2]) for row in rows if row[4] != NOT_RUN]
    idle = [row[1] for row in rows if row[4] == NOT_RUN]
    told = tuple(
        Both(f"{number}. {does.english}", f"{number}. {does.indonesian}")
        for number, does in done
        if isinstance(does, Both)
    )
    return (*told, *_idle([one for one in idle if isinstance(one, Both)]))


def _idle(steps: list[Both]) -> Iterator[Both]:
    if steps:
        english, indonesian = "; ".join(one.english for one in steps), "; ".join(one.indonesian for one in steps)
        yield Both(f"No run is noted of: {english}.", f"Tidak tercatat dijalankan: {indonesian}.")


def _second(rows: Rows) -> tuple[Both, ...]:
    return tuple(row[1] for row in rows if isinstance(row[1], Both))


def _left(facts: ReportFacts) -> Table:
    """What was left aside, by exhibit and state alone."""
    found: dict[tuple[Cell, ...], list[int]] = defaultdict(lambda: [0, 0])
    for row in facts.unprocessed:
        for place, cell in enumerate(row[5:7]):
            found[row[:3]][place] += cell if isinstance(cell, int) else 0
    rows = tuple((*key, files, records) for key, (files, records) in found.items())
    return Table(name="8 ringkas", title=BY_STATE, heads=HEADS, rows=rows, totals=totals_of(HEADS, rows), printed=40)
