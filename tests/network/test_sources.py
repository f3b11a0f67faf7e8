# SPDX-License-Identifier: Apache-2.0
"""Sources are where items came in that were sold on."""

from typing import Any

import pytest
from msgspec.structs import replace

from suluh.model.after.beyond import Joint, Origin, Poster
from suluh.model.intake import Exhibit, Flaw
from suluh.model.people import Link, Person
from suluh.model.place import Place
from suluh.model.rules.holders import own_accounts
from suluh.model.talk import Account, Conversation, named_account
from suluh.model.times import Dated
from suluh.network.countries import countries, country_of
from suluh.network.sources import sources

PLACE = Place(exhibit="B-1", acquisition="1", path="chat", file="f")
OWN = own_accounts([], [Account(id="a", account="wa:s", place=PLACE, own=True)])
STATED = Exhibit(id="e", label="B-1", authority="1", order=1, accounts=("wa:s",))

SELLERS = {"B-1": "wa:s", "B-2": "wa:t"}


def group(*members: str, name: str = "wa:group", on: str = "B-1", kind: str = "group") -> Conversation:
    place = Place(exhibit=on, acquisition="1", path="chat", file="f")
    return Conversation(id=f"{on}/{name}", conversation=name, kind=kind, place=place, members=members)


def test_items_that_came_in_and_were_sold_make_a_source(deal: Any, sent: Any) -> None:
    talk = [
        sent(1, "wa:group", "wa:x", "aa", "bb"),
        sent(2, "wa:group", "wa:x", "cc"),
        sent(9, "wa:sale", "wa:s", "aa"),
    ]

    [origin] = sources(talk, [], OWN, [deal(1, files=("aa",), messages=("B-1/wa:sale/9",))])

    assert (origin.conversation, origin.first_seen_items, origin.items_sold_on) == ("wa:group", 3, 1)


def test_the_first_sight_decides_which_conversation_is_the_source(deal: Any, sent: Any) -> None:
    talk = [sent(5, "wa:late", "wa:x", "aa"), sent(1, "wa:early", "wa:y", "aa")]

    assert [one.conversation for one in sources(talk, [], OWN, [deal(1, files=("aa",))])] == ["wa:early"]


def test_what_the_holder_sent_first_came_from_no_source(deal: Any, sent: Any) -> None:
    talk = [
        sent(1, "wa:sale", "wa:s", "aa"),
        sent(1, "wa:notes", "wa:s", "bb"),
        sent(2, "wa:group", "wa:x", "aa", "bb"),
    ]

    assert list(sources(talk, [], OWN, [deal(1, files=("aa", "bb"))])) == []


def test_a_sale_is_no_source_for_its_buyer(deal: Any, sent: Any) -> None:
    talk = [sent(1, "wa:sale", "wa:s", "aa", on="B-2")]

    assert list(sources(talk, [], OWN, [deal(1, files=("aa",), messages=("B-2/wa:sale/1",))])) == []


def test_what_a_stated_account_sent_to_a_customer_makes_the_customer_no_source(deal: Any, sent: Any) -> None:
    """A database names who sent, and no record calls the account the device's own: the officer did."""
    talk = [sent(1, "wa:budi", "wa:s", "aa"), sent(5, "wa:citra", "wa:s", "aa")]
    deals = [deal(1, files=("aa",), messages=("B-1/wa:budi/1",)), deal(2, files=("aa",), messages=("B-1/wa:citra/5",))]

    assert list(sources(talk, [], own_accounts([STATED], []), deals)) == []


def test_a_name_that_a_link_joins_to_the_holder_is_the_holder(deal: Any, sent: Any) -> None:
    ani = named_account("wa", "B-1", "wa:chat/1", "Ani")
    talk = [sent(1, "wa:chat/1", ani, "aa")]
    own = own_accounts([STATED], [], [Person(id="p", accounts=("wa:s", ani))])

    assert list(sources(talk, [], own, [deal(1, files=("aa",))])) == []


def test_where_the_sender_may_be_the_holder_a_flaw_says_so_and_no_source_does(deal: Any, sent: Any) -> None:
    ani = named_account("wa", "B-1", "wa:chat/1", "Ani")
    talk = [sent(1, "wa:chat/1", ani, "aa")]
    link = Link(id="l", left="wa:s", right=ani, rule="own-name", judgement="suggested")

    [flaw] = sources(talk, [], own_accounts([STATED], [], [], [link]), [deal(1, files=("aa",))])

    assert isinstance(flaw, Flaw)
    assert (flaw.step, flaw.place.exhibit) == ("draw", "B-1")


