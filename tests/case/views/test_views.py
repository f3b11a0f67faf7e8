# SPDX-License-Identifier: Apache-2.0
"""Lists of a case: their fields, their order, what they join and what they hide."""

import msgspec
import pytest
from tests.case.views.made import ANI, BUDI, CHAT, COPY, GROUP, OTHER, PICTURES, SHA, TALK, acting

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer, views
from suluh.case.keep import Act
from suluh.case.views.view import ALL_ROWS, Filter
from suluh.model.errors import Misuse, NotAllowed, UnknownObject
from suluh.model.ids import make_id, person_id
from suluh.model.people import Decision, Link, Person
from suluh.model.talk import Conversation
from suluh.store.rows import Part

FIXED = {
    "files": "exhibit acquisition path inside sha256 sha1 md5 size type state same_as reader reason",
    "matches": "sha256 kind set set_kind set_entry distance categories",
    "look": "stage sets files contents groups categorised to_look",
    "flaws": "exhibit path inside line step reason",
    "accounts": "id names country aliases exhibits",
    "contacts": "exhibit name account place",
    "conversations": "id service kind title members places",
    "messages": "id conversation sender sent_at sent_at_local sent_at_written kind text attachments place places "
    "differs",
    "statements": "id account period opening closing adds_up letter place",
    "payments": "id statement payer beneficiary payer_name beneficiary_name amount amount_minor amount_as_written "
    "currency at booked channel text status reverses balance_after place places",
    "persons": "id accounts roles exhibits",
    "links": "id left right rule judgement score chance reasons_for reasons_against by at retracted_at",
    "deals": "id kind state tier seller buyer seller_person buyer_person items_promised items_delivered items_distinct "
    "amount amount_minor currency offered_at paid_at delivered_at payments messages files score chance reasons_for "
    "reasons_against",
    "network": "left right kind deals items amount_minor currency first last",
    "offers": "id kind conversation seller seller_person at prices items_promised messages reasons_for reasons_against",
    "sources": "conversation first_seen_items items_sold_on countries",
    "unseen": "of role method observed low high coverage refused assumes warnings sentence",
    "leads": "rank tier about reasons terms",
    "ledger": "seq at actor action object digest",
    "counts": "exhibit in out_of_scope quarantined duplicate benign read unparsed",
}
"""The table of design.md."""

SECRETS = ("81234567890", "5711112222", "0123456789", "Citra", "Lestari", "Budi", "Hartono", "HARTONO", "citra_l")


@pytest.mark.parametrize("what", sorted(FIXED))
def test_a_list_has_the_fixed_fields_first_and_in_their_order(seen: Case, what: str) -> None:
    wanted = FIXED[what].split()

    rows = list(Viewer(seen, "test").list(what))

    assert Viewer(seen).fields(what) == tuple(wanted)
    assert rows
    assert all(list(row)[: len(wanted)] == wanted for row in rows)


def test_a_sign_of_a_group_in_any_part_of_a_chat_makes_it_one(case: Case) -> None:
    [first] = [one for one in case.nouns(Conversation) if one.conversation == TALK]
    again = msgspec.structs.replace(first, id=make_id("conversation", 3), kind="group")
    case.keep(Act("read", "files"), [again])

    kinds = {row["id"]: row["kind"] for row in Viewer(case, "test").list("conversations")}

    assert kinds[TALK] == "group"


@pytest.mark.parametrize("what", sorted(views()))
def test_nothing_that_identifies_a_person_is_shown_without_a_purpose(seen: Case, what: str) -> None:
    shown = b"".join(msgspec.json.encode(row) for row in Viewer(seen).list(what)).decode()

    assert not [secret for secret in SECRETS if secret in shown]


@pytest.mark.parametrize("what", sorted(views()))
def test_a_list_is_the_same_twice(case: Case, what: str) -> None:
    first = msgspec.json.encode(list(Viewer(case).list(what)))

    assert msgspec.json.encode(list(Viewer(case).list(what))) == first


@pytest.mark.parametrize("what", sorted(views()))
def test_a_count_is_the_number_of_rows(case: Case, what: str) -> None:
    assert Viewer(case).count(what) == len(list(Viewer(case).list(what)))


