# SPDX-License-Identifier: Apache-2.0
"""No payment that may belong to an episode is passed over by the look at its sides alone."""

from datetime import timedelta

import pytest
from training.corpus import scripts
from training.worlds import Scene, world

from suluh.deals.facts.ledger import lines
from suluh.deals.facts.parties import heard, parties
from suluh.deals.money.gates import Search
from suluh.deals.money.matched import _by_episode, _pairs
from suluh.deals.money.payers import Learned
from suluh.deals.reading.rooms import by_room
from suluh.deals.talks.pairs import split, talks
from suluh.deals.words.signals import signals
from suluh.model.rules.holders import own_accounts
from suluh.model.rules.lost import Lost

LONG = timedelta(days=3650)


@pytest.mark.parametrize("both", [False, True])
def test_whatever_the_gate_of_payers_lets_through_is_found(both: bool) -> None:  # noqa: FBT001 # of the worlds
    scene = world(scripts()[::40], f"nearby {both}", dated=True, both=both)
    search, told = searched(scene)
    let_through = 0

    for talk in told:
        for episode in talk.episodes:
            every = [n for n, line in enumerate(search.booked) if search.payers.judge(episode, line, talk)]
            opened = episode.opened
            found = search.nearby.of(talk, episode, opened - LONG, opened + LONG) if opened else every
            assert set(every) <= set(found)
            assert len(found) == len(set(found))
            let_through += len(every)

    assert let_through


def searched(scene: Scene) -> tuple[Search, list]:
    accounts, persons, lost = scene.accounts(), scene.persons(), Lost("deals")
    own = own_accounts([], accounts, persons)
    sides = parties(persons, accounts, scene.statements, (one.value for one in scene.payments), own)
    spoken = list(signals(by_room(scene.talk), sides, lost))
    told = talks(*split(spoken, heard(scene.conversations.values(), sides), sides), sides)
    booked = lines(scene.payments, scene.statements, lost)
    episodes = [one for talk in told for one in talk.episodes]
    learned = {
        line.payer_key: Learned(one.buyer, ((one, line),))
        for one, line in zip(episodes, booked, strict=False)
        if line.payer_key
    }
    return Search(sides, booked, learned), told


@pytest.mark.parametrize("seed", range(3))
def test_what_was_weighed_before_stands_where_nothing_is_learned_of_a_payer(seed: int) -> None:
    whole, told = searched(world(scripts()[:30], f"again {seed}", dated=True))
    episodes = [one for talk in told for one in talk.episodes]
    first = _pairs(told, episodes, Search(whole.sides, whole.booked))

    again = _pairs(told, episodes, Search(whole.sides, whole.booked, whole.learned, _by_episode(first)))

    assert again == _pairs(told, episodes, whole)
    of_learned = [one for one in first if whole.booked[one.line].payer_key in whole.learned]
    assert 0 < len(of_learned) < len(first)
