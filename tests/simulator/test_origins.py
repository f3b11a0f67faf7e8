# SPDX-License-Identifier: Apache-2.0
"""Where the holders of made-up exhibits really got what they sold."""

import pytest

from suluh.simulator.origins import origins
from suluh.simulator.truth import TrueAttachment, TrueDeal, TrueMessage, TrueRecord

DEAL = {
    "kind": "sale",
    "state": "delivered",
    "conversation": "direct",
    "items": 1,
    "delivered": 1,
    "distinct": 1,
    "price_minor": 0,
    "paid_minor": 0,
    "offered_at": None,
    "paid_at": None,
    "delivered_at": None,
}


def sold(key="deal-1", buyer="b"):
    return TrueDeal(
        key=key, seller="s", buyer=buyer, payments=(), messages=(), pictures=("aa",), seen_messages=1, **DEAL
    )


def told(key, sender, *, deal=None, label="B-1"):
    """A message with one picture, and its record on one exhibit; later ones have greater keys."""
    at = f"2025-01-01T00:00:0{key}Z"
    message = TrueMessage(key=key, conversation="room", sender=sender, at=at, kind="media", text="", deal=deal)
    file = TrueAttachment(state="present", sha256="aa")
    record = TrueRecord(
        file=f"{label}/x", message=key, conversation="room", kind="media", sent=at, text="", attachments=(file,)
    )
    return message, record


@pytest.mark.parametrize(
    ("talk", "found"),
    [
        ([told("1", "x"), told("2", "s", deal="deal-1")], ["room"]),
        ([told("1", "s", deal="deal-1"), told("2", "x")], []),
        ([told("1", "x", deal="deal-1")], []),
        ([told("1", "s", label="B-2"), told("2", "x")], []),
    ],
    ids=["came, then sold", "the holder had it first", "only in that deal", "the holder sent it elsewhere"],
)
def test_a_room_counts_where_somebody_else_sent_first_what_the_holder_sold(talk, found):
    messages, records = [one for one, _ in talk], [one for _, one in talk]

    assert [one.conversation for one in origins(records, messages, [sold()], {"B-1": "s", "B-2": "t"})] == found


@pytest.mark.parametrize(
    ("buyer", "directs", "found"), [("x", {"room"}, []), ("x", set(), ["room"]), ("b", {"room"}, ["room"])]
)
def test_what_a_customer_sent_between_the_two_is_part_of_their_trade(buyer, directs, found):
    messages, records = zip(told("1", "x"), told("2", "s", deal="deal-1"), strict=True)
    deals = [sold(), sold("deal-2", buyer)]

    assert [one.conversation for one in origins(records, messages, deals, {"B-1": "s"}, directs)] == found
