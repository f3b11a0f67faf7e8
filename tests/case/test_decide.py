# SPDX-License-Identifier: Apache-2.0
"""Decisions are kept for ever, numbered, reasoned, and made on what the officer saw."""

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec.structs import replace
from tests.custody.every_noun import ANI, BUDI, ENTRIES, PICTURES, clock, fill, officer, start

from suluh.case.acts.decide import (
    decide_category,
    decide_deal,
    decide_link,
    decide_pair,
    decide_role,
    decide_status,
    decide_words,
    decide_zone,
    digest_of,
    digest_of_accounts,
)
from suluh.case.acts.layouts import accept_layout
from suluh.case.case import Acting, Case
from suluh.case.keep import Act
from suluh.case.verify.case import verify_case
from suluh.deals.decided import held_by
from suluh.model.errors import Changed, Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id
from suluh.model.people import Decision, Link, Person
from suluh.model.trade import UNKNOWN_LAYOUT, Deal, Statement
from suluh.unit.folder import UnitFolder


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    unit = UnitFolder(tmp_path / "unit")
    case = start(tmp_path / "case", unit, officer(unit, "S-1"))
    fill(case)
    yield case
    case.close()


def decisions(case: Case) -> list[tuple[int, str]]:
    return sorted((one.order, one.act) for one in case.nouns(Decision))


def test_a_link_is_decided_on_as_it_was_seen(case: Case) -> None:
    link = next(case.nouns(Link))

    decision = decide_link(case, link.id, "confirm", "same card", digest_of(link))

    assert (decision.order, decision.by, decision.seen, decision.rule) == (2, "S-1", digest_of(link), link.rule)
    assert decisions(case) == [(1, "category"), (2, "confirm")]


def test_a_link_that_changed_since_is_shown_and_not_decided_on(case: Case) -> None:
    link = next(case.nouns(Link))

    with pytest.raises(Changed, match=f"it is now {link.judgement} by {link.rule}") as refused:
        decide_link(case, link.id, "confirm", "same card", "0" * 64)

    assert link.left not in str(refused.value)
    assert decisions(case) == [(1, "category")]


def test_a_deal_is_decided_on_with_what_it_rests_on(case: Case) -> None:
    deal = next(case.nouns(Deal))

    decision = decide_deal(case, deal.id, "confirm", "he says so", digest_of(deal))

    assert (decision.act, decision.left, decision.holds) == ("confirm-deal", deal.id, held_by(deal))
    assert decide_deal(case, deal.id, "retract", "an error").act == "retract-deal"


def test_a_deal_that_changed_since_is_shown_and_not_decided_on(case: Case) -> None:
    deal = next(case.nouns(Deal))

    with pytest.raises(Changed, match=f"it is now {deal.kind}, {deal.state}, {deal.tier}, suggested"):
        decide_deal(case, deal.id, "confirm", "he says so", "0" * 64)


def test_nothing_is_taken_back_of_a_deal_on_which_nobody_spoke(case: Case) -> None:
    with pytest.raises(Misuse, match="nothing to take back"):
        decide_deal(case, next(case.nouns(Deal)).id, "retract", "an error")


def test_a_person_stands_for_its_accounts_at_this_moment(case: Case) -> None:
    person = Person(id=make_id("person", BUDI, "x:1"), accounts=(BUDI, "x:1"))
    case.keep(Act("resolve", "case"), [person])

    found = decide_pair(case, "join", ANI, person.id, "he says so")

    assert sorted((one.left, one.right) for one in found) == [(ANI, BUDI), (ANI, "x:1")]


def test_a_role_of_a_person_is_one_entry_and_of_the_accounts_that_were_seen(case: Case) -> None:
    person = Person(id=make_id("person", BUDI, "x:1"), accounts=(BUDI, "x:1"))
    case.keep(Act("resolve", "case"), [person])
    seen, before = digest_of_accounts(case, person.id), case.rows.last_entry().seq

    with pytest.raises(Changed, match="there are 2 by now"):
        decide_role(case, person.id, "seller", "r", ("2026-01-01", None), "0" * 64)
    found = decide_role(case, person.id, "seller", "r", ("2026-01-01", None), seen)

    assert [one.left for one in found] == [BUDI, "x:1"]
    assert [one.order for one in found] == [found[0].order, found[0].order + 1]
    assert case.rows.last_entry().seq == before + 1


@pytest.mark.parametrize(
    "act",
    [
        lambda case: decide_link(case, "none", "confirm", "r"),
        lambda case: decide_pair(case, "join", ANI, "whatsapp:+620", "r"),
        lambda case: decide_category(case, "0" * 64, "scheme:1"),
        lambda case: decide_zone(case, "B-9", "Asia/Jakarta", "r"),
        lambda case: decide_role(case, "x:9", "seller", "r", ("2026-01-01", None)),
    ],
)
def test_what_the_case_does_not_hold_is_said(case: Case, act: Callable[[Case], object]) -> None:
    with pytest.raises(UnknownObject):
        act(case)


