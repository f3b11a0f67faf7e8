# SPDX-License-Identifier: Apache-2.0
"""Letters with what came back: days, periods, accounts, and the exhibit that holds a reply."""

from pathlib import Path

import msgspec
import pytest
from tests.case.clocks.scripted import at, copied, duties, lawful_case, paper
from tests.case.views.made import BANK, acting, deal
from tests.custody.every_noun import file_away

from suluh.case.acts.intake import Bag, add_exhibit, record_authority
from suluh.case.acts.intake import Paper as Authority
from suluh.case.case import Case
from suluh.case.clocks.law import check_rows
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.registers.letters import missing, plain
from suluh.case.typed.enter import correct, enter
from suluh.model.dossier.law import LawRow
from suluh.model.dossier.papers import Answer, Letter, Reply, Request, RequestItem
from suluh.model.errors import Misuse
from suluh.model.ids import make_id
from suluh.model.intake import File
from suluh.model.people import Person
from suluh.model.place import Place
from suluh.model.trade import Payment, Statement

LETTER = {
    "code": "letter-1",
    "to": "Bank Contoh",
    "kind": "bank",
    "paper": "surat-2026-03-02",
    "sent": "2026-03-02",
    "accounts": (BANK,),
    "asked_from": "2026-01-01",
    "asked_to": "2026-02-28",
}
WHOLE = {"letter": "letter-1", "received": "2026-03-10", "accounts": (BANK,)}
SPAN = {"given_from": "2026-01-01", "given_to": "2026-02-28"}


