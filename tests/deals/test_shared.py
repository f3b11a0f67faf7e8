# SPDX-License-Identifier: Apache-2.0
"""Messages that several processes read say what one process reads in them, in the same order."""

from collections.abc import Iterable, Iterator

import pytest
from training.corpus import scripts
from training.worlds import Scene, world

from suluh.case.line.several import LEAST, sharing
from suluh.deals.facts.parties import Parties, parties
from suluh.deals.reading.rooms import by_room
from suluh.deals.words import signals as reading
from suluh.deals.words.same_as import SameAs
from suluh.deals.words.shared import begun, shared_signals
from suluh.deals.words.signals import Signal, signals
from suluh.model.rules.lost import Lost

TAUGHT = {"setor": "transfer"}


@pytest.fixture(scope="module")
def scene() -> Scene:
    return world(scripts()[:24], "shared", dated=True)


def sides_of(scene: Scene) -> Parties:
    return parties([], scene.accounts(), scene.statements, [one.value for one in scene.payments], {})


def alone(scene: Scene) -> tuple[list[Signal], Parties, Lost]:
    sides, lost = sides_of(scene), Lost("deals")
    return list(signals(by_room(scene.talk), sides, lost, SameAs(TAUGHT))), sides, lost


@pytest.mark.parametrize("processes", [2, 3])
def test_several_processes_give_what_one_gives(scene: Scene, processes: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reading, "AT_ONCE", 40)
    said, known, lost = alone(scene)
    sides, share = sides_of(scene), sharing(1, least=0, processes=processes)
    assert share is not None

    found = list(shared_signals(by_room(scene.talk), sides, Lost("deals"), TAUGHT, share))

    assert len(said) > 40
    assert found == said
    assert sides.speakers == known.speakers
    assert sides.named == known.named
    assert lost.flaws == []


def test_what_cannot_be_read_is_a_flaw_as_if_one_had_read_it(scene: Scene, monkeypatch: pytest.MonkeyPatch) -> None:
    def here(told: bytes, chunks: Iterable[bytes]) -> Iterator[bytes]:
        return map(begun(told), chunks)

    def fails(*_: object) -> None:
        raise ValueError("no number")

    monkeypatch.setattr(reading, "with_bare", fails)
    lost, other = Lost("deals"), Lost("deals")

    found = list(shared_signals(by_room(scene.talk), sides_of(scene), lost, {}, here))

    assert list(signals(by_room(scene.talk), sides_of(scene), other)) == found == []
    assert lost.flaws == other.flaws != []


def test_a_small_case_and_one_processor_start_nobody() -> None:
    assert sharing(LEAST - 1, processes=2) is None
    assert sharing(LEAST, processes=1) is None
