# SPDX-License-Identifier: Apache-2.0
"""The score is one for what is right, and falls for each thing that is wrong."""

import pytest
from tests.simulator.shown import perfect

from suluh.simulator.baseline import first_in_time
from suluh.simulator.score import score


@pytest.fixture
def told(world, tmp_path):
    """The truth of two deals of different buyers, and the rows that show it without a fault."""
    ani, budi, citra = world.seller("Ani Zolka"), world.buyer("Budi Vekren"), world.buyer("Citra Rukda")
    world.sell(ani, budi, items=3, price=50_000)
    world.sell(ani, citra, items=2, price=35_000)
    world.seize(ani, "B-1")
    truth = world.write(tmp_path)
    return truth, perfect(truth)


def test_rows_without_a_fault_score_one(told):
    truth, rows = told

    result = score(truth, rows)

    rates = (result.messages, result.payments, result.recorded, result.paid, result.deals, result.edges)
    assert [rate.f1 for rate in rates] == [1.0] * 6
    assert (result.wrong_sender, result.items_error, result.money_error) == (0, 0.0, 0.0)


def test_a_made_up_case_of_every_format_can_score_one(made):
    _, truth = made

    result = score(truth, perfect(truth))

    assert (result.messages.f1, result.payments.f1, result.recorded.f1, result.deals.f1) == (1.0, 1.0, 1.0, 1.0)
    assert result.persons.precision == 1.0
    assert (result.sources.f1, result.sources.true > 0) == (1.0, True)


def test_two_copies_of_one_source_are_one_too_many(made):
    _, truth = made
    rows = perfect(truth)
    rows["sources"] *= 2

    result = score(truth, rows)

    assert (result.sources.precision, result.sources.recall) == (0.5, 1.0)


def test_a_missing_message_lowers_recall_only(told):
    truth, rows = told
    rows["messages"].pop()

    result = score(truth, rows)

    assert result.messages.recall < 1.0
    assert result.messages.precision == 1.0


def test_a_message_where_none_stands_lowers_precision_only(told):
    truth, rows = told
    place = {**rows["messages"][0]["place"], "row": "999"}
    rows["messages"].append({**rows["messages"][0], "id": "made up", "place": place, "places": [place]})

    result = score(truth, rows)

    assert result.messages.precision < 1.0
    assert result.messages.recall == 1.0


@pytest.mark.parametrize(
    ("field", "value", "fault"),
    [
        ("sender", "whatsapp:+6289900009999", "sender"),
        ("sender", None, "no sender"),
        ("sent_at", "2025-11-20T00:00:00Z", "time"),
        ("text", "etwas anderes", "text"),
    ],
)
def test_a_wrong_field_of_a_message_is_counted_by_name(told, field, value, fault):
    truth, rows = told
    at = next(number for number, row in enumerate(rows["messages"]) if row["kind"] == "text")
    rows["messages"][at] = {**rows["messages"][at], field: value}

    result = score(truth, rows)

    assert result.faults[fault] == 1
    assert result.messages.right == result.messages.true - 1


def test_a_deal_with_the_payment_of_another_is_wrong(told):
    truth, rows = told
    one, other = rows["deals"]
    rows["deals"] = [{**one, "payments": other["payments"]}, {**other, "payments": one["payments"]}]

    result = score(truth, rows)

    assert (result.recorded.right, result.recorded.shown, result.recorded.true) == (0, 2, 2)


def test_a_deal_with_the_wrong_buyer_is_wrong(told):
    truth, rows = told
    rows["deals"][0] = {**rows["deals"][0], "buyer": rows["deals"][1]["buyer"]}

    assert score(truth, rows).recorded.right == 1


def test_two_persons_taken_for_one_lower_precision(told):
    truth, rows = told
    joined = {"id": "both", "accounts": [one for row in rows["persons"] for one in row["accounts"]]}

    result = score(truth, {**rows, "persons": [joined]})

    assert result.persons.recall == 1.0
    assert result.persons.precision < 0.5


def test_the_plain_rule_finds_plain_deals(told):
    truth, rows = told

    result = score(truth, rows)

    assert result.first_in_time.shown == 2
    assert result.first_in_time.recall == 1.0


def test_the_plain_rule_gives_a_payment_to_the_oldest_open_offer_of_its_amount(world, tmp_path):
    ani, budi, citra = world.seller(), world.buyer(), world.buyer()
    world.sell(ani, budi, items=2, price=50_000, state="offered")
    world.sell(ani, citra, items=2, price=50_000)
    room = world.direct(ani, budi)
    world.say(room, ani, f"rek BCA {ani.bank_account} 50rb", at=world.start)
    world.seize(ani, "B-1")
    rows = perfect(world.write(tmp_path))

    [found] = first_in_time(rows["messages"], rows["payments"])

    assert found["buyer"] == budi.whatsapp


def test_two_messages_shown_as_one_are_wrong(told):
    truth, rows = told
    first, second, *_ = (row for row in rows["messages"] if row["kind"] == "text")
    rows["messages"].remove(second)
    rows["messages"][rows["messages"].index(first)] = {**first, "places": [first["place"], second["place"]]}

    result = score(truth, rows)

    assert result.faults["joined"] == 1
    assert result.messages.right == result.messages.true - 1
