# SPDX-License-Identifier: Apache-2.0
"""Ids that lists show tell nothing of whom they name, lead back to their rows, and old ones to new ones."""

import re
from collections.abc import Callable

import msgspec
import pytest
from tests.case.views.made import ANI, BANK, BOOK, BUDI, TALK, acting, deal, linked
from tests.custody.every_noun import file_away

from suluh.case.acts.decide import decide_pair, digest_of
from suluh.case.case import Case
from suluh.case.gate.seal import Seal
from suluh.case.gate.viewer import Viewer, views
from suluh.case.views.view import Filter, Keys
from suluh.custody.entry import Entry
from suluh.model.after.beyond import Edge, Joint, Lead, Origin
from suluh.model.body import Noun
from suluh.model.errors import Misuse, UnknownObject
from suluh.model.ids import begun, deal_id, file_id, make_id, person_id
from suluh.model.intake import File, Flaw
from suluh.model.people import Decision, Link, Person
from suluh.model.talk import Account, Contact, Conversation, Message
from suluh.model.trade import Deal, Payment, Statement

OF_IDENTIFIERS: tuple[type[Noun], ...] = (Person, Link, Deal, Decision, Edge, Origin, Lead)
"""Nouns whose ids are hashes of accounts, of conversations, or of other such ids."""

OF_PATHS: tuple[type[Noun], ...] = (File, Message, Payment, Statement, Contact, Account, Conversation, Flaw, Joint)
"""Nouns whose ids are hashes of a path, which may hold a number."""

WHATS = tuple(views())


def ids_in(case: Case, purpose: str | None) -> set[str]:
    """Everything that looks like an id, or a digest, in all lists."""
    viewer = Viewer(case, purpose)
    text = b"".join(msgspec.json.encode(row) for what in WHATS for row in viewer.list(what)).decode()
    return set(re.findall(r"\b[a-z2-7]{26}\b|\b[0-9a-f]{64}\b", text))


def keys_of(case: Case) -> set[str]:
    """The keys of accounts and conversations in the store."""
    accounts = {Keys(case, "account").of(one.account) for one in case.nouns(Account)}
    return accounts | {Keys(case, "conversation").of(one.conversation) for one in case.nouns(Conversation)}


@pytest.mark.parametrize(
    ("purpose", "kinds"), [(None, (*OF_IDENTIFIERS, *OF_PATHS)), ("reading", OF_IDENTIFIERS)], ids=["masked", "full"]
)
def test_no_list_shows_an_id_that_is_a_hash_of_an_identifier(
    case: Case, purpose: str | None, kinds: tuple[type[Noun], ...]
) -> None:
    plain = {noun.id for kind in kinds for noun in case.nouns(kind)} | keys_of(case) | {digest_of(linked())}

    assert len(plain) > len(kinds)
    assert not plain & ids_in(case, purpose)


def guesses(keys: tuple[Keys, Keys], number: str) -> tuple[str, ...]:
    """Every id that the store would have if an account had this number."""
    account = f"whatsapp:{number}"
    return (
        person_id(account),
        *(one.of(account) for one in keys),
        make_id("link", "same-number", f"telegram:{number}", account),
        make_id("decision", 2, "role", account, "seller"),
    )


@pytest.mark.parametrize(("account", "start"), [(ANI, "+62812345"), (BUDI, "+62857111")])
def test_trying_all_numbers_of_an_operator_finds_nobody(case: Case, account: str, start: str) -> None:
    """The store's own ids would be found; those that are shown are not, and no other secret finds them."""
    shown, wrong, mark = ids_in(case, None), Seal(b"not the secret of this case"), len(start)
    held = keys_of(case) | {person_id(one) for one in (ANI, BUDI)}
    keys, begins = (Keys(case, "account"), Keys(case, "conversation")), {begun(one) for one in shown if len(one) == 26}
    found, found_by_wrong, would_find = set[str](), set[str](), set[str]()

    for last in range(10**5):
        number = f"{start}{last:05}"
        for guess in guesses(keys, number):
            if guess in held:
                would_find.add(number)
            if guess in shown:
                found.add(number)
            if wrong.begins(guess) in begins and wrong.of(guess) in shown:
                found_by_wrong.add(number)

    assert would_find == {account.partition(":")[2]}
    assert account.partition(":")[2][:mark] == start
    assert not found
    assert not found_by_wrong


def test_trying_all_numbers_in_the_name_of_a_file_finds_no_account(case: Case) -> None:
    shown = ids_in(case, None)
    tried = {file_id(BOOK.exhibit, "1", (), f"BCA_01234{last:05}.csv".encode()) for last in range(10**5)}

    assert BOOK.id in tried
    assert not tried & shown


def test_the_name_of_the_message_that_was_answered_is_masked(case: Case) -> None:
    name = f"whatsapp/{ANI.partition(':')[2]}@s.whatsapp.net/3EB0"
    answer = msgspec.structs.replace(next(case.nouns(Message)), id="a" * 26, reply_to=name)
    file_away(case, [answer])

    assert [row["reply_to"] for row in Viewer(case).list("messages") if row["reply_to"]] == ["whatsapp/+••••/3EB0"]


