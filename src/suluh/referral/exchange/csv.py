# SPDX-License-Identifier: Apache-2.0
"""The hashes of a package as one table that a hash set is made of."""

from typing import ClassVar

from suluh.referral.cells import table
from suluh.referral.exchange.format import ExchangeFormat, Package, Seal

_COLUMNS = ("sha256", "sha1", "md5", "size", "type", "votes")


class Csv(ExchangeFormat):
    """A row a content, in the order of SHA-256."""

    name: ClassVar[str] = "csv"
    tables: ClassVar[frozenset[str]] = frozenset({"contents"})
    needs: ClassVar[str | None] = "contents"

    def write(self, package: Package, seal: Seal) -> bytes:  # noqa: ARG002 # a table has no heading of its own
        """One table."""
        rows = (
            (
                *(one.sha256, one.sha1, one.md5, one.size, one.type),
                "; ".join(f"{vote.category}: {vote.officers}" for vote in one.votes),
            )
            for one in package.contents
        )
        return table(_COLUMNS, rows)
