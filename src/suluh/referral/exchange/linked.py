# SPDX-License-Identifier: Apache-2.0
"""A package as CASE/UCO 1.5 in JSON-LD: contents, exhibits, accounts under their codes, deals, and who made it."""

from collections.abc import Iterator
from typing import ClassVar

import msgspec

from suluh.referral.exchange.format import ExchangeFormat, Package, Seal
from suluh.referral.exchange.graph.deals import accounts, deals, offers
from suluh.referral.exchange.graph.exhibits import contents, exhibits
from suluh.referral.exchange.graph.making import making
from suluh.referral.exchange.graph.node import CONTEXT, Names, Node


class Linked(ExchangeFormat):
    """A bundle of objects; every id follows from the digest of the package, and nothing has an address."""

    name: ClassVar[str] = "case"
    tables: ClassVar[frozenset[str]] = frozenset({"exhibits", "contents", "accounts", "deals", "offers", "withheld"})

    def write(self, package: Package, seal: Seal) -> bytes:
        """One JSON-LD document, keys sorted."""
        names = Names(seal.digest)
        nodes = list(_nodes(package, seal, names))
        text = msgspec.json.encode({"@context": CONTEXT, "@graph": nodes}, order="sorted")
        return msgspec.json.format(text, indent=1) + b"\n"


def _nodes(package: Package, seal: Seal, names: Names) -> Iterator[Node]:
    inner = [
        *contents(package, names),
        *accounts(package, names),
        *deals(package, names),
        *offers(package, names),
        *exhibits(package, names),
    ]
    yield from making(package, seal, names, [one["@id"] for one in inner])
    yield from inner
