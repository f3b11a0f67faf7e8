# SPDX-License-Identifier: Apache-2.0
"""What was written and never left says so; a sign under a message stands with that message."""

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest
from tests.readers.fixtures import DATA, Fixture, records
from tests.readers.folder_source import FolderSource

from suluh.model.talk import Message


def _ios(folder: Path, change: str) -> dict[str | None, Message]:
    """The messages of the fixture by their own id, once a statement changed its database."""
    Fixture("sms-ios", DATA / "sms-ios" / "made-up").lay(folder)
    with closing(sqlite3.connect(folder / "sms.db")) as base:
        base.executescript(change)
    return {one.native: one for one in records(FolderSource(folder, "sms.db")) if isinstance(one, Message)}


SENT = "alter table message add column error integer; alter table message add column is_sent integer;"


@pytest.mark.parametrize(
    ("error", "is_sent", "mine", "kind"),
    [(0, 1, 1, "text"), (22, 0, 1, "unsupported"), (22, 1, 1, "text"), (4, 0, 0, "text")],
)
def test_an_imessage_that_failed_was_not_said(error: int, is_sent: int, mine: int, kind: str, tmp_path: Path) -> None:
    found = _ios(
        tmp_path,
        f"{SENT} update message set error = {error}, is_sent = {is_sent}, is_from_me = {mine} where guid = 'M-1'",
    )

    said = found["imessage/M-1"]
    assert said.kind == kind
    assert [one.text for one in said.beside if one.what == "not sent"] == (
        [f"error {error}"] if kind == "unsupported" else []
    )


@pytest.mark.parametrize(
    ("how", "word"),
    [(2001, "liked (2001)"), (3001, "liked, taken back (3001)"), (1000, "sticker (1000)"), (2099, "? (2099)")],
)
def test_a_tapback_stands_under_the_message_that_it_is_about(how: int, word: str, tmp_path: Path) -> None:
    found = _ios(tmp_path, f"update message set associated_message_type = {how} where guid = 'M-4'")

    assert [(one.text, one.account) for one in found["imessage/M-3"].beside] == [(word, "phone:+6281200000002")]
    assert found["imessage/M-4"].kind == "unsupported"


@pytest.mark.parametrize(("box", "word"), [(1, None), (2, None), (3, "draft"), (5, "failed")])
def test_a_draft_and_a_failed_sms_say_so(box: int, word: str | None, tmp_path: Path) -> None:
    line = f'<sms address="+6281200000002" date="1767225600000" type="{box}" body="halo" />'
    (tmp_path / "sms.xml").write_text(f"<?xml version='1.0' ?>\n<smses count=\"1\">\n{line}\n</smses>\n", "utf-8")

    [said] = [one for one in records(FolderSource(tmp_path, "sms.xml")) if isinstance(one, Message)]

    assert [one.text for one in said.beside] == ([word] if word else [])
    assert (said.kind == "unsupported") == bool(word)
