# SPDX-License-Identifier: Apache-2.0
"""What stands on the sheet of a trial in both languages."""

from collections.abc import Mapping

from suluh.referral.papers.known import Both

WORDS: Mapping[str, Both] = {
    "title": Both("Lembar uji mesin dan program", "Sheet of a trial of machine and program"),
    "about": Both(
        "Suluh versi ini diuji pada mesin ini dengan data buatan. Lembar ini tidak menyatakan apa pun tentang perkara.",
        "This version of Suluh was tried on this machine with made-up data. The sheet says nothing about any case.",
    ),
    "version": Both("Versi", "Version"),
    "tool": Both("SHA-256 program", "SHA-256 of the program"),
    "at": Both("Waktu", "Time"),
    "host": Both("Nama mesin", "Name of the machine"),
    "serial": Both("Nomor seri", "Serial number"),
    "system": Both("Sistem", "System"),
    "processor": Both("Prosesor", "Processor"),
    "mode": Both("Cara", "How"),
    "full": Both("lengkap", "in full"),
    "quick": Both("singkat: sepersepuluh dari undian, perkara kecil", "in a hurry: a tenth of the draws, a small case"),
    "met": Both("Semua bagian memenuhi sasaran.", "Every part reached its goal."),
    "fallen": Both("Tidak memenuhi sasaran: ", "Short of the goal: "),
    "stop": Both(
        "Jangan pakai mesin ini untuk perkara sebelum sebabnya ditemukan.",
        "Use this machine for no case before the cause is found.",
    ),
    "results": Both("Hasil pada mesin ini", "Results on this machine"),
    "what": Both("Yang diuji", "What was tried"),
    "figure": Both("Angka", "Figure"),
    "interval": Both("Selang 95 %", "95 % interval"),
    "goal": Both("Sasaran", "Goal"),
    "result": Both("Hasil", "Result"),
    "pass": Both("ya", "yes"),
    "short": Both("TIDAK", "NO"),
    "untested": Both("Tidak diuji: ", "Not tried: "),
    "known": Both("Tingkat kesalahan yang diketahui dari versi ini", "Known error rates of this version"),
    "made_up": Both(
        "Diukur pada data buatan, bukan pada perkara ini. Angka untuk percakapan, bank, atau negara lain dapat lebih "
        "buruk: sebelum suatu angka dikutip, hitunglah sampel perkara itu sendiri dengan tangan (suluh sample).",
        "Measured on made-up data, not on this case. For other talk, banks or countries a figure may be worse: before "
        "one is cited, count a sample of the case itself by hand (suluh sample).",
    ),
    "function": Both("Fungsi", "Function"),
    "set": Both("Himpunan uji", "Set"),
    "size": Both("Besar", "Size"),
    "date": Both("Tanggal", "Date"),
    "reading": Both(
        "Selang 95 % dua sisi: hitungan secara eksak (Clopper-Pearson), rata-rata sembilan penulis menurut Student. "
        "Undian dianggap saling bebas. Tanda \u2013: angka dilaporkan tanpa sasaran.",
        "95 % intervals, two-sided: of counts the exact one (Clopper-Pearson), of means of nine writers that of "
        "Student. Draws are taken as independent. A \u2013 marks a figure that is reported without a goal.",
    ),
    "again": Both("Memeriksa lagi", "To check again"),
    "again_text": Both(
        "suluh check --verify FOLDER membandingkan check.json, tanda tangan, dan kedua lembar ini. suluh check "
        "mengulang ujian; make validation ONLY=NAMA mengukur lagi satu angka dari halaman ini.",
        "suluh check --verify FOLDER compares check.json, its signature and both sheets. suluh check holds the trial "
        "again; make validation ONLY=NAME measures one figure of this page again.",
    ),
    "sha256": Both("SHA-256 check.json", "SHA-256 of check.json"),
    "validation": Both("SHA-256 validation.json", "SHA-256 of validation.json"),
    "officer": Both("Petugas", "Officer"),
    "fingerprint": Both("Sidik kunci", "Fingerprint of the key"),
    "signature": Both("Tanda tangan Ed25519", "Ed25519 signature"),
    "unsigned": Both("tidak ditandatangani dengan kunci", "not signed by a key"),
    "hand": Both("Nama, jabatan, tanda tangan, tanggal", "Name, rank, signature, date"),
    "tester": Both("Yang menguji", "Held by"),
    "reader": Both("Yang membaca ulang", "Read by"),
}
