# SPDX-License-Identifier: Apache-2.0
"""D3, annex of a seller: confirmed deals, booked lines, contents, stock, offers, accounts, buyers, sources."""

from msgspec.structs import replace

from suluh.referral.papers.forms import accounts, brief, trade
from suluh.referral.papers.lines import PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table, totals_of
from suluh.referral.papers.words import many, told

FORM = "D3"
TITLE = Both("Annex of a seller", "Lampiran penjual")
EXHIBIT = Head(english="Exhibit", indonesian="Barang bukti", width=10)
PLACES = Head(english="Places", indonesian="Tempat", width=44)
NO_SHEET = Both(
    "No sheet of this person (D5) is made, for no dossier is about them: the links stand below.",
    "Lembar orang ini (D5) tidak dibuat, karena tidak ada berkas tentang orang ini: kaitannya tercantum di bawah.",
)


def sections(facts: PersonFacts) -> tuple[Section, ...]:
    """Tables 1 to 5, then what only a seller has."""
    buyer = Head(english="Buyer", indonesian="Pembeli", width=9)
    title = Both("Confirmed deals as seller", "Rangkaian yang dikonfirmasi sebagai penjual")
    return (
        _about(facts),
        trade.deals_section(facts, title, buyer, sells=True),
        trade.booked_section(facts, sells=True),
        trade.contents_section(facts),
        trade.undecided_section(facts),
        trade.alternatives_section(facts.alternatives),
        _stock(facts),
        _offers(facts),
        _receiving(facts),
        _buyers(facts),
        _sources(facts),
        brief.signing("11 tanda tangan", brief.ANALYST, brief.INVESTIGATOR),
    )


def _about(facts: PersonFacts) -> Section:
    """Who it is about; the reasons of the links as well, where no sheet of the person (D5) has them."""
    head = accounts.head_section(facts)
    if facts.has_sheet:
        says = Both(
            f"The links of these accounts, with reasons for and against, stand in D5-{facts.code}, part 1.",
            f"Kaitan akun-akun ini, dengan alasan mendukung dan menentang, tercantum dalam D5-{facts.code}, bagian 1.",
        )
        return replace(head, says=(*head.says, says))
    tables = (*head.tables, accounts.links_of("0d kaitan", facts.links))
    return replace(head, says=(*head.says, NO_SHEET), tables=tables)


def _section(name: str, title: Both, heads: tuple[Head, ...], rows: list[tuple[Cell, ...]], *says: Both) -> Section:
    table = Table(name=name, title=title, heads=heads, rows=tuple(rows), totals=totals_of(heads, tuple(rows)))
    return Section(title=title, says=says, tables=(table,))


def _stock(facts: PersonFacts) -> Section:
    heads = (
        EXHIBIT,
        Head(english="Files", indonesian="File", width=10),
        Head(english="Distinct contents", indonesian="Isi unik", width=10),
        Head(english="Known by exact hash", indonesian="Dikenal, hash persis", width=12),
        Head(english="Categorised by people", indonesian="Dikategorikan orang", width=12),
        Head(english="Sent in confirmed deals", indonesian="Dikirim dalam rangkaian yang dikonfirmasi", width=16),
    )
    rows: list[tuple[Cell, ...]] = [
        (one.exhibit, one.files, one.contents, one.known, one.categorised, one.sent) for one in facts.stock
    ]
    title = Both("Stock on the exhibits of this person", "Persediaan pada barang bukti orang ini")
    return _section("6 persediaan", title, heads, rows)


def _offers(facts: PersonFacts) -> Section:
    heads = (
        Head(english="First told", indonesian="Pertama disampaikan", width=24, is_time=True),
        Head(english="Kind", indonesian="Jenis", width=12),
        Head(english="Price list, number: price", indonesian="Daftar harga, jumlah: harga", width=30),
        Head(english="Times told", indonesian="Berapa kali", width=9),
        Head(
            english="Confirmed deals, same number and price",
            indonesian="Rangkaian dikonfirmasi, jumlah dan harga sama",
            width=16,
        ),
        PLACES,
    )
    rows: list[tuple[Cell, ...]] = [
        (
            *(one.at, told(one.kind), Listed(one.prices) if one.prices else None, one.told),
            *(_in_line(one.deals), Listed(one.places)),
        )
        for one in facts.offers
    ]
    says = Both(
        "Prices asked of everybody, or of somebody of whom no account is known. No payment was tied to such an offer "
        "itself. Confirmed deals of the same number and price are named, and those of the price alone where the offer "
        "or the deal says no number; whether they came of the offer is not said.",
        "Harga yang diminta dari semua orang, atau dari orang yang akunnya tidak diketahui. Tidak ada pembayaran yang "
        "dikaitkan dengan penawaran itu sendiri. Rangkaian yang dikonfirmasi dengan jumlah dan harga sama disebut, "
        "juga yang hanya harganya sama bila penawaran atau rangkaiannya tidak menyebut jumlah; apakah berasal dari "
        "penawaran itu tidak dinyatakan.",
    )
    return _section("7 penawaran", Both("Offers", "Penawaran"), heads, rows, says)