@pytest.mark.parametrize(
    "what",
    sorted(
        set(views())
        - {
            "checks",
            "contents",
            "drafts",
            "leaving",
            "ledger",
            "look",
            "counts",
            "matches",
            "missing",
            "network",
            "samples",
            "unseen",
        }
    ),
)
def test_a_purpose_shows_all_and_makes_one_entry_before_anything_is_shown(seen: Case, what: str) -> None:
    before = seen.rows.last_entry()

    Viewer(seen, "prepare the dossier").list(what)

    [entry] = seen.rows.entries(before.seq + 1)
    assert b'"action":"look"' in entry.body
    assert b"prepare the dossier" in entry.body


def test_a_purpose_needs_an_officer_who_may_read(case: Case, tmp_path) -> None:
    auditor = Case(case.folder, case._connection, acting(tmp_path / "home", "A1", "auditor"))

    with pytest.raises(NotAllowed, match="auditor"):
        Viewer(auditor, "curiosity")


def test_an_unknown_list_is_named(case: Case) -> None:
    with pytest.raises(UnknownObject, match="secrets"):
        Viewer(case).list("secrets")


def test_a_filter_that_a_list_cannot_follow_is_refused(case: Case) -> None:
    with pytest.raises(Misuse, match="--account"):
        Viewer(case, "test").list("counts", Filter(account=ANI))


def test_nobody_is_looked_up_by_an_account_without_a_purpose(case: Case) -> None:
    for act in (Viewer(case).list, Viewer(case).count):
        with pytest.raises(Misuse, match="--purpose"):
            act("messages", Filter(account=BUDI))


def test_copies_of_one_message_are_shown_once_under_the_earliest_with_every_place(case: Case) -> None:
    first = next(Viewer(case, "test").list("messages"))

    assert first["place"]["path"] == CHAT.path.decode()
    assert [place["path"] for place in first["places"]] == [one.path.decode() for one in (CHAT, COPY, OTHER)]
    assert first["differs"] == ["sent"]


def test_a_record_in_a_duplicate_file_gains_the_place(case: Case) -> None:
    last = list(Viewer(case, "test").list("messages"))[-1]

    assert [(place["exhibit"], place["line"]) for place in last["places"]] == [("B-1", 3), ("B-2", 3)]


def test_the_zone_stated_with_the_exhibit_gives_the_instant(case: Case) -> None:
    first = next(Viewer(case).list("messages"))

    assert first["sent_at"] == "2025-08-30T11:00:00Z"
    assert first["sent_at_local"] == "2025-08-30T18:00"
    assert first["sent_at_written"] == "30/08/25 18.00"


def test_the_latest_decision_on_a_zone_wins(case: Case) -> None:
    zones = ("Asia/Makassar", "Asia/Jayapura")
    case.keep(Act("decide", "B-1"), [_zone(zone, order) for order, zone in enumerate(zones, 2)])

    assert next(Viewer(case).list("messages"))["sent_at"] == "2025-08-30T09:00:00Z"


def _zone(zone: str, order: int) -> Decision:
    identity = make_id("decision", order)
    return Decision(id=identity, act="zone", left="B-1", right=zone, by="S1", at="2026-01-05T09:00:00Z", order=order)


def test_a_payment_that_names_only_a_day_has_no_instant(case: Case) -> None:
    [payment] = Viewer(case, "test").list("payments")

    assert (payment["at"], payment["booked"]) == (None, "2025-08-30")
    assert (payment["amount"], payment["amount_minor"]) == ("50000.00", 5_000_000)


def test_scores_are_decimals_with_six_digits(case: Case) -> None:
    text = msgspec.json.encode(next(Viewer(case).list("deals")))

    assert b'"score":0.912345,"chance":0.012000' in text
    assert b'"score":-0.100000' in text


def test_a_person_shows_the_chain_of_links_that_joins_its_accounts(case: Case) -> None:
    person = Person(id=person_id("x:1"), accounts=("x:1", "x:2", "x:3"))
    links = [
        Link(id=make_id("link", one, two), left=one, right=two, rule=rule, judgement="suggested", merges=joins)
        for one, two, rule, joins in (
            ("x:1", "x:2", "same-number", True),
            ("x:2", "x:3", "stated-alias", True),
            ("x:1", "x:3", "same-name", False),
        )
    ]
    case.keep(Act("resolve", "case"), [person, *links])

    row = next(row for row in Viewer(case, "test").list("persons") if "x:1" in row["accounts"])

    assert row["rules"] == ["same-number", "stated-alias"]
    chains = {step["account"]: [link["rule"] for link in step["by"]] for step in row["joined"]}
    assert chains == {"x:2": ["same-number"], "x:3": ["same-number", "stated-alias"]}


