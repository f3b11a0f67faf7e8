# SPDX-License-Identifier: Apache-2.0
"""A worker speaks for its own file only: the check, asked of every kind of noun."""

import hashlib
from types import SimpleNamespace

import pytest
from tests.workers.jobs import hostile

from suluh.model.body import body
from suluh.model.evidence.work import Target
from suluh.model.intake import place_of
from suluh.workers.wire.check import HASHED, LOOKED, READ, Check, NotItsOwn

KINDS = {
    "content": HASHED,
    "file": HASHED,
    "outcome": READ,
    "facts": LOOKED,
    "fingerprint": LOOKED,
    **dict.fromkeys(hostile.PLACED, READ),
}
NOT_PLACED = ("content", "facts", "file", "fingerprint", "outcome")


def target(bench, kind, act=""):
    """A file for the step that may say nouns of this kind."""
    bench.write(f"{kind} {act}", f"{kind} {act}")
    content = hashlib.sha256(f"{kind} {act}".encode()).hexdigest()
    file = bench.file(f"{kind} {act}")
    if KINDS[kind] is HASHED:
        return Target(file=file)
    return Target(file=file, content=content, mode="full" if KINDS[kind] is LOOKED else None)


def seen(one):
    """A target as a job sees it."""
    return SimpleNamespace(item=one.file, file=one.file.id, content=one.content, place=lambda: place_of(one.file))


def check_of(kind, one):
    check = Check(one)
    for noun in hostile.before(kind, seen(one)):
        check.read(body(noun))
    return check


@pytest.mark.parametrize("kind", KINDS)
def test_what_belongs_to_the_file_is_taken(bench, kind):
    one = target(bench, kind)
    honest = hostile.true(kind, seen(one))

    assert check_of(kind, one).read(body(honest)) == honest


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("lie", ["of another", "under its id"])
def test_nothing_is_said_of_another_file_nor_under_its_id(bench, kind, lie):
    one = target(bench, kind)
    check = check_of(kind, one)

    with pytest.raises(NotItsOwn):
        check.read(body(hostile.LIES[lie](kind, seen(one))))


@pytest.mark.parametrize("kind", hostile.PLACED)
def test_a_place_is_where_its_file_lies(bench, kind):
    one = target(bench, kind)
    check = check_of(kind, one)

    with pytest.raises(NotItsOwn, match="not where its file lies"):
        check.read(body(hostile.elsewhere(kind, seen(one))))


@pytest.mark.parametrize("kind", KINDS)
def test_a_second_body_under_one_id_is_not_taken(bench, kind):
    one = target(bench, kind)
    check = check_of(kind, one)
    first, second = hostile.seconds(kind, seen(one))
    check.read(body(first))
    check.read(body(first))

    with pytest.raises(NotItsOwn, match="second"):
        check.read(body(second))


@pytest.mark.parametrize("kind", KINDS)
def test_a_step_hears_no_noun_of_another_step(bench, kind):
    for other, said in KINDS.items():
        one = target(bench, other)
        if KINDS[kind] is said or kind in {"outcome", "flaw"}:
            continue
        with pytest.raises(NotItsOwn, match="not about this file"):
            Check(one).read(body(hostile.true(kind, seen(one))))


def test_a_payment_stands_on_a_statement_of_its_own_file(bench):
    one = target(bench, "payment")

    with pytest.raises(NotItsOwn, match="statement of another file"):
        Check(one).read(body(hostile.true("payment", seen(one))))


@pytest.mark.usefixtures("forked")  # each lie ends one, and another begins
def test_a_worker_that_lies_loses_its_own_file_and_the_run_goes_on(bench):
    lies = [target(bench, kind, act) for kind in KINDS for act in ("of another", "under its id", "second")]
    honest = target(bench, "flaw", "nothing")

    answers = {one.target.file.path: one for one in bench.run("hostile", *lies, honest) if one.last}

    assert len(answers) == len(lies) + 1
    assert answers.pop(b"flaw nothing").failure is None
    assert {one.failure.kind for one in answers.values()} == {"not its own"}
    assert all(hostile.OTHER not in str(one.nouns) for one in answers.values())
