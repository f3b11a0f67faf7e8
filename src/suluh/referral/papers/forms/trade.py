# SPDX-License-Identifier: Apache-2.0
"""The tables that D3 and D4 share: deals, booked lines, contents handed over, what is not decided, alternatives."""

from collections.abc import Iterable, Iterator

from suluh.referral.papers.forms import cards
from suluh.referral.papers.forms.accounts import guarded
from suluh.referral.papers.forms.cards import CODE, SIX, state
from suluh.referral.papers.forms.rates import tier_rates
from suluh.referral.papers.lines import AlternativeLine, DealLine, PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table, totals_of
from suluh.referral.papers.words import NO_BYTES, done, many, said

TIER = Head(english="Tier", indonesian="Tingkat dukungan", width=13)
STATE = Head(english="State", indonesian="Status", width=11)
ASKED = Head(english="Price asked, no payment", indonesian="Harga diminta, tanpa pembayaran", width=14, adds_up=True)
RECORDED = Head(english="Recorded as paid", indonesian="Tercatat dibayar", width=14, adds_up=True)
POSSIBLE = Head(english="Possibly paid", indonesian="Mungkin dibayar", width=14, adds_up=True)

GROUPS = Both(
    "A content without near duplicates counts as a near-duplicate group of its own, and has no code of a group.",
    "Isi tanpa kemiripan dengan isi lain dihitung sebagai satu kelompok tersendiri dan tidak mempunyai kode kelompok.",
)

TIERS = Both(
    "Supported by a payment record: a booked line is there, and (1) no other payment fits these words about as well, "
    "nor this payment other words, (2) not a name alone sets it apart from an equal payment, and (3) words, sendings "
    "and payment together resemble closely enough the made-up deals from which this was learned. Possible: one of "
    "these is missing, or a booked line is; each deal says which. The tier is the program's, and an officer's "
    "confirming does not change it: what a confirmed deal that is possible came to stands under possibly paid.",
    "Didukung catatan pembayaran: ada baris rekening, dan (1) tidak ada pembayaran lain yang hampir sama cocoknya "
    "dengan perkataan ini, atau perkataan lain dengan pembayaran ini, (2) bukan nama saja yang membedakannya dari "
    "pembayaran yang sama, dan (3) perkataan, kiriman, dan pembayaran bersama-sama cukup menyerupai rangkaian buatan "
    "yang menjadi bahan belajarnya. Mungkin: salah satunya tidak ada, atau tidak ada baris rekening; masing-masing "
    "rangkaian menyebut yang mana. Tingkat ini dari program dan tidak berubah karena petugas mengonfirmasi: jumlah "
    "dari rangkaian yang dikonfirmasi tetapi mungkin tercantum sebagai mungkin dibayar.",
)

STATES = Both(
    "States: delivered: attachments or access went from seller to buyer; said to be given: by words alone. Paid: a "
    "booked line or a word of having paid, and nothing that went; the exhibits do not go on for seven days after it, "
    "so that giving may have come later. Paid, not delivered: the same, and the exhibits go on for seven days more "
    "without it. Paid back: nothing went, and a booked line gave all back within 30 days. Offered: none of these. "
    "Cancelled: the buyer, who had been told where to pay, spoke last of not paying. The program works a state out; an "
    "officer's word does not change it.",
    "Status: dikirim: lampiran atau akses berpindah dari penjual kepada pembeli; disebut sudah diberikan: hanya "
    "menurut perkataan. Dibayar: ada baris rekening atau perkataan sudah membayar, dan tidak ada kiriman; barang bukti "
    "tidak berlanjut tujuh hari sesudahnya, sehingga kiriman mungkin datang kemudian. Dibayar, tidak diserahkan: sama, "
    "dan barang bukti berlanjut tujuh hari tanpa kiriman. Dibayar lalu dikembalikan: tidak ada kiriman, dan suatu "
    "baris rekening mengembalikan semuanya dalam 30 hari. Ditawarkan: bukan salah satu di atas. Dibatalkan: pembeli, "
    "yang sudah diberi tahu tujuan pembayaran, terakhir berbicara tentang tidak membayar. Status disusun program; "
    "keputusan petugas tidak mengubahnya.",
)
"""What the states of deals mean, as `deals/compose.py` gives them."""

