# SPDX-License-Identifier: Apache-2.0
"""D2, report of the examination: what came in, how it was read, what it cannot say, and how to check it again."""

from msgspec.structs import replace

from suluh.referral.papers.forms.d2_again import again, changes, decisions, statement
from suluh.referral.papers.forms.d2_limits import limits, unprocessed
from suluh.referral.papers.forms.heads import DONE_BY, EXHIBIT, REASON, head, table
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.values import Both, Section, Table

FORM = "D2"
INTEGRITY = "4a keutuhan"
"""The table beside which stands what was digested again."""

TITLE = Both("Report of a digital examination", "Laporan hasil pemeriksaan digital")
TYPED = Both(
    "This part is typed by the examiner in the letter that this annex belongs to; what is entered of it stands below.",
    "Bagian ini diketik pemeriksa dalam surat pengantar lampiran ini; yang sudah dimasukkan tercantum di bawah.",
)


NOTHING_STATED = Both(
    "No digest was stated, so nothing was compared.",
    "Tidak ada hash yang dinyatakan, jadi tidak ada yang dibandingkan.",
)
IMAGES = Both(
    "An image digest is what the tool stated of the whole image. The program compares files and no images: whoever has "
    "the image compares it, with sha256sum, sha1sum or md5sum by its kind.",
    "Hash citra ialah yang dinyatakan alat tentang seluruh citra. Program membandingkan file, bukan citra: pemegang "
    "citra membandingkannya dengan sha256sum, sha1sum, atau md5sum menurut jenisnya.",
)

MATCH = Both(
    "Who made a set, from what, and what it means is not entered in the program. An exact match says that the bytes "
    "are those of an entry, and nothing of what they show.",
    "Siapa yang membuat suatu himpunan, dari apa, dan apa artinya tidak dimasukkan dalam program. Cocok persis berarti "
    "byte-nya sama dengan suatu entri, dan tidak mengatakan apa yang tampak.",
)
ENTRY = Both(
    "The number behind # in an annex is the line or place of the entry in the list as it was given, with its heading; "
    "so it can be larger than the number of entries.",
    "Nomor di belakang # dalam lampiran ialah baris atau urutan entri dalam daftar seperti diterima, termasuk "
    "kepalanya; karena itu dapat lebih besar dari jumlah entri.",
)


def sections(facts: ReportFacts) -> tuple[Section, ...]:
    """The fourteen parts."""
    return (
        _authority(facts),
        _questions(facts),
        _received(facts),
        _integrity(facts),
        _method(facts),
        limits(facts),
        _counts(facts),
        unprocessed(facts),
        _findings(facts),
        _alternatives(facts),
        decisions(facts),
        changes(facts),
        again(facts),
        statement(facts),
    )


def _authority(facts: ReportFacts) -> Section:
    heads = (
        head("Kind", "Jenis", 20),
        head("Number", "Nomor", 26),
        head("Issuer", "Penerbit", 22),
        head("Date", "Tanggal", 12),
        head("Scope, as written", "Ruang lingkup, seperti tertulis", 30),
        head("Period covered", "Periode yang dicakup", 20),
    )
    papers = (
        head("Kind", "Jenis", 18),
        head("Number", "Nomor", 26),
        head("Date", "Tanggal", 12),
    )
    return Section(
        title=Both("Request and authority", "Permintaan dan dasar kewenangan"),
        says=(TYPED,),
        tables=(
            table("1a kewenangan", "Authorities", "Dasar kewenangan", heads, facts.authorities),
            table("1b surat", "Papers entered", "Surat yang dimasukkan", papers, facts.papers),
        ),
    )


def _questions(facts: ReportFacts) -> Section:
    heads = (
        head("No.", "No.", 6),
        head("From", "Dari", 14),
        head("Question as written", "Pertanyaan seperti tertulis", 70),
    )
    shown = table("2 pertanyaan", "Questions", "Pertanyaan", heads, facts.questions)
    return Section(title=Both("Questions put", "Pertanyaan yang diajukan"), says=(TYPED,), tables=(shown,))


