# SPDX-License-Identifier: Apache-2.0
"""A row as a frozen paper keeps it: its kind, the name that people know it by, and the digest of what it said."""

import hashlib

import msgspec

from suluh.model.body import Noun, body, kind_of
from suluh.model.dossier.charges import Rested
from suluh.model.dossier.entered import Entered
from suluh.model.intake import Acquisition, Authority, Exhibit


def digest_of(told: object) -> str:
    """The digest of some values as canonical JSON."""
    return hashlib.sha256(msgspec.json.encode(told, order="sorted")).hexdigest()


def rested(one: Noun) -> Rested:
    """A row by the name that people know it by."""
    name = one.id
    if isinstance(one, Entered):
        name = one.code
    elif isinstance(one, Exhibit):
        name = one.label
    elif isinstance(one, Acquisition):
        name = f"{one.exhibit}/{one.name}"
    elif isinstance(one, Authority):
        name = one.number
    return Rested(kind=kind_of(type(one)), name=name, digest=hashlib.sha256(body(one)).hexdigest())