def test_two_names_of_which_neither_is_known_for_the_holder_make_no_source(deal: Any, sent: Any) -> None:
    ani, budi = (named_account("wa", "B-1", "wa:chat/1", name) for name in ("Ani", "Budi"))
    chat = group(ani, budi, name="wa:chat/1", kind="direct")

    found = list(sources([sent(1, "wa:chat/1", ani, "aa")], [chat], OWN, [deal(1, files=("aa",))]))

    assert [type(one) for one in found] == [Flaw]


def test_an_exhibit_without_a_known_owner_has_no_source_but_a_flaw(deal: Any, sent: Any) -> None:
    talk = [sent(1, "wa:budi", "wa:x", "aa", on="B-9")]

    assert [type(one) for one in sources(talk, [], OWN, [deal(1, files=("aa",))])] == [Flaw]


def test_what_the_holder_sent_from_another_device_came_from_no_source(deal: Any, sent: Any) -> None:
    talk = [sent(1, "wa:sale", "wa:s", "aa", on="B-2"), sent(5, "wa:group", "wa:x", "aa")]

    assert list(sources(talk, [], OWN, [deal(1, files=("aa",))])) == []


def test_a_group_on_two_devices_is_a_source_for_both_holders(deal: Any, sent: Any) -> None:
    accounts = [Account(id=one, account=f"wa:{one}", place=group(on=one).place, own=True) for one in ("B-1", "B-2")]
    talk = [sent(1, "wa:group", "wa:x", "aa"), sent(1, "wa:group", "wa:x", "aa", on="B-2")]

    [origin] = sources(talk, [], own_accounts([], accounts), [deal(1, seller="wa:B-2", files=("aa",))])

    assert (origin.conversation, origin.items_sold_on) == ("wa:group", 1)


def test_exports_of_one_group_from_two_devices_are_one_source(deal: Any, sent: Any, speak: Any) -> None:
    own = own_accounts(
        [], [Account(id="a", account="wa:s", place=group(on=one).place, own=True) for one in ("B-1", "B-2")]
    )
    names = {"B-1": "wa:chat/a", "B-2": "wa:chat/b"}
    talk = [sent(1, "wa:chat/a", "wa:x", "aa"), sent(2, "wa:chat/b", "wa:x", "bb", on="B-2")]
    talk += [speak(hour, names[on], f"wa:{hour % 2}", f"halo {hour}", on=on) for hour in range(3, 9) for on in names]
    groups = [group("wa:s", name=name, on=on) for on, name in names.items()]

    [origin] = sources(talk, groups, own, [deal(1, seller="wa:s", files=("aa", "bb"))])

    assert (origin.conversation, origin.copies, origin.items_sold_on) == ("wa:chat/a", ("wa:chat/b",), 2)


def test_one_who_tells_two_groups_the_same_does_not_make_them_one(deal: Any, sent: Any, speak: Any) -> None:
    talk = [sent(1, "wa:a", "wa:x", "aa"), sent(1, "wa:b", "wa:y", "bb")]
    talk += [speak(hour, name, "wa:z", f"ready stok {hour}") for hour in range(3, 9) for name in ("wa:a", "wa:b")]
    groups = [group("wa:s", name=name) for name in ("wa:a", "wa:b")]

    found = list(sources(talk, groups, OWN, [deal(1, seller="wa:s", files=("aa", "bb"))]))

    assert [one.copies for one in found if isinstance(one, Origin)] == [(), ()]


GROUP = tuple(f"wa:+62811000000{one}" for one in range(5))


def titled(name: str, on: str, *members: str) -> Conversation:
    return replace(group("wa:s", *members, name=name, on=on), title="Album")