def _received(facts: ReportFacts) -> Section:
    exhibits = (
        EXHIBIT,
        head("Authority", "Dasar kewenangan", 26),
        head("Holder", "Pemegang", 20),
        head("Acquisitions", "Akuisisi", 10),
        head("Time zone, decided by", "Zona waktu, ditetapkan oleh", 26),
        DONE_BY,
    )
    seizures = (
        EXHIBIT,
        head("Taken", "Disita", 20),
        head("Place", "Tempat", 20),
        head("Holder", "Pemegang", 16),
        head("Officers", "Petugas", 16),
        head("Witnesses", "Saksi", 18),
        head("Order, record, receipt", "Surat perintah, berita acara, tanda terima", 24),
        head("Copies given", "Salinan diberikan", 18),
    )
    handling = (
        EXHIBIT,
        head("Act", "Perbuatan", 14),
        head("When", "Waktu", 22),
        head("From", "Dari", 16),
        head("To", "Kepada", 16),
        head("Seal found, left", "Segel ditemukan, dipasang", 20),
        head("Witnesses", "Saksi", 16),
        head("Paper, note", "Surat, catatan", 24),
    )
    return Section(
        title=Both("Exhibits as received", "Barang bukti saat diterima"),
        says=(*facts.lacking, *facts.partly),
        tables=(
            table("3a barang bukti", "Exhibits", "Barang bukti", exhibits, facts.exhibits),
            table("3b penyitaan", "How each was taken", "Penyitaan", seizures, facts.seizures),
            table("3c penanganan", "What was done with each", "Penanganan", handling, facts.handling),
            _extractions(facts),
        ),
    )


def _extractions(facts: ReportFacts) -> Table:
    heads = (
        EXHIBIT,
        head("Acquisition", "Akuisisi", 12),
        head("Tool, version", "Alat, versi", 20),
        head("Examiner", "Pemeriksa", 14),
        head("Began, ended", "Mulai, selesai", 22),
        head("Report", "Laporan", 14),
        head("Image digests as stated (kind by length)", "Hash citra seperti dinyatakan (jenis menurut panjang)", 30),
        head("Not obtained", "Tidak diperoleh", 24),
        head("Seals received, after", "Segel diterima, sesudah", 16),
    )
    copied = table("3d ekstraksi", "How each was copied", "Ekstraksi", heads, facts.extractions)
    return replace(copied, notes=(IMAGES,) if facts.extractions else ())


def _integrity(facts: ReportFacts) -> Section:
    heads = (
        EXHIBIT,
        head("Acquisition", "Akuisisi", 10),
        head("Files listed", "File terdaftar", 12, adds_up=True),
        head("Files hashed", "File dihitung hash-nya", 14, adds_up=True),
        head("Hashes stated by the examiner", "Hash yang dinyatakan pemeriksa", 16, adds_up=True),
        head("Disagreements", "Ketidakcocokan", 24, adds_up=True),
    )
    differ = (EXHIBIT, head("Place", "Tempat", 40), REASON)
    nothing = bool(facts.integrity) and not any(row[4] for row in facts.integrity)
    found = table("4b ketidakcocokan", "Disagreements", "Ketidakcocokan", differ, facts.disagreements)
    return Section(
        title=Both("Integrity", "Keutuhan"),
        says=(*facts.checked, *facts.late),
        tables=(
            table(INTEGRITY, "Stated against computed", "Dinyatakan dibanding dihitung", heads, facts.integrity),
            replace(found, empty=NOTHING_STATED) if nothing else found,
        ),
    )


def _method(facts: ReportFacts) -> Section:
    steps = (
        head("No.", "No.", 5),
        head("Step", "Langkah", 22),
        head("What it does", "Yang dilakukan", 60),
        head("Version", "Versi", 8),
        head("Last finished by, at (UTC)", "Terakhir selesai oleh, pada (UTC)", 26),
    )
    sets = (
        head("Hash set", "Himpunan hash", 26),
        head("Kind", "Jenis", 12),
        head("Version", "Versi", 12),
        head("Entries", "Entri", 12),
        head("SHA-256 of its entries", "SHA-256 entrinya", 40),
        head("Entered by, at (UTC)", "Dimasukkan oleh, pada (UTC)", 24),
    )
    used = table("5b himpunan hash", "Hash sets used", "Himpunan hash yang dipakai", sets, facts.sets)
    return Section(
        title=Both("Method", "Metode"),
        tables=(
            table("5a langkah", "Steps in their order", "Langkah menurut urutan", steps, facts.steps),
            replace(used, notes=(MATCH, ENTRY) if facts.sets else ()),
        ),
    )