def _in_line(parts: tuple[Both, ...]) -> Both | None:
    """Several behind one another: a line for each would make a row of many deals tall."""
    if not parts:
        return None
    return Both(", ".join(one.english for one in parts), ", ".join(one.indonesian for one in parts))


def _receiving(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Account", indonesian="Akun", width=30),
        Head(english="Names", indonesian="Nama", width=26),
        Head(english="Stands to this person", indonesian="Kedudukan terhadap orang ini", width=28),
        Head(english="Lines of supported deals", indonesian="Baris rangkaian yang didukung", width=10, adds_up=True),
        Head(english="Recorded as paid", indonesian="Tercatat dibayar", width=16, adds_up=True),
        Head(english="Lines of possible deals", indonesian="Baris rangkaian yang mungkin", width=10, adds_up=True),
        Head(english="Possibly paid", indonesian="Mungkin dibayar", width=16, adds_up=True),
        Head(english="First", indonesian="Pertama", width=12),
        Head(english="Last", indonesian="Terakhir", width=12),
    )
    rows: list[tuple[Cell, ...]] = [
        (
            one.account,
            Listed(one.names) if one.names else None,
            one.standing,
            one.lines,
            one.amount,
            one.possible_lines,
            one.possible,
            one.first,
            one.last,
        )
        for one in facts.receiving
    ]
    says = Both(
        "Into which confirmed deals were paid. What is recorded and what is possible stand apart and are never added "
        "to one another; first and last are of both.",
        "Ke mana rangkaian yang dikonfirmasi dibayar. Yang tercatat dan yang mungkin terpisah dan tidak pernah "
        "dijumlahkan; pertama dan terakhir ialah dari keduanya.",
    )
    return _section("8 akun penerima", Both("Receiving accounts", "Akun penerima"), heads, rows, says)


def _buyers(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Buyer", indonesian="Pembeli", width=10),
        Head(english="Confirmed deals", indonesian="Rangkaian dikonfirmasi", width=14, adds_up=True),
        Head(english="Recorded as paid", indonesian="Tercatat dibayar", width=18, adds_up=True),
        Head(english="Attachments sent", indonesian="Lampiran dikirim", width=14, adds_up=True),
        Head(english="First (UTC)", indonesian="Pertama (UTC)", width=22),
        Head(english="Last (UTC)", indonesian="Terakhir (UTC)", width=22),
    )
    rows: list[tuple[Cell, ...]] = []
    for one in facts.buyers:
        for number, amount in enumerate(one.recorded or (None,)):
            counts = (one.deals, amount, one.sent) if number == 0 else (None, amount, None)
            rows.append((one.code, *counts, one.first, one.last))
    says = Both(
        "Buyers stand by code alone. First and last are those of all messages and payments of these deals whose "
        "instant is known; a payment of a day alone is not among them.",
        "Pembeli tercantum hanya dengan kode. Pertama dan terakhir ialah dari semua pesan dan pembayaran rangkaian ini "
        "yang saatnya diketahui; pembayaran yang hanya bertanggal tidak termasuk.",
    )
    return _section("9 pembeli", Both("Buyers", "Pembeli"), heads, rows, says)


def _sources(facts: PersonFacts) -> Section:
    heads = (
        Head(english="Code", indonesian="Kode", width=8),
        Head(english="Kind", indonesian="Jenis", width=14),
        Head(english="Copies in this case", indonesian="Salinan dalam perkara ini", width=12),
        Head(english="Senders who are not the holder", indonesian="Pengirim yang bukan pemegang", width=14),
        Head(english="Contents first seen there", indonesian="Isi yang pertama terlihat di sana", width=14),
        Head(english="Sent on later", indonesian="Kemudian dikirim lagi", width=12),
        Head(english="Known by exact hash", indonesian="Dikenal, hash persis", width=12),
        PLACES,
    )
    rows: list[tuple[Cell, ...]] = [
        (one.code, one.kind, one.copies, one.senders, one.contents, one.sold_on, one.known, Listed(one.places))
        for one in facts.sources
    ]
    says = [
        Both(
            "A source is listed only where an account that is not the holder's sent the contents before they did.",
            "Sumber hanya dicantumkan bila akun lain dari milik pemegang mengirim isinya lebih dahulu.",
        )
    ]
    if facts.sources_own:
        says.append(
            Both(
                f"Not listed: {many(facts.sources_own, 'conversation')}, for what came in there the holder's own "
                "accounts sent.",
                f"{facts.sources_own} percakapan tidak dicantumkan: isinya dikirim oleh akun pemegang sendiri.",
            )
        )
    return _section("10 sumber", Both("Sources", "Sumber"), heads, rows, *says)
