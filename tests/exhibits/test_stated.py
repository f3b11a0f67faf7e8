# SPDX-License-Identifier: Apache-2.0
"""What an examiner stated is compared with what was hashed."""

import hashlib

import pytest

from suluh.exhibits.standing import Known
from suluh.exhibits.stated import disagreements
from suluh.model.ids import file_id
from suluh.model.intake import Acquisition, Content, File


def known(path: str, data: bytes | None) -> Known:
    identity = file_id("B-1", "1", (), path.encode())
    file = File(id=identity, exhibit="B-1", acquisition="1", path=path.encode(), order=1)
    if data is None:
        return Known(file)
    md5, sha1, sha256 = (digest(kind, data) for kind in ("md5", "sha1", "sha256"))
    sums = {"md5": md5, "sha1": sha1, "sha256": sha256}
    return Known(file, Content(id=identity, file=identity, size=len(data), type="text/plain", **sums))


def digest(kind: str, data: bytes) -> str:
    return hashlib.new(kind, data, usedforsecurity=False).hexdigest()


FILES = [known("a.txt", b"a"), known("pipe", None), known("sub/b.txt", b"b")]
CASES = [
    ([("a.txt", digest("sha256", b"a")), ("sub/b.txt", digest("md5", b"b")), ("", digest("sha1", b"b"))], []),
    ([("a.txt", digest("sha1", b"x"))], [("a.txt", "and its bytes give " + digest("sha1", b"a"))]),
    ([("pipe", digest("md5", b""))], [("pipe", "and it has no bytes to compare")]),
    ([("a.txt", digest("md5", b"a")), ("gone", digest("md5", b"a"))], [("gone", "and no such file lies there")]),
    ([("x/a.txt", "0" * 32), ("x/b", "0" * 32)], [(".", "lies in it: write them relative to it")]),
    ([("", "0" * 64)], [(".", "without a path, and no file has it")]),
]


@pytest.mark.parametrize(("stated", "wrong"), CASES)
def test_each_hash_that_does_not_hold_is_a_flaw(stated, wrong):
    acquisition = Acquisition(id="q", exhibit="B-1", name="1", order=1, stated=tuple(stated))

    flaws = list(disagreements([acquisition], FILES))

    assert [(one.place.path, one.reason[-len(end) :]) for one, (_, end) in zip(flaws, wrong, strict=True)] == wrong
    assert len({one.id for one in flaws}) == len(flaws)


def test_without_stated_hashes_no_file_is_asked_for():
    acquisition = Acquisition(id="q", exhibit="B-1", name="1", order=1)

    assert list(disagreements([acquisition], iter(lambda: 1 / 0, None))) == []