def _counts(facts: ReportFacts) -> Section:
    states = (
        EXHIBIT,
        head("Came in", "Masuk", 10, adds_up=True),
        head("Read", "Terbaca", 10, adds_up=True),
        head("Not parsed", "Tidak terurai", 10, adds_up=True),
        head("Duplicate", "Salinan", 10, adds_up=True),
        head("Benign", "File umum", 10, adds_up=True),
        head("Quarantined", "Dikarantina", 10, adds_up=True),
        head("Outside scope", "Di luar lingkup", 10, adds_up=True),
        head("Waiting", "Menunggu", 10, adds_up=True),
    )
    material = (
        head("Pictures and videos", "Gambar dan video", 36),
        head("Files", "File", 14),
        head("Distinct contents", "Isi unik", 14),
        head("Known by exact hash", "Dikenal, hash persis", 16),
        head("Categorised by people", "Dikategorikan orang", 16),
    )
    looks = (
        head("Stage", "Tahap", 30),
        head("Contents to look at, with the hash sets", "Isi yang perlu dilihat, dengan himpunan hash", 24),
        head("Contents to look at, without them", "Isi yang perlu dilihat, tanpa himpunan hash", 24),
        head("Of distinct contents", "Dari isi unik", 16),
    )
    says = Both(
        "Of each exhibit the states add up to the files that came in. Files inside archives, disks and databases count "
        "here as well; part 4 counts the files that lie on the exhibit itself.",
        "Untuk setiap barang bukti, jumlah semua keadaan sama dengan jumlah file yang masuk. File di dalam arsip, "
        "disk, dan basis data ikut dihitung di sini; bagian 4 menghitung file yang terletak langsung pada barang "
        "bukti.",
    )
    return Section(
        title=Both("Counts that add up", "Hitungan yang saling cocok"),
        says=(says,),
        tables=(
            table("7a file", "Files by state", "File menurut keadaan", states, facts.counts),
            table("7b materi", "Material in four numbers", "Materi dalam empat angka", material, facts.material),
            table(
                "7c dilihat",
                "What people still need to look at, in the whole case",
                "Yang masih perlu dilihat orang, di seluruh perkara",
                looks,
                facts.looks,
            ),
        ),
    )


def _findings(facts: ReportFacts) -> Section:
    heads = (
        head("Question", "Pertanyaan", 10),
        head("Answer entered", "Jawaban yang dimasukkan", 60),
        head("Papers, facts", "Surat, fakta", 30),
        DONE_BY,
    )
    says = (
        TYPED,
        Both(
            "Each finding stands under one of three headings: technical (what is there), investigative (what it may "
            "mean), evaluative (weighed under two named propositions, by an examiner competent for it).",
            "Setiap temuan berada di bawah salah satu dari tiga judul: teknis (apa yang ada), investigatif "
            "(apa artinya yang mungkin), evaluatif (ditimbang menurut dua dalil, oleh pemeriksa yang berwenang).",
        ),
    )
    shown = table("9 jawaban", "Answers entered", "Jawaban yang dimasukkan", heads, facts.findings)
    return Section(title=Both("Findings", "Temuan"), says=says, tables=(shown, _money(facts)))


def _money(facts: ReportFacts) -> Table:
    """What was paid, as D3 and D4 count it."""
    heads = (
        head("Seller", "Penjual", 9),
        head("Buyer", "Pembeli", 9),
        head("Confirmed deals", "Rangkaian dikonfirmasi", 12, adds_up=True),
        head("Which", "Yang mana", 16),
        head("From whose account it was paid", "Dari akun siapa dibayar", 34),
        head("Recorded as paid", "Tercatat dibayar", 16, adds_up=True),
        head("Possibly paid", "Mungkin dibayar", 16, adds_up=True),
        head("Price asked, no payment", "Harga diminta, tanpa pembayaran", 16, adds_up=True),
        head("In full", "Selengkapnya", 12),
    )
    shown = table("9b uang", "What confirmed deals came to", "Jumlah rangkaian yang dikonfirmasi", heads, facts.money)
    return replace(shown, notes=(MONEY,) if facts.money else ())


MONEY = Both(
    "Counted by the program from decisions and booked lines, and no answer of an examiner. The three kinds of money "
    "are never added to one another; a booked line counts once. Each sum stands with its booked lines in parts 2 and 3 "
    "of the paper named. Money that went to a seller for anything else is not in it.",
    "Dihitung program dari keputusan dan baris rekening, dan bukan jawaban pemeriksa. Ketiga jenis uang tidak pernah "
    "dijumlahkan satu dengan yang lain; setiap baris rekening dihitung satu kali. Setiap jumlah tercantum dengan baris "
    "rekeningnya di bagian 2 dan 3 lembar yang disebut. Uang yang diterima penjual untuk hal lain tidak termasuk.",
)


def _alternatives(facts: ReportFacts) -> Section:
    heads = (
        head("No.", "No.", 5),
        head("Other explanation", "Penjelasan lain", 34),
        head("About", "Tentang", 14),
        head("State", "Keadaan", 14),
        head("Officer's answer", "Jawaban petugas", 44),
        DONE_BY,
    )
    says = Both(
        "The hints of each person and the explanations that stand open are in D3, D4 and D5.",
        "Petunjuk bagi setiap orang dan penjelasan yang masih terbuka tercantum dalam D3, D4, dan D5.",
    )
    shown = table("10 penjelasan lain", "Answers of officers", "Jawaban petugas", heads, facts.alternatives)
    return Section(title=Both("Other explanations", "Penjelasan lain"), says=(TYPED, says), tables=(shown,))
