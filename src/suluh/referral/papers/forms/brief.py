# SPDX-License-Identifier: Apache-2.0
"""What a judge asks of an annex first, answered at its head with the parts that bear it out; and where it is signed."""

from collections import defaultdict
from collections.abc import Iterator

from suluh.model.money import spoken
from suluh.referral.papers.forms.accounts import guarded, open_links
from suluh.referral.papers.lines import PersonFacts
from suluh.referral.papers.values import Both, Cell, Head, Listed, Section, Table
from suluh.referral.papers.words import many

PAID = Both("Recorded as paid, in all", "Tercatat dibayar, seluruhnya")
SENT = Both("Files sent, and how that is known", "File yang dikirim, dan dari mana diketahui")
AGAINST = Both("What speaks against", "Yang menentang")
UNSEEN = Both("What was not examined", "Yang tidak diperiksa")
OPEN = Both("What nobody decided", "Yang belum diputuskan siapa pun")

Row = tuple[Both, Cell]


def head_of(facts: PersonFacts) -> tuple[tuple[Both, Cell], ...]:
    """The facts at the head of a paper about one person."""
    return (
        (Both("Person", "Orang"), facts.code),
        (Both("Identity", "Identitas"), facts.identity),
        (
            Both("Exhibits that know the person", "Barang bukti yang mengenal orang ini"),
            ", ".join(facts.exhibits) or "—",
        ),
    )


def brief(facts: PersonFacts) -> tuple[Row, ...]:
    """Five answers; the numbers are those of the parts below."""
    return (
        (PAID, Listed(tuple(_paid(facts)))),
        (SENT, Listed(tuple(_sent(facts)))),
        (AGAINST, Listed(tuple(_against(facts)))),
        (UNSEEN, Listed(tuple(_unseen(facts)))),
        (OPEN, _open(facts)),
    )


def _paid(facts: PersonFacts) -> Iterator[Both]:
    sums: dict[str, list[int]] = defaultdict(list)
    for one in facts.booked:
        if one.counted is not None:
            sums[one.counted.currency].append(one.counted.minor)
    for currency, found in sorted(sums.items()):
        english, indonesian = spoken(sum(found), currency)
        yield Both(
            f"{english} by {many(len(found), 'booked line')}, each with its place in part 3; by deal in part 2.",
            f"{indonesian} dengan {len(found)} baris rekening, masing-masing dengan tempatnya di bagian 3; per "
            "rangkaian di bagian 2.",
        )
    if not sums:
        yield from _none_counted(facts)
    else:
        yield from _possibly(facts)
    yield from guarded(facts.guarded)
    yield from facts.beside


def _possibly(facts: PersonFacts) -> Iterator[Both]:
    """What confirmed deals that are possible come to, beside what is recorded and never added to it."""
    sums: dict[str, list[tuple[str, int]]] = defaultdict(list)
    for one in facts.deals:
        if one.possible is not None:
            sums[one.possible.currency].append((one.code, one.possible.minor))
    for currency, found in sorted(sums.items()):
        english, indonesian = spoken(sum(minor for _, minor in found), currency)
        codes = ", ".join(code for code, _ in found)
        yield Both(
            f"Beside it, and not added to it, possibly paid: {english} ({codes}), part 2.",
            f"Di samping itu, dan tidak dijumlahkan dengannya, mungkin dibayar: {indonesian} ({codes}), bagian 2.",
        )


def _none_counted(facts: PersonFacts) -> Iterator[Both]:
    """Why nothing is counted: no confirmed deal has a booked line, or those that have one do not count it here."""
    possible = ", ".join(one.code for one in facts.deals if one.possible is not None)
    shared = ", ".join(one.code for one in facts.deals if one.possible is None and one.shares)
    if not possible and not shared:
        yield Both(
            "No confirmed deal has a booked line.", "Tidak ada rangkaian yang dikonfirmasi dengan baris rekening."
        )
    if possible:
        yield Both(
            f"Nothing is counted as recorded. Booked lines of confirmed deals that are possible ({possible}) stand "
            "under possibly paid, part 2, and in part 3.",
            f"Tidak ada yang dihitung tercatat dibayar. Baris rekening dari rangkaian yang dikonfirmasi tetapi mungkin "
            f"({possible}) tercantum sebagai mungkin dibayar di bagian 2, dan di bagian 3.",
        )
    if shared:
        yield Both(
            f"The booked lines of {shared} are counted in another deal on which they bear as well: part 2.",
            f"Baris rekening {shared} dihitung dalam rangkaian lain yang juga bertumpu padanya: bagian 2.",
        )


