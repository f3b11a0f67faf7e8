# SPDX-License-Identifier: Apache-2.0
"""Copies of one message or payment become one record that says where they differ."""

from suluh.model.place import Place
from suluh.model.talk import Message
from suluh.model.times import When
from suluh.model.trade import Payment, Statement
from suluh.readers.copies.joint import join

ORDERS = {"f1": (0, "a"), "f2": (1, "b")}
SENT = When(written="18.00", local="2025-08-30T18:00")


def place(file: str, line: int = 1) -> Place:
    return Place(exhibit=file, acquisition="1", path="x", file=file, line=line)


def message(id_: str, file: str, **fields: object) -> Message:
    made = {"conversation": "whatsapp:c", "kind": "text", "text": "halo", "sent": SENT, "native": "whatsapp:c/1"}
    return Message(id=id_, place=place(file), **(made | fields))


def payment(id_: str, file: str, **fields: object) -> Payment:
    made = {"amount_minor": 5_000_000, "amount_as_written": "50.000,00", "currency": "IDR", "channel": "bank"}
    made |= {"incoming": True, "booked": "2025-08-30", "text": "TRSF", "statement": f"s-{file}", "place": place(file)}
    return Payment(id=id_, **(made | fields))


STATEMENTS = [Statement(id=f"s-{file}", account="bca:0123456789", place=place(file)) for file in ("f1", "f2")]


def test_two_records_of_one_message_stand_under_the_id_of_the_earlier_exhibit() -> None:
    [joint] = join(lambda: [message("late", "f2"), message("early", "f1")], [], [], ORDERS)

    assert (joint.id, joint.members, joint.record) == ("early", ("early", "late"), "message")
    assert [one.file for one in joint.places] == ["f1", "f2"]
    assert joint.differs == ()


def test_what_differs_is_named() -> None:
    other = message("late", "f2", text="halo!", edited=True, sent=When(written="18.01", local="2025-08-30T18:01"))

    [joint] = join(lambda: [message("early", "f1"), other], [], [], ORDERS)

    assert joint.differs == ("sent_at", "text", "edited")


def test_messages_without_an_id_of_the_service_are_never_joined() -> None:
    assert list(join(lambda: [message("a", "f1", native=None), message("b", "f2", native=None)], [], [], ORDERS)) == []


def test_three_copies_give_one_joint_in_any_order_of_input() -> None:
    copies = [message(one, "f1" if one == "a" else "f2") for one in "abc"]

    assert list(join(lambda: copies, [], [], ORDERS)) == list(join(lambda: copies[::-1], [], [], ORDERS))
    assert [joint.members for joint in join(lambda: copies, [], [], ORDERS)] == [("a", "b", "c")]


def test_only_conversations_that_repeat_something_are_read_again() -> None:
    others = [message(f"o{number}", "f1", native=f"n{number}", conversation=f"c{number}") for number in range(3)]
    every, asked = [message("late", "f2"), message("early", "f1"), *others], []

    def within(names: set[str]) -> list[Message]:
        asked.append(names)
        return [one for one in every if one.conversation in names]

    found = list(join(lambda: every, [], [], ORDERS, within=within))

    assert found == list(join(lambda: every, [], [], ORDERS))
    assert asked == [{every[0].conversation}]


def test_a_payment_on_two_statements_of_one_account_is_one() -> None:
    [joint] = join(list, [payment("a", "f1"), payment("b", "f2", payer_name="ANI")], STATEMENTS, ORDERS)

    assert (joint.record, joint.members, joint.differs) == ("payment", ("a", "b"), ("payer_name",))


def test_another_balance_account_or_direction_is_another_payment() -> None:
    others = [
        payment("b", "f2", balance_after_minor=1),
        payment("c", "f2", incoming=False),
        payment("d", "f2", statement="s-x"),
    ]

    assert list(join(list, [payment("a", "f1", balance_after_minor=2), *others], STATEMENTS, ORDERS)) == []


def test_two_equal_lines_of_one_statement_stay_two_payments() -> None:
    lines = [payment(f"{file}{line}", file, place=place(file, line)) for file in ("f1", "f2") for line in (1, 2)]

    joints = list(join(list, lines, STATEMENTS, ORDERS))

    assert [joint.members for joint in joints] == [("f11", "f21"), ("f12", "f22")]


def side(id_: str, file: str, native: str, **fields: object) -> Message:
    sent = When(written="x", at="2025-08-30T11:00:00Z")
    made = {"conversation": "telegram:user11-user22", "sender": "telegram:user11", "sent": sent, "native": native}
    return message(id_, file, **(made | fields))


def test_both_sides_of_a_telegram_chat_hold_one_message_though_each_counts_for_itself() -> None:
    mine = [side("a", "f1", "telegram:user11/5"), side("b", "f1", "telegram:user11/6")]
    theirs = [side("c", "f2", "telegram:user22/70"), side("d", "f2", "telegram:user22/71")]

    joints = list(join(lambda: [*theirs, *mine], [], [], ORDERS))

    assert sorted(joint.members for joint in joints) == [("a", "c"), ("b", "d")]


def test_a_second_export_of_one_side_joins_the_same_joint() -> None:
    copies = [
        side("a", "f1", "telegram:user11/5"),
        side("b", "f2", "telegram:user22/70"),
        side("c", "f2", "telegram:user11/5"),
    ]

    assert [joint.members for joint in join(lambda: copies, [], [], ORDERS)] == [("a", "b", "c")]


def test_the_same_words_in_another_second_are_another_message() -> None:
    later = When(written="x", at="2025-08-30T11:00:01Z")
    copies = [side("a", "f1", "telegram:user11/5"), side("b", "f2", "telegram:user22/70", sent=later)]

    assert list(join(lambda: copies, [], [], ORDERS)) == []
