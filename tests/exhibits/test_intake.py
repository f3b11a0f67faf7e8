# SPDX-License-Identifier: Apache-2.0
"""The intake job gives every file and member its digests, from locked workers."""

import hashlib
import os

import pytest

from suluh.exhibits.walk import walk
from suluh.model.evidence.work import Target
from suluh.model.intake import Content, File, Flaw, Outcome
from suluh.workers.pool import Pool

from .conftest import Part, archive, zipped


@pytest.fixture
def intake(tmp_path, acquisition):
    """Walks what was written and hashes it."""

    def run(*, given=False, **files):
        root = tmp_path / "exhibit"
        root.mkdir()
        for name, data in files.items():
            (root / name).write_bytes(data)
        targets = [Target(file=file, given=given) for file in walk(os.fsencode(root), acquisition)]
        with Pool(1, {("B-1", "1"): os.fsencode(root)}, tmp_path, containers="suluh.exhibits.containers") as pool:
            answers = list(pool.run("suluh.case.jobs.intake", targets))
        assert [answer.failure for answer in answers if answer.failure] == []
        return [target.file for target in targets] + [noun for answer in answers for noun in answer.nouns]

    return run


def of(kind, nouns):
    return [noun for noun in nouns if isinstance(noun, kind)]


def test_a_file_gets_its_digests_and_its_type(intake):
    [content] = of(Content, intake(a=b'{"x": 1}'))

    assert content.sha256 == hashlib.sha256(b'{"x": 1}').hexdigest()
    assert (content.md5, content.size, content.type) == (
        hashlib.md5(b'{"x": 1}', usedforsecurity=False).hexdigest(),
        8,
        "application/json",
    )


def test_every_member_gets_its_own_and_its_container_is_named(intake):
    nouns = intake(a=zipped(x="one", y=zipped(z="two")))
    paths = {file.id: file.path for file in of(File, nouns)}

    contents = {paths[content.file]: (content.container, content.size) for content in of(Content, nouns)}

    assert contents[b"a"][0] == contents[b"y"][0] == "zip"
    assert (contents[b"x"], contents[b"z"]) == ((None, 3), (None, 3))


def test_a_member_that_cannot_be_read_has_a_flaw_and_an_outcome_and_no_content(intake):
    nouns = intake(a=archive(Part(b"cut", b"hello", packed=b"\0"), Part(b"bomb", bytes(32 << 20))))
    paths = {file.id: file.path for file in of(File, nouns)}

    assert {paths[one.file]: one.state for one in of(Outcome, nouns)} == {b"cut": "unparsed", b"bomb": "quarantined"}
    assert len(of(Flaw, nouns)) == 2
    assert [paths[content.file] for content in of(Content, nouns)] == [b"a"]


def test_every_member_without_a_reason_has_a_content(intake):
    nouns = intake(a=archive(Part(b"x", b"1"), Part(b"link", b"x", mode=0o120777), Part(b"y", b"2", crc=0)))
    reasons = {file.id for file in of(File, nouns) if file.special} | {one.file for one in of(Outcome, nouns)}

    contents = {content.file for content in of(Content, nouns)}

    assert {file.id for file in of(File, nouns)} == contents | reasons


def test_what_looks_like_an_archive_and_is_none_is_a_file_with_a_flaw(intake):
    nouns = intake(a=b"PK\3\4 and no more")

    [content] = of(Content, nouns)
    assert (content.container, content.type) == (None, "application/zip")
    assert "cannot be listed" in of(Flaw, nouns)[0].reason


def test_the_same_exhibit_gives_the_same_nouns_in_the_same_order(intake, tmp_path):
    data = zipped(x="one", y=zipped(z="two"))
    first = intake(a=data)
    (tmp_path / "exhibit").rename(tmp_path / "before")

    assert intake(a=data)[1:] == first[1:]