@pytest.fixture(scope="module")
def lawful(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("lawful")
    lawful_case(folder).close()
    return folder


@pytest.fixture
def case(lawful: Path, tmp_path: Path):
    found = at(copied(lawful, tmp_path / "copy"), "2026-03-12T10:00+07:00")
    paper("surat")(found)
    enter(found, Letter, [LETTER])
    yield found
    found.close()


def register(case: Case) -> dict[str, object]:
    """The one letter."""
    [row] = Viewer(case, "uji").list("correspondence")
    return row


def test_a_letter_waits_and_is_to_be_reminded_of_after_two_weeks(case: Case) -> None:
    row = register(case)

    assert (row["state"], row["days"], row["reminder"], row["reminder_counts"]) == ("waiting", 10, "2026-03-16", True)


def test_a_reminder_that_was_sent_moves_the_next_one(case: Case) -> None:
    paper("surat", "2026-03-11", about=("letter-1",))(case)

    row = register(case)

    assert (row["reminded"], row["reminder"], row["state"]) == (["2026-03-11"], "2026-03-25", "waiting")


def test_a_reminder_ends_one_time_and_starts_the_next_and_a_reply_ends_that(case: Case) -> None:
    paper("surat", "2026-03-11", about=("letter-1",))(case)
    first, second = sorted(duties(case, "satuan-surat"), key=lambda row: str(row["start"]))

    enter(case, Reply, [{**WHOLE, **SPAN, "received": "2026-03-12"}])

    assert (first["state"], first["proof"], second["state"]) == ("met", "surat-2026-03-11", "running")
    assert second["due"] == "2026-03-25"
    assert {row["proof"] for row in duties(case, "satuan-surat")} == {"surat-2026-03-11", "reply-1"}


def test_a_reply_with_all_that_was_asked_for_ends_the_waiting(case: Case) -> None:
    enter(case, Reply, [{**WHOLE, **SPAN}])

    row = register(case)

    assert (row["state"], row["days"], row["lacks"], row["reminder"]) == ("answered", 8, [], None)


@pytest.mark.parametrize(
    ("reply", "says"),
    [
        ({**SPAN, "given_from": "2026-01-15"}, "not given: 2026-01-01 to 2026-01-14"),
        ({**SPAN, "given_to": "2026-02-10"}, "not given: 2026-02-11 to 2026-02-28"),
        ({}, "which period it gives is not stated"),
        ({**SPAN, "accounts": ("bca:9998887776",)}, f"no records of {BANK} came"),
        (
            {**SPAN, "accounts": (BANK, "bca:9998887776")},
            "records of another account came, which was not asked for: bca:9998887776",
        ),
        ({"refused": "bukan nasabah"}, "refused: bukan nasabah"),
    ],
)
def test_what_is_missing_of_a_reply_is_said(case: Case, reply, says: str) -> None:
    enter(case, Reply, [{**WHOLE, **reply}])

    row = register(case)

    assert any(says in one for one in row["lacks"])
    assert len(row["lacks"]) == len(row["lacks_id"])
    assert row["state"] == ("refused" if "refused" in reply else "incomplete")


def test_two_replies_together_give_the_whole_period(case: Case) -> None:
    enter(case, Reply, [{**WHOLE, **SPAN, "given_to": "2026-01-31"}, {**WHOLE, **SPAN, "given_from": "2026-02-01"}])

    assert register(case)["lacks"] == []


def test_an_account_is_the_same_however_its_number_is_written() -> None:
    assert plain("bca:0123-456-789") == plain("0123456789")
    assert plain("telegram:user12345") != plain("12345")


def test_days_between_two_spans_are_missing() -> None:
    spans = [("2026-01-01", "2026-01-10"), ("2026-01-12", "2026-01-20")]

    assert list(missing("2026-01-05", "2026-01-31", spans)) == [
        ("2026-01-11", "2026-01-11"),
        ("2026-01-21", "2026-01-31"),
    ]


WRONG = [
    ({"received": "2026-03-01"}, "before --sent, which is"),
    ({"given_from": "2026-02-01", "given_to": "2026-01-01"}, "before --given-from, which is"),
    ({"exhibit": "B-1"}, "which is no reply to a letter"),
]


@pytest.mark.parametrize(("reply", "says"), WRONG)
def test_a_reply_that_cannot_be_one_is_refused(case: Case, reply, says: str) -> None:
    with pytest.raises(Misuse, match=says):
        enter(case, Reply, [{**WHOLE, **reply}])

    assert register(case)["replies"] == []


def test_a_correction_is_asked_the_same(case: Case) -> None:
    enter(case, Reply, [{**WHOLE, **SPAN}])

    with pytest.raises(Misuse, match="before --sent, which is"):
        correct(case, Reply, "reply-1", {"received": "2026-01-01"}, "salah ketik")


def replied(case: Case, account: str = BANK) -> None:
    """An exhibit under a reply, with one statement of one line on it."""
    record_authority(case, Authority("reply", "BLS/7/2026", "Bank Contoh", "2026-03-10"))
    folder = case.folder.path.parent / "R-1"
    folder.mkdir()
    add_exhibit(case, Bag(folder, "R-1", "BLS/7/2026"))
    file = File(id=make_id("file", "R-1"), exhibit="R-1", acquisition="1", path=b"mutasi.csv", order=9)
    place = Place(exhibit="R-1", acquisition="1", path="mutasi.csv", file=file.id)
    statement = Statement(
        id=make_id("statement", "R-1"),
        account=account,
        place=place,
        currency="IDR",
        period_from="2026-01-01",
        period_to="2026-02-28",
    )
    line = Payment(
        id=make_id("payment", "R-1"),
        statement=statement.id,
        amount_minor=5_000_000,
        amount_as_written="50.000,00",
        currency="IDR",
        channel="bank",
        incoming=True,
        place=place,
        booked="2026-02-01",
    )
    file_away(case, [file, statement, line])


def test_what_a_reply_holds_is_compared_with_what_was_asked(case: Case) -> None:
    replied(case, "bca:9998887776")
    enter(case, Reply, [{"letter": "letter-1", "received": "2026-03-10", "exhibit": "R-1"}])

    row = register(case)

    assert (row["exhibits"], row["given_from"], row["given_to"]) == (["R-1"], "2026-01-01", "2026-02-28")
    assert [one.partition(":")[0] for one in row["lacks"]] == [
        "no records of bca",
        "records of another account came, which was not asked for",
    ]


def test_statements_and_booked_lines_carry_the_numbers_of_letter_and_reply(case: Case) -> None:
    replied(case)
    paper("lainnya", "2026-03-10")(case)
    enter(case, Reply, [{**WHOLE, "exhibit": "R-1", "paper": "lainnya-2026-03-10"}])

    for what in ("statements", "payments"):
        rows = {row["place"]["exhibit"]: (row["letter"], row["reply"]) for row in Viewer(case).list(what)}
        assert rows == {"B-2": (None, None), "R-1": ("surat-2026-03-02", "lainnya-2026-03-10")}


def test_nobody_is_named_without_a_purpose(case: Case) -> None:
    enter(case, Reply, [{**WHOLE, **SPAN, "accounts": ("bca:9998887776",)}])

    [row] = Viewer(case).list("correspondence")

    assert not any(secret in str(row) for secret in ("0123456789", "9998887776"))


ITEMS = [
    {"request": "request-1", "number": "1", "text": "Lengkapi BA penyitaan B-2", "kind": "formal", "owner": "S2"},
    {"request": "request-1", "number": "2", "text": "Uraikan unsur kedua", "kind": "material"},
    {"request": "request-1", "number": "3", "text": "Periksa saksi", "state": "cannot", "why": "di luar negeri"},
]


def asked(case: Case, **more: str) -> None:
    """A P-19 of three items."""
    paper("P-19")(case)
    enter(case, Request, [{"sender": "prosecutor", "paper": "P-19-2026-03-02", "received": "2026-03-02", **more}])
    enter(case, RequestItem, ITEMS)


def test_items_are_open_answered_or_cannot_be(case: Case) -> None:
    asked(case, due="2026-03-20")
    enter(case, Answer, [{"item": "requestitem-1", "sentence": "ada pada nomor 8", "papers": ("surat-2026-03-02",)}])

    rows = {str(row["number"]): row for row in Viewer(case, "uji").list("instructions")}

    assert {number: row["state"] for number, row in rows.items()} == {"1": "answered", "2": "open", "3": "cannot"}
    assert (rows["2"]["due"], rows["2"]["days"], rows["1"]["days"]) == ("2026-03-20", 10, 10)
    assert (rows["1"]["papers"], rows["3"]["said"]) == (["surat surat-2026-03-02"], "di luar negeri")
    assert next(iter(rows)) == "2"


def test_an_item_without_a_day_of_its_own_is_due_by_the_law_that_was_checked(case: Case) -> None:

    asked(case)
    before = next(iter(Viewer(case).list("instructions")))["due"]
    correct(case, LawRow, "kuhap-59-kembali", {"length": "14", "unit": "days"}, "naskah")
    check_rows(case, ["kuhap-59-kembali"], "naskah")
    check_rows(Case(case.folder, case._connection, acting(case.acting.unit.path, "S2")), ["kuhap-59-kembali"], "naskah")

    assert (before, next(iter(Viewer(case).list("instructions")))["due"]) == (None, "2026-03-16")


BUYER = "telegram:user987654321"


def buyer(case: Case, *accounts: str) -> None:
    """One more buyer, of one more deal, by some accounts."""
    person = Person(id=make_id("person", BUYER), accounts=(BUYER, *accounts), roles=("buyer",))
    case.keep(Act("deals", "case"), [msgspec.structs.replace(deal(), id=make_id("deal", 9), buyer=BUYER), person])


def unshown(case: Case) -> list[dict[str, object]]:
    """What the list says of that buyer."""
    return [row for row in Viewer(case, "uji").list("unshown") if BUYER in row["accounts"]]


@pytest.mark.parametrize(
    ("own", "letters", "reply", "why"),
    [
        ("bca:name/x/CITRA", (), None, "no-account"),
        ("dana:+6281234567890", (), None, "not-asked"),
        ("dana:+6281234567890", ("dana:+6281234567890",), None, "waiting"),
        ("dana:+6281234567890", ("+62 812-3456-7890",), {"refused": "bukan nasabah"}, "refused"),
        ("dana:+6281234567890", ("dana:+6281234567890",), {}, "not-in-reply"),
    ],
)
def test_a_buyer_whose_side_no_reply_shows_is_listed_with_why(case: Case, own, letters, reply, why) -> None:
    buyer(case, own)
    if letters:
        correct(case, Letter, "letter-1", {"accounts": letters}, "rekening lain")
    if reply is not None:
        enter(case, Reply, [{"letter": "letter-1", "received": "2026-03-10", **reply}])

    [row] = unshown(case)

    assert (row["why"], row["deals"], row["letters"]) == (why, 1, ["letter-1"] if letters else [])


def test_a_buyer_whose_statement_lies_in_the_case_is_not_listed(case: Case) -> None:
    buyer(case, "dana:+6281234567890")
    replied(case, "dana:+6281234567890")

    assert unshown(case) == []
