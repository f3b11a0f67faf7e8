# SPDX-License-Identifier: Apache-2.0
"""D2, parts 11 to 14: what persons decided, what changed, how anybody checks it again, and what goes with it."""

from collections.abc import Iterator

from msgspec.structs import replace

from suluh.referral.papers.forms.d2_falls import falls
from suluh.referral.papers.forms.heads import DONE_BY, EXHIBIT, PATHS, REASON, head, table
from suluh.referral.papers.report import ReportFacts
from suluh.referral.papers.values import Both, Section

ANNEXES, SUMS, DECIDING = "14a lampiran", "14c daftar hash", "14b file penentu"
"""Tables: what was made with the report, the lists of digests, and the files that deals rest on."""


def decisions(facts: ReportFacts) -> Section:
    """Part 11."""
    heads = (
        head("No.", "No.", 6),
        head("Kind", "Jenis", 22, is_printed=False),
        head("About", "Tentang", 34, is_printed=False),
        head("What was decided", "Yang diputuskan", 62),
        head("Reason, document", "Alasan, surat", 34),
        DONE_BY,
    )
    shown = table("11 keputusan", "Decisions", "Keputusan", heads, facts.decisions, 400)
    entered = (
        head("What was entered", "Yang dimasukkan", 30),
        head("Of whom", "Tentang siapa", 50),
        head("By which paper", "Menurut surat", 34),
        DONE_BY,
    )
    said = table(
        "11d pernyataan",
        "Entered of persons without a decision on a link",
        "Dimasukkan tentang orang tanpa keputusan atas kaitan",
        entered,
        facts.stated,
    )
    says = Both(
        "What the program finds is a suggestion until an officer decides. Every decision stands here in its order, "
        "rejected ones and those that a later one closed as well; of two on the same thing the later counts. What "
        "officers entered without deciding on a link, and that joins accounts or names a person all the same, stands "
        "in a table of its own.",
        "Temuan program adalah saran sampai petugas memutuskan. Setiap keputusan tercantum menurut urutannya, termasuk "
        "penolakan dan yang sudah ditutup keputusan kemudian; dari dua keputusan atas hal yang sama, yang terakhir "
        "berlaku. Yang dimasukkan petugas tanpa memutuskan suatu kaitan, tetapi tetap menggabungkan akun atau menyebut "
        "orang, tercantum dalam tabel tersendiri.",
    )
    return Section(
        title=Both("Decisions of persons", "Keputusan orang"),
        says=(says, *facts.decided),
        tables=(shown, said, *falls(facts)),
    )


def changes(facts: ReportFacts) -> Section:
    """Part 12."""
    heads = (head("What changed", "Yang berubah", 60), REASON, DONE_BY)
    shown = table(
        "12 perubahan", "Corrections and earlier reports", "Perbaikan dan laporan terdahulu", heads, facts.changes
    )
    says = Both(
        "What was entered is never overwritten: a correction stands beside what it corrects, and both are kept. Who "
        "has an earlier report compares the SHA-256 at its foot with the one below.",
        "Yang sudah dimasukkan tidak pernah ditimpa: perbaikan tercatat di samping yang diperbaiki, dan keduanya "
        "disimpan. Pemegang laporan terdahulu mencocokkan SHA-256 di kakinya dengan yang di bawah.",
    )
    none = Both(
        "Nothing was corrected, and no report of this examination was frozen before.",
        "Tidak ada yang diperbaiki, dan belum pernah ada laporan pemeriksaan ini yang dibekukan.",
    )
    title = Both("Changed since the last report", "Perubahan sejak laporan terakhir")
    return Section(title=title, says=(says,) if facts.changes else (), tables=(replace(shown, empty=none),))


def again(facts: ReportFacts) -> Section:
    """Part 13."""
    heads = (
        head("Officer", "Petugas", 14),
        head("Access", "Akses", 18),
        head("Fingerprint of the key", "Sidik jari kunci", 60),
        head("Admitted by, at (UTC)", "Diterima oleh, pada (UTC)", 26),
    )
    shown = table("13 kunci", "Keys", "Kunci", heads, facts.keys)
    says = (*_without(facts), WITH, *facts.again)
    return Section(title=Both("How to check again", "Cara memeriksa ulang"), says=says, tables=(shown,))


WITH = Both(
    "With Suluh and the case, whoever has both checks the rest:",
    "Dengan Suluh dan perkaranya, pemegang keduanya memeriksa selebihnya:",
)


