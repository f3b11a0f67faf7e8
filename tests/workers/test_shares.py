# SPDX-License-Identifier: Apache-2.0
"""Processes that share a check answer in order, and one that ends before its answer is an error."""

from collections.abc import Iterator

import msgspec
import pytest

from suluh.custody import signatures
from suluh.model.errors import WorkersLost
from suluh.workers.shares import AHEAD, Shares

UNSIGNED = signatures.pack([(b"{}", bytes(64))])


def chunks(count: int) -> Iterator[bytes]:
    """Each is longer than the one before it, and so is its answer."""
    return (signatures.pack([(b"{}", bytes(64))] * number) for number in range(count))


def test_answers_come_in_the_order_of_the_chunks() -> None:
    with Shares(signatures.__name__, 3) as shares:
        found = [len(answer) for answer in shares.run(chunks(40))]

    assert found == list(range(40))


def test_a_chunk_that_is_larger_than_a_pipe_is_answered() -> None:
    large = signatures.pack([(bytes(3_000_000), bytes(64))])

    with Shares(signatures.__name__, 2) as shares:
        assert list(shares.run([large] * 5 * AHEAD)) == [b"\0"] * 5 * AHEAD


def test_a_child_that_is_killed_is_an_error() -> None:
    with Shares(signatures.__name__, 2) as shares:
        answers = shares.run([UNSIGNED] * 100)
        next(answers)
        shares._children[1]._process.kill()

        with pytest.raises(WorkersLost, match="code -9"):
            list(answers)


@pytest.mark.parametrize(
    ("module", "why"), [("suluh.custody.tree", "no attribute 'work'"), ("suluh.nothing", "No mod")]
)
def test_a_child_that_cannot_work_is_an_error(module: str, why: str) -> None:
    with Shares(module, 2) as shares, pytest.raises(WorkersLost, match=why):
        list(shares.run([UNSIGNED]))


def test_a_chunk_that_is_none_is_an_error() -> None:
    with Shares(signatures.__name__, 2) as shares, pytest.raises(WorkersLost, match="DecodeError"):
        list(shares.run([UNSIGNED, b"\xc1"]))


def test_no_child_is_left_behind() -> None:
    with Shares(signatures.__name__, 2) as shares:
        children = [one._process for one in shares._children]

    assert [child.returncode for child in children] == [-9, -9]


def test_children_that_are_told_something_begin_with_it() -> None:
    told = msgspec.msgpack.encode(("deals", {}, {}, {}, [], [], {}))

    with Shares("suluh.deals.words.shared", 2, begin=told) as shares:
        found = list(shares.run([msgspec.msgpack.encode([[]])] * 5, ahead=1))

    assert [msgspec.msgpack.decode(one) for one in found] == [[[], b"", [], {}, []]] * 5
