# SPDX-License-Identifier: Apache-2.0
"""Reads the index of an iPhone's backup: which file is kept under which hashed name."""

from collections.abc import Iterator

from suluh.model.body import Noun
from suluh.model.evidence.source import Source
from suluh.model.ids import file_id
from suluh.model.intake import File

_TABLE = "Files"
_COLUMNS = ("fileID", "domain", "relativePath", "flags")
_PLAIN = 1


def warm() -> None:
    """Nothing to load."""


def work(source: Source) -> Iterator[Noun]:
    """Each file of the index as a member of it, under its own name; the hashed one stands where its bytes lie."""
    item = source.item
    chain = (*item.containers, item.path)
    said: set[bytes] = set()
    for row in source.rows(_TABLE, _COLUMNS):
        name, domain, path, flags = row.cells
        if not isinstance(name, str) or not isinstance(domain, str) or not isinstance(path, str) or not path:
            continue
        own = f"{domain}/{path}".encode("utf-8", "surrogateescape")
        if flags != _PLAIN or own in said:
            continue
        said.add(own)
        yield File(
            id=file_id(item.exhibit, item.acquisition, chain, own),
            exhibit=item.exhibit,
            acquisition=item.acquisition,
            path=own,
            order=item.order,
            containers=chain,
            parent=item.id,
            lies=name.encode("utf-8", "surrogateescape"),
        )
