# SPDX-License-Identifier: Apache-2.0
"""The tables of D1 and of the result of a check: what a dossier holds, lacks, and rests on."""

from collections.abc import Callable, Iterator

from msgspec.structs import replace

from suluh.case.corrections.standing_papers import exhibits
from suluh.case.dossiers.brief import Brief
from suluh.case.dossiers.checking import Checked
from suluh.case.dossiers.contents import Content, authorities_of, contents, papers_of
from suluh.case.dossiers.facts import Fact
from suluh.case.dossiers.lawful import named
from suluh.case.dossiers.matrix import cited, code_of, matrix, places, seizures, witnesses
from suluh.case.frozen.ages import of_a_child, of_nobody, with_unsaid
from suluh.case.papers.examined.left_empty import reply_papers, two_replies
from suluh.case.papers.parties import NOBODY, Parties
from suluh.case.papers.reasons.tied import by_records, leaves_open
from suluh.model.trade import Deal
from suluh.referral.papers.kinds import called, gives_status, typed_moment
from suluh.referral.papers.values import Both, Cell, Head, Listed, Table
from suluh.referral.papers.words import told as word

STATES = {
    "present": Both("present", "ada"),
    "made": Both("made here", "dibuat di sini"),
    "missing": Both("missing", "belum ada"),
    "not-applicable": Both("not applicable", "tidak berlaku"),
}
NOT_FROZEN = Both("not frozen", "belum dibekukan")
UNASKED = dict.fromkeys(
    ("seller", "buyer"),
    Both("not frozen; no tied deal asks for it", "belum dibekukan; tidak diminta rangkaian terkait"),
)
NONE_ENTERED = Both("none entered", "tidak dimasukkan")
FROZEN_ALONE = Both(
    "Papers that the program makes (D2 to D5, D8, D9) count here once they are frozen for this dossier; a copy beside "
    "this list is not frozen, whether a working copy or a numbered one that names its recipient: of such a one, also "
    "where it was handed over, the unit keeps no more than that it was made, and its digest. An annex of a seller or "
    "buyer is asked for where a defendant is on that side of a deal that is tied to a charge. Other papers count where "
    "they were entered for this dossier or for the whole case.",
    "Lembar yang dibuat program (D2 sampai D5, D8, D9) dihitung di sini setelah dibekukan untuk berkas ini; salinan di "
    "samping daftar ini belum dibekukan, baik salinan kerja maupun salinan bernomor yang menyebut penerimanya: dari "
    "salinan seperti itu, juga bila sudah diserahkan, satuan hanya menyimpan bahwa itu dibuat dan hash-nya. Lampiran "
    "penjual atau pembeli diminta bila seorang tersangka ada di pihak itu dalam rangkaian yang dikaitkan dengan "
    "sangkaan. Surat lain dihitung bila dimasukkan untuk berkas ini atau untuk seluruh perkara.",
)
SIDES = {"for": Both("for", "mendukung"), "against": Both("against", "menentang")}
AGES = {
    "adult": Both("adult", "dewasa"),
    "child": Both("child", "Anak"),
    "not-known": Both("not known", "belum diketahui"),
}
SPOKE = Both(
    "Those whom a tied fact or a sentence of an interview names by code. Witnesses of a seizure stand in D2, part 3.",
    "Yang disebut dengan kode pada fakta yang dikaitkan atau kalimat BAP. Saksi penyitaan ada dalam D2, bagian 3.",
)
PLACED = Both(
    "A place is exhibit, number of the file in the order of intake, and lines: a path may name somebody. Part 7 lists "
    "each of these files with its SHA-256. Deals stand under their code in D3 and D4, with the path of each file.",
    "Tempat ialah barang bukti, nomor file menurut urutan penerimaan, dan baris: jalur file dapat menyebut nama. "
    "Bagian 7 mendaftar setiap file itu dengan SHA-256-nya. Rangkaian tercantum dengan kodenya dalam D3 dan D4, dengan "
    "jalur setiap filenya.",
)
UNCHARGED = Both(
    "Empty, for no charge is entered for this dossier: nothing of it says which element any fact bears. suluh dossier "
    "CASE charge enters one, suluh dossier CASE propose lists what may bear it, and suluh dossier CASE tie ties a fact "
    "to an element.",
    "Kosong, karena belum ada sangkaan yang dimasukkan untuk berkas ini: tidak ada yang menyatakan unsur mana didukung "
    "fakta mana. suluh dossier CASE charge memasukkan sangkaan, suluh dossier CASE propose mendaftar yang dapat "
    "menjadi faktanya, dan suluh dossier CASE tie mengaitkan fakta dengan unsur.",
)
FOOT, FILE = Both("at its foot", "di kakinya"), Both("of the file", "dari file")
WHERE = (
    Both(
        "At its foot: the digest stands at the foot of every page of that paper, in every copy and language, for it is "
        "that of what the paper says; sha256sum NUMBER.json gives it from the file beside the paper.",
        "Di kakinya: hash itu tercantum di kaki setiap halaman lembar tersebut, pada setiap salinan dan bahasa, karena "
        "merupakan hash isinya; sha256sum NOMOR.json menghasilkannya dari file di samping lembar itu.",
    ),
    Both(
        "Of the file: sha256sum FILE gives it from the scan or the typed file itself. A paper without one was entered "
        "by its number alone.",
        "Dari file: sha256sum FILE menghasilkannya dari hasil pindai atau file ketikan itu sendiri. Surat tanpa hash "
        "hanya dicatat nomornya.",
    ),
)
CITED = Both(
    "The file is found again by its number or its SHA-256 in D2, part 14, where its path stands; part 13 of D2 says "
    "how to check it without Suluh.",
    "File dicari dengan nomornya atau SHA-256-nya dalam D2, bagian 14, yang memuat jalurnya; bagian 13 D2 menjelaskan "
    "cara memeriksanya tanpa Suluh.",
)
ALL = 1_000_000
"""So many rows stand on paper: a list of contents leaves none to a workbook."""


