# SPDX-License-Identifier: Apache-2.0
"""What a recipient reads first."""

from collections.abc import Iterator
from typing import ClassVar

from suluh.referral.dossier import PackageText
from suluh.referral.formats.format import Format
from suluh.referral.recipients import Recipient
from suluh.referral.tables import TABLES

TEXT = """\
{title}
{english_title}

Perkara / Case: {case}
Penerima / Recipient: {recipient}
Jenis penerima / Kind of recipient: {kind}
Satuan / Unit: {unit}

Isi / What is in it
  package.html             untuk dibaca dan dicetak / to read and print
  package.json             untuk program / for programs
{annexes}  manifest.json            SHA-256 setiap file / SHA-256 of every file
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
  {lacks}
  {english_lacks}
{codes}"""


CODES = """\
  Kode seperti K-1 dan R-1 hanya berlaku dalam paket ini; X: akun terlindungi, Z: pihak di luar paket ini.
  Codes such as K-1 and R-1 mean something in this package only; X: a protected account, Z: a party outside it.
"""


class Readme(Format):
    """``README.txt``: what is in the package and how to check it."""

    name: ClassVar[str] = "readme"

    def write(self, dossier: PackageText, to: Recipient) -> Iterator[tuple[str, bytes]]:
        """One file."""
        text = TEXT.format(
            title=to.title[0].upper(),
            english_title=to.title[1].upper(),
            case=dossier.case,
            recipient=dossier.recipient,
            kind=f"{to.indonesian} / {to.english}",
            unit=dossier.unit,
            annexes="".join(_annex(name) for name in to.tables),
            lacks=to.lacks[0],
            english_lacks=to.lacks[1],
            codes=CODES if "deals" in to.tables else "",
        )
        yield "README.txt", text.encode("utf-8", "backslashreplace")


def _annex(name: str) -> str:
    return f"  {f'annex-{name}.csv':<24} {TABLES[name].indonesian} / {TABLES[name].english}\n"
