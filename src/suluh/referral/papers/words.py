# SPDX-License-Identifier: Apache-2.0
"""Words that made papers add to those of packages, in both languages."""

from suluh.referral.papers.values import Both
from suluh.referral.words import WORDS

NO_BYTES = Both(
    "The content of these files is not on the exhibits; what they hold cannot be said.",
    "Isi file tidak ada pada barang bukti; apa isinya tidak dapat dikatakan.",
)
"""What is said where something was sent of which no exhibit has the bytes."""

NO_FILE = Both(
    "No attachment of this deal lies on an exhibit; what was given is known by what was said alone.",
    "Tidak ada lampiran dari rangkaian ini pada barang bukti; apa yang diberikan hanya diketahui dari perkataan.",
)
"""What is said of a deal whose giving is in words alone."""

_OWN: dict[str, Both] = {
    "suggested": Both("not decided", "belum diputuskan"),
    "ordered": Both("asked for or ordered", "ditanyakan atau dipesan"),
    "said-given": Both("said to be given", "disebut sudah diberikan"),
    "open": Both("open", "terbuka"),
    "answered": Both("answered", "dijawab"),
    "not-applicable": Both("not applicable", "tidak berlaku"),
    "receive": Both("received", "diterima"),
    "copy": Both("copied", "disalin"),
    "hand-over": Both("handed over", "diserahterimakan"),
    "return": Both("returned", "dikembalikan"),
    "destroy": Both("destroyed", "dimusnahkan"),
    "opened": Both("opened", "dibuka"),
    "category": Both("category", "kategori"),
    "zone": Both("time zone", "zona waktu"),
    "layout": Both("layout of a statement", "susunan rekening koran"),
    "word": Both("word read as another", "kata dibaca sebagai kata lain"),
    "confirm-deal": Both("confirm a deal", "mengonfirmasi rangkaian"),
    "reject-deal": Both("reject a deal", "menolak rangkaian"),
    "dispute-deal": Both("dispute a deal", "memperselisihkan rangkaian"),
    "retract-deal": Both("retract a word on a deal", "menarik kembali keputusan atas rangkaian"),
    "system": Both("notice of the app", "pesan sistem"),
    "call": Both("call", "panggilan"),
    "post": Both("post", "unggahan"),
    "revoked": Both("deleted by the sender", "dihapus pengirim"),
    "unsupported": Both("of a kind that no reader knows", "jenis yang tidak dikenal pembaca"),
    "direct": Both("talk of two", "percakapan dua pihak"),
    "group": Both("group", "grup"),
    "channel": Both("channel", "kanal"),
    "seller": Both("seller", "penjual"),
    "buyer": Both("buyer", "pembeli"),
    "examiner": Both("examiner", "pemeriksa"),
    "analyst": Both("analyst", "analis"),
    "child-protection": Both("child-protection officer", "petugas perlindungan anak"),
    "supervisor": Both("supervisor", "penyelia"),
    "prosecutor": Both("prosecutor", "penuntut umum"),
    "auditor": Both("auditor", "auditor"),
    "defence": Both("defence", "pembela"),
    "partner": Both("partner", "mitra"),
    "support": Both("victim support", "layanan korban"),
    "commission": Both("commission", "komisi"),
    "flaw": Both("could not be read", "tidak terbaca"),
}


def told(code: str) -> Both:
    """A value of ours in both languages; what has no translation stands as it is."""
    if code in _OWN:
        return _OWN[code]
    indonesian, english = WORDS.get(code, (code, code))
    return Both(english, indonesian)


def many(number: int, one: str) -> str:
    """A number with what it counts, as English has it.

    >>> many(1, "deal"), many(2, "deal")
    ('1 deal', '2 deals')
    """
    return f"{number:,} {one}" if number == 1 else f"{number:,} {one}s"


def done(by: str | None, at: str | None) -> str | None:
    """Who did something, and when, as people read it, with its zone; null where nobody did."""
    if by is None:
        return None
    moment = at and at.removesuffix("Z").partition(".")[0].replace("T", " ")
    return f"{by}, {moment} UTC" if moment else by


def said(code: str | None) -> Both | None:
    """The same for a value that may be absent."""
    return None if code is None else told(code)