def _table(
    name: str, english: str, indonesian: str, heads: tuple[Head, ...], rows: tuple[tuple[Cell, ...], ...]
) -> Table:
    return Table(name=name, title=Both(english, indonesian), heads=heads, rows=rows, printed=ALL)


def findings_table(checked: Checked) -> Table:
    """What a check found."""
    heads = (
        Head(indonesian="No", english="No", width=4),
        Head(indonesian="Bobot", english="Severity", width=6),
        Head(indonesian="Di mana", english="Where", width=18),
        Head(indonesian="Apa", english="What", width=34),
        Head(indonesian="Dasar", english="Rule", width=12),
        Head(indonesian="Langkah berikut", english="Next", width=34),
    )
    rows = tuple(
        (str(one.number), one.severity, one.where, Both(*one.what), one.rule or "-", Both(*one.next))
        for one in checked.findings
    )
    return _table("temuan", "Findings", "Temuan", heads, rows)


def _contents(brief: Brief) -> Table:
    heads = (
        Head(indonesian="No", english="No", width=4),
        Head(indonesian="Isi", english="Content", width=34),
        Head(indonesian="Nomor surat", english="Number", width=22),
        Head(indonesian="Nomor di kakinya", english="Number at its foot", width=18),
        Head(indonesian="Tanggal", english="Date", width=11),
        Head(indonesian="Halaman", english="Pages", width=8),
        Head(indonesian="Keadaan", english="State", width=12),
        Head(indonesian="SHA-256, dan di mana", english="SHA-256, and where it stands", width=36),
    )
    by_age = of_a_child(brief, Parties(brief.case))
    rows = tuple(
        (
            one.number,
            Both(*one.title),
            one.said or "",
            one.foot or "",
            one.date or "",
            one.pages or "",
            by_age.get((one.needed, one.state)) or _state(one),
            _digest(one),
        )
        for one in contents(brief)
    )
    return replace(_table("1 isi", "Contents", "Daftar isi", heads, rows), notes=(FROZEN_ALONE, *WHERE))


def _state(one: Content) -> Both:
    """How a row stands; of one of which nothing is there, of what nothing is."""
    if one.what.startswith("annex:") and one.state in {"missing", "not-applicable"}:
        return UNASKED.get(one.needed, NOT_FROZEN) if one.state == "not-applicable" else NOT_FROZEN
    if one.state == "not-applicable" and one.needed == "optional":
        return NONE_ENTERED
    return STATES[one.state]


def _digest(one: Content) -> Both | None:
    """A digest behind where it is found again."""
    if one.digest is None:
        return None
    where = FOOT if one.of == "foot" else FILE
    return Both(f"{where.english}: {one.digest}", f"{where.indonesian}: {one.digest}")


