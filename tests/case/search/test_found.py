# SPDX-License-Identifier: Apache-2.0
"""The index finds what a look at every row finds, follows corrections, and may be thrown away or damaged."""

import sqlite3
from collections.abc import Iterator

import pytest
from tests.finished import Finished, finish

from suluh.case.case import Case
from suluh.case.gate.viewer import Viewer
from suluh.case.search.found import Found
from suluh.case.search.index import bring_up
from suluh.case.search.query import query
from suluh.case.search.texts import KINDS, LISTS, list_of, told
from suluh.case.views.view import ALL_ROWS, Page
from suluh.custody.entry import Entry
from suluh.model.after.beyond import Joint
from suluh.model.errors import Misuse
from suluh.model.talk import Account, Message
from suluh.store import words as store_words
from suluh.store.words import _PARTS, Words


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Finished:
    return finish(tmp_path_factory.mktemp("found"))


@pytest.fixture
def case(made: Finished) -> Iterator[Case]:
    case = Case.open(made.folder, made.acting)
    yield case
    case.close()


def asked(case: Case) -> list[str]:
    """Words, pairs of words, numbers and beginnings that the case itself holds, and some that it does not."""
    said = [one.text for one in case.nouns(Message) if len(one.text.split()) > 2][:40:4]
    numbers = sorted({one.account.partition(":")[2] for one in case.nouns(Account) if ":+62" in one.account})[:4]
    pairs = [f'"{" ".join(text.split()[:2])}"' for text in said if '"' not in text]
    home = [f"0{one[3:6]}-{one[6:10]} {one[10:]}" for one in numbers]
    return [*(text.split()[0] for text in said), *pairs, *numbers, *home, "pak*", "nowhere", "0812-0000-0000"]


def by_hand(case: Case, text: str) -> set[tuple[str, str]]:
    """What a look at every row finds."""
    joined = {member: one.id for one in case.nouns(Joint) for member in one.members}
    wanted, found = query(text), {}
    for kind in KINDS:
        for noun in case.nouns(kind):
            if wanted.fits(told(noun).whole):
                name = noun.account if isinstance(noun, Account) else joined.get(noun.id, noun.id)
                found.setdefault((list_of(kind), name), noun.id)
    return set(found)


def by_index(case: Case, text: str) -> set[tuple[str, str]]:
    rows = Found(query(text)).rows(case)
    return {(row["what"], row["account"] if row["what"] == "accounts" else row["id"]) for row in rows}


def test_the_index_finds_what_a_look_at_every_row_finds(case: Case):
    questions = asked(case)
    assert len(questions) > 20
    for text in questions:
        assert by_index(case, text) == by_hand(case, text), text
    assert any(by_hand(case, text) for text in questions)


def test_beginnings_beside_words_are_found_behind_many_rows_too(case: Case, monkeypatch: pytest.MonkeyPatch):
    words = [one for one in asked(case) if one.isalpha()]
    found = {text: by_hand(case, text) for text in (f"{one[:2]}* {other}" for one in words[:3] for other in words[:2])}

    assert any(found.values())
    for first in (1, 3, 1000):
        monkeypatch.setattr(store_words, "_FIRST", first)
        assert {text: by_index(case, text) for text in found} == found


def test_what_is_found_hangs_on_no_border_of_blocks(case: Case, monkeypatch: pytest.MonkeyPatch):
    found = {text: by_index(case, text) for text in asked(case)}
    order = [row["id"] for row in Found(query("pak*")).rows(case)]

    monkeypatch.setattr(store_words, "_BLOCK", 3)
    case.folder.words.unlink()

    assert {text: by_index(case, text) for text in found} == found
    assert [row["id"] for row in Found(query("pak*")).rows(case)] == order
    with sqlite3.connect(case.folder.words) as connection:
        made = "SELECT count(*) FROM sqlite_master WHERE sql LIKE 'CREATE VIRTUAL%'"
        assert connection.execute(made).fetchone()[0] > len(KINDS)
    connection.close()
    case.folder.words.unlink()


def test_every_list_is_searched_by_itself(case: Case):
    for what in LISTS:
        rows = list(Found(query("a* "), (what,)).rows(case))
        assert {row["what"] for row in rows} <= {what}
    with pytest.raises(Misuse, match="is not searched"):
        Found(query("a"), ("deals",))


@pytest.mark.parametrize("harm", ["gone", "garbage", "other form", "moved rows", "half made", "empty"])
def test_an_index_that_is_gone_or_wrong_is_made_anew(case: Case, harm: str):
    path, before = case.folder.words, by_index(case, "pak*")
    if harm == "gone":
        path.unlink()
    elif harm == "garbage":
        path.write_bytes(b"no database" * 400)
    elif harm in {"half made", "empty"}:  # as a kill in the middle leaves it
        path.unlink()
        with sqlite3.connect(path) as connection:
            connection.execute(_PARTS if harm == "half made" else "PRAGMA synchronous=OFF")
        connection.close()
    else:
        with sqlite3.connect(path) as connection:
            words = "PRAGMA user_version=99" if harm == "other form" else "UPDATE part SET first = first + 1"
            connection.execute(words)
        connection.close()
    with Words(path) as words:
        bring_up(case, words, checked=True)
    assert by_index(case, "pak*") == before
    assert before


def test_each_search_is_entered_and_masked_without_a_purpose(case: Case):
    number = next(one.account for one in case.nouns(Account) if ":+62" in one.account)
    for purpose in (None, "looking"):
        viewer = Viewer(case, purpose)
        rows = list(viewer.search(number.partition(":")[2], (), ALL_ROWS, Page(5)))
        entry = Entry.read(case.rows.last_entry().body)
        assert (entry.action, entry.detail.get("purpose")) == ("search", purpose)
        assert rows
        assert (number in {row["account"] for row in rows}) is (purpose is not None)
        assert purpose is not None or number.partition(":")[2] not in str(rows)


def test_an_index_that_lacks_rows_takes_some_at_each_search_and_says_how_many_it_lacks(case: Case):
    case.folder.words.unlink(missing_ok=True)
    words, lacks = next(text for text in asked(case) if text.isalpha()), list[int]()
    whole = by_hand(case, words)
    for _ in range(1000):
        rows = list(Viewer(case, "looking").search(words, most=1, lacks=lacks.append))
        if not lacks[-1]:
            break

    assert lacks[0] > 0
    assert lacks == sorted(lacks, reverse=True)
    assert len(rows) == len(whole)
