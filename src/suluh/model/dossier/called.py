# SPDX-License-Identifier: Apache-2.0
"""What kinds of rows are called where a sentence names one: a refusal, or what a frozen paper no longer agrees with."""

from collections.abc import Mapping

from suluh.model.deeds.deed import Said

NOUNS: Mapping[str, Said] = {
    "account": Said("account", "akun"),
    "acquisition": Said("acquisition", "akuisisi"),
    "alternative": Said("other explanation", "penjelasan lain"),
    "answer": Said("answer", "jawaban"),
    "authority": Said("authority", "dasar kewenangan"),
    "called": Said("who stands under", "siapa di balik kode"),
    "charge": Said("charge", "sangkaan"),
    "content": Said("content", "isi"),
    "counts": Said("counts", "hitungan"),
    "deal": Said("deal", "rangkaian transaksi"),
    "deals": Said("how deals stand that are counted in", "kedudukan rangkaian yang dihitung dalam"),
    "decision": Said("decision", "keputusan"),
    "defendant": Said("defendant", "pihak dalam berkas"),
    "dossier": Said("dossier", "berkas"),
    "ending": Said("ending", "hasil akhir"),
    "ends": Said("the last instant of", "saat terakhir pada"),
    "exhibit": Said("exhibit", "barang bukti"),
    "extraction": Said("extraction", "ekstraksi"),
    "flaws": Said("flaws", "catatan tidak terbaca"),
    "grade": Said("grade", "nilai"),
    "handling": Said("handling", "penanganan"),
    "hashset": Said("hash set", "himpunan hash"),
    "holiday": Said("holiday", "hari libur"),
    "identity": Said("identity", "identitas"),
    "intelligence": Said("intelligence", "laporan intelijen"),
    "issue": Said("release", "pelepasan"),
    "late": Said("reason for being late", "alasan keterlambatan"),
    "law": Said("row of law", "baris hukum"),
    "lawcheck": Said("check of law", "pemeriksaan hukum"),
    "letter": Said("letter", "surat permintaan"),
    "link": Said("link", "kaitan"),
    "match": Said("match", "kecocokan"),
    "message": Said("message", "pesan"),
    "observation": Said("observation", "hasil pengamatan"),
    "paper": Said("paper", "surat"),
    "partnernote": Said("note for a partner", "catatan untuk mitra"),
    "payment": Said("booked line", "baris rekening"),
    "person": Said("person", "orang"),
    "program": Said("version of the program", "versi program"),
    "protected": Said("protected account", "akun terlindungi"),
    "received": Said("how much was entered of", "kelengkapan catatan"),
    "reply": Said("reply", "balasan"),
    "request": Said("request", "permintaan"),
    "requestitem": Said("item of a request", "butir permintaan"),
    "seizure": Said("seizure", "penyitaan"),
    "series": Said("series", "seri"),
    "statement": Said("statement", "rekening koran"),
    "supportnote": Said("support note", "catatan dukungan"),
    "tie": Said("tie", "pengaitan fakta"),
    "told": Said("sentence of an interview", "kalimat BAP"),
    "vote": Said("vote", "penilaian kategori"),
    "withheld": Said("what is withheld on the paper of", "yang ditahan pada lembar"),
    "written": Said("annex", "lampiran"),
}
"""By kind. A kind that is missing stands as it is."""


def row_named(row: str) -> Said:
    """A row by its kind and name, such as ``paper paper-3``, as people call it.

    >>> row_named("paper paper-3").indonesian
    'surat paper-3'
    """
    kind, _, name = row.partition(" ")
    called = NOUNS.get(kind, Said(kind, kind))
    return Said(f"{called.english} {name}".strip(), f"{called.indonesian} {name}".strip())