def _witnesses(brief: Brief) -> Table:
    heads = (Head(indonesian="Kode", english="Code", width=12), Head(indonesian="Unsur", english="Elements", width=40))
    charges = {one.code: named(brief, one) for one in brief.charges}
    speaks = {
        who: "; ".join(f"{charges[one.tie.charge]}: {one.tie.element}" for one in brief.facts if one.tie.witness == who)
        for who in witnesses(brief)
    }
    table = _table("2 saksi", "Witnesses and experts", "Daftar saksi dan ahli", heads, tuple(speaks.items()))
    return replace(table, notes=(SPOKE,))


def _defendants(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Kode", english="Code", width=8),
        Head(indonesian="Dewasa atau Anak", english="Adult or child", width=16),
        Head(indonesian="Penetapan status", english="Paper of status", width=24),
        Head(indonesian="Sangkaan", english="Charges", width=30),
    )
    rows: list[tuple[Cell, ...]] = []
    parties, unsaid = Parties(brief.case), of_nobody(brief)
    for one in brief.defendants:
        paper = brief.papers.get(one.status_paper or "")
        status = with_unsaid(gives_status(paper.kind, paper.number) if paper else None, unsaid)
        charges = "; ".join(named(brief, charge) for charge in brief.charges if charge.defendant == one.code)
        rows.append((code_of(brief, one, parties), AGES[one.age], status, charges))
    return _table("3 tersangka", "Defendants", "Daftar tersangka atau Anak", heads, tuple(rows))


def _exhibits(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Barang bukti", english="Exhibit", width=14),
        Head(indonesian="Dasar kewenangan", english="Authority", width=22),
        Head(indonesian="BA penyitaan, atau balasan", english="Seizure record, or reply", width=22),
        Head(indonesian="Disita", english="Seized", width=22),
    )
    seized, replied = seizures(brief), dict(_replied(brief))
    rows: list[tuple[Cell, ...]] = []
    for one in brief.exhibits:
        its = seized.get(one.label)
        record = brief.papers.get(its.record or "") if its else None
        came = replied.get(one.label, "") if record is None else record.number
        rows.append((one.label, one.authority, came, typed_moment(its.taken) if its else ""))
    table = _table("4 barang bukti", "Exhibits", "Daftar barang bukti", heads, tuple(rows))
    differ = two_replies(brief.exhibits, brief.authorities.values(), reply_papers(brief.replies, brief.papers.values()))
    return replace(table, notes=(*_elsewhere(brief), *differ))


def _elsewhere(brief: Brief) -> Iterator[Both]:
    """Exhibits on which confirmed deals of defendants stand, and that the dossier does not name."""
    parties = Parties(brief.case)
    own = {name for account in brief.accounts for name in parties.group(account)}
    found: dict[str, list[str]] = {}
    for deal in parties.deals:
        if deal.judgement == "confirmed" and own & {deal.seller, deal.buyer}:
            stamps = (deal.offered_on, deal.ordered_on, deal.paid_on, deal.delivered_on)
            for label in sorted({one.exhibit for one in stamps if one} - set(brief.labels)):
                found.setdefault(label, []).append(parties.deal_codes[deal.id])
    if found:
        told = "; ".join(f"{label}: {', '.join(codes)}" for label, codes in sorted(found.items()))
        yield Both(
            "Not in this list, for neither the dossier names them nor a tied fact lies on them: exhibits on which "
            f"confirmed deals of defendants stand ({told}). suluh dossier CASE new --corrects CODE --exhibits names "
            "them.",
            "Tidak ada dalam daftar ini, karena tidak disebut berkas dan tidak memuat fakta yang dikaitkan: barang "
            f"bukti yang memuat rangkaian tersangka yang dikonfirmasi ({told}). suluh dossier CASE new --corrects KODE "
            "--exhibits menyebutkannya.",
        )


def _replied(brief: Brief) -> Iterator[tuple[str, Both]]:
    """By which reply an exhibit came that nobody seized."""
    for one in brief.replies:
        if one.exhibit is not None:
            paper = brief.papers.get(one.paper or "")
            when = paper.number if paper else one.received
            yield one.exhibit, Both(f"reply {when}", f"balasan {when}")