def _sent(facts: PersonFacts) -> Iterator[Both]:
    sent, held = (sum(getattr(one.six, name) for one in facts.deals) for name in ("sent", "held"))
    bare = sum(1 for one in facts.deals if one.six.sent and not one.six.held)
    none = ", ".join(one.code for one in facts.deals if not one.six.sent)
    if not sent:
        yield Both("No attachment in a confirmed deal.", "Tidak ada lampiran dalam rangkaian yang dikonfirmasi.")
        return
    yield Both(
        f"{many(sent, 'attachment')} in {many(len(facts.deals), 'confirmed deal')}; on an exhibit: {held}. Different "
        f"contents among them: {len(facts.contents)}; part 4 has the digest of each, the exhibit, and the message.",
        f"{sent} lampiran dalam {len(facts.deals)} rangkaian yang dikonfirmasi; {held} ada pada barang bukti. Itu "
        f"{len(facts.contents)} isi berbeda: bagian 4 memuat hash masing-masing, barang bukti, dan pesannya.",
    )
    if bare:
        yield Both(
            f"Of {bare} of these deals no file lies on an exhibit: what was given in them cannot be said.",
            f"Dari {bare} rangkaian itu tidak ada file pada barang bukti: apa yang diberikan tidak dapat dikatakan.",
        )
    yield from _nothing_sent(none)


def _nothing_sent(codes: str) -> Iterator[Both]:
    """The deals in which the exhibits show nothing that was sent: of these there is nothing to be said of contents."""
    if codes:
        yield Both(
            f"The exhibits show no attachment that was sent in {codes}; what was said of giving stands in part 2.",
            f"Barang bukti tidak menunjukkan lampiran yang dikirim dalam {codes}; yang dikatakan di sana tentang "
            "pemberian tercantum di bagian 2.",
        )


def doubted(facts: PersonFacts) -> Both:
    """How many of the confirmed deals have reasons against; what a deal does not have is none."""
    count = sum(bool(one.reasons_against) for one in facts.deals)
    return Both(
        f"Confirmed deals with reasons against: {count} of {len(facts.deals)}",
        f"{count} dari {len(facts.deals)} rangkaian yang dikonfirmasi mempunyai alasan menentang",
    )


def _against(facts: PersonFacts) -> Iterator[Both]:
    every = {one.number for one in facts.alternatives}
    is_open = {one.number for one in facts.alternatives if one.state == "open"}
    partly = is_open & {one.number for one in facts.alternatives if one.state != "open"}
    said = doubted(facts)
    yield Both(f"{said.english}: part 2.", f"{said.indonesian}: bagian 2.")
    yield Both(
        f"Other explanations: {len(every)}, of which {len(every - is_open)} are answered or not applicable, "
        f"{len(partly)} answered of some deals alone, {len(is_open - partly)} open: part 6.",
        f"Penjelasan lain: {len(every)}, {len(every - is_open)} di antaranya dijawab atau tidak berlaku, "
        f"{len(partly)} dijawab untuk sebagian rangkaian saja, {len(is_open - partly)} terbuka: bagian 6.",
    )
    hinted = ", ".join(map(str, sorted({one.number for one in facts.alternatives if one.is_hinted})))
    if hinted:
        yield Both(
            f"The case itself hints something of these, whatever the reasons of deals are: part 6, by number {hinted}.",
            f"Perkara ini memuat petunjuk untuk yang berikut, apa pun alasan rangkaiannya: bagian 6, nomor {hinted}.",
        )


def _unseen(facts: PersonFacts) -> Iterator[Both]:
    yield from facts.unseen
    yield Both(
        "Files and records that could not be read, or were out of scope: D2, part 8.",
        "File dan catatan yang tidak terbaca atau di luar lingkup: D2, bagian 8.",
    )


def _open(facts: PersonFacts) -> Both:
    size = len(open_links(facts))
    more = f", beside {many(size, 'account')} that other undecided links tie to theirs" if size else ""
    more_id = f", selain {size} akun yang dikaitkan dengannya oleh kaitan lain yang belum diputuskan" if size else ""
    return Both(
        f"{many(len(facts.undecided), 'deal')} (part 5) and {many(len(facts.suggested), 'account')} that may be theirs "
        f"(part 1){more}: in no figure above.",
        f"{len(facts.undecided)} rangkaian (bagian 5) dan {len(facts.suggested)} akun yang mungkin miliknya (bagian "
        f"1){more_id}: tidak masuk angka mana pun di atas.",
    )


def signing(name: str, *who: Both) -> Section:
    """Where those sign by hand who answer for a paper, with what a signature says."""
    heads = (
        Head(english="Who signs", indonesian="Yang menandatangani", width=26),
        Head(english="Name, rank, number", indonesian="Nama, pangkat, NRP", width=40),
        Head(english="Day", indonesian="Tanggal", width=16),
        Head(english="Signature", indonesian="Tanda tangan", width=34),
    )
    says = Both(
        "Whoever signs says that these tables stand so in the case, that they compared the figures that are relied on "
        "with their places, and nothing of guilt.",
        "Yang menandatangani menyatakan bahwa tabel ini tercatat demikian dalam perkara dan bahwa angka yang menjadi "
        "dasar sudah dibandingkan dengan tempatnya; bukan pernyataan tentang kesalahan siapa pun.",
    )
    title = Both("Signatures", "Tanda tangan")
    blank = "\n\n"
    rows: tuple[tuple[Cell, ...], ...] = tuple((one, blank, blank, blank) for one in who)
    return Section(title=title, says=(says,), tables=(Table(name=name, title=title, heads=heads, rows=rows),))


ANALYST = Both("Analyst", "Analis")
INVESTIGATOR = Both("Investigator", "Penyidik")
SECOND = Both("Second reader, who did not draft it", "Pembaca kedua, yang tidak menyusunnya")
