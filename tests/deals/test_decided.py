# SPDX-License-Identifier: Apache-2.0
"""What officers decide about deals: on exactly what a deal rests on, and it can be taken back."""

from typing import Any

import pytest
from bench.decisions import restores
from msgspec.structs import replace

from suluh.deals.decided import CHANGED, decided, held_by, words_on
from suluh.model.people import Decision
from suluh.model.trade import Deal, Offer, counts

DEAL = Deal(id="d", kind="sale", state="paid", tier="possible", messages=("m1", "m2"), payments=("p1",), score=7)
OTHER = replace(DEAL, id="e", messages=("n1",), payments=())


class Said:
    """Words in their order."""

    def __init__(self) -> None:
        self.words: list[Decision] = []

    def say(self, act: str, deal: Deal = DEAL, by: str = "S-1") -> None:
        order = len(self.words) + 1
        fields: Any = {"act": f"{act}-deal", "left": deal.id, "holds": held_by(deal)}
        self.words.append(Decision(id=f"w{order}", by=by, at=f"2026-01-0{order}", order=order, **fields))

    def on(self, *deals: Deal) -> list[Deal]:
        return list(decided(deals, self.words))


@pytest.fixture
def said() -> Said:
    return Said()


def doubts(deal: Deal) -> list[str]:
    return [one.rule for one in deal.reasons_against]


@pytest.mark.parametrize(
    ("act", "judgement", "stays"),
    [("confirm", "confirmed", True), ("reject", "rejected", False), ("dispute", "disputed", True)],
)
def test_a_word_judges_the_deal_and_touches_nothing_else(said: Said, act: str, judgement: str, stays: bool) -> None:  # noqa: FBT001 # an example
    said.say(act)

    one, other = said.on(DEAL, OTHER)

    assert (one.judgement, one.by, one.score, one.tier, counts(one)) == (judgement, "S-1", 7, "possible", stays)
    assert other == OTHER


def test_a_later_word_of_one_officer_counts_and_words_of_two_that_differ_are_a_dispute(said: Said) -> None:
    said.say("reject")
    said.say("confirm")
    assert said.on(DEAL)[0].judgement == "confirmed"

    said.say("reject", by="S-2")

    assert said.on(DEAL)[0].judgement == "disputed"


def test_taking_a_word_back_restores_the_deal_exactly(said: Said) -> None:
    said.say("reject")
    said.say("retract")

    assert said.on(DEAL, OTHER) == [DEAL, OTHER]


@pytest.mark.parametrize(
    ("fields", "came", "went"),
    [
        ({"messages": ("m1", "m2", "m3")}, 1, 0),
        ({"payments": ("p2",)}, 1, 1),
        ({"messages": ("m2",), "id": "later"}, 0, 1),
    ],
)
def test_a_deal_that_rests_on_something_else_waits_again_and_says_what_changed(
    said: Said, fields: Any, came: int, went: int
) -> None:
    said.say("confirm")

    [one] = said.on(replace(DEAL, **fields))

    assert (one.judgement, doubts(one)) == (None, [CHANGED])
    assert f"{came} came since and {went} went" in one.reasons_against[0].text
    assert f"{came} bertambah dan {went} berkurang" in one.reasons_against[0].text_id


def test_a_word_stands_on_what_it_was_said_of_under_whatever_id(said: Said) -> None:
    said.say("confirm")

    assert said.on(replace(DEAL, id="later"))[0].judgement == "confirmed"


def test_what_changed_and_changed_back_is_decided_as_before(said: Said) -> None:
    said.say("confirm")
    changed = replace(DEAL, payments=())
    said.say("reject", changed)

    assert [one.judgement for one in (*said.on(DEAL), *said.on(changed))] == ["confirmed", "rejected"]


def test_a_word_taken_back_is_no_reason_to_look_again(said: Said) -> None:
    said.say("confirm")
    said.say("retract")

    assert said.on(replace(DEAL, payments=())) == [replace(DEAL, payments=())]


def test_words_on_a_deal_are_those_on_what_it_rests_on_now(said: Said) -> None:
    said.say("confirm")

    assert [one.order for one in words_on(DEAL, said.words)] == [1]
    assert words_on(OTHER, said.words) == ()


def test_what_is_no_deal_passes(said: Said) -> None:
    offer = Offer(id="o", kind="sale", conversation="c")
    said.say("confirm")

    assert list(decided([offer], said.words)) == [offer]


@pytest.mark.parametrize("seed", range(0, 300, 100))
def test_taking_all_words_back_restores_persons_deals_and_ids(seed: int) -> None:
    """The long target is ``python -m bench.decisions``: 10,000 sequences."""
    assert [one for one in range(seed, seed + 100) if not restores(one)] == []
