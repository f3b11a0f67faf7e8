# SPDX-License-Identifier: Apache-2.0
"""What a recipient reads first."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.dossier import Dossier
from suluh.referral.formats.format import Format

TEXT = """\
PAKET RUJUKAN BERISI HASH SAJA / HASH-ONLY REFERRAL PACKAGE

Perkara / Case: {case}
Penerima / Recipient: {recipient}
Satuan / Unit: {unit}

Isi / What is in it
  package.html             untuk dibaca dan dicetak / to read and print
  package.json             untuk program / for programs
  annex-*.csv              untuk lembar kerja / for spreadsheets
  manifest.json            SHA-256 setiap file / SHA-256 of every file
  release.json             tanda tangan dua petugas / signatures of two officers
  custody/                 bukti dari buku jejak / proof from the ledger
  verify.py                pemeriksa / the verifier

Pemeriksaan / Verification
  python3 -I verify.py .
  Hanya perlu Python 3.11; tidak perlu jaringan. / It needs Python 3.11 only, and no network.
  Bandingkan sidik kunci kedua petugas dengan yang tertulis pada surat pengantar.
  Compare the fingerprints of both officers' keys with those in the covering letter: files that check each other
  show that nobody changed the package since it was signed; only the fingerprints show who signed it.
  Salinan verify.py yang Anda punya sendiri lebih baik daripada yang ada di sini.
  A copy of verify.py that you hold yourself is better than the one in here.

Bukan isi / What is not in it
  Tidak ada gambar, video, teks pesan, nama orang, nomor, akun, atau lokasi file. Kode seperti A-1 dan D-1 hanya
  berlaku dalam paket ini. / No picture, video, message text, name of a person, number, account or path. Codes such
  as A-1 and D-1 mean something in this package only.
"""


class Readme(Format):
    """``README.txt``: what is in the package and how to check it."""

    name: ClassVar[str] = "readme"

    def write(self, dossier: Dossier) -> Iterator[tuple[str, bytes]]:
        """One file."""
        text = TEXT.format(case=dossier.case, recipient=dossier.recipient, unit=dossier.unit)
        yield "README.txt", text.encode("utf-8", "backslashreplace")