@pytest.mark.parametrize(
    ("hours", "others", "number"),
    [
        (((1, 2), (8, 9)), GROUP[1:], 1),
        (((1, 9), (5, 6)), GROUP[1:], 2),
        (((1, 2), (8, 9)), (GROUP[0], GROUP[1], "wa:+628110000008", "wa:+628110000009"), 2),
        (((1, 2), (8, 9)), tuple(named_account("wa", "B-2", "wa:chat/b", one) for one in "abcde"), 2),
    ],
    ids=["its time ended", "both at one time", "other people", "names alone"],
)
def test_a_group_that_went_on_on_the_next_device_is_one_source(
    deal: Any, sent: Any, hours: Any, others: tuple[str, ...], number: int
) -> None:
    own = own_accounts(
        [], [Account(id="a", account="wa:s", place=group(on=one).place, own=True) for one in ("B-1", "B-2")]
    )
    first, second = hours
    talk = [sent(hour, "wa:chat/a", GROUP[1], f"a{hour}") for hour in first]
    talk += [sent(hour, "wa:chat/b", others[0], f"b{hour}", on="B-2") for hour in second]
    groups = [titled("wa:chat/a", "B-1", *GROUP), titled("wa:chat/b", "B-2", *others)]
    files = tuple(f"a{hour}" for hour in first) + tuple(f"b{hour}" for hour in second)

    found = list(sources(talk, groups, own, [deal(1, seller="wa:s", files=files)]))

    assert len([one for one in found if isinstance(one, Origin)]) == number


def test_what_came_from_whom_the_holder_sold_to_makes_no_source_of_that_talk(deal: Any, sent: Any) -> None:
    talk = [sent(1, "wa:chat", "wa:b", "aa"), sent(2, "wa:chat", "wa:s", "bb"), sent(3, "wa:group", "wa:b", "cc")]
    chats = [group("wa:s", "wa:b", name="wa:chat", kind="direct"), group("wa:s", "wa:b")]
    deals = [deal(1, files=("bb",), kind="barter"), deal(2, buyer="wa:z", files=("aa", "cc"))]

    assert [one.conversation for one in sources(talk, chats, OWN, deals)] == ["wa:group"]


@pytest.mark.parametrize(
    ("kind", "sha", "state", "known"),
    [
        ("group", "aa", "delivered", 1),
        ("channel", "aa", "delivered", 1),
        ("direct", "aa", "delivered", 0),
        ("group", "bb", "delivered", 0),
        ("group", "aa", "paid", 0),
    ],
)
def test_known_material_in_a_group_of_somebody_who_sells_makes_a_source(
    deal: Any, sent: Any, kind: str, sha: str, state: str, known: int
) -> None:
    talk = [sent(1, "wa:group", "wa:x", sha)]
    chats, deals = [group("wa:s", "wa:x", kind=kind)], [deal(1, state=state)]

    found = list(sources(talk, chats, OWN, deals, material=frozenset({"aa"})))

    assert [(one.items_sold_on, one.known_items) for one in found if isinstance(one, Origin)] == [(0, 1)] * known


@pytest.mark.parametrize(("first", "second"), [("wa:chat/a", "wa:chat/b"), ("wa:chat/b", "wa:chat/a")])
def test_conversations_that_were_joined_are_one_source_under_the_id_that_they_are_told_as(
    deal: Any, sent: Any, first: str, second: str
) -> None:
    talk = [sent(1, "wa:chat/a", "wa:x", "aa"), sent(2, "wa:chat/b", "wa:x", "bb")]
    joint = Joint(id="j", record="conversation", members=(first, second), places=(PLACE, PLACE))

    [origin] = sources(talk, [], OWN, [deal(1, files=("aa", "bb"))], same_talk=[joint])

    assert (origin.conversation, origin.first_seen_items, origin.copies) == (first, 2, (second,))


def test_a_source_says_who_sent_into_it(deal: Any, sent: Any) -> None:
    talk = [sent(1, "wa:group", "wa:x", "aa", "bb"), sent(2, "wa:group", "wa:y", "cc")]

    [origin] = sources(talk, [], OWN, [deal(1, files=("aa",))])

    assert origin.posters == (Poster(account="wa:x", items=2, sold_on=1), Poster(account="wa:y", items=1))


def test_notices_of_a_group_name_members_who_never_spoke(deal: Any, sent: Any) -> None:
    notice = sent(1, "wa:group", None)
    words = "\u202a+60 12-345 6789\u202c menambahkan \u202a+63 922 552 4816\u202c"
    talk = [Dated(replace(notice.value, kind="system", text=words), notice.at), sent(2, "wa:group", "wa:x", "aa")]

    [origin] = sources(talk, [group("wa:s")], OWN, [deal(1, files=("aa",))])

    assert [one.code for one in origin.countries] == ["MY", "PH"]