def _papers(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Jenis", english="Kind", width=18),
        Head(indonesian="Nomor", english="Number", width=26),
        Head(indonesian="Tanggal", english="Date", width=11),
        Head(indonesian="Tentang", english="About", width=24),
    )
    told = _names(brief)
    rows = tuple(
        (called(one.kind), one.number, one.date, Listed(tuple(told.get(name, Both(name, name)) for name in one.about)))
        for one in papers_of(brief)
    )
    under: dict[str, list[str]] = {}
    for one in exhibits(brief.case.rows):
        under.setdefault(one.authority, []).append(one.label)
    allowed = tuple(
        (word(one.kind), one.number, one.date, Listed(tuple(under.get(one.number, ()))))
        for one in authorities_of(brief)
    )
    return _table("5 surat", "Papers", "Daftar surat", heads, (*rows, *allowed))


def _names(brief: Brief) -> dict[str, Both]:
    """How what a paper is about is called on paper, by the code that officers type."""
    parties = Parties(brief.case)
    people = {one.code: code_of(brief, one, parties) for one in brief.defendants}
    laws = {one.code: named(brief, one) for one in brief.charges}
    own = {brief.dossier.code: Both("this dossier", "berkas ini")}
    return own | {code: Both(name, name) for code, name in (people | laws).items()}


def _matrix(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Unsur", english="Element", width=24),
        Head(indonesian="Arah", english="For or against", width=13),
        Head(indonesian="Fakta", english="Fact", width=36),
        Head(indonesian="Tempat", english="Place", width=20),
        Head(indonesian="Alat bukti", english="Means of proof", width=14),
        Head(indonesian="Saksi atau ahli", english="Witness or expert", width=10),
        Head(indonesian="Terbuka", english="Open", width=18),
    )
    rows: list[tuple[Cell, ...]] = []
    charges = {one.code: named(brief, one) for one in brief.charges}
    parties = Parties(brief.case)
    for element in matrix(brief):
        name = f"{charges[element.charge]}: {element.number}. {element.words}"
        facts = (*element.facts_for, *element.facts_against)
        if not facts:
            rows.append((name, "", "", "", "", "", Both("no fact yet", "belum ada fakta")))
        for fact in facts:
            tie = fact.tie
            where = "; ".join(places(brief, fact))
            said = _tied(fact, parties)
            rows.append((name, SIDES[tie.side], said, where, tie.means or "", tie.witness or "", _open(fact, parties)))
    table = _table(MATRIX, "Matrix of elements", "Matriks unsur", heads, tuple(rows))
    return replace(table, notes=(PLACED,), empty=UNCHARGED)


def _tied(fact: Fact, parties: Parties) -> Both:
    """The sentence of an officer with its answer; of a deal its code, and below it what the records say themselves."""
    tie, deal = fact.tie, _shown(fact, parties)
    code = "" if fact.deal is None else f"{parties.told(fact.deal.id, NOBODY)}: "
    english, indonesian = (
        f"{code}{tie.sentence}{f' {word}: {tie.answer}' if tie.answer else ''}" for word in ("Answer", "Jawaban")
    )
    if deal is None:
        return Both(english, indonesian)
    records = by_records(deal)
    return Both(f"{english}\n{records.english}", f"{indonesian}\n{records.indonesian}")


def _open(fact: Fact, parties: Parties) -> Cell:
    """What is open of a fact: that nobody answered it, or what a deal lacks that is named for an element."""
    if fact.tie.side == "against":
        return None if fact.tie.answer else Both("not answered", "belum dijawab")
    deal = _shown(fact, parties)
    return Listed(lacks) if deal is not None and (lacks := leaves_open(deal)) else None


def _shown(fact: Fact, parties: Parties) -> Deal | None:
    """The deal of a fact; none where it is of somebody under guard."""
    return fact.deal if fact.deal is not None and fact.deal.id in parties.deal_codes else None


def _files(brief: Brief) -> Table:
    heads = (
        Head(indonesian="Barang bukti", english="Exhibit", width=14),
        Head(indonesian="File ke-", english="File no.", width=10),
        Head(indonesian="SHA-256 file", english="SHA-256 of the file", width=64),
    )
    rows = tuple((one.exhibit, str(one.number), one.sha256) for one in cited(brief))
    return replace(_table(CITED_FILES, "Files cited", "File yang disebut", heads, rows), notes=(CITED,) if rows else ())


MATRIX, CITED_FILES = "6 matriks unsur", "7 file"
TABLES: tuple[Callable[[Brief], Table], ...] = (_contents, _witnesses, _defendants, _exhibits, _papers, _matrix, _files)
"""The tables of D1 in their order."""
