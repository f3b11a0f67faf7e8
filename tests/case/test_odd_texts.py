# SPDX-License-Identifier: Apache-2.0
"""A case whose exhibit is full of odd texts, numbers and times is worked through, and everything odd is told."""

import json
import sqlite3

import pytest
from tests import hidden
from tests.forked_unit import ForkedUnit

HEAD = "30/08/25 18.0{} - {}: {}"
WALLET = hidden.WALLET
ODD = (
    "0123456789" * 6_500,
    "9." * 20_000,
    "50rb " * 9_000,
    "( " * 30_000,
    "a\0b",
    "\u202e" * 900,
    "0899_0000_0088",
    "dua " * 9_000,
)

SALE = (
    ("Ani", "paket 40 file 50rb"),
    ("Budi", "ok mau kak"),
    ("Ani", "tf ke GoPay 089900000001"),
    ("Budi", "sudah tf"),
)


def plant(tree):
    """One file of each kind, with a plain sale in the chat."""
    tree.mkdir()
    sale = [HEAD.format(n, who, text) for n, (who, text) in enumerate(SALE)]
    (tree / "WhatsApp Chat with Budi.txt").write_text("\n".join([*sale, ""]), "utf-8")
    said = [HEAD.format(n, "Ani", one) for n, one in enumerate(ODD)]
    (tree / "WhatsApp Chat with Citra.txt").write_text("\n".join([*said, HEAD.format(9, "Citra", "ya"), ""]), "utf-8")
    days = ("0001-01-01T00:00:00", "9999-12-31T23:59:59", "2025-08-30T18:00:00")
    talk = [
        {
            "id": n + 10**17,
            "type": "message",
            "date": day,
            "date_unixtime": "9" * 400,
            "from_id": "user5",
            "text": "50rb",
        }
        for n, day in enumerate(days)
    ]
    chat = {"type": "private_group", "id": 10**19, "messages": talk}
    (tree / "result.json").write_text(json.dumps(chat), "utf-8")
    rows = [("0001-01-01", "50000"), ("9999-12-31", "50000"), ("2025-08-30", "9" * 5_000), ("2025-08-31", "50000")]
    booked = [
        f"{day},18:00:00,Terima Uang,089900000088,Budi,{sum_},0,Berhasil,{n}" for n, (day, sum_) in enumerate(rows)
    ]
    (tree / "dompet.csv").write_text("\n".join(["Nomor Akun,089900000001", WALLET, *booked, ""]), "utf-8")
    posts = [
        {"tweet": {"id_str": row, "created_at": "x", "full_text": "50rb"}} for row in ("\u00b2", "9" * 5_000, "\u0663")
    ]
    (tree / "tweets.js").write_text("window.YTD.tweets.part0 = " + json.dumps(posts), "utf-8")
    _database(tree / "msgstore.db")


def _database(path):
    connection = sqlite3.connect(path)
    connection.executescript(hidden.MSGSTORE)
    connection.execute("INSERT INTO jid VALUES (1, '6289900000001', 'g.us', '')")
    connection.execute("INSERT INTO chat VALUES (1, 1, 'grup')")
    for row, stamp in enumerate((-(2**63), 2**63 - 1, 253_402_300_799_000, 1, "9" * 400), 1):
        connection.execute(
            "INSERT INTO message VALUES (?,1,0,?,0,?,0,'paket 30 file 40rb',?)", (row, f"K{row}", stamp, row)
        )
    connection.commit()
    connection.close()


@pytest.fixture(scope="module")
def worked(tmp_path_factory):
    """The case after its run."""
    folder = tmp_path_factory.mktemp("odd")
    plant(folder / "phone")
    unit, case = ForkedUnit(folder / "home"), folder / "case"
    unit.new(case)
    words = (
        "--label",
        "B-1",
        "--authority",
        "PEN-1",
        "--timezone",
        "Asia/Jakarta",
        "--account",
        "whatsapp:+6289900000001",
    )
    unit.must("add", str(case), str(folder / "phone"), *words)
    unit.must("run", str(case))
    return unit, case


def test_every_file_is_read_and_every_odd_thing_is_told(worked):
    unit, case = worked

    files = {str(row["path"]): row["state"] for row in unit.rows(case, "files")}
    reasons = [str(row["reason"]) for row in unit.rows(case, "flaws")]

    assert set(files.values()) == {"read"}
    assert any("may be a file" in one for one in reasons)
    assert any("amounts were looked for in the first" in one for one in reasons)
    assert any("cannot be read" in one for one in reasons)


def test_the_plain_sale_among_them_is_found(worked):
    unit, case = worked

    assert 5_000_000 in {row["amount_minor"] for row in unit.rows(case, "deals")}


def test_the_lists_and_forms_that_hold_texts_are_written(worked, tmp_path):
    unit, case = worked

    masked = unit.must("show", str(case), "messages", "--json")
    unit.must("export", str(case), str(tmp_path / "forms"))

    assert b"0899_0000_0088" not in masked
    assert len(masked.splitlines()) > len(ODD)
