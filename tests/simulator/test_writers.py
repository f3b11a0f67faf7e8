# SPDX-License-Identifier: Apache-2.0
"""Each format is written as the real app writes it."""

import base64
import json
import re
import shutil
import sqlite3
import zipfile
from contextlib import closing
from dataclasses import replace

import pytest

from suluh.simulator.evidence.devices import chats
from suluh.simulator.writers import whatsapp_text
from suluh.simulator.writers.whatsapp_text import ANDROID_ID, ANDROID_US, IOS_ID, Export

MSGSTORE = "data/data/com.whatsapp/databases/msgstore.db"


@pytest.fixture
def trade(world):
    """A seller's seized phone after one deal."""
    ani, budi = world.seller("Ani Zolka"), world.buyer("Budi Vekren")
    world.sell(ani, budi, items=3, price=50_000)
    seizure = world.seize(ani, "B-1")
    seizure.book[budi.key] = "Budi"
    return world


def lines_of(trade, form, *, media=True):
    """The lines of the deal's chat in one form, and its records."""
    seizure = trade.seizures[0]
    chat = chats(seizure, trade.rooms.values(), trade.said)[0]
    sheet = whatsapp_text.Writer(chat, seizure, Export(form, media=media)).sheet()
    return sheet.data.decode().split("\n"), sheet.records


@pytest.mark.parametrize(
    ("form", "head"),
    [
        (ANDROID_ID, r"20/11/25 \d\d\.\d\d - Budi: "),
        (IOS_ID, r"\[20/11/25 \d\d\.\d\d\.\d\d\] Budi: "),
        (ANDROID_US, "11/20/25, \\d{1,2}:\\d\\d\u202f[AP]M - Budi: "),
    ],
    ids=lambda value: getattr(value, "name", ""),
)
def test_a_line_begins_as_its_locale_writes_it(trade, form, head):
    lines, _ = lines_of(trade, form)

    assert any(re.match(head, line) for line in lines)


def test_every_record_of_a_text_stands_in_its_line(trade):
    lines, records = lines_of(trade, ANDROID_ID)

    plain = [record for record in records if record.kind == "text"]

    assert plain
    assert all(lines[record.line - 1].split(": ", 1)[1] == record.text for record in plain)


def test_media_left_out_are_said_in_the_words_of_the_locale(trade):
    lines, records = lines_of(trade, ANDROID_ID, media=False)

    assert sum(line.endswith("<Media tidak disertakan>") for line in lines) == 3
    assert [one.state for record in records for one in record.attachments] == ["omitted"] * 3


def test_the_database_is_whole_with_its_log_and_knows_each_file_by_its_hash(trade, tmp_path):
    trade.seizures[0] = replace(trade.seizures[0], noise=True)
    truth = trade.write(tmp_path)
    for end in ("", "-wal"):
        shutil.copy(tmp_path / f"exhibits/B-1/{MSGSTORE}{end}", tmp_path / f"copy.db{end}")

    with closing(sqlite3.connect(tmp_path / "copy.db")) as base:
        whole = base.execute("pragma integrity_check").fetchone()
        hashes = [row[0] for row in base.execute("select file_hash from message_media order by message_row_id")]

    assert whole == ("ok",)
    assert [base64.b64decode(one).hex() for one in hashes] == list(truth.deals[0].pictures)


def test_the_database_alone_lacks_what_its_log_holds(trade, tmp_path):
    trade.seizures[0] = replace(trade.seizures[0], noise=True)
    truth = trade.write(tmp_path)
    shutil.copy(tmp_path / f"exhibits/B-1/{MSGSTORE}", tmp_path / "alone.db")

    with closing(sqlite3.connect(tmp_path / "alone.db")) as base:
        [count] = base.execute("select count(*) from message").fetchone()

    assert count < sum(record.table == "message" for record in truth.records)


def test_a_pointer_of_a_telegram_export_leads_to_its_message(world, tmp_path):
    ani, budi = world.seller(), world.buyer()
    world.sell(ani, budi, items=2, price=25_000, service="telegram")
    world.seize(ani, "B-1", talk="telegram", money=())
    truth = world.write(tmp_path)
    file = next(file for file in truth.files if file.kind == "telegram")
    node = json.loads((tmp_path / "exhibits" / file.key).read_text())

    for record in truth.records:
        found = node
        for step in record.pointer.split("/")[1:]:
            found = found[int(step)] if step.isdigit() else found[step]
        assert str(found["id"]) == record.row
        assert "".join(part["text"] for part in found["text_entities"]) == (record.text or "")


def test_every_zip_is_stored_in_order_with_one_time(made):
    folder, _ = made
    zips = sorted((folder / "exhibits").rglob("*.zip"))

    members = [member for path in zips for member in zipfile.ZipFile(path).infolist()]

    assert members
    assert {(member.compress_type, member.date_time) for member in members} == {(0, (2026, 1, 20, 12, 0, 0))}


def test_the_manifest_of_an_archive_counts_its_posts(world, tmp_path):
    ani = world.seller()
    for number in range(3):
        world.say(world.posts(ani), ani, f"paket {number}", kind="post")
    world.seize(ani, "B-1", talk="telegram", money=())
    world.write(tmp_path)
    data = next((tmp_path / "exhibits").rglob("data"))

    manifest = json.loads((data / "manifest.js").read_text().removeprefix("window.__THAR_CONFIG = "))
    tweets = json.loads((data / "tweets.js").read_text().removeprefix("window.YTD.tweets.part0 = "))

    assert manifest["dataTypes"]["tweets"]["files"][0]["count"] == str(len(tweets)) == "3"


def test_ids_of_direct_chats_run_over_the_whole_account(world, tmp_path):
    ani = world.seller()
    for _ in range(3):
        world.sell(ani, world.buyer(), items=2, service="telegram")
    world.seize(ani, "B-1", money=())

    truth = world.write(tmp_path)

    assert len({record.file for record in truth.records}) == 3
    assert len({record.row for record in truth.records}) == len(truth.records)
