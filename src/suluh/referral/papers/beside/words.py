# SPDX-License-Identifier: Apache-2.0
"""Words of these papers in both languages."""

from collections.abc import Mapping

from suluh.referral.papers.known import Both

WORDS: Mapping[str, Both] = {
    "secret": Both("RAHASIA", "CONFIDENTIAL (RAHASIA)"),
    "hand": Both("nama, tanda tangan, tanggal", "name, signature, date"),
    "entry": Both("buku jejak: catatan", "ledger: entry"),
    "root": Both("akar", "root"),
    "digest": Both("awal SHA-256 lembar ini", "SHA-256 of this paper begins"),
    "none": Both("tidak ada", "none"),
    "unknown": Both("tidak diketahui", "not known"),
    "not-entered": Both("belum dicatat", "not entered yet"),
    "whole": Both("Seluruhnya", "All together"),
}

RISK: Mapping[str, Both] = {
    "yes": Both("ya: orang ini mungkin berada dalam bahaya sekarang", "yes: they may be in danger now"),
    "no": Both("tidak", "no"),
    "not-known": WORDS["unknown"],
}

ROLES: Mapping[str, Both] = {
    "child-victim": Both("anak korban", "child victim"),
    "child-witness": Both("anak saksi", "child witness"),
    "child-in-conflict": Both("anak yang berkonflik dengan hukum", "child in conflict with the law"),
    "child": Both("anak; kedudukannya tidak disebut", "child; as what is not said"),
}

STATES: Mapping[str, Both] = {
    "late": Both("lewat", "late"),
    "running": Both("berjalan", "running"),
    "no-length": Both("lama belum diperiksa", "its length is not checked yet"),
    "grey": Both("ketentuan belum diperiksa dua petugas", "not checked by two officers yet"),
    "met": Both("dipenuhi", "met"),
}

ENDINGS: Mapping[str, Both] = {
    "putusan": Both("putusan", "judgment"),
    "SP3": Both("SP3 (penghentian penyidikan)", "SP3 (investigation ended)"),
    "diversi": Both("diversi", "diversion"),
    "dismissed": Both("tuntutan gugur atau ditolak", "dismissed"),
}

KINDS: Mapping[str, Both] = {
    "prosecutor": Both("penuntut umum", "prosecutor"),
    "partner": Both("mitra", "partner"),
    "support": Both("layanan korban", "victim support"),
    "defence": Both("penasihat hukum", "defence"),
    "commission": Both("komisi", "commission"),
    "expert": Both("ahli", "expert"),
    "court": Both("pengadilan", "court"),
    "other": Both("lain-lain", "other"),
}


def in_tongue(said: Both | str, tongue: str) -> str:
    """A text in one language; a plain text is the same in both."""
    if isinstance(said, Both):
        return said.id if tongue == "id" else said.en
    return said
