# SPDX-License-Identifier: Apache-2.0
"""X's signed answer to a request: what the signature put around the text is no part of it."""

import io
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.readers.x.signed import unsigned
from suluh.readers.x_return import XReturn

SIGNED = b"-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA512\n\n[1,\n- -2]\n-----BEGIN PGP SIGNATURE-----\nx\n"


@pytest.mark.parametrize("size", [1, 2, 3, 100, -1])
def test_the_signed_text_alone_is_read_in_pieces_of_any_size(size: int) -> None:
    file = unsigned(io.BytesIO(SIGNED))

    pieces = iter(lambda: file.read(size), b"")

    assert b"".join(pieces) == b"[1,\n-2]\n"


def test_any_other_signed_text_is_claimed_by_nobody(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(SIGNED)

    assert XReturn().claims(FolderSource(tmp_path, "a.txt")) is None