def test_a_deal_names_the_persons_of_its_accounts(case: Case) -> None:
    persons = {account: row["id"] for row in Viewer(case, "test").list("persons") for account in row["accounts"]}

    deal = next(Viewer(case, "test").list("deals"))

    assert (deal["seller_person"], deal["buyer_person"]) == (persons[BUDI], persons[ANI])


def test_a_duplicate_names_the_file_that_it_equals(case: Case) -> None:
    rows = {row["id"]: row for row in Viewer(case).list("files")}
    duplicate = next(row for row in rows.values() if row["state"] == "duplicate")

    assert rows[duplicate["same_as"]]["path"] == PICTURES[0].path.decode()
    assert duplicate["same_as_place"]["path"] == PICTURES[0].path.decode()


def test_the_counts_of_an_exhibit_add_up(case: Case) -> None:
    for row in Viewer(case).list("counts"):
        states = ("out_of_scope", "quarantined", "duplicate", "benign", "read", "unparsed")

        assert row["in"] == sum(row[state] for state in states)


def test_an_exhibit_that_was_not_run_yet_counts_nothing(case: Case) -> None:
    assert list(Viewer(case).list("counts"))[2]["in"] == 0


def test_matching_and_grouping_leave_less_to_look_at(case: Case) -> None:
    looks = {(row["stage"], row["sets"]): row["to_look"] for row in Viewer(case).list("look")}

    assert looks == {
        ("before", True): 5,
        ("before", False): 5,
        ("matched", True): 3,
        ("matched", False): 5,
        ("grouped", True): 2,
        ("grouped", False): 4,
    }


def test_a_content_that_an_officer_categorised_needs_no_look_without_sets(case: Case) -> None:
    decision = Decision(
        id=make_id("decision", 2),
        act="category",
        left=SHA["e"],
        right="unit:2",
        by="S1",
        at="2026-01-05T09:00:00Z",
        order=2,
    )
    case.keep(Act("decide", SHA["e"]), [decision])

    looks = {(row["stage"], row["sets"]): row["to_look"] for row in Viewer(case).list("look")}

    assert (looks["matched", False], looks["grouped", True]) == (4, 1)


@pytest.mark.parametrize(
    ("what", "where", "size"),
    [
        ("messages", Filter(account=BUDI), 1),
        ("messages", Filter(exhibit="B-2"), 3),
        ("messages", Filter(start="2025-08-30T11:01"), 2),
        ("messages", Filter(end="2025-08-30T11:01"), 2),
        ("messages", Filter(end="2025-08-29"), 0),
        ("messages", Filter(conversation=TALK), 3),
        ("messages", Filter(conversation=GROUP), 0),
        ("payments", Filter(start="2025-08-30", end="2025-08-30"), 1),
        ("deals", Filter(start="2025-08"), 1),
        ("files", Filter(exhibit="B-2"), 3),
        ("flaws", Filter(exhibit="B-2"), 0),
    ],
)
def test_a_filter_chooses_rows(case: Case, what: str, where: Filter, size: int) -> None:
    assert len(list(Viewer(case, "test").list(what, where))) == size
    assert Viewer(case, "test").count(what, where) == size


def test_a_person_stands_for_all_their_accounts(case: Case) -> None:
    person = next(row for row in Viewer(case, "test").list("persons") if ANI in row["accounts"])

    assert len(list(Viewer(case).list("deals", Filter(person=person["id"])))) == 1


def test_a_page_of_a_list_is_a_part_of_the_whole(case: Case) -> None:
    whole = list(Viewer(case).list("files"))

    assert list(Viewer(case).list("files", ALL_ROWS, Part(3, 4))) == whole[4:7]
    assert list(Viewer(case).list("files", ALL_ROWS, Part(9, 8))) == whole[8:]


def test_one_row_is_found_by_its_id_or_key(case: Case) -> None:
    talk = next(row for row in Viewer(case).list("conversations") if row["messages"])

    assert Viewer(case).one("conversations", talk["key"]) == talk
    with pytest.raises(UnknownObject, match="conversations"):
        Viewer(case).one("conversations", "nothing")
