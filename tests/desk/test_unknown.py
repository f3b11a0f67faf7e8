# SPDX-License-Identifier: Apache-2.0
"""What a command names and the case does not know is an error that says what to do, never an empty table."""

import json

import pytest
from tests.case.views.made import ANI, GROUP

from suluh.model.ids import person_id

PURPOSE = ("--purpose", "test")


@pytest.fixture
def made(copied_case):
    """The made-up case of the lists, closed; its unit has the officer S1."""
    case = copied_case
    case.close()
    return case.folder.path


@pytest.mark.parametrize("what", ["files", "messages", "counts", "unprocessed", "missing", "flaws"])
@pytest.mark.parametrize("form", [(), ("--json",)])
def test_an_unknown_exhibit_is_named_beside_those_there_are(suluh, made, what, form):
    done = suluh("show", made, what, "--exhibit", "B-9", *form)

    assert (done.code, done.out) == (2, "")
    assert "the case has no exhibit B-9: it has B-1, B-2, B-3" in done.err


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("deals", "--person", "a" * 26), "persons holds nothing of the id " + "a" * 26),
        (("messages", "--account", "whatsapp:+62800"), "the case has no account whatsapp:+62800"),
        (("messages", "--account", "telegram:channel9"), "the case has no account telegram:channel9"),
        (("payments", "--account", ANI[:-1]), "the case has no account"),
    ],
)
def test_an_unknown_person_account_or_conversation_is_an_error(suluh, made, words, sentence):
    done = suluh("show", made, *words, *PURPOSE)

    assert (done.code, done.out) == (2, "")
    assert sentence in done.err
    assert "`suluh show CASE " in done.err


def entries(suluh, made):
    """What was done until now, and to what."""
    return [
        (row["action"], row["object"])
        for row in map(json.loads, suluh("show", made, "ledger", "--json").out.splitlines())
    ]


def test_a_lookup_of_somebody_unknown_is_entered_as_one(suluh, made):
    suluh("show", made, "messages", "--account", "x:1", *PURPOSE)

    assert entries(suluh, made)[-1] == ("look", "messages")


@pytest.mark.parametrize("who", [("--account", ANI), ("--person", person_id(ANI))])
def test_a_lookup_of_somebody_in_a_list_of_ids_alone_is_entered_as_well(suluh, made, who):
    """Whether the case knows a number is told by any list that takes it."""
    assert suluh("show", made, "network", *who, *PURPOSE).code == 0

    assert entries(suluh, made)[-1] == ("look", "network")


def test_a_list_that_takes_no_person_says_nothing_of_one(suluh, made):
    done = suluh("show", made, "counts", "--person", person_id(ANI), *PURPOSE)

    assert (done.code, done.out) == (2, "")
    assert "leads to the person" not in done.err


@pytest.mark.parametrize("account", [ANI, GROUP, "whatsapp:+6285711112222"])
def test_what_the_case_knows_may_have_no_rows(suluh, made, account):
    assert suluh("show", made, "statements", "--account", account, *PURPOSE).code == 0


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("role", ANI, "sellr", "--from", "2025-08-01", "--reason", "x"), "did you mean seller?"),
        (("status", ANI, "tersangkaa", "--document", "SP-1", "--date", "2026-01-04"), "did you mean suspect"),
        (("role", "x:9", "seller", "--from", "2025-08-01", "--reason", "x"), "the case has no account x:9"),
        (("zone", "B-9", "Asia/Jakarta", "--reason", "x"), "the case has no exhibit B-9"),
        (("category", "f" * 64, "unit:1"), "the case has no content"),
        (("link", "a" * 26, "confirm", "--reason", "x"), "links holds nothing of the id"),
    ],
)
def test_a_decision_on_what_is_not_there_is_refused(suluh, made, words, sentence):
    done = suluh("decide", made, *words)

    assert done.code == 2
    assert sentence in done.err


def test_a_role_in_indonesian_is_kept_under_its_code(suluh, made):
    assert suluh("decide", made, "role", ANI, "pembeli", "--from", "2025-08-01", "--reason", "BAP 3").code == 0

    last = json.loads(suluh("show", made, "decisions", "--json").out.splitlines()[-1])
    assert (last["act"], last["right"]) == ("role", "buyer")