@pytest.mark.parametrize(
    "act",
    [
        lambda case: decide_pair(case, "join", ANI, ANI, "r"),
        lambda case: decide_pair(case, "join", ANI, BUDI, ""),
        lambda case: decide_category(case, PICTURES[0], "scheme"),
        lambda case: decide_category(case, PICTURES[0], ":1"),
        *(lambda case, zone=zone: decide_zone(case, "B-1", zone, "r") for zone in ("WIB", "Asia", "localtime")),
        lambda case: decide_role(case, ANI, "seller", "r", ("1/1/2026", None)),
        lambda case: decide_status(case, ANI, "witness", "N-1", "yesterday"),
        lambda case: decide_status(case, ANI, "witness", "", "2026-01-01"),
    ],
)
def test_what_cannot_be_meant_so_is_misuse(case: Case, act: Callable[[Case], object]) -> None:
    with pytest.raises(Misuse):
        act(case)

    assert decisions(case) == [(1, "category")]


def test_each_kind_of_decision_is_kept_and_the_case_still_verifies(case: Case) -> None:
    decide_category(case, PICTURES[1].upper(), "scheme:2")
    decide_zone(case, "B-1", "Asia/Jakarta", "set on the phone")
    decide_role(case, ANI, "seller", "her statement", ("2026-01-01", None))
    decide_status(case, BUDI, "witness", "N-1", "2026-01-02")

    assert decisions(case) == [(1, "category"), (2, "category"), (3, "zone"), (4, "role"), (5, "status")]
    assert verify_case(case.folder).entries == ENTRIES + 4


def test_two_officers_at_once_lose_no_decision(case: Case) -> None:
    def decide() -> None:
        own = Case.open(case.folder, case.acting)
        for _ in range(5):
            decide_zone(own, "B-1", "Asia/Jakarta", "r")
        own.close()

    threads = [threading.Thread(target=decide) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert [order for order, _ in decisions(case)] == list(range(1, 12))


@pytest.mark.parametrize("access", ["examiner", "child-protection", "prosecutor", "auditor"])
def test_links_are_decided_by_analyst_and_supervisor_only(case: Case, access: str) -> None:
    other = Case.open(case.folder, Acting(officer(case.acting.unit, "X-1", access), case.acting.unit, clock()))

    with pytest.raises(NotAllowed, match=access):
        decide_pair(other, "join", ANI, BUDI, "r")
    other.close()


def test_the_layout_of_a_statement_is_accepted_with_a_reason_where_no_profile_read_it(case: Case) -> None:
    known = next(case.nouns(Statement))
    taught = Statement(id=make_id("statement", "taught"), account="bca:1", place=known.place, layout=UNKNOWN_LAYOUT)
    case.keep(Act("read", "files"), [taught])

    decision = accept_layout(case, taught.id, "compared line by line with BAP 3")

    assert (decision.act, decision.left, decision.right) == ("layout", taught.id, UNKNOWN_LAYOUT)
    with pytest.raises(Misuse, match="there is nothing to accept"):
        accept_layout(case, known.id, "it looks right")
    with pytest.raises(Misuse, match="needs its reason"):
        accept_layout(case, taught.id, " ")


def test_words_are_decided_together_or_not_at_all(case: Case) -> None:
    decide_words(case, {"Nyumbang": "bayar", "setor": "transfer"}, "list of the unit")

    with pytest.raises(Misuse, match="is itself read as 'transfer': name that word"):
        decide_words(case, {"kirimin": "bayar", "titip": "setor"}, "BAP 3")
    with pytest.raises(Misuse, match="no word was named"):
        decide_words(case, {}, "BAP 3")
    decide_words(case, {"setor": "setor"}, "BAP 4: it means something else there")

    kept = [(one.left, one.right) for one in case.nouns(Decision) if one.act == "word"]
    assert sorted(kept) == [("nyumbang", "bayar"), ("setor", "setor"), ("setor", "transfer")]
    assert verify_case(case.folder).entries == ENTRIES + 2


def test_a_link_that_a_run_changes_while_the_word_on_it_is_written_is_refused(
    case: Case, monkeypatch: pytest.MonkeyPatch
) -> None:
    link = next(case.nouns(Link))
    shown = iter([link])

    def changed(*_: object) -> Iterator[Link]:
        return iter([next(shown, replace(link, score=1))])

    monkeypatch.setattr(case.rows, "by_column", changed)
    monkeypatch.setattr("suluh.case.gate.cited.Cited.one", lambda *_: link.id)
    with pytest.raises(Changed, match="just now"):
        decide_link(case, link.id, "confirm", "same card")

    assert decisions(case) == [(1, "category")]
