# SPDX-License-Identifier: Apache-2.0
"""No file leaves a worker in a text, and no odd text stops a file from being read."""

import json
import sqlite3

import pytest
from tests import hidden
from tests.canaries import Canaries

from suluh.model.body import body
from suluh.model.ids import display
from suluh.model.intake import Flaw, Outcome
from suluh.model.rules.hidden import SHORTEST, without_files
from suluh.model.talk import Account, Conversation, Message
from suluh.model.trade import Payment
from suluh.workers.child.plain import HIDDEN, is_plain

pytestmark = pytest.mark.usefixtures("forked")

READ = "suluh.case.jobs.read"
HEAD = "30/08/25 18.00 - Ani: "


def chat(*texts):
    return "\n".join([*(HEAD + text for text in texts), "30/08/25 19.00 - Budi: ok", "30/08/25 19.01 - Ani: sip", ""])


def read(bench, path):
    """Everything that a file gives."""
    return [noun for answer in bench.run(READ, bench.digested(path)) for noun in answer.nouns]


def test_no_block_leaves_a_worker_in_any_text(bench):
    canaries = Canaries(7)
    hidden.plant(bench.root, canaries.one)
    database = "application/vnd.sqlite3"

    found = []
    for path in sorted(one.name for one in bench.root.iterdir()):
        target = bench.digested(path, database if path.endswith(".db") else "")
        found += [noun for answer in bench.run(READ, target) for noun in answer.nouns]

    assert canaries.found_in(b"\n".join(map(body, found))) == []
    assert {type(noun) for noun in found} >= {Account, Conversation, Message, Payment}
    assert {noun.state for noun in found if isinstance(noun, Outcome)} == {"read"}
    assert sum(isinstance(noun, Flaw) and noun.reason == HIDDEN for noun in found) > len(canaries.blocks) / 2


def test_a_name_that_is_left_out_stays_one_account(bench):
    [raw, *_] = hidden.spellings(Canaries(9).one)
    bench.write(
        "chat.json",
        json.dumps(
            {
                "type": "private_group",
                "id": 7,
                "messages": [
                    {"id": n, "type": "message", "date": "2025-08-30T18:00:00", "from": raw, "text": "halo"}
                    for n in (1, 2)
                ],
            }
        ),
    )

    found = read(bench, "chat.json")

    [account] = [noun for noun in found if isinstance(noun, Account)]
    [talk] = [noun for noun in found if isinstance(noun, Conversation)]
    assert {noun.sender for noun in found if isinstance(noun, Message)} == {account.account} == set(talk.members)
    assert account.account.startswith("telegram:name/")
    assert "may be a file" in account.names[0]


@pytest.mark.parametrize(
    "text", ["wk" * 400, "-" * 400, "9" * 400, "halo kak " * 60, "10, 20, 30, " * 60, "10:30 " * 60]
)
def test_laughter_lines_and_lists_of_numbers_stay(text):
    assert without_files(text) == text


def test_what_stands_around_a_file_in_a_text_stays():
    for raw in hidden.spellings(Canaries(8).one):
        shown = without_files(f"lihat ini: {raw} ya kak")

        assert shown.startswith("lihat ini: ")
        assert shown.endswith("] ya kak")


def test_bytes_of_a_picture_that_were_read_as_text_are_left_out():
    noise = Canaries(3)
    raw = b"".join(noise.one() for _ in range(60))

    shown = without_files("foto: " + raw.decode("utf-8", "backslashreplace"))

    assert len(shown) < 300
    assert "may be a file" in shown


def test_a_file_name_that_may_be_a_file_is_shown_by_its_hash_alone():
    raw = hidden.file_of(bytes(32)).hex()[:240]

    assert display(f"DCIM/{raw}/IMG-1.jpg".encode()) == f"DCIM/{without_files(raw)}/IMG-1.jpg"
    assert raw not in display(f"DCIM/{raw}".encode())


@pytest.mark.parametrize(
    "text", ["x " * 200_000, "9" * 5_000, "a\0b", "\u202e" * 9_000, "[" * 70_000, "50.000" * 9_000, "( " * 40_000]
)
def test_an_odd_message_is_read_or_is_a_flaw_and_the_next_one_is_read(bench, text):
    bench.write("WhatsApp Chat with Budi.txt", chat(text, "paket 40 file 50rb"))

    found = read(bench, "WhatsApp Chat with Budi.txt")

    texts = [noun.text for noun in found if isinstance(noun, Message)]
    assert texts[-3:] == ["paket 40 file 50rb", "ok", "sip"]


def test_half_a_character_is_shown_and_stops_nothing(bench):
    written = {"id": 1, "type": "message", "date": "2025-08-30T18:00:00", "from_id": "user5", "text": "a\ud800b"}
    bench.write("chat.json", json.dumps({"type": "private_group", "id": 7, "messages": [written, written | {"id": 2}]}))

    found = read(bench, "chat.json")

    assert sum(isinstance(noun, Message) for noun in found) == 2 or any(isinstance(noun, Flaw) for noun in found)


def test_a_message_of_a_megabyte_is_a_flaw(bench):
    bench.write("WhatsApp Chat with Budi.txt", chat("satu dua tiga " * 90_000))

    found = read(bench, "WhatsApp Chat with Budi.txt")

    assert any("longer than a worker may answer" in noun.reason for noun in found if isinstance(noun, Flaw))
    assert [noun.text for noun in found if isinstance(noun, Message)] == ["ok", "sip"]


def test_numbers_beyond_all_bounds_stop_no_database(bench):
    connection = sqlite3.connect(bench.root / "msgstore.db")
    connection.executescript(
        hidden.MSGSTORE + "INSERT INTO jid VALUES (1, '6289900000001', 'g.us', '');"
        "INSERT INTO chat VALUES (1, 1, 'grup');"
    )
    for row, stamp in enumerate((-(2**63), 2**63 - 1, 10**15, 0, "9" * 400, 1.5e308, None), 1):
        connection.execute("INSERT INTO message VALUES (?,1,0,?,0,?,?,'halo',?)", (row, f"K{row}", stamp, stamp, row))
    connection.commit()
    connection.close()

    answers = bench.run(READ, bench.digested("msgstore.db", "application/vnd.sqlite3"))

    assert [answer.failure for answer in answers if answer.last] == [None]
    assert sum(isinstance(noun, Message) for answer in answers for noun in answer.nouns) == 7


@pytest.mark.parametrize("mark", ["", "\\n", '\\"', "\\\\"])
@pytest.mark.parametrize("length", [1, SHORTEST - 1, SHORTEST, SHORTEST + 1])
def test_a_text_is_looked_at_from_its_length_on_with_and_without_marks_in_it(mark, length):
    raw = f'{{"id":"x","text":"{mark}{"a" * (length - bool(mark))}","more":"{"b" * 20}"}}'.encode()

    assert is_plain(raw) is (length < SHORTEST)
