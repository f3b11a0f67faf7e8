# SPDX-License-Identifier: Apache-2.0
"""What is read of an approved package to write it in another form, and what such a form does."""

from abc import ABC, abstractmethod
from typing import ClassVar

import msgspec

from suluh.model.errors import BadBody
from suluh.referral.dossier import AccountLine, DealLine, ExhibitLine, MatchLine, OfferLine, VoteLine, WithheldLine

FORMAT = "suluh-package/3"


class Listed(msgspec.Struct, frozen=True, kw_only=True):
    """A content as a package lists it: what a kind of recipient may not have is empty."""

    sha256: str
    sha1: str
    md5: str
    size: int
    type: str
    exhibits: tuple[str, ...] = ()
    matches: tuple[MatchLine, ...] = ()
    votes: tuple[VoteLine, ...] = ()


class Package(msgspec.Struct, frozen=True, kw_only=True):
    """What `package.json` says, as far as another form takes it."""

    format: str
    kind: str
    case: str
    unit: str
    recipient: str
    author: str
    at: str
    tool: str
    country: str | None = None
    request: str | None = None
    basis: str | None = None
    handling: str | None = None
    exhibits: tuple[ExhibitLine, ...] = ()
    contents: tuple[Listed, ...] = ()
    accounts: tuple[AccountLine, ...] = ()
    deals: tuple[DealLine, ...] = ()
    offers: tuple[OfferLine, ...] = ()
    withheld: tuple[WithheldLine, ...] | None = None
    """Null for kinds whose package does not say it."""


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """Who approved a package, and its digest."""

    approver: str
    digest: str


class ExchangeFormat(ABC):
    """One other form of a package."""

    name: ClassVar[str]
    tables: ClassVar[frozenset[str]]
    """Tables of a package that it takes; the rows of all others are counted as left out."""

    needs: ClassVar[str | None] = None
    """A table without which it would be empty."""

    @abstractmethod
    def write(self, package: Package, seal: Seal) -> bytes:
        """The whole file; the same package gives the same bytes."""


def read_package(raw: bytes) -> Package:
    """What a `package.json` says. Raises `BadBody` for one of another version."""
    try:
        found = msgspec.json.decode(raw, type=Package)
    except (msgspec.MsgspecError, UnicodeDecodeError) as error:
        raise BadBody(f"package.json is of another version and is written in no other form: {error}") from error
    if found.format != FORMAT:
        raise BadBody(f"package.json is of format {found.format}, and other forms are made of {FORMAT}: draft it again")
    return found


def rows_of(raw: bytes) -> dict[str, int]:
    """How many rows each table of a `package.json` has."""
    told = msgspec.json.decode(raw, type=dict[str, object])
    return {name: len(rows) for name, rows in told.items() if isinstance(rows, list)}
