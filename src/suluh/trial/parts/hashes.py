# SPDX-License-Identifier: Apache-2.0
"""Hashes: MD5, SHA-1 and SHA-256 by their published vectors, PDQ by what its authors' own code gave."""

import csv
import io
from collections.abc import Iterator
from importlib.resources import files
from typing import NamedTuple

from suluh.hashing.digest import digest
from suluh.hashing.kinds.pdq import Pdq
from suluh.referral.papers.known import Both
from suluh.trial.drawn import draw
from suluh.trial.line import Line, share
from suluh.trial.part import Part
from suluh.trial.setting import Setting


class Vector(NamedTuple):
    """A message and its digests as they were published (RFC 1321, FIPS 180-4)."""

    message: bytes
    md5: str | None
    sha1: str | None
    sha256: str | None


VECTORS = (
    Vector(
        b"",
        "d41d8cd98f00b204e9800998ecf8427e",
        "da39a3ee5e6b4b0d3255bfef95601890afd80709",
        "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
    ),
    Vector(
        b"abc",
        "900150983cd24fb0d6963f7d28e17f72",
        "a9993e364706816aba3e25717850c26c9cd0d89d",
        "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    ),
    Vector(
        b"abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
        None,
        "84983e441c3bd26ebaae4aa1f95129e5e54670f1",
        "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1",
    ),
    Vector(
        b"a" * 1_000_000,
        None,
        "34aa973cd4c4daa4f61eeb2bdbad27316534016f",
        "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0",
    ),
    Vector(b"a", "0cc175b9c0f1b6a831c399e269772661", None, None),
    Vector(b"message digest", "f96b697d7cb7938d525a2f31aaf161d0", None, None),
    Vector(b"abcdefghijklmnopqrstuvwxyz", "c3fcd3d76192e4007dfb496cca67e13b", None, None),
    Vector(b"1234567890" * 8, "57edf4a22be3c955ac49da2e2107b67a", None, None),
)
KINDS = ("md5", "sha1", "sha256")
QUICK = 5
"""In a hurry every so manieth picture is hashed."""


class Hashes(Part):
    """What two machines call equal must be equal."""

    name = "hashes"
    place = 2
    title = Both("Nilai hash", "Hashes")
    untested = Both(
        "Gambar yang dibuka dari JPEG, PNG atau HEIC: lihat PDQ dari JPEG di daftar angka yang diketahui.",
        "Pictures decoded from JPEG, PNG or HEIC: see PDQ of JPEG among the known figures.",
    )

    def lines(self, setting: Setting) -> Iterator[Line]:
        """Each digest that was published, and eight forms of each picture that was drawn."""
        for kind in KINDS:
            due = [(one.message, getattr(one, kind)) for one in VECTORS if getattr(one, kind)]
            right = sum(getattr(digest(io.BytesIO(message)), kind) == wanted for message, wanted in due)
            yield share(Both(f"{kind}: vektor yang diterbitkan", f"{kind}: published vectors"), right, len(due))
        rows = _rows()[:: QUICK if setting.quick else 1]
        right = sum(is_right(row) for row in rows)
        what = Both("PDQ: gambar buatan, delapan bentuk", "PDQ: drawn pictures, eight forms each")
        yield share(what, right, len(rows))


def _rows() -> list[dict[str, str]]:
    """Seeds of pictures and what Meta's own code gave for them."""
    text = (files("suluh.trial") / "pdq.csv").read_text("ascii")
    return list(csv.DictReader(text.splitlines()))


def is_right(row: dict[str, str]) -> bool:
    """Whether our code gives what the reference gave for the picture of a row."""
    looks = Pdq().forms(draw(int(row["seed"])))
    wanted = [row["hash"], *(row[f"form{number}"] for number in range(1, 8))]
    return [one.value.hex() for one in looks] == wanted and looks[0].quality == int(row["quality"])
