# SPDX-License-Identifier: Apache-2.0
"""D2, report of the examination: what came in, how it was read, what it cannot say, and how to check it again."""

from suluh.referral.papers.report import ReportFacts, Rows
from suluh.referral.papers.values import Both, Head, Section, Table, totals_of

FORM = "D2"
INTEGRITY, ANNEXES = "4a keutuhan", "14 lampiran"
"""Tables: beside the first stands what was digested again, and the second lists what was made with it."""

TITLE = Both("Report of a digital examination", "Laporan hasil pemeriksaan digital")
TYPED = Both(
    "This part is typed by the examiner in the letter that this annex belongs to; what is entered of it stands below.",
    "Bagian ini diketik pemeriksa dalam surat pengantar lampiran ini; yang sudah dimasukkan tercantum di bawah.",
)
DONE_BY = Head(english="By, at (UTC)", indonesian="Oleh, pada (UTC)", width=18)
EXHIBIT = Head(english="Exhibit", indonesian="Barang bukti", width=9)
REASON = Head(english="Reason", indonesian="Alasan", width=40)


def _head(english: str, indonesian: str, width: int = 16, *, adds_up: bool = False, is_time: bool = False) -> Head:
    return Head(english=english, indonesian=indonesian, width=width, adds_up=adds_up, is_time=is_time)


def _table(name: str, english: str, indonesian: str, heads: tuple[Head, ...], rows: Rows, printed: int = 200) -> Table:
    title = Both(english, indonesian)
    return Table(name=name, title=title, heads=heads, rows=rows, totals=totals_of(heads, rows), printed=printed)


def sections(facts: ReportFacts) -> tuple[Section, ...]:
    """The fourteen parts."""
    return (
        _authority(facts),
        _questions(facts),
        _received(facts),
        _integrity(facts),
        _method(facts),
        _limits(facts),
        _counts(facts),
        _unprocessed(facts),
        _findings(facts),
        _alternatives(facts),
        _decisions(facts),
        _changes(facts),
        _again(facts),
        _statement(facts),
    )


def _authority(facts: ReportFacts) -> Section:
    heads = (
        _head("Kind", "Jenis", 20),
        _head("Number", "Nomor", 26),
        _head("Issuer", "Penerbit", 22),
        _head("Date", "Tanggal", 12),
        _head("Scope, as written", "Ruang lingkup, seperti tertulis", 30),
        _head("Period covered", "Periode yang dicakup", 20),
    )
    papers = (
        _head("Kind", "Jenis", 18),
        _head("Number", "Nomor", 26),
        _head("Date", "Tanggal", 12),
    )
    return Section(
        title=Both("Request and authority", "Permintaan dan dasar kewenangan"),
        says=(TYPED,),
        tables=(
            _table("1a kewenangan", "Authorities", "Dasar kewenangan", heads, facts.authorities),
            _table("1b surat", "Papers entered", "Surat yang dimasukkan", papers, facts.papers),
        ),
    )


def _questions(facts: ReportFacts) -> Section:
    heads = (
        _head("No.", "No.", 6),
        _head("From", "Dari", 14),
        _head("Question as written", "Pertanyaan seperti tertulis", 70),
    )
    table = _table("2 pertanyaan", "Questions", "Pertanyaan", heads, facts.questions)
    return Section(title=Both("Questions put", "Pertanyaan yang diajukan"), says=(TYPED,), tables=(table,))


