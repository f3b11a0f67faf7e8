# SPDX-License-Identifier: Apache-2.0
"""The file of a backup: what opens it, what does not, and that no byte of it changes unseen."""

import hashlib
import io
import random

import pytest
from msgspec.structs import replace
from tests.custody.every_noun import AT

from suluh.custody.backup import BLOCK, HEAD, TAG, About, check_blocks, opened, read_foot, write_backup
from suluh.custody.key import QUICK, OfficerKey
from suluh.model.errors import BrokenCustody, NotAllowed

ABOUT = About(AT, 41, "ab" * 32, "cd" * 32)
PLAIN = random.Random(7).randbytes(2 * BLOCK + 5)  # noqa: S311 # bytes to be found again, no secrets


def made(code: str, access: str = "supervisor") -> OfficerKey:
    _, wrapped = OfficerKey.make(code, access, "kata sandi uji", made_at=AT, strength=QUICK)
    return OfficerKey.unlock(wrapped, "kata sandi uji")


MAKER, CHIEF, OTHER = made("E-1", "examiner"), made("S-1"), made("S-2")


def written(plain: bytes) -> bytes:
    file = io.BytesIO()
    write_backup(file, [plain[:3], plain[3:]], ABOUT, MAKER, [CHIEF.public])
    return file.getvalue()


def check(raw: bytes) -> bytes:
    """What lies in a backup, after all that can be checked of it."""
    file = io.BytesIO(raw)
    foot = read_foot(file, "x.suluh")
    check_blocks(file, foot, "x.suluh")
    return b"".join(opened(file, foot, CHIEF, "x.suluh"))


@pytest.mark.parametrize("size", [0, 1, BLOCK - 1, BLOCK, BLOCK + 1, 2 * BLOCK, 2 * BLOCK + 5])
def test_what_was_put_in_comes_out(size):
    raw = written(PLAIN[:size])

    assert check(raw) == PLAIN[:size]
    assert PLAIN[:16] not in raw


def test_it_opens_for_those_to_whom_it_was_sealed_alone():
    file = io.BytesIO(written(b"isi"))
    foot = read_foot(file, "x.suluh")

    for other in (OTHER, MAKER):
        with pytest.raises(NotAllowed, match="with the key of S-1 alone"):
            list(opened(file, foot, other, "x.suluh"))


def test_every_byte_that_is_changed_is_found_without_a_key():
    raw = written(b"beberapa kata saja")

    for place in range(len(raw)):
        file = io.BytesIO(raw[:place] + bytes([raw[place] ^ 1]) + raw[place + 1 :])
        with pytest.raises(BrokenCustody, match=r"x\.suluh"):
            check_blocks(file, read_foot(file, "x.suluh"), "x.suluh")


def test_every_cut_is_found():
    raw = written(b"beberapa kata saja")

    for size in range(len(raw)):
        with pytest.raises(BrokenCustody):
            read_foot(io.BytesIO(raw[:size]), "x.suluh")
    with pytest.raises(BrokenCustody):
        read_foot(io.BytesIO(raw + b"\n"), "x.suluh")


def test_the_block_that_changed_is_named():
    raw = bytearray(written(PLAIN))
    raw[len(HEAD) + BLOCK + TAG + 9] ^= 128

    with pytest.raises(BrokenCustody, match=r"block 2 of 3 \(bytes 1,048,607 to 2,097,199\) was changed") as found:
        check(bytes(raw))
    assert found.value.rule == 3


def test_blocks_that_are_moved_or_left_out_do_not_open_whoever_signs_them():
    """Who has an officer's key, and not a supervisor's, can sign another order and still opens nothing with it."""
    file = io.BytesIO(written(PLAIN))
    foot = read_foot(file, "x.suluh")
    size = BLOCK + TAG
    first, second, last = (file.getvalue()[len(HEAD) + n * size :][: min(size, foot.size - n * size)] for n in range(3))

    for blocks in ([second, first, last], [first, last], [first, second]):
        moved = io.BytesIO(HEAD + b"".join(blocks))
        seen = b"".join(hashlib.sha256(one).digest() for one in blocks)
        changed = replace(foot, blocks=seen, size=sum(map(len, blocks)))
        with pytest.raises(BrokenCustody, match="does not open with its key"):
            list(opened(moved, changed, CHIEF, "x.suluh"))