@pytest.mark.parametrize("purpose", [None, "reading"])
@pytest.mark.parametrize("what", ["persons", "deals", "links", "decisions", "leads"])
def test_the_id_of_a_row_leads_back_to_it_with_and_without_a_purpose(
    case: Case, what: str, purpose: str | None
) -> None:
    masked = [row["id"] for row in Viewer(case).list(what)]
    viewer = Viewer(case, purpose)

    assert masked
    assert [viewer.one(what, str(name))["id"] for name in masked] == masked


def test_a_message_is_found_by_the_id_that_a_masked_list_shows(case: Case) -> None:
    row = next(Viewer(case).list("messages"))

    assert Viewer(case).one("messages", str(row["id"])) == row
    assert Viewer(case, "reading").one("messages", str(row["id"]))["place"] is not None


def by_person(viewer: Viewer) -> object:
    return list(viewer.list("deals", Filter(person=person_id(ANI))))


@pytest.mark.parametrize(
    "ask",
    [
        by_person,
        lambda viewer: viewer.count("deals", Filter(person=person_id(ANI))),
        lambda viewer: viewer.one("persons", person_id(ANI)),
        lambda viewer: viewer.one("deals", deal().id),
        lambda viewer: viewer.one("conversations", TALK),
        lambda viewer: list(viewer.list("messages", Filter(conversation=TALK))),
        lambda viewer: viewer.one("persons", "a" * 26),
        lambda viewer: viewer.one("files", BOOK.id),
    ],
)
def test_without_a_purpose_an_id_of_the_store_is_as_unknown_as_any_other(
    case: Case, ask: Callable[[Viewer], object]
) -> None:
    with pytest.raises(UnknownObject, match="--purpose"):
        ask(Viewer(case))


def test_ids_of_the_store_choose_no_row_of_a_page(case: Case) -> None:
    assert list(Viewer(case).list("persons", Filter(ids=frozenset({person_id(ANI)})))) == []
    assert len(list(Viewer(case, "reading").list("persons", Filter(ids=frozenset({person_id(ANI)}))))) == 1


def test_for_a_purpose_an_id_of_the_store_is_taken_and_the_ledger_keeps_the_shown_one(case: Case) -> None:
    viewer = Viewer(case, "reading an old print")

    assert by_person(viewer)

    last = case.rows.last_entry()
    assert last is not None
    assert Entry.read(last.body).detail["where"] == f"person={Seal(case.secret).of(person_id(ANI))}"


@pytest.mark.parametrize(
    "ask",
    [
        lambda viewer: viewer.now("persons", "a" * 26),
        lambda viewer: viewer.count("deals", Filter(person="a" * 26)),
        lambda viewer: viewer.one("deals", "a" * 26),
    ],
)
def test_who_tries_an_unknown_id_for_a_purpose_is_entered(case: Case, ask: Callable[[Viewer], object]) -> None:
    before = len(list(case.rows.entries()))

    with pytest.raises(UnknownObject):
        ask(Viewer(case, "trying"))

    entries = [Entry.read(one.body) for one in case.rows.entries()]
    assert ["a" * 26 in one.detail["where"] for one in entries[before:]] == [True]


@pytest.mark.parametrize("purpose", [None, "reading"])
def test_the_id_of_a_person_that_was_joined_to_another_leads_to_that_one(case: Case, purpose: str | None) -> None:
    old, viewer = Seal(case.secret).of(person_id(BANK)), Viewer(case, purpose)

    now = viewer.now("persons", old)

    assert now == Seal(case.secret).of(person_id(BUDI)) != old
    assert viewer.one("persons", old)["id"] == now
    assert list(viewer.list("deals", Filter(person=old))) == list(viewer.list("deals", Filter(person=now)))


def test_the_id_of_a_deal_leads_to_the_one_that_holds_its_message(case: Case) -> None:
    old = Seal(case.secret).of(deal_id(deal().messages[1]))

    assert Viewer(case).one("deals", old)["id"] == Seal(case.secret).of(deal().id)


def test_the_rows_that_a_deal_rests_on_are_found_by_its_id(case: Case) -> None:
    shown, viewer = Seal(case.secret).of(deal().id), Viewer(case)

    assert len(list(viewer.list("messages", Filter(deal=shown)))) == len(deal().messages)
    assert len(list(viewer.list("payments", Filter(deal=shown)))) == len(deal().payments)
    with pytest.raises(Misuse):
        viewer.list("files", Filter(deal=shown))


def test_a_deal_without_a_payment_shows_none(case: Case) -> None:
    bare = msgspec.structs.replace(deal(), id=make_id("deal", 2), payments=())
    file_away(case, [bare])

    assert list(Viewer(case).list("payments", Filter(deal=Seal(case.secret).of(bare.id)))) == []


def test_a_decision_takes_a_shown_id_and_keeps_the_accounts_of_that_moment(case: Case) -> None:
    row = next(row for row in Viewer(case, "t").list("persons") if BUDI in str(row["accounts"]))

    kept = decide_pair(case, "part", str(row["id"]), ANI, "two phones")

    assert {account for one in kept for account in (one.left, one.right)} == {ANI, BUDI, BANK}


def test_two_cases_of_the_same_exhibits_show_different_ids(case: Case) -> None:
    other = Case(case.folder, case._connection, acting(case.folder.path.parent / "home"))
    other.__dict__["secret"] = b"another case's secret"

    persons = [{row["id"] for row in Viewer(one).list("persons")} for one in (case, other)]

    assert persons[0]
    assert not persons[0] & persons[1]