def test_a_number_of_no_known_range_has_the_main_country_of_its_calling_code() -> None:
    [country] = countries(["wa:+14885559199"])

    assert (country.code, country.basis) == ("US", "phone number of 1 member, by calling code alone")


def test_the_chat_of_two_seized_persons_is_one_conversation_on_both_devices(deal: Any, sent: Any) -> None:
    accounts = [Account(id=on, account=one, place=group(on=on).place, own=True) for on, one in SELLERS.items()]
    talk = [sent(1, "wa:direct/s/t", "wa:t", "aa"), sent(2, "wa:chat/b", "wa:s", "bb", on="B-2")]
    chats = [
        group("wa:s", "wa:t", name="wa:direct/s/t", kind="direct"),
        group("wa:s", name="wa:chat/b", on="B-2", kind="direct"),
    ]
    deals = [deal(1, seller="wa:s", files=("aa",)), deal(2, seller="wa:t", files=("bb",))]

    [origin] = sources(talk, chats, own_accounts([], accounts), deals)

    assert (origin.conversation, origin.copies, origin.items_sold_on) == ("wa:chat/b", ("wa:direct/s/t",), 2)


@pytest.mark.parametrize(("poster", "codes"), [("wa:+6581234567", ["SG"]), ("wa:+60123456789", ["MY"])])
def test_whoever_holds_a_copy_of_a_group_is_none_of_its_countries_unless_they_sent_into_it(
    deal: Any, sent: Any, poster: str, codes: list[str]
) -> None:
    held = Account(id="b", account="wa:+60123456789", place=replace(PLACE, exhibit="B-2"), own=True)
    own = own_accounts([STATED], [held])
    talk = [sent(1, "wa:group", poster, "aa"), sent(9, "wa:sale", "wa:s", "aa")]
    copies = [group("wa:s", "wa:+60123456789", poster, on=label) for label in ("B-1", "B-2")]

    [origin] = sources(talk, copies, own, [deal(1, files=("aa",), messages=("B-1/wa:sale/9",))])

    assert [one.code for one in origin.countries] == codes


def test_an_account_that_is_no_number_touches_the_country_of_its_persons_number(deal: Any, sent: Any) -> None:
    hidden, number = "wa:90000000000002@lid", "wa:+6581234567"
    talk = [sent(1, "wa:group", hidden, "aa"), sent(9, "wa:sale", "wa:s", "aa")]
    persons = [Person(id="p", accounts=(number, hidden, "tg:+60123456789"))]

    [origin] = sources(talk, [], OWN, [deal(1, files=("aa",), messages=("B-1/wa:sale/9",))], persons)

    assert [(one.code, one.basis) for one in origin.countries] == [("SG", "phone number of 1 member")]


def test_a_group_touches_the_countries_of_its_members(deal: Any, sent: Any) -> None:
    members = ("wa:+628110000001", "wa:+628110000002", "wa:+60123456789", "wa:s", "tg:user5")
    talk = [sent(1, "wa:group", "wa:+628110000001", "aa")]

    [origin] = sources(talk, [group(*members)], OWN, [deal(1, files=("aa",))])

    assert [(one.code, one.basis) for one in origin.countries] == [
        ("ID", "phone numbers of 2 members"),
        ("MY", "phone number of 1 member"),
    ]


def test_a_number_of_no_country_names_none() -> None:
    assert country_of("wa:+870773111632") is None
    assert country_of("wa:+0") is None
    assert countries(["tg:user1"]) == ()


@pytest.mark.parametrize("kind", ["group", "direct"])
def test_known_contents_are_counted_in_a_talk_of_two_as_well(deal: Any, sent: Any, kind: str) -> None:
    talk = [sent(1, "wa:group", "wa:x", "aa", "bb", "cc"), sent(9, "wa:sale", "wa:s", "aa")]
    deals = [deal(1, files=("aa",), messages=("B-1/wa:sale/9",))]

    [origin] = sources(talk, [group("wa:x", "wa:s", kind=kind)], OWN, deals, material={"aa", "bb", "zz"})

    assert (origin.first_seen_items, origin.known_first_seen) == (3, 2)
    assert origin.known_items == (2 if kind == "group" else 0)
