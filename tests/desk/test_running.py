# SPDX-License-Identifier: Apache-2.0
"""While a run goes on, what was counted stands for a minute; rows and masks are as they are."""

import pytest
from tests.case.views.made import made_case, message

from suluh.case.gate.names import accounts_of, named_in, names_of, titles_of
from suluh.case.gate.viewer import Viewer
from suluh.case.keep import Act
from suluh.case.lease import is_held, lease
from suluh.desk.pages.deals import Deals
from suluh.desk.pages.page import Asked
from suluh.desk.web import reading
from suluh.desk.web.reading import Reading
from suluh.model.ids import make_id
from suluh.model.intake import File
from suluh.model.talk import Account, Message


@pytest.fixture
def case(tmp_path):
    made = made_case(tmp_path)
    yield made
    made.close()


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(reading.time, "monotonic", lambda: now[0])
    return now


def further(case, number):
    """A message that a run reads."""
    return message(next(case.nouns(File)), number, "pesan baru")


def test_a_count_stands_for_a_minute_while_a_run_goes_on(case, clock):
    desk = Reading(case, None)
    before = desk.count("messages")

    with lease(case.folder):
        assert is_held(case.folder)
        case.keep(Act("read", "files"), [further(case, 7)])
        held = desk.count("messages")
        clock[0] += reading.PAUSE + 1
        after = desk.count("messages")

    assert (held, after) == (before, before + 1)


def named(case, name):
    """An account with a name that nobody knew."""
    place = next(case.nouns(Account)).place
    return Account(id=make_id("account", name), account=f"whatsapp:name/{name}", names=(name,), place=place)


def test_what_masks_no_words_stays_when_names_come(case):
    desk, made = Reading(case, None), []

    def sketched(fields):
        made.append(fields)
        return desk.sketch("deals", frozenset(fields))

    for name in ("Zulkarnainsyah", "Maimunah"):
        desk.once("sums", "deals", lambda: sketched(("amount", "seller")))
        desk.once("reasons", "deals", lambda: sketched(("reasons_for",)))
        case.keep(Act("read", "files"), [named(case, name)])

    assert made == [("amount", "seller"), ("reasons_for",), ("reasons_for",)]


def test_what_is_made_of_masked_words_hangs_on_names_as_these_do(case):
    desk, made = Reading(case, None), []

    def outer():
        made.append(1)
        return desk.once("inner", "deals", lambda: desk.sketch("deals", frozenset({"reasons_for"})))

    desk.once("inner", "deals", lambda: desk.sketch("deals", frozenset({"reasons_for"})))
    for name in ("Zulkarnainsyah", "Maimunah"):
        desk.once("outer", "deals", outer)
        case.keep(Act("read", "files"), [named(case, name)])

    assert made == [1, 1]


def test_one_choice_after_another_reads_the_rows_of_a_list_once(case, monkeypatch):
    desk, read, page = Reading(case, None), [], Deals()
    rows = Viewer.sketch
    monkeypatch.setattr(Viewer, "sketch", lambda *given: (read.append(given[1]), rows(*given))[1])

    shown = [page.content(desk, Asked(query=query))["table"] for query in ({}, {"tier": "recorded"}, {"kind": "sale"})]

    assert read == ["deals"]
    assert [one.total for one in shown] == [
        desk.count("deals"),
        *(desk.tally("deals", one)[value] for one, value in (("tier", "recorded"), ("kind", "sale"))),
    ]


def test_lists_are_counted_anew_one_after_the_other(case, clock, monkeypatch):
    desk = Reading(case, None)
    monkeypatch.setattr(reading.time, "process_time", lambda: clock[0])

    def counted(what):
        def slow():
            clock[0] += 1
            return case.rows.count(Message)

        return desk.once(what, what, slow)

    before = [counted("messages"), counted("conversations")]
    with lease(case.folder):
        case.keep(Act("read", "files"), [further(case, 7)])
        clock[0] += reading.SHARE + 1
        first = [counted("messages"), counted("conversations")]
        clock[0] += reading.REST
        then = [counted("messages"), counted("conversations")]

    assert [first, then] == [[before[0] + 1, before[1]], [before[0] + 1, before[1] + 1]]


def test_without_a_run_a_count_is_of_this_moment(case, clock):
    desk = Reading(case, None)
    before = desk.count("messages")
    case.keep(Act("read", "files"), [further(case, 8)])

    assert clock
    assert not is_held(case.folder)
    assert desk.count("messages") == before + 1


def test_a_name_that_came_in_a_run_is_masked_at_once(case):
    viewer = Viewer(case)
    list(viewer.list("messages"))
    place = next(case.nouns(Account)).place
    written = next(case.nouns(File))
    told = message(written, 9, "kata Zulkarnainsyah besok")
    named = Account(
        id=make_id("account", "new"), account="whatsapp:+6281111111111", names=("Zulkarnainsyah",), place=place
    )

    case.keep(Act("read", "files"), [told, named])

    assert not any("Zulkarnainsyah" in str(row["text"]) for row in viewer.list("messages"))
    assert sum(one.kind == "text" for one in case.nouns(Message)) > 0


def test_a_mask_that_learns_knows_what_one_made_at_once_knows(case):
    nouns = list(named_in(case))
    viewer = Viewer(case)
    whole = viewer._mask()
    learnt = type(whole)(viewer.seal)

    for some in (nouns[:3], nouns[3:]):
        learnt.learn(some, names_of, accounts_of, titles_of)

    assert learnt._words == whole._words
    assert learnt._numbers._known == whole._numbers._known
    assert learnt._titles._by_first == whole._titles._by_first
