# SPDX-License-Identifier: Apache-2.0
"""An X archive is read file by file, and every file knows whose it is and how much it must hold."""

import json
from pathlib import Path

import pytest
from tests.readers.folder_source import FolderSource

from suluh.model.intake import Flaw
from suluh.model.talk import Account, Conversation, Message
from suluh.readers.claim import claimants

POST = {"id_str": "11", "full_text": "halo", "created_at": "Sat Aug 30 11:00:00 +0000 2025"}
ACCOUNT = [{"account": {"accountId": "1001", "username": "ani", "accountDisplayName": "Ani"}}]


def write(folder: Path, name: str, value: object) -> None:
    start = "window.__THAR_CONFIG = " if name == "manifest" else f"window.YTD.{name.replace('-', '_')}.part0 = "
    (folder / f"{name}.js").write_text(start + json.dumps(value), "utf-8")


def read(folder: Path, name: str, *, accounts: tuple[str, ...] = ()) -> list:
    source = FolderSource(folder, f"{name}.js", accounts=accounts)
    [(reader, _)] = claimants(source)
    assert reader.name == "x-archive"
    return list(reader.read(source))


def of(kind: type, records: list) -> list:
    return [record for record in records if isinstance(record, kind)]


@pytest.mark.parametrize("wrapped", [POST, {"tweet": POST}], ids=["before 2020", "since 2020"])
def test_a_post_is_the_accounts_own_in_its_own_channel(wrapped: dict, tmp_path: Path) -> None:
    write(tmp_path, "account", ACCOUNT)
    write(tmp_path, "tweet", [wrapped])

    records = read(tmp_path, "tweet")

    assert [(one.sender, one.conversation, one.kind, one.text) for one in of(Message, records)] == [
        ("x:1001", "x:1001/posts", "post", "halo")
    ]
    assert [(one.conversation, one.kind) for one in of(Conversation, records)] == [("x:1001/posts", "channel")]


@pytest.mark.parametrize(
    ("accounts", "sender"), [((), None), (("x:7",), "x:7"), (("x:7", "x:8"), None)], ids=["nobody", "one", "two"]
)
def test_without_an_account_file_only_one_stated_account_is_the_author(
    accounts: tuple, sender: str | None, tmp_path: Path
) -> None:
    write(tmp_path, "tweets", [{"tweet": POST}])

    [message] = of(Message, read(tmp_path, "tweets", accounts=accounts))

    assert message.sender == sender


def test_the_manifest_says_how_much_a_file_must_hold(tmp_path: Path) -> None:
    files = [{"fileName": "data/tweets.js", "count": "2"}, {"fileName": "data/tweets-part1.js", "count": "3"}]
    write(tmp_path, "manifest", {"userInfo": {"accountId": "1001"}, "dataTypes": {"tweets": {"files": files}}})
    write(tmp_path, "tweets", [{"tweet": POST}])

    assert [flaw.reason for flaw in of(Flaw, read(tmp_path, "tweets"))] == [
        "the manifest declares 2 records of tweets.js, 1 were read"
    ]
    assert [flaw.reason for flaw in of(Flaw, read(tmp_path, "manifest"))] == [
        "the manifest declares 3 records of tweets-part1.js, which is not in the archive"
    ]
    assert of(Message, read(tmp_path, "tweets"))[0].sender == "x:1001"


def test_records_that_are_not_interpreted_are_counted(tmp_path: Path) -> None:
    write(tmp_path, "saved-search", [{"savedSearch": {}}] * 3)
    write(tmp_path, "account-suspension", [])

    assert [flaw.reason for flaw in read(tmp_path, "saved-search")] == ["not interpreted: saved_search, 3 records"]
    assert read(tmp_path, "account-suspension") == []


def test_followers_are_sightings_of_accounts(tmp_path: Path) -> None:
    write(tmp_path, "follower", [{"follower": {"accountId": "5"}}, {"follower": {}}])

    records = read(tmp_path, "follower")

    assert [one.account for one in of(Account, records)] == ["x:5"]
    assert [one.place.pointer for one in of(Flaw, records)] == ["/1/follower"]


def test_a_cut_file_keeps_what_was_read(tmp_path: Path) -> None:
    write(tmp_path, "tweets", [{"tweet": POST}] * 3)
    whole = (tmp_path / "tweets.js").read_bytes()
    (tmp_path / "tweets.js").write_bytes(whole[:-30])

    records = read(tmp_path, "tweets")

    assert len(of(Message, records)) == 2
    assert "cannot be read on after /2" in of(Flaw, records)[0].reason
