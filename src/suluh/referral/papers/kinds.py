# SPDX-License-Identifier: Apache-2.0
"""What each kind of paper is called on paper, in both languages: the code of a kind is for typing alone."""

from collections.abc import Mapping

from suluh.referral.papers.values import Both

KINDS: Mapping[str, Both] = {
    "LP": Both("police report", "laporan polisi"),
    "LI": Both("information report", "laporan informasi"),
    "LHA": Both("analysis report (LHA)", "laporan hasil analisis (LHA)"),
    "Sprindik": Both("order to investigate", "surat perintah penyidikan"),
    "SPDP": Both("notice that an investigation began (SPDP)", "SPDP"),
    "SP.Sita": Both("order of seizure", "surat perintah penyitaan"),
    "SP.Geledah": Both("order of search", "surat perintah penggeledahan"),
    "SP.Tangkap": Both("order of arrest", "surat perintah penangkapan"),
    "SP.Tahan": Both("order of detention", "surat perintah penahanan"),
    "SP.Tahan-penuntut": Both("order of detention by the prosecutor", "surat perintah penahanan penuntut umum"),
    "SP.Tahan-hakim": Both("order of detention by the judge", "surat penetapan penahanan hakim"),
    "BA-penyitaan": Both("record of seizure", "BA penyitaan"),
    "BA-penggeledahan": Both("record of search", "BA penggeledahan"),
    "BA-penyegelan": Both("record of sealing", "BA penyegelan"),
    "BA-pembungkusan": Both("record of packing", "BA pembungkusan"),
    "BA-penyisihan": Both("record of setting apart", "BA penyisihan"),
    "penetapan": Both("court order", "penetapan pengadilan"),
    "penolakan": Both("refusal of the court", "penolakan pengadilan"),
    "izin": Both("permission of the court", "izin pengadilan"),
    "persetujuan": Both("approval of the court", "persetujuan pengadilan"),
    "perpanjangan": Both("extension", "surat perpanjangan"),
    "pembebasan": Both("release", "surat pembebasan"),
    "BAP-saksi": Both("record of interview of a witness", "BAP saksi"),
    "BAP-korban": Both("record of interview of a victim", "BAP korban"),
    "BAP-ahli": Both("record of interview of an expert", "BAP ahli"),
    "BAP-tersangka": Both("record of interview of the suspect", "BAP tersangka"),
    "BAP-anak": Both("record of interview of the child", "BAP Anak"),
    "berita-acara-koordinasi": Both("minutes of coordination", "berita acara koordinasi"),
    "penetapan-status": Both("paper of legal status", "penetapan status"),
    "pemberitahuan": Both("notice", "surat pemberitahuan"),
    "pemblokiran": Both("blocking of an account", "surat pemblokiran"),
    "pembukaan-blokir": Both("lifting of a blocking", "surat pembukaan blokir"),
    "kebocoran-data": Both("breach of data", "laporan kebocoran data"),
    "retensi": Both("decision on keeping", "keputusan retensi"),
    "laporan-sosial": Both("social report", "laporan sosial"),
    "diversi": Both("agreement on diversion", "kesepakatan diversi"),
    "pelindungan": Both("order of protection", "perintah pelindungan"),
    "surat-LPSK": Both("letter to or of LPSK", "surat LPSK"),
    "SP3": Both("end of the investigation (SP3)", "SP3"),
    "putusan": Both("judgment", "putusan"),
    "surat": Both("letter", "surat"),
    "tanda-terima": Both("receipt", "tanda terima"),
    "tanda-terima-salinan": Both("receipt of copies", "tanda terima salinan"),
    "pengantar": Both("covering letter", "surat pengantar"),
    "resume": Both("resume", "resume"),
    "pendapat": Both("opinion", "pendapat"),
    "lainnya": Both("other paper", "surat lain"),
}
"""The forms P-16 to P-22 of prosecutors are called by their number everywhere."""


def called(kind: str) -> Both:
    """What a kind of paper is called."""
    return KINDS.get(kind, Both(kind, kind))


def numbered(kind: str, number: str) -> Both:
    """A paper as it is called outside, by its kind and number."""
    name = called(kind)
    return Both(f"{name.english} {number}", f"{name.indonesian} {number}")


def typed_moment(written: str | None) -> str | None:
    """A moment as an officer typed it, with its zone, as people read it.

    >>> typed_moment("2026-09-01T08:15+07:00")
    '2026-09-01 08:15 +07:00'
    """
    if written is None:
        return None
    day, _, time = written.partition("T")
    at = next((place for place, one in enumerate(time) if one in "+-Z"), len(time))
    zone = time[at:].replace("Z", "UTC")
    return " ".join(filter(None, (day, time[:at], zone)))


STATUS_PAPER = "penetapan-status"


def gives_status(kind: str, number: str) -> Both:
    """The paper that was entered for a status, with a word where its kind is none that gives one."""
    paper = numbered(kind, number)
    if kind == STATUS_PAPER:
        return paper
    return Both(
        f"entered for it is {paper.english}, which gives no status",
        f"yang dimasukkan untuknya: {paper.indonesian}, yang bukan penetapan status",
    )
