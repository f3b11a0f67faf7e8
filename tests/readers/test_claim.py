# SPDX-License-Identifier: Apache-2.0
"""Exactly one reader takes a file; two are an error that names both."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh import plugins
from suluh.model.errors import TwoClaims
from suluh.model.evidence.source import Source
from suluh.readers.claim import claimants, the_readers
from suluh.readers.reader import Reader


class Loud(Reader):
    """A reader that claims everything."""

    name = "loud"
    covers = "chat"

    def claims(self, source: Source) -> str | None:
        return f"{len(source.head)} bytes"

    def read(self, source: Source) -> Iterator:
        del source
        yield from ()


class Louder(Loud):
    name = "louder"


@pytest.fixture
def source(tmp_path: Path) -> FolderSource:
    (tmp_path / "a.txt").write_text("catatan belanja\n", "utf-8")
    return FolderSource(tmp_path, "a.txt")


def test_a_file_that_nobody_claims_has_no_reader(source: FolderSource) -> None:
    assert (claimants(source), the_readers(source)) == ((), ())


def test_the_one_claimant_is_the_reader(source: FolderSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "find", lambda _package, _base: (Loud,))

    assert [(reader.name, reason) for reader, reason in claimants(source)] == [("loud", "16 bytes")]
    assert [reader.name for reader in the_readers(source)] == ["loud"]


def test_two_claims_are_an_error_that_names_both(source: FolderSource, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plugins, "find", lambda _package, _base: (Loud, Louder))

    with pytest.raises(TwoClaims, match=r"B-1 a\.txt is of two .* \(loud says: 16 bytes; louder says: 16 bytes\)"):
        the_readers(source)