def _received(facts: ReportFacts) -> Section:
    exhibits = (
        EXHIBIT,
        _head("Authority", "Dasar kewenangan", 26),
        _head("Holder", "Pemegang", 20),
        _head("Acquisitions", "Akuisisi", 10),
        _head("Time zone, decided by", "Zona waktu, ditetapkan oleh", 26),
        DONE_BY,
    )
    seizures = (
        EXHIBIT,
        _head("Taken", "Disita", 20),
        _head("Place", "Tempat", 20),
        _head("Holder", "Pemegang", 16),
        _head("Officers", "Petugas", 16),
        _head("Witnesses", "Saksi", 18),
        _head("Order, record, receipt", "Surat perintah, berita acara, tanda terima", 24),
        _head("Copies given", "Salinan diberikan", 18),
    )
    handling = (
        EXHIBIT,
        _head("Act", "Perbuatan", 14),
        _head("When", "Waktu", 22),
        _head("From", "Dari", 16),
        _head("To", "Kepada", 16),
        _head("Seal found, left", "Segel ditemukan, dipasang", 20),
        _head("Witnesses", "Saksi", 16),
        _head("Paper, note", "Surat, catatan", 24),
    )
    extractions = (
        EXHIBIT,
        _head("Acquisition", "Akuisisi", 8),
        _head("Tool, version", "Alat, versi", 20),
        _head("Examiner", "Pemeriksa", 14),
        _head("Began, ended", "Mulai, selesai", 22),
        _head("Report", "Laporan", 14),
        _head("Image digests", "Digest citra", 30),
        _head("Not obtained", "Tidak diperoleh", 24),
        _head("Seals received, after", "Segel diterima, sesudah", 16),
    )
    return Section(
        title=Both("Exhibits as received", "Barang bukti saat diterima"),
        says=facts.lacking,
        tables=(
            _table("3a barang bukti", "Exhibits", "Barang bukti", exhibits, facts.exhibits),
            _table("3b penyitaan", "How each was taken", "Penyitaan", seizures, facts.seizures),
            _table("3c penanganan", "What was done with each", "Penanganan", handling, facts.handling),
            _table("3d ekstraksi", "How each was copied", "Ekstraksi", extractions, facts.extractions),
        ),
    )


def _integrity(facts: ReportFacts) -> Section:
    heads = (
        EXHIBIT,
        _head("Acquisition", "Akuisisi", 10),
        _head("Files listed", "File terdaftar", 12, adds_up=True),
        _head("Files hashed", "File dihitung hash-nya", 14, adds_up=True),
        _head("Hashes stated by the examiner", "Hash yang dinyatakan pemeriksa", 16, adds_up=True),
        _head("Disagreements", "Ketidakcocokan", 14, adds_up=True),
    )
    differ = (EXHIBIT, _head("Place", "Tempat", 40), REASON)
    return Section(
        title=Both("Integrity", "Keutuhan"),
        says=facts.checked,
        tables=(
            _table(INTEGRITY, "Stated against computed", "Dinyatakan dibanding dihitung", heads, facts.integrity),
            _table("4b ketidakcocokan", "Disagreements", "Ketidakcocokan", differ, facts.disagreements),
        ),
    )


def _method(facts: ReportFacts) -> Section:
    steps = (
        _head("No.", "No.", 5),
        _head("Step", "Langkah", 22),
        _head("What it does", "Yang dilakukan", 60),
        _head("Version", "Versi", 8),
        _head("Last finished by, at (UTC)", "Terakhir selesai oleh, pada (UTC)", 26),
    )
    sets = (
        _head("Hash set", "Himpunan hash", 26),
        _head("Kind", "Jenis", 12),
        _head("Version", "Versi", 12),
        _head("Entries", "Entri", 12),
        _head("SHA-256 of its entries", "SHA-256 entrinya", 40),
        _head("Entered by, at (UTC)", "Dimasukkan oleh, pada (UTC)", 24),
    )
    return Section(
        title=Both("Method", "Metode"),
        tables=(
            _table("5a langkah", "Steps in their order", "Langkah menurut urutan", steps, facts.steps),
            _table("5b himpunan hash", "Hash sets used", "Himpunan hash yang dipakai", sets, facts.sets),
        ),
    )