def _without(facts: ReportFacts) -> Iterator[Both]:
    """How somebody checks who has the exhibit and the lists, and no Suluh."""
    name = str(facts.sums[0][0]) if facts.sums else "LIST.txt"
    yield Both(
        "Without Suluh, by whoever has the exhibit (or a copy of it) and the lists of digests of part 14, on Linux; on "
        "macOS shasum -a 256 stands for sha256sum:",
        "Tanpa Suluh, oleh pemegang barang bukti (atau salinannya) dan daftar hash di bagian 14, pada Linux; pada "
        "macOS pakai shasum -a 256 sebagai ganti sha256sum:",
    )
    yield Both(
        f"1. Take the list of the exhibit, such as {name}. Run sha256sum {name}: it gives the SHA-256 that stands "
        "beside its name in part 14. If not, it is another list: stop.",
        f"1. Ambil daftar barang bukti itu, misalnya {name}. Jalankan sha256sum {name}: hasilnya SHA-256 di samping "
        "namanya di bagian 14. Bila tidak, itu daftar lain: berhenti.",
    )
    yield Both(
        "2. Go to the folder in which the files of the exhibit lie, opened for reading alone: cd FOLDER.",
        "2. Masuk ke folder tempat file barang bukti berada, dibuka hanya untuk dibaca: cd FOLDER.",
    )
    yield Both(
        f"3. Run sha256sum -c --quiet PATH/{name}. Files that differ or are not there are named; where it prints "
        "nothing, every file of the list is byte for byte the one that was examined.",
        f"3. Jalankan sha256sum -c --quiet JALUR/{name}. File yang berbeda atau tidak ada disebut; bila tidak ada "
        "keluaran, setiap file dalam daftar sama byte demi byte dengan yang diperiksa.",
    )
    yield Both(
        "4. For the files that deals, links and offers rest on: sha256sum FILE gives the digest that part 14 has of "
        "it. One inside an archive (its path has !/) is taken out of it first.",
        "4. Untuk file yang menjadi dasar rangkaian, kaitan, dan penawaran: sha256sum FILE menghasilkan hash-nya di "
        "bagian 14. File di dalam arsip (jalurnya memuat !/) dikeluarkan dahulu.",
    )
    yield Both(
        "5. This shows that the files are those that were examined. It does not show that the exhibit is the thing "
        "that was seized (seals and image digests: part 3), that files were read rightly (part 6), or anything of "
        "files that the last lines of the list count as left out.",
        "5. Ini menunjukkan bahwa file itu adalah yang diperiksa. Ini tidak menunjukkan bahwa barang bukti itu yang "
        "disita (segel dan hash citra: bagian 3), bahwa file dibaca dengan benar (bagian 6), atau apa pun tentang "
        "file yang menurut baris terakhir daftar tidak disertakan.",
    )


def statement(facts: ReportFacts) -> Section:
    """Part 14."""
    annexes = (
        head("Annex, as at its foot", "Lampiran, seperti di kakinya", 20),
        head("Title", "Judul", 40),
        head("SHA-256 at its foot", "SHA-256 di kakinya", 60),
    )
    deciding = (
        EXHIBIT,
        head("Acquisition", "Akuisisi", 9),
        head("File no.", "File ke-", 7),
        head("File", "File", 30),
        head("SHA-256 of the file", "SHA-256 file", 48),
        head("Bytes", "Byte", 11),
        head("Deals that rest on it", "Rangkaian yang bertumpu padanya", 20),
        head("Links, offers that rest on it", "Kaitan, penawaran yang bertumpu padanya", 18),
    )
    sums = (
        head("List", "Daftar", 30),
        EXHIBIT,
        head("Acquisition", "Akuisisi", 9),
        head("Files in it", "File di dalamnya", 10, adds_up=True),
        head("Left out", "Tidak disertakan", 10, adds_up=True),
        head("SHA-256 of the list itself", "SHA-256 daftar itu sendiri", 50),
    )
    signed = Both(
        "Signed by the examiner and their head on the letter that this annex belongs to. It says nothing of guilt, of "
        "age, or of who held a device.",
        "Ditandatangani pemeriksa dan atasannya pada surat pengantar lampiran ini. Laporan ini tidak menyatakan "
        "kesalahan, usia, atau siapa yang memegang perangkat.",
    )
    made = table(ANNEXES, "Annexes made with it", "Lampiran yang dibuat bersamanya", annexes, facts.annexes)
    files = table(
        DECIDING,
        "Files that deals, links and offers rest on",
        "File yang menjadi dasar rangkaian, kaitan, penawaran",
        deciding,
        facts.deciding,
        400,
    )
    lists = table(SUMS, "Lists of digests, for sha256sum -c", "Daftar hash, untuk sha256sum -c", sums, facts.sums)
    return Section(
        title=Both("Statement, signatures, annexes", "Pernyataan, tanda tangan, lampiran"),
        says=(signed,),
        tables=(
            replace(made, notes=(*((FOOT,) if facts.annexes else ()), *_unmade(facts.unmade)), empty=APART),
            replace(files, notes=(NUMBERED, PATHS) if facts.deciding else ()),
            replace(lists, notes=(LISTS,) if facts.sums else ()),
        ),
    )


def _unmade(names: tuple[str, ...]) -> Iterator[Both]:
    """Which annexes are referred to and were not made."""
    if names:
        listed = ", ".join(names)
        yield Both(
            f"This report refers to annexes that were not made with it: {listed}. What stands there alone, such as the "
            "booked lines of a sum, cannot be checked with this report.",
            f"Laporan ini menyebut lampiran yang tidak dibuat bersamanya: {listed}. Yang hanya tercantum di sana, "
            "seperti baris rekening suatu jumlah, tidak dapat diperiksa dengan laporan ini.",
        )


APART = Both(
    "None was made in one go with it; D1 lists the annexes of a dossier.",
    "Tidak ada yang dibuat sekaligus dengannya; D1 mendaftar lampiran berkas.",
)
FOOT = Both(
    "The digest at the foot of every page of an annex is that of all it says (its file NUMBER.json), whichever copy "
    "and language is printed.",
    "Hash di kaki setiap halaman lampiran adalah hash seluruh isinya (file NOMOR.json), salinan dan bahasa apa pun "
    "yang dicetak.",
)
NUMBERED = Both(
    "The number of a file is its place in the order of intake, by which D1 names it. Rejected deals are not counted.",
    "Nomor file ialah urutannya saat penerimaan, yang dipakai D1 untuk menyebutnya. Rangkaian yang ditolak tidak "
    "dihitung.",
)
LISTS = Both(
    "Left out: files outside the scope, without bytes, or with a path that no paper prints; the list ends with their "
    "numbers. A list holds what lies on the exhibit itself, not what archives hold.",
    "Tidak disertakan: file di luar lingkup, tanpa isi, atau yang jalurnya tidak dicetak pada lembar mana pun; "
    "jumlahnya di akhir daftar. Daftar memuat file pada barang bukti itu sendiri, bukan isi arsip.",
)
