# SPDX-License-Identifier: Apache-2.0
"""Layouts of statements that an officer accepted once for the unit: each signed, under the digest of the layout."""

from collections.abc import Iterator

import msgspec

from suluh.custody.key import OfficerKey, has_signed
from suluh.model.body import Part, body
from suluh.model.errors import Changed, UnknownObject
from suluh.model.trade import layout_digest
from suluh.unit.folder import UnitFolder, write
from suluh.unit.officers import public_key

_WORDS = b"suluh layout of the unit 1\n"


class Layout(Part, frozen=True, kw_only=True):
    """One layout that holds for every later case, and who accepted it."""

    digest: str
    service: str
    """What stands before the numbers of its accounts: ``bca``; empty where statements state none."""

    answers: tuple[tuple[str, str], ...]
    """How it is read: columns, signs, days, direction, currency."""

    reason: str
    by: str
    key: str
    """The officer's signing key, hex."""

    at: str
    is_withdrawn: bool = False
    """Whether the officer took an earlier acceptance back: later cases ask anew."""

    signature: str = ""

    def words(self) -> bytes:
        """What the officer signed."""
        return _WORDS + body(msgspec.structs.replace(self, signature=""))

    def mark(self) -> str:
        """The beginning of its signature: by it a decision names this acceptance and no later one."""
        return self.signature[:64]


def sign(unit: UnitFolder, key: OfficerKey, layout: Layout) -> Layout:
    """Keep a layout under its digest, signed by the officer."""
    made = msgspec.structs.replace(layout, by=key.code, key=key.public.signing.hex(), signature="")
    made = msgspec.structs.replace(made, signature=key.sign(made.words()).hex())
    write(unit.layouts / f"{made.digest}.json", body(made))
    return made


def layouts(unit: UnitFolder) -> Iterator[Layout]:
    """Every layout that was accepted or taken back, by digest. Raises `Changed` where one is not as it was signed."""
    for path in sorted(unit.layouts.glob("*.json")) if unit.layouts.is_dir() else ():
        try:
            found = msgspec.json.decode(path.read_bytes(), type=Layout, strict=True)
            own, signature = public_key(unit, found.by), bytes.fromhex(found.signature)
        except (msgspec.MsgspecError, ValueError, UnknownObject) as error:
            raise Changed(f"{path} holds no layout that an officer of the unit accepted: take the file away") from error
        is_its_own = path.stem == found.digest == layout_digest(found.service, found.answers)
        signed = has_signed(own.signing, found.words(), signature)
        if not (is_its_own and signed and own.signing.hex() == found.key):
            raise Changed(f"{path} is not what {found.by} signed: take the file away, and accept the layout again")
        yield found