MONEY_SAYS = (
    Both(
        "Money stands in three columns that are never added to one another. A price asked for which no payment is "
        "known is no sale and stands in no total of sales.",
        "Uang dicatat dalam tiga kolom yang tidak pernah dijumlahkan satu dengan yang lain. Harga yang diminta tanpa "
        "pembayaran yang diketahui bukan penjualan dan tidak masuk jumlah penjualan mana pun.",
    ),
    Both(
        "Totals hold deals that an officer confirmed, and no others.",
        "Jumlah hanya memuat rangkaian yang dikonfirmasi petugas.",
    ),
)


def deals_section(facts: PersonFacts, title: Both, other: Head, *, sells: bool) -> Section:
    """Table 1: the confirmed deals, in short and each in full."""
    heads = (
        *(CODE, other, Head(english="Kind", indonesian="Jenis", width=12), STATE, TIER),
        *(
            Head(english="Paid", indonesian="Dibayar", width=24, is_time=True),
            Head(english="Sent", indonesian="Dikirim", width=24, is_time=True),
        ),
        *(ASKED, RECORDED, POSSIBLE, *SIX),
    )
    rows = tuple(_short(one, one.buyer if sells else one.seller) for one in facts.deals)
    bare = (NO_BYTES,) if any(not one.six.held and one.six.sent for one in facts.deals) else ()
    notes = (*MONEY_SAYS, *guarded(facts.guarded), *bare, GROUPS, STATES, TIERS, *tier_rates())
    short = Table(
        name="1 rangkaian", title=title, heads=heads, rows=rows, totals=totals_of(heads, rows), notes=notes, printed=300
    )
    return Section(
        title=title,
        says=(cards.READING,),
        tables=(short,),
        cards=cards.cards_of(facts.deals, "1b rincian", "1c kutipan"),
        sheets=(cards.details(facts.deals), cards.messages(facts.deals)),
    )


def _short(one: DealLine, other: str | None) -> tuple[Cell, ...]:
    six = one.six
    return (
        *(one.code, other or "—", said(one.kind), state(one), said(one.tier), one.paid, one.sent),
        *(one.asked, one.recorded, one.possible),
        *(six.sent, six.held, six.distinct, six.groups, six.known, six.categorised),
    )


BOOKED = (
    Head(english="Statement", indonesian="Rekening koran", width=15),
    Head(english="Letter, reply", indonesian="Surat, balasan", width=10),
    Head(english="Place", indonesian="Tempat", width=24),
    Head(english="Date", indonesian="Tanggal", width=10),
    Head(english="Time", indonesian="Waktu", width=22, is_time=True),
    Head(english="Amount as written", indonesian="Jumlah seperti tertulis", width=11),
    Head(english="Amount", indonesian="Jumlah", width=13),
    Head(english="Payer", indonesian="Pembayar", width=18),
    Head(english="Payee", indonesian="Penerima", width=18),
    Head(english="Text", indonesian="Keterangan", width=20),
    Head(english="Balance check", indonesian="Pemeriksaan saldo", width=14),
    Head(english="Deal", indonesian="Rangkaian", width=13),
    Head(english="Counted as recorded", indonesian="Dihitung tercatat dibayar", width=13, adds_up=True),
)


def booked_section(facts: PersonFacts, *, sells: bool) -> Section:
    """Table 2: booked lines, those of deals first; and those over which chances were counted.

    A seller's are among the booked lines already, so they stand in the workbook alone.
    """
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.statement, one.letter, one.place, one.day, one.time, one.written, one.amount, one.payer, one.payee),
            *(
                one.text,
                one.balance,
                Listed(one.deals) if one.deals else Both("not tied", "tidak dikaitkan"),
                one.counted,
            ),
        )
        for one in facts.booked
    )
    title = Both("Booked lines", "Baris rekening")
    note = Both(
        "A booked line counts once, on however many deals it may bear; one of an unconfirmed deal counts nowhere.",
        "Setiap baris rekening dihitung satu kali, berapa pun rangkaian yang bertumpu padanya; baris dari rangkaian "
        "yang belum dikonfirmasi tidak dihitung.",
    )
    table = Table(
        name="2 baris rekening",
        title=title,
        heads=BOOKED,
        rows=rows,
        totals=totals_of(BOOKED, rows),
        notes=(note, *guarded(facts.guarded), *(IN_WORKBOOK if sells and facts.counted else ())),
        printed=300,
    )
    counted = _counted(facts)
    return Section(title=title, tables=(table,) if sells else (table, counted), sheets=(counted,) if sells else ())


