# SPDX-License-Identifier: Apache-2.0
"""Files that are encrypted, as far as their names say: nobody reads them without a key, and somebody may have it."""

import re
from typing import NamedTuple

from suluh.model.intake import File


class Sealed(NamedTuple):
    """A kind of encrypted file, and how it is named."""

    name: re.Pattern[bytes]
    reason: str


ENCRYPTED = "encrypted"
"""Every reason of this kind begins so; of a member of an archive that needs a password it is all of it."""

KINDS = (
    Sealed(re.compile(rb"\.crypt\d{1,2}$"), "encrypted WhatsApp backup, by its name"),
    Sealed(re.compile(rb"\.mcrypt\d$"), "encrypted media backup of WhatsApp, by its name"),
    Sealed(re.compile(rb"(^|/)signal-[\d-]+\.backup$"), "encrypted Signal backup, by its name"),
    Sealed(re.compile(rb"\.(gpg|pgp|age|aes|axx|enc|cpt)$"), "encrypted file, by its name"),
    Sealed(re.compile(rb"\.(kdbx?)$"), "encrypted list of passwords, by its name"),
    Sealed(re.compile(rb"\.(hc|tc|luks)$"), "encrypted volume, by its name"),
)
"""General knowledge of what programs call their files; a name can be wrong, and each sentence says that it is one."""


def why_sealed(file: File) -> str | None:
    """That a file is encrypted, in words; null where its name does not say so."""
    path = file.path.lower()
    return next((kind.reason for kind in KINDS if kind.name.search(path)), None)


def is_sealed(reason: str | None) -> bool:
    """Whether a reason says that a file is encrypted."""
    return reason is not None and re.match(rf"{ENCRYPTED}\b", reason) is not None