def _limits(facts: ReportFacts) -> Section:
    limits = (
        _head("No.", "No.", 5),
        _head("What no result can say", "Yang tidak dapat dikatakan oleh hasil mana pun", 90),
    )
    rates = (
        _head("Function", "Fungsi", 30),
        _head("Set", "Himpunan uji", 32),
        _head("Size", "Ukuran", 10),
        _head("Date", "Tanggal", 11),
        _head("Figure", "Angka", 18),
        _head("95 % interval", "Selang 95 %", 16),
        _head("Goal", "Sasaran", 12),
    )
    says = (
        Both(
            "No measured error rates came with this version of Suluh.",
            "Versi Suluh ini tidak disertai tingkat kesalahan yang diukur.",
        )
        if facts.no_validation
        else Both(
            "Measured before this version was given out, and not on this case; each row says on what.",
            "Diukur sebelum versi ini diberikan, dan bukan pada perkara ini; tiap baris menyebut pada apa.",
        ),
    )
    return Section(
        title=Both("Limits and error rates", "Batas dan tingkat kesalahan"),
        says=says,
        tables=(
            _table("6a batas", "Limits", "Batas", limits, facts.limits),
            _table(
                "6b tingkat kesalahan",
                "Error rates of this version",
                "Tingkat kesalahan versi ini",
                rates,
                facts.validation,
            ),
        ),
    )


def _counts(facts: ReportFacts) -> Section:
    states = (
        EXHIBIT,
        _head("Came in", "Masuk", 10, adds_up=True),
        _head("Read", "Terbaca", 10, adds_up=True),
        _head("Not parsed", "Tidak terurai", 10, adds_up=True),
        _head("Duplicate", "Salinan", 10, adds_up=True),
        _head("Benign", "File umum", 10, adds_up=True),
        _head("Quarantined", "Dikarantina", 10, adds_up=True),
        _head("Outside scope", "Di luar lingkup", 10, adds_up=True),
        _head("Waiting", "Menunggu", 10, adds_up=True),
    )
    material = (
        _head("Pictures and videos", "Gambar dan video", 36),
        _head("Files", "File", 14),
        _head("Distinct contents", "Isi unik", 14),
        _head("Known by exact hash", "Dikenal, hash persis", 16),
        _head("Categorised by people", "Dikategorikan orang", 16),
    )
    looks = (
        _head("Stage", "Tahap", 30),
        _head("Contents to look at, with the hash sets", "Isi yang perlu dilihat, dengan himpunan hash", 24),
        _head("Contents to look at, without them", "Isi yang perlu dilihat, tanpa himpunan hash", 24),
        _head("Of distinct contents", "Dari isi unik", 16),
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
            _table("7a file", "Files by state", "File menurut keadaan", states, facts.counts),
            _table("7b materi", "Material in four numbers", "Materi dalam empat angka", material, facts.material),
            _table(
                "7c dilihat",
                "What people still need to look at, in the whole case",
                "Yang masih perlu dilihat orang, di seluruh perkara",
                looks,
                facts.looks,
            ),
        ),
    )


PARTLY = Both(
    "A record that could not be read lies in a file that was read otherwise: that file counts in part 7 by its state, "
    "and not here.",
    "Catatan yang tidak terbaca terletak dalam file yang selebihnya terbaca: file itu dihitung di bagian 7 menurut "
    "keadaannya, dan bukan di sini.",
)


def _unprocessed(facts: ReportFacts) -> Section:
    heads = (
        EXHIBIT,
        _head("State", "Keadaan", 16),
        _head("Encrypted", "Tersandi", 9),
        _head("Step", "Langkah", 18),
        REASON,
        _head("Files", "File", 9, adds_up=True),
        _head("Records", "Catatan", 9, adds_up=True),
        _head("Bytes", "Byte", 14, adds_up=True),
    )
    flaws = (EXHIBIT, _head("Step", "Langkah", 30), _head("Flaws", "Catatan tidak terbaca", 16, adds_up=True))
    return Section(
        title=Both("Not processed", "Tidak diproses"),
        says=(*facts.withheld, PARTLY),
        tables=(
            _table("8a tidak diproses", "By state and reason", "Menurut keadaan dan alasan", heads, facts.unprocessed),
            _table("8b catatan", "Flaws by step", "Catatan tidak terbaca menurut langkah", flaws, facts.flaws),
        ),
    )