COUNTED = (
    Head(english="Statement of", indonesian="Rekening koran", width=20),
    Head(english="Way", indonesian="Arah", width=7),
    Head(english="Place", indonesian="Tempat", width=32),
    Head(english="Date", indonesian="Tanggal", width=11),
    Head(english="Time", indonesian="Waktu", width=26, is_time=True),
    Head(english="Amount", indonesian="Jumlah", width=14),
    Head(english="For the chance of", indonesian="Bagi kemungkinan kebetulan", width=30),
)
COUNTED_SAYS = Both(
    "The number of lines that a chance names is that of the rows of its statement and way here, and its others of the "
    "same sum are those marked so. Who paid them is not said. Of a statement from which lines are withheld none stands "
    "in this table.",
    "Jumlah baris yang disebut suatu kemungkinan kebetulan ialah jumlah baris rekening dan arah itu di sini; baris "
    "lain berjumlah sama ialah yang ditandai demikian. Pembayarnya tidak disebut. Rekening koran yang "
    "sebagian barisnya ditahan tidak tercantum dalam tabel ini.",
)


IN_WORKBOOK = (
    Both(
        "The lines over which chances were counted are among these; of which deal each is one stands in the workbook "
        "of this paper, sheet 2b, and on paper in the D4 of a buyer where one is made.",
        "Baris yang menjadi dasar hitungan kebetulan ada di antara baris ini; milik rangkaian mana tercantum dalam "
        "buku kerja lembar ini, lembar 2b, dan tercetak dalam D4 seorang pembeli bila dibuat.",
    ),
)


def _counted(facts: PersonFacts) -> Table:
    """The lines over which the chances of the deals were counted."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (one.ledger, one.way, one.place, one.day, one.time, one.amount, _listed(one.says)) for one in facts.counted
    )
    short = ", ".join(facts.counted_short)
    more = Both(f"Counted over another number of lines: {short}.", f"Dihitung atas jumlah baris lain: {short}.")
    title = Both("Lines over which chances were counted", "Baris yang menjadi dasar hitungan kebetulan")
    notes = (COUNTED_SAYS, more) if short else (COUNTED_SAYS,)
    return Table(name="2b baris terhitung", title=title, heads=COUNTED, rows=rows, notes=notes, printed=100)


CONTENTS = (
    Head(english="SHA-256", indonesian="SHA-256", width=40),
    Head(english="Deals", indonesian="Rangkaian", width=14),
    Head(english="Lies on the exhibit", indonesian="Letak pada barang bukti", width=34),
    Head(english="Sent with the messages", indonesian="Dikirim dengan pesan", width=28),
    Head(english="Exact match in: set, entry", indonesian="Cocok persis dalam: himpunan, entri", width=24),
    Head(english="Categories with votes", indonesian="Kategori dengan suara", width=22),
    Head(english="Near-duplicate group", indonesian="Kelompok isi mirip", width=10),
)


NO_MATCH = Both("no exact match", "tidak ada yang cocok persis")
NO_VOTE = Both("nobody categorised it", "belum dikategorikan siapa pun")


def contents_section(facts: PersonFacts) -> Section:
    """Table 3: contents handed over in confirmed deals."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.sha256, ", ".join(one.deals), _listed(one.lies), _listed(one.places)),
            *(_lines(one.sets) or NO_MATCH, _lines(one.categories) or NO_VOTE, one.group),
        )
        for one in facts.contents
    )
    title = Both("Contents handed over", "Isi yang dikirim")
    return Section(title=title, tables=(Table(name="3 isi", title=title, heads=CONTENTS, rows=rows),))


def _lines(parts: tuple[str, ...]) -> Listed | None:
    return Listed(parts) if parts else None