def _findings(facts: ReportFacts) -> Section:
    heads = (
        _head("Question", "Pertanyaan", 10),
        _head("Answer entered", "Jawaban yang dimasukkan", 60),
        _head("Papers, facts", "Surat, fakta", 30),
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
    table = _table("9 jawaban", "Answers entered", "Jawaban yang dimasukkan", heads, facts.findings)
    return Section(title=Both("Findings", "Temuan"), says=says, tables=(table,))


def _alternatives(facts: ReportFacts) -> Section:
    heads = (
        _head("No.", "No.", 5),
        _head("Other explanation", "Penjelasan lain", 34),
        _head("About", "Tentang", 14),
        _head("State", "Keadaan", 14),
        _head("Officer's answer", "Jawaban petugas", 44),
        DONE_BY,
    )
    says = Both(
        "The hints of each person and the explanations that stand open are in D3, D4 and D5.",
        "Petunjuk bagi setiap orang dan penjelasan yang masih terbuka tercantum dalam D3, D4, dan D5.",
    )
    table = _table("10 penjelasan lain", "Answers of officers", "Jawaban petugas", heads, facts.alternatives)
    return Section(title=Both("Other explanations", "Penjelasan lain"), says=(TYPED, says), tables=(table,))


def _decisions(facts: ReportFacts) -> Section:
    heads = (
        _head("No.", "No.", 6),
        _head("Decision", "Keputusan", 22),
        _head("About", "Tentang", 34),
        _head("As, or with", "Sebagai, atau dengan", 26),
        _head("Reason, document", "Alasan, surat", 44),
        DONE_BY,
    )
    table = _table("11 keputusan", "Decisions", "Keputusan", heads, facts.decisions, 400)
    says = Both(
        "Every decision, rejected ones and those that a later one closed as well.",
        "Setiap keputusan, termasuk penolakan dan yang sudah ditutup keputusan kemudian.",
    )
    return Section(title=Both("Decisions of persons", "Keputusan orang"), says=(says,), tables=(table,))


def _changes(facts: ReportFacts) -> Section:
    heads = (_head("What", "Apa", 34), REASON, DONE_BY)
    table = _table(
        "12 perubahan", "Corrections, and earlier reports", "Perbaikan, dan laporan sebelumnya", heads, facts.changes
    )
    return Section(title=Both("Changed since the last report", "Perubahan sejak laporan terakhir"), tables=(table,))


def _again(facts: ReportFacts) -> Section:
    heads = (
        _head("Officer", "Petugas", 14),
        _head("Access", "Akses", 18),
        _head("Fingerprint of the key", "Sidik jari kunci", 60),
        _head("Admitted by, at (UTC)", "Diterima oleh, pada (UTC)", 26),
    )
    table = _table("13 kunci", "Keys", "Kunci", heads, facts.keys)
    return Section(title=Both("How to check again", "Cara memeriksa ulang"), says=facts.again, tables=(table,))


def _statement(facts: ReportFacts) -> Section:
    heads = (
        _head("Annex", "Lampiran", 16),
        _head("Title", "Judul", 40),
        _head("SHA-256 of its content", "SHA-256 isinya", 60),
    )
    says = Both(
        "Signed by the examiner and their head on the letter that this annex belongs to. It says nothing of guilt, of "
        "age, or of who held a device.",
        "Ditandatangani pemeriksa dan atasannya pada surat pengantar lampiran ini. Laporan ini tidak menyatakan "
        "kesalahan, usia, atau siapa yang memegang perangkat.",
    )
    table = _table(ANNEXES, "Annexes made with it", "Lampiran yang dibuat bersamanya", heads, facts.annexes)
    return Section(
        title=Both("Statement, signatures, annexes", "Pernyataan, tanda tangan, lampiran"),
        says=(says,),
        tables=(table,),
    )