def undecided_section(facts: PersonFacts) -> Section:
    """Table 4: what nobody has decided; it is in no total."""
    heads = (
        *(
            CODE,
            Head(english="Seller", indonesian="Penjual", width=8),
            Head(english="Buyer", indonesian="Pembeli", width=8),
        ),
        *(Head(english="Kind", indonesian="Jenis", width=12), STATE, TIER),
        Head(english="Stands", indonesian="Kedudukan", width=19),
        Head(english="Offered", indonesian="Ditawarkan", width=22, is_time=True),
        *(
            Head(english=f"{one.english} (not counted)", indonesian=f"{one.indonesian} (tidak dihitung)", width=14)
            for one in (ASKED, RECORDED, POSSIBLE)
        ),
        Head(english="Attachments sent", indonesian="Lampiran dikirim", width=10),
        Head(english="Places", indonesian="Tempat", width=40),
    )
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.code, one.seller or "—", one.buyer or "—", said(one.kind), state(one), said(one.tier)),
            *(
                said(one.judgement),
                one.offered,
                one.asked,
                one.recorded,
                one.possible,
                one.six.sent,
                _listed(one.places),
            ),
        )
        for one in facts.undecided
    )
    title = Both("Not decided", "Belum diputuskan")
    says = (UNDECIDED_SAYS, *_rejected(facts.rejected))
    table = Table(name="4 belum diputuskan", title=title, heads=heads, rows=rows, printed=100)
    return Section(
        title=title,
        says=says,
        tables=(table,),
        cards=cards.cards_of(facts.undecided, "4b rincian", "4c kutipan", cards.REASONING),
        sheets=(cards.details(facts.undecided, "4b rincian"), cards.messages(facts.undecided, "4c kutipan")),
    )


UNDECIDED_SAYS = Both(
    "No officer confirmed these deals, or officers differ. They stand in no total. Where a link "
    "rests on what was paid in one of them as well, its code stands there as not decided. Their reasons and messages "
    "are printed so that they can be decided.",
    "Rangkaian ini belum dikonfirmasi petugas, atau petugas berbeda pendapat. Rangkaian ini tidak masuk jumlah mana "
    "pun. Bila suatu kaitan juga bertumpu pada pembayarannya, kodenya tercantum di sana sebagai belum diputuskan. "
    "Alasan dan pesannya dicetak agar dapat diputuskan.",
)


def _rejected(count: int) -> Iterator[Both]:
    if count:
        yield Both(
            f"Rejected by officers: {many(count, 'further deal')}. What was rejected stands in D2 among the decisions; "
            "here its code alone stands where a link rests on it, or where a booked line or message was only its own.",
            f"{count} rangkaian lain ditolak petugas: tercantum dalam D2 di antara keputusan; di sini hanya kodenya, "
            "pada kaitan yang bertumpu padanya, dan pada baris rekening atau pesan yang hanya miliknya.",
        )


ALTERNATIVES = (
    Head(english="No.", indonesian="No.", width=4),
    Head(english="Other explanation", indonesian="Penjelasan lain", width=24),
    Head(english="What the case hints", indonesian="Petunjuk dari perkara", width=46),
    Head(english="State", indonesian="Keadaan", width=12),
    Head(english="Officer's answer, facts", indonesian="Jawaban petugas, fakta", width=30),
    Head(english="By, at (UTC)", indonesian="Oleh, pada (UTC)", width=14),
)


def alternatives_section(lines: Iterable[AlternativeLine], name: str = "5 penjelasan lain") -> Section:
    """Table 5: other explanations; a hint is worked out, an answer is an officer's."""
    rows: tuple[tuple[Cell, ...], ...] = tuple(
        (
            *(one.number, one.title, Listed(one.hints), OF_OTHERS if one.is_rest else said(one.state)),
            _listed(part for part in (one.about, one.answer, *(one.facts or _unfounded(one))) if part),
            done(one.by, one.at),
        )
        for one in lines
    )
    title = Both("Other explanations", "Penjelasan lain")
    says = Both(
        "A hint says what the exhibits hold; whether an explanation holds, an officer answers. Open ones stand open.",
        "Petunjuk menyebut apa yang ada pada barang bukti; jawabannya diberikan petugas. Yang terbuka tetap terbuka.",
    )
    return Section(title=title, says=(says,), tables=(Table(name=name, title=title, heads=ALTERNATIVES, rows=rows),))


OF_OTHERS = Both("open for the others", "terbuka untuk yang lain")


def _unfounded(one: AlternativeLine) -> tuple[Both, ...]:
    """That an officer's answer names no fact it rests on."""
    return () if one.answer is None else (Both("(no fact is named for it)", "(tidak disebut fakta yang mendasarinya)"),)


def _listed(parts: Iterable[Both | str]) -> Listed | None:
    found = tuple(parts)
    return Listed(found) if found else None
